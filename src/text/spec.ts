/** The words of the text stage: what layout asks for (inlines in a style) and what it gets (lines of placed pieces). */
import type { Color } from "../graphics.js";
import type { Pt } from "../units.js";
import type { GlyphRun } from "./glyphs.js";

/** How a stretch of text looks. Values are computed: no inheritance is left to do. */
export interface TextStyle {
  readonly families: readonly string[];
  readonly weight: number;
  readonly italic: boolean;
  readonly size: Pt;
  readonly color: Color;
  readonly letterSpacing: Pt;
  /** OpenType features as HarfBuzz writes them: `smcp`, `tnum`, `-liga`, `ss01=1`. */
  readonly features: readonly string[];
  /** BCP 47: chooses letter shapes, hyphenation patterns and rules for line ends. */
  readonly lang: string;
  readonly underline: boolean;
  readonly strike: boolean;
  /** How far the baseline is moved up. */
  readonly raise: Pt;
  /** Whether words may be hyphenated by pattern. Soft hyphens that people wrote always count. */
  readonly hyphens: boolean;
}

/** Words that order themselves, whatever stands around them: a name, a number, a link. Each object is one isolate. */
export interface Isolate {
  /** `auto`: that of its first letter. */
  readonly direction: Direction | "auto";
  /** Nobody asked for it: it counts only among letters that run from right to left. */
  readonly automatic?: boolean | undefined;
}

/** One thing in a paragraph. `isolates` are what it stands in, from the outermost. `tag` is the caller's own and comes back untouched on every piece. */
export type Inline<T> =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly style: TextStyle;
      readonly tag: T;
      readonly link?: string | undefined;
      readonly isolates?: readonly Isolate[] | undefined;
    }
  /** A box in the line, for example an icon. `drop` is how far its bottom lies below the baseline. */
  | {
      readonly kind: "object";
      readonly width: Pt;
      readonly height: Pt;
      readonly drop: Pt;
      readonly tag: T;
      readonly isolates?: readonly Isolate[] | undefined;
    }
  /** A line end that the author asked for. */
  | { readonly kind: "break" };

export type LineHeight =
  | { readonly kind: "factor"; readonly value: number }
  | { readonly kind: "fixed"; readonly value: Pt };

export type Direction = "ltr" | "rtl";

export interface ParagraphSpec<T> {
  readonly inlines: readonly Inline<T>[];
  readonly align: "start" | "end" | "center" | "justify";
  readonly direction: Direction;
  readonly lineHeight: LineHeight;
  /** Extra space before the first line; negative for a hanging first line. */
  readonly indent: Pt;
  /**
   * `greedy`: as much as fits on each line. `balance`: lines of about equal length, for titles.
   * `optimal`: the paragraph as a whole (Knuth and Plass), for long text.
   */
  readonly breaking: "greedy" | "balance" | "optimal";
  /** False: one line between the breaks that the author asked for. */
  readonly wrap: boolean;
  /** The block's own style: no line is lower than one line of it. */
  readonly strut: TextStyle;
}

/** A character that no face of the chain has. It is not drawn. */
export interface MissingCharacter<T> {
  readonly character: string;
  readonly tag: T;
}

/** A paragraph shaped and ready to be broken at any width. */
export interface Paragraph<T> {
  /** The widest thing that cannot be broken (hyphens not counted): no narrower box holds the paragraph. */
  readonly minContent: Pt;
  /** The width at which only the breaks that the author asked for remain. */
  readonly maxContent: Pt;
  /** Every missing character once per tag, in order of appearance. */
  readonly missing: readonly MissingCharacter<T>[];
  /** Lines of the paragraph in a box of `width`; computed once per width. `Infinity` means `maxContent`. */
  at(width: Pt): Lines<T>;
  /** The height of these lines: boxes are measured at more widths than they are drawn at. */
  heightAt(width: Pt): Pt;
}

export interface Lines<T> {
  /** The widest line, indent included; larger than the width asked for when a word sticks out. */
  readonly width: Pt;
  readonly height: Pt;
  readonly lines: readonly Line<T>[];
}

/** One line. Every place is measured from the top left corner of the paragraph, not of the line. */
export interface Line<T> {
  readonly top: Pt;
  readonly height: Pt;
  readonly baseline: Pt;
  readonly left: Pt;
  readonly width: Pt;
  /** In visual order, left to right. */
  readonly pieces: readonly LinePiece<T>[];
  /** Whether the line ends with a hyphen that is not in the text. */
  readonly hyphenated: boolean;
}

export type LinePiece<T> =
  /** Glyphs on `baseline - raise`, from `x` on. */
  | {
      readonly kind: "glyphs";
      /** Its place among the pieces of the line as they are read. */
      readonly order: number;
      readonly x: Pt;
      readonly raise: Pt;
      readonly run: GlyphRun;
      readonly width: Pt;
      readonly style: TextStyle;
      readonly tag: T;
      readonly link?: string | undefined;
    }
  /** An object with its top left corner at (`x`, `y`). */
  | {
      readonly kind: "object";
      readonly order: number;
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
      readonly tag: T;
    };
