/** A picture and the size it prints at → its resolution, and a report when that is too coarse. */
import { MM_PER_INCH, PT_PER_INCH, type Size } from "../../units.js";
import type { ImageAsset } from "../asset.js";
import { imageCoarse, type Problem } from "../messages.js";

/** Printers take 200 to 300 dots per inch at final size; under 200 the pixels show. */
export const LEAST_DPI = 200;

/** Dots per inch along the coarser side. */
export function printedDpi(image: Pick<ImageAsset, "width" | "height">, printed: Size): number {
  return Math.min(image.width / printed.width, image.height / printed.height) * PT_PER_INCH;
}

/** What is wrong with a picture printed at this size: `image-coarse` under 200 dpi, undefined otherwise. */
export function resolutionProblem(image: ImageAsset, printed: Size): Problem | undefined {
  const dpi = printedDpi(image, printed);
  // Layout works in 32-bit floats: a hair less is the same.
  if (dpi >= LEAST_DPI - 0.05) return undefined;
  // Rounded down to a tenth, so that the size that we name is accepted.
  const largest = (pixels: number): number => Math.floor((pixels / LEAST_DPI) * MM_PER_INCH * 10) / 10;
  return imageCoarse(image.name, dpi, { width: largest(image.width), height: largest(image.height) });
}
