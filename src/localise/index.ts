/** Localise: kit + language → the words as they are printed, with the typography of the language. */
import type { Kit, TextValue } from "../content/kit.js";
import { createMarkdownReader, type MarkdownReader } from "./markdown.js";
import { french } from "./typography/french.js";

export interface LocalKit {
  readonly kit: Kit;
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** A text as safe markup: escaped, its marks turned into elements, typography applied. */
  html(text: TextValue): string;
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
  const plain = (text: TextValue): string => typography(clean(text.value));
  const html = (text: TextValue): string => {
    if (text.kind === "text") return escapeMarkup(plain(text));
    if (!MARKS.test(text.value)) return escapeMarkup(plain(text));
    markdown ??= createMarkdownReader(typography);
    return markdown.html(clean(text.value));
  };
  return {
    kit,
    locale,
    direction: /^(ar|he|fa|ur|ps|prs|dv|ckb|yi)\b/.test(locale) ? "rtl" : "ltr",
    plain,
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

export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);
