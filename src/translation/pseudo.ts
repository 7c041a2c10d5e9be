/**
 * A text → the same text as a language that nobody speaks: accented, longer, between brackets. What such a kit prints
 * without brackets was never translatable; what does not fit in it will not fit in German.
 */
import { parsePlaceholders } from "../content/placeholders.js";

/** Longer and bracketed; the same from right to left. */
export const PSEUDO_LOCALES = ["fr-XA", "fr-XB"] as const;

export const isPseudo = (locale: string): boolean => PSEUDO_LOCALES.some((one) => one === locale);

/** In every Latin font, and in no text of a kit. */
export const PSEUDO_OPEN = "‹";
export const PSEUDO_CLOSE = "›";

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."aåcçeéiîoöuûyýAÅCÇEÉIÎOÖUÛ"].flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1]!]] : [])),
);

/** How much longer other languages get: short words up to twice, sentences by a third (W3C, Text size in translation). */
const GROWTH = [
  { upTo: 10, by: 1 },
  { upTo: 20, by: 0.6 },
  { upTo: 50, by: 0.4 },
  { upTo: Number.POSITIVE_INFINITY, by: 0.3 },
] as const;

/** What stays as it is: marks, addresses of links, references. */
const KEPT = /\]\([^)]*\)|\\[\s\S]/g;

/** `max`: characters that the field holds; a translation may not be longer either. */
export function pseudoText(text: string, max: number | undefined): string {
  // « 1950 » is the same everywhere.
  if (!/\p{L}/u.test(text)) return text;
  const words = parsePlaceholders(text).length > 1 || /[{}]/.test(text) ? keepBraces(text) : accented(text);
  const length = [...text].length;
  const room = max === undefined ? Number.POSITIVE_INFINITY : Math.max(0, max - length - 2);
  const growth = GROWTH.find(({ upTo }) => length <= upTo)!.by;
  const filler = fillerOf(Math.min(room, Math.round(length * growth)));
  const [, mark = "", body = "", tail = ""] = /^(\s*(?:[-+*]|\d+[.)])\s+)?([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return `${mark}${PSEUDO_OPEN}${body}${filler}${PSEUDO_CLOSE}${tail}`;
}

/** Words between braces are names, not text. */
const keepBraces = (text: string): string =>
  text.replace(/\{[^{}]*\}|[^{}]+/g, (part) => (part.startsWith("{") ? part : accented(part)));

function accented(text: string): string {
  let done = 0;
  let result = "";
  const letters = (part: string): string => [...part].map((sign) => ACCENTED[sign] ?? sign).join("");
  for (const { 0: kept, index } of text.matchAll(KEPT)) {
    result += letters(text.slice(done, index)) + kept;
    done = index + kept.length;
  }
  return result + letters(text.slice(done));
}

const FILLER = " plus long encore";

/** Ordinary short words: they break over lines as a language's own do. */
const fillerOf = (length: number): string =>
  FILLER.repeat(Math.ceil(length / FILLER.length))
    .slice(0, length)
    .trimEnd();
