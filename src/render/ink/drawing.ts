/**
 * What a finished drawing is: operators and the resources that they name. Names are made from content, so a drawing
 * does not depend on the document it is placed in and is kept from one document to the next.
 */
import type { FontFace } from "../../text/glyphs.js";
import type { Matrix } from "../../units.js";
import type { PackedImage } from "../image.js";
import type { PdfDictionary } from "../pdf/objects.js";

/** A glyph that stands for other characters than it usually does: each document gives it a code of its own. */
export interface SpecialGlyph {
  readonly font: string;
  readonly glyph: number;
  readonly text: string;
}

/** Glyphs of one face that a drawing shows. */
export interface FontUse {
  readonly face: FontFace;
  readonly glyphs: ReadonlySet<number>;
}

export type Resource =
  | { readonly kind: "font"; readonly face: FontFace }
  | { readonly kind: "form"; readonly form: Form }
  /** A form that the document holds already. */
  | { readonly kind: "written" }
  | { readonly kind: "image"; readonly image: PackedImage }
  /** `overprint` is told on a press only. */
  | { readonly kind: "alpha"; readonly alpha: number; readonly overprint?: boolean | undefined }
  /** Shows what follows only as far as the form is light. */
  | { readonly kind: "mask"; readonly form: Form }
  | { readonly kind: "shading"; readonly shading: PdfDictionary }
  | { readonly kind: "pattern"; readonly shading: PdfDictionary; readonly matrix: Matrix };

export interface Drawing {
  /** Operators; between each two of them the code of a special glyph, four hexadecimal digits. */
  readonly parts: readonly string[];
  readonly specials: readonly SpecialGlyph[];
  readonly resources: ReadonlyMap<string, Resource>;
  /** By resource name. */
  readonly fonts: ReadonlyMap<string, FontUse>;
}

/** A drawing with edges that can be placed many times. */
export interface Form extends Drawing {
  readonly bbox: readonly [x0: number, y0: number, x1: number, y1: number];
  /** Drawn as one before it is faded, or grey values that make a mask. */
  readonly group?: "fade" | "mask" | undefined;
}
