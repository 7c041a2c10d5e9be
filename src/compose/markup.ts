/** Markup: what a template gives once filled in. Elements know their place in the template, texts theirs in the YAML. */
import type { Span } from "../diagnostics/diagnostic.js";

export interface MarkupElement {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
  /** The tag in the template; elements that come from Markdown carry the tag around them. */
  readonly at?: Span | undefined;
}

export interface MarkupText {
  readonly kind: "text";
  readonly text: string;
  readonly at?: Span | undefined;
  /** Where the words were written. */
  readonly content?: Span | undefined;
  readonly field?: string | undefined;
  /** Words of a proof that are not, or no longer rightly, in its language. */
  readonly state?: "missing" | "stale" | undefined;
  /** Of words that are not in the language of their face. One object for all words of a text: together they are a whole. */
  readonly language?: WordLanguage | undefined;
}

export interface WordLanguage {
  /** BCP 47. */
  readonly lang: string;
  readonly direction: "ltr" | "rtl";
}

export type MarkupNode = MarkupElement | MarkupText;
