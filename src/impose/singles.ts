/** Pages in reading order → pages of a PDF of exactly their size, for the screen. */
import { type Size, toMm } from "../units.js";
import type { SinglesJob } from "./book-job.js";
import { faceTransform } from "./cells.js";
import type { Imposition } from "./job.js";
import type { Sheet } from "./sheet.js";

const nameOf = ({ width, height }: Size): string => `${Math.round(toMm(width))} × ${Math.round(toMm(height))} mm`;

/** One page of the book on each page of the PDF, which ends at the trim: no bleed, no marks, no backs. */
export const singles = ({ pages, name }: SinglesJob): Imposition => {
  const [first] = pages;
  if (!first) return { ok: true, sheets: [], groups: [], cuts: 0, seams: [] };
  const sheets = pages.map(({ piece, trim, bleed, safe }, i): Sheet => {
    const box = { x: 0, y: 0, width: trim.width, height: trim.height };
    const page = { width: trim.width, height: trim.height };
    const transform = faceTransform({ trim, bleed }, box, false);
    const slot = { piece, side: "front", trim, bleed, safe, copy: 1 } as const;
    return {
      page,
      paper: { name: name ?? nameOf(trim), ...page },
      trimBox: box,
      bleedBox: box,
      front: { placements: [{ slot, transform, clip: box, trim: box }], marks: [] },
      number: i + 1,
      total: pages.length,
    };
  });
  const group = {
    kind: "singles",
    first: 1,
    count: sheets.length,
    page: sheets[0]!.page,
    columns: 1,
    rows: 1,
    perSheet: 1,
    turned: false,
    margin: { x: 0, y: 0 },
    cuts: 0,
    folds: 0,
    lines: [],
    ruler: 0,
  } as const;
  return { ok: true, sheets, groups: [group], cuts: 0, seams: [] };
};
