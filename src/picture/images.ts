/** The photographs of a frame → addresses that hold them, each as fine as its place on paper asks. */
import type { ImageAsset } from "../assets/asset.js";
import type { PreparedImage } from "../assets/image/prepare.js";
import type { Frame, ImageItem } from "../layout/frame.js";
import { compose, IDENTITY, type Matrix, type Size } from "../units.js";
import type { ImageAddress } from "./svg/frame.js";

/** Makes a picture ready for print at a size; undefined when that failed, after reporting it. */
export type PrepareImage = (image: ImageAsset, printed: Size) => Promise<PreparedImage | undefined>;

/** Prepares every photograph of `frame`. */
export async function imageAddresses(frame: Frame, prepare: PrepareImage): Promise<ImageAddress> {
  const found = new Map<ImageItem, string>();
  for (const { item, at } of imagesIn(frame, IDENTITY)) {
    const prepared = await prepare(item.image, printedSize(item, at));
    if (prepared) found.set(item, addressOf(prepared));
  }
  return (item) => found.get(item);
}

const addressOf = ({ bytes, format }: PreparedImage): string =>
  `data:image/${format};base64,${Buffer.from(bytes).toString("base64")}`;

/** Size on paper, whatever turns and scales lie around the picture. */
const printedSize = ({ size }: ImageItem, [a, b, c, d]: Matrix): Size => ({
  width: size.width * Math.hypot(a, b),
  height: size.height * Math.hypot(c, d),
});

function* imagesIn(frame: Frame, map: Matrix): Generator<{ readonly item: ImageItem; readonly at: Matrix }> {
  for (const item of frame.items) {
    if (item.kind === "image") yield { item, at: map };
    if (item.kind === "frame") yield* imagesIn(item.frame, compose(item.transform ?? IDENTITY, map));
  }
}
