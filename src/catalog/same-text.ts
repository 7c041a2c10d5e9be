/** A French text → what counts in it: two texts that differ only in how they are typed have one translation. */

/** Spaces of every kind and width, and signs that nobody sees. */
const SPACES = /[\s\u00ad\u200b\u2060\ufeff]+/g;
/** An empty line, or the line of a list: here a line end means something. */
const LINE_ENDS = /\n[^\S\n]*(?=\n)|\n(?=[^\S\n]*(?:[-+*]|\d+[.)])\s)/g;
/** Stands for a line end that means something; no text holds it, for YAML knows no such sign. */
const KEPT = "\0";

/** Without spaces; one form of apostrophes, ellipses and accented letters. */
export const plainForm = (text: string): string =>
  text
    .trim()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(LINE_ENDS, KEPT)
    .replace(SPACES, "")
    .replace(/\0+/g, KEPT)
    .replace(/[’ʼ]/g, "'")
    .replace(/…/g, "...");

export const isSameText = (a: string, b: string): boolean => a === b || plainForm(a) === plainForm(b);
