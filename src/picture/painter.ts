/** Faces → their pictures: PNG files, or pixels for a picture of many. */
import type { FacePage } from "../layout/frame.js";
import type { Size } from "../units.js";
import { imageAddresses, type PrepareImage } from "./images.js";
import { type Pixels, toPixels, toPng } from "./raster.js";
import { frameSvg } from "./svg/frame.js";
import { type PictureSize, type View, viewOf } from "./view.js";

/** One face as the caller knows it: the same key always means the same picture. */
export interface PictureFace {
  readonly key: string;
  readonly page: FacePage;
}

export interface Painted {
  readonly png: Uint8Array;
  readonly view: View;
}

export interface Painter {
  /** The picture of a face for this use. */
  png(face: PictureFace, size: PictureSize): Promise<Painted>;
  /** The trim of a face in exactly so many pixels. */
  cell(face: PictureFace, pixels: Size): Promise<Pixels>;
}

export function createPainter(prepareImage: PrepareImage): Painter {
  // Most decks have one back: faces that follow one another are often the same.
  let last: { readonly name: string; readonly made: Promise<unknown> } | undefined;
  const once = <Made>(name: string, make: () => Promise<Made>): Promise<Made> => {
    if (last?.name !== name) last = { name, made: make() };
    return last.made as Promise<Made>;
  };
  const draw = async ({ page: { frame } }: PictureFace, view: View): Promise<string> =>
    frameSvg(frame, view, await imageAddresses(frame, prepareImage));
  return {
    png: (face, size) =>
      once(`${size} ${face.key}`, async () => {
        const view = viewOf(face.page, size);
        return { view, png: await toPng(await draw(face, view), view.dpi, view.corner > 0) };
      }),
    cell: (face, pixels) =>
      once(`${pixels.width}×${pixels.height} ${face.key}`, async () =>
        toPixels(await draw(face, { ...viewOf(face.page, "tts"), pixels })),
      ),
  };
}
