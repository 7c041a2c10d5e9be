/** What a page lays on paper, mark by mark, in the order in which it is painted. Points from the top left corner. */
import type { Matrix, Pt, Rect } from "../../units.js";
import type { PdfDict, PdfStream } from "../pdf/index.js";
import type { Font } from "./fonts.js";
import type { Ink } from "./ink.js";
import type { ColorSpace } from "./spaces.js";

interface AnyMark {
  /** What can be seen of it. */
  readonly box: Rect;
  /** From 0 to 1: how much of what lies below it hides. */
  readonly alpha: number;
  /** `Normal` unless it mixes with what lies below. */
  readonly blend: string;
  /** In a tile of a pattern, it lies in more places than its own. */
  readonly isInPattern: boolean;
}

/** How a colour is laid down; `ink` is undefined for a pattern or gradient, whose own marks follow. */
export interface Coat {
  readonly ink: Ink | undefined;
  readonly isOverprinted: boolean;
  readonly overprintMode: number;
}

export interface PathMark extends AnyMark {
  readonly kind: "path";
  /** Corners one after the other, x and y in turn; curves are made of short lines. */
  readonly outlines: readonly Float64Array[];
  readonly isEvenOdd: boolean;
  readonly fill?: Coat | undefined;
  readonly stroke?: (Coat & { readonly width: Pt }) | undefined;
}

export interface TextMark extends AnyMark {
  readonly kind: "text";
  readonly font: Font;
  /** As it is printed: the type size times all that stretches it, in its smaller direction. */
  readonly size: Pt;
  readonly text: string;
  /** Undefined where text is not filled; invisible text has neither. */
  readonly fill?: Coat | undefined;
  readonly stroke?: Coat | undefined;
}

export interface ImageMark extends AnyMark {
  readonly kind: "image";
  readonly stream: PdfStream;
  /** Takes the unit square to the page. */
  readonly matrix: Matrix;
  readonly pixels: { readonly width: number; readonly height: number };
  readonly bits: number;
  /** A stencil that the fill colour is laid through. */
  readonly stencil?: Coat | undefined;
  /** Undefined for a stencil, and for formats that say it themselves. */
  readonly space?: ColorSpace | undefined;
}

export interface ShadingMark extends AnyMark {
  readonly kind: "shading";
  readonly dict: PdfDict;
  readonly space: ColorSpace | undefined;
  /** Colours along it, where they can be told. */
  readonly inks: readonly Ink[];
}

export type Mark = PathMark | TextMark | ImageMark | ShadingMark;

/** What goes wrong while a page is read. */
export type Trouble = "damaged-content" | "too-large" | "missing-resource" | "draws-itself" | "too-complex";
