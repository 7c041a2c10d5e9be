/** The rules of a language → a writer: texts of people → words and markup as that language prints them. */
import type { TextValue } from "../content/kit.js";
import { createMarkdownReader, type MarkdownReader } from "./markdown.js";
import { quotedBy, quotesOf } from "./typography/common.js";
import { french, NBSP, SEAM } from "./typography/french.js";

export interface Writer {
  readonly quotes: readonly [opening: string, closing: string];
  html(text: TextValue): string;
  inline(text: TextValue): string;
  plain(text: TextValue): string;
  /** Words without marks, as they stand. */
  words(text: string): string;
}

/** Languages whose typography is more than their quotes. */
const TYPOGRAPHY: Readonly<Record<string, (text: string) => string>> = { fr: french };

/** As French printers space them. */
const FRENCH_QUOTES = [`«${NBSP}`, `${NBSP}»`] as const;

/** `asked`: the quotes of a language where they are not those that everybody knows of it. */
export function createWriter(locale: string, asked?: readonly [string, string]): Writer {
  const own = TYPOGRAPHY[locale.split("-")[0]!];
  const quotes = asked ?? (own === undefined ? quotesOf(locale) : FRENCH_QUOTES);
  const typography = own ?? quotedBy(quotes);
  let markdown: MarkdownReader | undefined;
  const reader = (): MarkdownReader => {
    markdown ??= createMarkdownReader((stretches) => typography(stretches.join(SEAM)).split(SEAM));
    return markdown;
  };
  const words = (text: string): string => typography(clean(text));
  // Asked for twice: as markup of a face, and for what the manifest says of it.
  const known = new WeakMap<TextValue, string>();
  const plain = (text: TextValue): string => {
    const result = known.get(text) ?? (isPlain(text) ? words(text.value) : reader().plain(clean(text.value)));
    known.set(text, result);
    return result;
  };
  const escaped = (text: TextValue): string => escapeMarkup(plain(text));
  return {
    quotes,
    words,
    plain,
    inline: (text) => (isPlain(text) ? escaped(text) : reader().inline(clean(text.value))),
    html: (text) => (isPlain(text) ? escaped(text) : reader().html(clean(text.value))),
  };
}

const isPlain = (text: TextValue): boolean => text.kind === "text" || !MARKS.test(text.value);

/** Without any of these signs Markdown is plain text, and its reader need not be woken. */
const MARKS = /[*_[\]\\\n]|^\s*(?:[-+]|\d+[.)])\s/;

/** Private-use signs serve as marks further down the line: they never come from a text. */
const PRIVATE_USE = /[\uE000-\uF8FF]/g;

const clean = (text: string): string => text.replace(PRIVATE_USE, "").trim();

export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
