/** What pictures are once read: vector drawings as plain paths, photographs as checked files. Data only. */
import type { Color, Gradient, Path } from "../graphics.js";

/** A paint inside a drawing; `current` takes the colour of the place where the drawing is used. */
export type VectorPaint =
  | { readonly kind: "color"; readonly color: Color }
  | { readonly kind: "current"; readonly opacity: number }
  | { readonly kind: "gradient"; readonly gradient: Gradient };

export interface VectorStroke {
  readonly paint: VectorPaint;
  readonly width: number;
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  readonly miterLimit: number;
  readonly dash: readonly number[];
}

/** An outline in the drawing's own units, transforms already applied. Alpha of paints includes every opacity above. */
export interface VectorShape {
  readonly kind: "shape";
  readonly path: Path;
  readonly fill?: VectorPaint | undefined;
  readonly evenOdd: boolean;
  readonly stroke?: VectorStroke | undefined;
}

/** Shapes that are clipped or faded together. */
export interface VectorGroup {
  readonly kind: "group";
  readonly opacity: number;
  readonly clip?: { readonly path: Path; readonly evenOdd: boolean } | undefined;
  readonly children: readonly VectorNode[];
}

export type VectorNode = VectorShape | VectorGroup;

/** A drawing: its view box moved to (0, 0). `key` is a hash of what it shows. */
export interface VectorArt {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly VectorNode[];
  readonly usesCurrentColor: boolean;
  /** True where the file asks to be stretched (`preserveAspectRatio="none"`). */
  readonly stretch: boolean;
}

/** A checked raster picture. `key` is a hash of the file; `bytes` is the file as it was read. */
export interface ImageAsset {
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: "jpeg" | "png" | "webp" | "tiff" | "gif" | "avif";
  /** Pixels as shown, after the EXIF turn. */
  readonly width: number;
  readonly height: number;
  /** True when the JPEG may go into the PDF byte for byte. */
  readonly passthrough: boolean;
}
