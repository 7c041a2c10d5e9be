/**
 * `Frame`, the waist of the pipeline: a size and a list of positioned items. Layout makes frames; imposition places
 * them; rendering and preflight read them. Nothing after layout knows CSS, nothing before rendering knows PDF.
 */
import type { ImageAsset, VectorArt } from "../assets/asset.js";
import type { QrCode } from "../assets/qr.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Color, Paint, Path, Stroke } from "../graphics.js";
import type { GlyphRun } from "../text/glyphs.js";
import type { Matrix, Point, Pt, Size } from "../units.js";

/** What a thing is to a reader who cannot see it; travels in frames for the tagged edition. */
export interface StructureRole {
  readonly type: "H1" | "H2" | "H3" | "P" | "L" | "LI" | "Figure" | "Link" | "Sect" | "Caption" | "Artifact";
  /** Alternative text of a figure. */
  readonly alt?: string;
}

/** Where an item comes from: the element in its template and, for text, the field in its YAML. */
export interface Origin {
  readonly template?: Span | undefined;
  readonly content?: Span | undefined;
  readonly field?: string | undefined;
}

interface Placed {
  /** Top left corner of the item in its frame; the origin of its own coordinates. */
  readonly at: Point;
  readonly role?: StructureRole | undefined;
  readonly origin?: Origin | undefined;
}

/** Shaped glyphs on a baseline: `at` is the left end of the baseline. */
export interface GlyphsItem extends Placed {
  readonly kind: "glyphs";
  readonly run: GlyphRun;
  readonly color: Color;
}

export interface PathItem extends Placed {
  readonly kind: "path";
  readonly path: Path;
  readonly fill?: Paint | undefined;
  readonly evenOdd?: boolean | undefined;
  readonly stroke?: Stroke | undefined;
}

/** A drawing scaled into `size`; `color` is what `currentColor` means in it. */
export interface VectorItem extends Placed {
  readonly kind: "vector";
  readonly art: VectorArt;
  readonly size: Size;
  readonly color: Color;
}

export interface ImageItem extends Placed {
  readonly kind: "image";
  readonly image: ImageAsset;
  readonly size: Size;
}

/** A QR code; `size` includes the quiet zone. */
export interface QrItem extends Placed {
  readonly kind: "qr";
  readonly code: QrCode;
  readonly linkId: string;
  readonly size: Size;
  readonly color: Color;
}

export interface LinkItem extends Placed {
  readonly kind: "link";
  readonly url: string;
  readonly size: Size;
}

/** A frame inside a frame: turned, clipped or faded as one. */
export interface FrameGroup extends Placed {
  readonly kind: "frame";
  readonly frame: Frame;
  readonly transform?: Matrix | undefined;
  readonly clip?: Path | undefined;
  readonly opacity?: number | undefined;
}

export type FrameItem = GlyphsItem | PathItem | VectorItem | ImageItem | QrItem | LinkItem | FrameGroup;

export interface Frame {
  readonly size: Size;
  readonly items: readonly FrameItem[];
}

/** One face of a piece, laid out: the frame covers trim plus bleed, with the trim's corner at (bleed, bleed). */
export interface FacePage {
  readonly frame: Frame;
  readonly trim: Size;
  readonly bleed: Pt;
  readonly radius: Pt;
  /** A drawing made for the place where it is shown: it stays as it is there, without an edge of its own. */
  readonly isDrawing?: boolean | undefined;
}
