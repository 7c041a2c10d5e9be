/** Sheets → where a machine cuts them: outlines of pieces, lines to fold, the marks that it looks for. */
import type { Placement, Sheet } from "../impose/index.js";
import { type Mm, type Rect, toMm } from "../units.js";
import { partingLines } from "./lines.js";

/** A rectangle in millimetres, from the top left corner of the page. */
export interface MmRect {
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

/** What the knife does without lifting: all around a piece, or along a line that several share. */
export type CutPath =
  | ({ readonly kind: "outline"; readonly radius: Mm } & MmRect)
  | { readonly kind: "line"; readonly x1: Mm; readonly y1: Mm; readonly x2: Mm; readonly y2: Mm };

export interface CutLayout {
  /** Numbers of the sheets that are cut so; they follow one another. */
  readonly sheets: readonly number[];
  readonly page: { readonly width: Mm; readonly height: Mm };
  readonly cuts: readonly CutPath[];
  /** Lines to score, where a front is folded on its back. */
  readonly folds: readonly Extract<CutPath, { kind: "line" }>[];
  /** Black areas, as they are printed. */
  readonly marks: readonly MmRect[];
}

/** The layouts of sheets that bear a machine's marks, in their order; sheets that are cut alike share one. */
export function cutLayouts(sheets: readonly Sheet[]): readonly CutLayout[] {
  const layouts: CutLayout[] = [];
  let last = "";
  for (const sheet of sheets) {
    const layout = layoutOf(sheet);
    const key = layout ? JSON.stringify(layout) : "";
    const open = layouts.at(-1);
    if (layout && open && key === last)
      layouts[layouts.length - 1] = { ...open, sheets: [...open.sheets, sheet.number] };
    else if (layout) layouts.push({ ...layout, sheets: [sheet.number] });
    last = key;
  }
  return layouts;
}

/** Undefined for a sheet without marks: it is not for a machine. */
function layoutOf({ page, front }: Sheet): Omit<CutLayout, "sheets"> | undefined {
  const marks = front.marks.flatMap((mark) => (mark.kind === "block" ? [inMm(mark.area)] : []));
  if (marks.length === 0) return undefined;
  const pieces = [...cellsOf(front.placements)];
  const outlines = pieces.map(({ rect, radius }): MmRect & { readonly radius: Mm } => ({
    ...inMm(rect),
    radius: round(toMm(radius)),
  }));
  return {
    page: { width: round(toMm(page.width)), height: round(toMm(page.height)) },
    cuts: cutsOf(outlines),
    folds: pieces.flatMap(({ fold }) => (fold ? [fold] : [])),
    marks,
  };
}

interface Cell {
  readonly rect: Rect;
  readonly radius: number;
  readonly fold?: Extract<CutPath, { kind: "line" }> | undefined;
}

/** A front and the back that is folded behind it are cut as one. */
function* cellsOf(placements: readonly Placement[]): Generator<Cell> {
  for (let at = 0; at < placements.length; at++) {
    const { slot, trim } = placements[at]!;
    const radius = slot.radius ?? 0;
    const next = placements[at + 1];
    const isFolded = next?.slot.piece === slot.piece && next.slot.copy === slot.copy && next.slot.side !== slot.side;
    if (!isFolded) {
      yield { rect: trim, radius };
      continue;
    }
    at += 1;
    yield { ...joined(trim, next.trim), radius };
  }
}

/** Two halves that touch → the whole and the line between them; the back may be first: kits read from the right begin there. */
function joined(one: Rect, other: Rect): Pick<Cell, "rect" | "fold"> {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const beside = Math.abs(one.x - other.x) > Math.abs(one.y - other.y);
  const rect = beside
    ? { x, y, width: one.width + other.width, height: one.height }
    : { x, y, width: one.width, height: one.height + other.height };
  const whole = inMm(rect);
  const far = inMm({ ...rect, x: Math.max(one.x, other.x), y: Math.max(one.y, other.y) });
  const fold = beside
    ? ({ kind: "line", x1: far.x, y1: whole.y, x2: far.x, y2: round(whole.y + whole.height) } as const)
    : ({ kind: "line", x1: whole.x, y1: far.y, x2: round(whole.x + whole.width), y2: far.y } as const);
  return { rect, fold };
}

/** Square pieces that touch are parted by lines, so that no edge is cut twice; all others are outlines of their own. */
function cutsOf(outlines: readonly (MmRect & { readonly radius: Mm })[]): readonly CutPath[] {
  const lines = outlines.every(({ radius }) => radius === 0) ? partingLines(outlines) : undefined;
  return lines ?? outlines.map((outline) => ({ kind: "outline", ...outline }));
}

/** A thousandth of a millimetre is finer than any machine. */
export const round = (value: number): Mm => Math.round(value * 1000) / 1000 + 0;

const inMm = ({ x, y, width, height }: Rect): MmRect => ({
  x: round(toMm(x)),
  y: round(toMm(y)),
  width: round(toMm(width)),
  height: round(toMm(height)),
});
