/** Localise: kit + language → the words as they are printed, with the typography of the language. */
import type { Kit, TextValue } from "../content/kit.js";
import { createMarkdownReader, type MarkdownReader } from "./markdown.js";
import { french, SEAM } from "./typography/french.js";

export { durationText, longDate } from "./durations.js";

export interface LocalKit {
  readonly kit: Kit;
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** A text as safe markup: escaped, its marks turned into elements, typography applied. */
  html(text: TextValue): string;
  /** The same for the words of one paragraph, heading or cell: what looks like a list is none. */
  inline(text: TextValue): string;
  /** A text as plain words, for titles of files, outlines and labels. */
  plain(text: TextValue): string;
}

/** Private-use signs serve as marks further down the line: they never come from a text. */
const PRIVATE_USE = /[\uE000-\uF8FF]/g;

const TYPOGRAPHY: Readonly<Record<string, (text: string) => string>> = { fr: french };

export function localise(kit: Kit, locale: string): LocalKit {
  const typography = TYPOGRAPHY[locale.split("-")[0]!] ?? ((text: string) => text);
  let markdown: MarkdownReader | undefined;
  const cache = new WeakMap<TextValue, string>();
  const reader = (): MarkdownReader => {
    markdown ??= createMarkdownReader((stretches) => typography(stretches.join(SEAM)).split(SEAM));
    return markdown;
  };
  const isPlain = (text: TextValue): boolean => text.kind === "text" || !MARKS.test(text.value);
  const plain = (text: TextValue): string =>
    isPlain(text) ? typography(clean(text.value)) : reader().plain(clean(text.value));
  const html = (text: TextValue): string => {
    return isPlain(text) ? escapeMarkup(plain(text)) : reader().html(clean(text.value));
  };
  return {
    kit,
    locale,
    direction: /^(ar|he|fa|ur|ps|prs|dv|ckb|yi)\b/.test(locale) ? "rtl" : "ltr",
    plain,
    inline: (text) => (isPlain(text) ? escapeMarkup(plain(text)) : reader().inline(clean(text.value))),
    html(text) {
      const known = cache.get(text);
      if (known !== undefined) return known;
      const result = html(text);
      cache.set(text, result);
      return result;
    },
  };
}

/** Without any of these signs Markdown is plain text, and its reader need not be woken. */
const MARKS = /[*_[\]\\\n]|^\s*(?:[-+]|\d+[.)])\s/;

const clean = (text: string): string => text.replace(PRIVATE_USE, "").trim();

export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
