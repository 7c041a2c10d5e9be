/** What can be wrong with planned sheets, and where on paper it was found. */
import { type Mm, mm, type Pt } from "../units.js";

export type Side = "front" | "back";

/** Where on the paper of a file: its sheet, from 1, and the side of it. */
export interface OnSheet {
  readonly sheet: number;
  readonly side: Side;
}

export type Fault =
  /** A back lies beside the place behind its front, or turned the wrong way. */
  | { readonly kind: "apart"; readonly by: Mm }
  /** A back is printed where no front of its piece lies before it. */
  | { readonly kind: "stray-back" }
  /** A front that has a back was given none. */
  | { readonly kind: "no-back" }
  /** A face is not printed as often as it is wanted: once for each copy. */
  | { readonly kind: "count"; readonly side: Side; readonly copy: number; readonly times: number }
  /** A face is larger or smaller than its piece, mirrored, or turned by less than a quarter. */
  | { readonly kind: "scale" }
  /** The trim that marks, boxes and the manifest follow is not where the face is drawn. */
  | { readonly kind: "trim" }
  /** Something lies beyond the paper's edge. */
  | { readonly kind: "outside" }
  /** The sheets of a booklet, folded and laid into one another, do not read from page to page. */
  | { readonly kind: "order"; readonly copy: number; readonly place: number }
  /** The tiles of a panel leave a part of it out. */
  | { readonly kind: "gap"; readonly copy: number };

/** One thing that is wrong. Without `at`, it is wrong with the whole file. */
export interface Miss {
  readonly piece?: string | undefined;
  readonly at?: OnSheet | undefined;
  readonly fault: Fault;
}

/** A tenth of a millimetre: far below what a printer misses by, far above what arithmetic loses. */
export const TOLERANCE: Pt = mm(0.1);
