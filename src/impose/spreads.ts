/** Pages in reading order → sheets of two, side by side on one side of the paper, as an open book shows them. */
import { folioOf, type SpreadsJob, spreadOf } from "./book-job.js";
import { cellsOf } from "./cells.js";
import { type Furnished, furnish } from "./furnish.js";
import type { Grid } from "./grid.js";
import type { Imposition } from "./job.js";
import { boundsOf, clampTo } from "./rects.js";
import type { Sheet } from "./sheet.js";
import { placeSpread } from "./spread.js";
import { centredSpread, spreadTooLarge } from "./spread-grid.js";

/** Two places for pages, by their number from 1; none where the book has no page. */
type Opening = readonly [left: number | undefined, right: number | undefined];

/** The openings of a book: the first page alone, then two by two, the last alone if their number is even. */
const openingsOf = (count: number, direction: SpreadsJob["direction"]): readonly Opening[] =>
  Array.from({ length: Math.floor(count / 2) + 1 }, (_, opening) => {
    const first = opening === 0 ? undefined : 2 * opening;
    const second = 2 * opening < count ? 2 * opening + 1 : undefined;
    return direction === "ltr" ? [first, second] : [second, first];
  });

const namesOf = ({ pages }: SpreadsJob, opening: Opening): string =>
  opening
    .filter((number) => number !== undefined)
    .map((number) => folioOf(pages, number))
    .join(" | ");

/** Nothing is cut or measured: only a label, where the paper leaves room. */
const furnished = (job: SpreadsJob, grid: Grid, labels: readonly string[]): Furnished =>
  furnish({
    border: { page: grid.page, art: grid.bounds, gap: 0, inside: [], rules: job.target },
    lines: [],
    spare: [],
    standing: [],
    ruler: undefined,
    labels,
  });

/**
 * Places pages at 100 %, two by two in the middle of the paper, without cuts and backs: to be read as they come out
 * of the printer. The first page stands alone on the side where a book begins. Returns a reason, and no sheets, if two
 * pages are larger than the paper.
 */
export const spreads = (job: SpreadsJob): Imposition => {
  const { pages, paper, label } = job;
  if (pages.length === 0) return { ok: true, sheets: [], groups: [], cuts: 0, seams: [] };
  const spread = spreadOf(pages);
  const grid = centredSpread(spread, paper, job.target);
  if (!grid) return spreadTooLarge(pages[0]!.piece, spread, paper);
  const openings = openingsOf(pages.length, job.direction);
  const total = openings.length;
  const { front: place } = cellsOf(grid, { trim: spread, bleed: 0 }, false)[0]!;
  const names = openings.map((opening, i) => label?.sheet(i + 1, total, namesOf(job, opening)) ?? "");
  const furniture = label && furnished(job, grid, names);
  const sheets = openings.map((opening, i): Sheet => {
    const pair = opening.map((number) => (number === undefined ? undefined : pages[number - 1]));
    const placements = placeSpread([pair[0], pair[1]], { place, page: grid.page, creep: 0, copy: 1 });
    const trimBox = clampTo(boundsOf(placements.map(({ trim }) => trim)), grid.page);
    return {
      page: grid.page,
      paper,
      trimBox,
      bleedBox: trimBox,
      front: { placements, marks: furniture?.label(names[i]!) ?? [] },
      number: i + 1,
      total,
    };
  });
  const group = {
    kind: "spreads",
    first: 1,
    count: total,
    page: grid.page,
    columns: 2,
    rows: 1,
    perSheet: 2,
    turned: false,
    margin: { x: grid.bounds.x, y: grid.bounds.y },
    cuts: 0,
    folds: 0,
    lines: [],
    ruler: 0,
  } as const;
  return { ok: true, sheets, groups: [group], cuts: 0, seams: [] };
};
