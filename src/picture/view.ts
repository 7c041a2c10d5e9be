/** A face and the use of its picture → which part of the face is shown, in how many pixels. */
import { MAX_PIXELS } from "../assets/image/pixels.js";
import type { FacePage } from "../layout/frame.js";
import { PT_PER_INCH, type Pt, type Rect, type Size } from "../units.js";

/**
 * `print` ends at the cut, `bleed` holds all that is cut off, `screen` has the rounded corners of the piece, `tts` is
 * for Tabletop Simulator, which rounds corners itself.
 */
export type PictureSize = "print" | "bleed" | "screen" | "tts";

/** A part of a frame, and the picture that it fills. */
export interface View {
  readonly area: Rect;
  /** Whole numbers. */
  readonly pixels: Size;
  /** Dots per inch at which the picture has the size of the piece. */
  readonly dpi: number;
  /** Radius of the corners, outside of which nothing is; 0 where the picture has no transparent corners. */
  readonly corner: Pt;
}

/** What makers of cards ask for, and as fine as paper shows. */
const PRINT_DPI = 300;

/** As high as most screens: a card fills one. */
const SCREEN_HEIGHT = 1080;
/** Boards are higher than a screen, one moves about on them: their words must still be read. */
const SCREEN_DPI = 150;

/** The side of the largest picture that every graphics card takes. */
export const TTS_MOST_PIXELS = 4096;

/** More than this on a side, or in all, no program that draws takes. */
const MOST_SIDE = 32_767;

export const isTooLarge = ({ pixels: { width, height } }: Pick<View, "pixels">): boolean =>
  Math.max(width, height) > MOST_SIDE || width * height > MAX_PIXELS;

/** The part of a face that a picture for this use shows. */
export function viewOf({ frame, trim, bleed, radius }: FacePage, size: PictureSize): View {
  const cut: Rect = { x: bleed, y: bleed, ...trim };
  switch (size) {
    case "print":
      return viewAt(cut, PRINT_DPI);
    case "bleed":
      return viewAt({ x: 0, y: 0, ...frame.size }, PRINT_DPI);
    case "screen":
      return { ...viewAt(cut, Math.max(SCREEN_DPI, (SCREEN_HEIGHT / cut.height) * PT_PER_INCH)), corner: radius };
    case "tts": {
      const most = (TTS_MOST_PIXELS / Math.max(cut.width, cut.height)) * PT_PER_INCH;
      return viewAt(cut, Math.min(PRINT_DPI, most));
    }
  }
}

const viewAt = (area: Rect, dpi: number): View => ({
  area,
  pixels: { width: pixelsFor(area.width, dpi), height: pixelsFor(area.height, dpi) },
  dpi,
  corner: 0,
});

const pixelsFor = (length: Pt, dpi: number): number => Math.max(1, Math.round((length / PT_PER_INCH) * dpi));
