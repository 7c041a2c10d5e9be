/** The links of a kit → the table by which the site of its redirect sends each printed address to its page. */
import type { LinkRow } from "./list.js";

export const REDIRECT_FORMATS = ["netlify", "csv"] as const;
export type RedirectFormat = (typeof REDIRECT_FORMATS)[number];

/** One line a printed address, sorted: the table of a kit that did not change is the same. */
export function redirectTable(rows: readonly LinkRow[], format: RedirectFormat): string {
  const pairs = new Map(rows.filter(({ url }) => url !== "").map(({ printed, url }) => [printed, url] as const));
  const sorted = [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([from, to]) => LINES[format](from, to)).join("");
}

const LINES: Readonly<Record<RedirectFormat, (from: string, to: string) => string>> = {
  // 302, for now: a browser that keeps 301 for good would not hear of a repair.
  netlify: (from, to) => `${from.replace(/^https?:\/\/[^/]+/, "")} ${to} 302\n`,
  csv: (from, to) => `${cell(from)};${cell(to)}\n`,
};

const cell = (text: string): string => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
