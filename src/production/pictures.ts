/**
 * The pieces of a request → a PNG for each of their faces, in a folder for each component; decks for Tabletop Simulator
 * as pictures of many cards. One face after the other is made, drawn and written: a kit of any size needs no more room.
 */
import type { Booklet } from "../booklet/index.js";
import type { Component } from "../content/kit.js";
import type { Delivery } from "../deliver/index.js";
import type { Diagnostics, Span } from "../diagnostics/index.js";
import type { Face, PieceFaces } from "../faces/index.js";
import type { LocalKit } from "../localise/index.js";
import { isTooLarge, type Painter, type PictureSize, type View, viewOf } from "../picture/index.js";
import { isPictureName, pictureFolder, pictureName } from "../plan/pictures.js";
import { trimOf } from "../plan/sizes.js";
import { breath } from "./breath.js";
import { produceDeck } from "./deck-pictures.js";
import type { FaceNeeds } from "./faces-of.js";
import * as say from "./messages.js";

/** A picture that was made. */
export interface PictureFile {
  /** From the folder of pictures: `screen/donnees/01-mon-cv-recto.png`. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly bytes: number;
  /** What it shows: a side of a piece, or several cards. */
  readonly piece?: string | undefined;
  readonly side?: "front" | "back" | undefined;
  readonly cards?: number | undefined;
}

export interface PictureTools extends FaceNeeds {
  readonly local: LocalKit;
  readonly painter: Painter;
  readonly delivery: Delivery | undefined;
  readonly diagnostics: Diagnostics;
  readonly booklets: ReadonlyMap<string, Booklet>;
  /** The paper that pieces are as large as which take their size from it. */
  readonly paper: string;
  readonly onFile: ((file: PictureFile) => void) | undefined;
}

/** Undefined when the kit has errors; they were reported, and no file shows. */
export async function producePictures(
  components: readonly Component[],
  sizes: readonly PictureSize[],
  tools: PictureTools,
): Promise<readonly PictureFile[] | undefined> {
  const shelf = new Shelf(tools);
  for (const component of components) {
    const asDeck = component.kind === "deck" && sizes.includes("tts");
    const single = asDeck ? sizes.filter((size) => size !== "tts") : sizes;
    await produceSingles(component, single, tools, shelf);
    if (asDeck) await produceDeck(component, tools, shelf);
  }
  const made = await shelf.finish();
  if (tools.diagnostics.hasErrors) return undefined;
  const folders = components.flatMap((component) => sizes.map((size) => pictureFolder(size, component, tools.local)));
  tools.delivery?.replace(folders, isPictureName);
  return made;
}

async function produceSingles(
  component: Component,
  sizes: readonly PictureSize[],
  tools: PictureTools,
  shelf: Shelf,
): Promise<void> {
  const subjects = subjectsOf(component, tools);
  for (const [index, subject] of subjects.entries()) {
    const faces = await subject.faces();
    await breath();
    if (!faces) continue;
    for (const size of sizes) {
      const draw = (face: Face, side: "front" | "back"): Promise<void> => {
        const shown = faces.back ? side : undefined;
        const name = pictureName(index, subjects.length, subject.id, shown);
        const path = `${pictureFolder(size, component, tools.local)}/${name}`;
        const view = viewOf(face.page, size);
        if (isTooLarge(view))
          tools.diagnostics.report(say.pictureTooLarge(subject.at, `${component.id}/${subject.id}`, view.pixels));
        const about = { piece: `${component.id}/${subject.id}`, side };
        return shelf.add(async () => ({ path, ...about, ...(await tools.painter.png(face, size)) }));
      };
      await draw(faces.front, "front");
      if (faces.back) await draw(faces.back, "back");
    }
  }
}

/** Something with two faces at most: a piece, or a page. */
interface Subject {
  readonly id: string;
  readonly at: Span;
  faces(): Promise<PieceFaces | undefined>;
}

function subjectsOf(component: Component, { booklets, ...needs }: PictureTools): readonly Subject[] {
  const booklet = booklets.get(component.id);
  if (booklet) {
    return booklet.pages.map(({ name, face }) => ({
      id: name.slice(name.indexOf("/") + 1),
      at: component.at,
      faces: async () => ({ front: face, back: undefined }),
    }));
  }
  return component.kind === "booklet"
    ? []
    : component.pieces.map((piece) => ({
        id: piece.id,
        at: piece.at,
        faces: async () => facesOf(component, piece, needs),
      }));
}

/** The faces of a piece; undefined when they cannot be made, which was reported. */
export async function facesOf(
  component: Component,
  piece: Component["pieces"][number],
  { kit, maker, papers, paper }: FaceNeeds & Pick<PictureTools, "paper">,
): Promise<PieceFaces | undefined> {
  return maker.faces(component, piece, trimOf(kit.formats.get(piece.format)!, papers.get(paper)));
}

/** A picture and what is told of it. */
export type Drawn = Pick<PictureFile, "path" | "piece" | "side" | "cards"> & {
  readonly png: Uint8Array;
  readonly view: Pick<View, "pixels" | "dpi">;
};

/** Drawing happens beside the making of faces, as far as this many pictures behind. */
const MOST_WAITING = 3;

/** Pictures in their order, drawn a few at a time. From the first error on nothing is drawn any more. */
export class Shelf {
  readonly #tools: PictureTools;
  readonly #made: PictureFile[] = [];
  readonly #waiting: Promise<Drawn>[] = [];

  constructor(tools: PictureTools) {
    this.#tools = tools;
  }

  async add(draw: () => Promise<Drawn>): Promise<void> {
    if (this.#tools.diagnostics.hasErrors) return;
    const drawing = draw();
    // Whoever waits for it hears of it; until then it is nobody's.
    drawing.catch(() => {});
    this.#waiting.push(drawing);
    if (this.#waiting.length > MOST_WAITING) await this.#take();
  }

  /** What was made, once all of it is. */
  async finish(): Promise<readonly PictureFile[]> {
    while (this.#waiting.length > 0) await this.#take();
    return this.#made;
  }

  async #take(): Promise<void> {
    const { png, view, ...about } = await this.#waiting.shift()!;
    const { delivery, diagnostics, onFile } = this.#tools;
    const sink = delivery?.open(about.path);
    sink?.write(png);
    sink?.close();
    const dpi = Math.round(view.dpi * 10) / 10;
    const file: PictureFile = { ...about, ...view.pixels, dpi, bytes: png.length };
    this.#made.push(file);
    if (!diagnostics.hasErrors) onFile?.(file);
  }
}
