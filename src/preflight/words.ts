/** What the messages of preflight are made of: figures with their units, quotes, an error. */
import type { Problem } from "./findings.js";

const NBSP = "\u00A0";
export const quote = (text: string): string => `«${NBSP}${text}${NBSP}»`;

/** With a comma, and without needless noughts. */
export const decimal = (value: number, digits = 1): string =>
  value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")
    .replace(".", ",");

export const millimetres = (value: number, digits = 1): string => `${decimal(value, digits)}${NBSP}mm`;
export const points = (value: number): string => `${decimal(value, 2)}${NBSP}pt`;
export const percent = (value: number): string => `${Math.round(value)}${NBSP}%`;
/** Pixels an inch. */
export const ppi = (value: number): string => `${Math.floor(value)}${NBSP}ppp`;

export const atLeast = (what: string): string => `au moins ${what}`;
export const atMost = (what: string): string => `au plus ${what}`;

/** Of a text on the page: enough to find it. */
const LONGEST_EXCERPT = 30;

export const excerpt = (text: string): string => {
  const short = text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT - 1)}…` : text;
  return short === "" ? "" : ` (${quote(short)})`;
};

export const error = (
  code: string,
  message: string,
  hint: string,
  figures?: Pick<Problem, "measured" | "wanted">,
): Problem => ({ code, severity: "error", message, hint, ...figures });
