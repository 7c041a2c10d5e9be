/** What a step of assembly does → a small drawing of it: two sheets, the glue strip, the dashed line, the crosses. */
import { mm, type Point, type Pt, type Rect } from "../units.js";
import { asTheyStand, type ReadingDirection } from "./page-order.js";
import type { Mark } from "./sheet.js";
import type { AssemblyFigure } from "./tile-job.js";

/** Two neighbours: `over` is laid over `under`, with its left edge or, if tiles stand one above the other, its top one. */
export interface Neighbours {
  readonly under: string;
  readonly over: string;
  readonly edge: "left" | "top";
}

const NAME_SIZE: Pt = 12;
const ARM: Pt = mm(2);

/** Shares of the drawing's width: paper and art of sheets that lie side by side, the seam between them. */
const PAPER = { from: 0, to: 1 } as const;
const SEAM = 0.47;

/** Shares of the drawing's height: a sheet, the art on it, the middle of the margin between them. */
const SHEET = { from: 0.08, to: 0.92 } as const;
const ART = { from: 0.24, to: 0.76 } as const;
const MARGIN = 0.16;

/** From the edge of a sheet to its art. */
const SIDE = 0.07;

type Use = "figure" | "knife" | "overlap";

/** Draws in shares of `area`; tiles that stand one above the other are the same drawing with x and y exchanged. */
const pencil = ({ x, y, width, height }: Rect, edge: Neighbours["edge"]) => {
  const at = (u: number, v: number): Point =>
    edge === "left" ? { x: x + u * width, y: y + v * height } : { x: x + v * width, y: y + u * height };
  const line = (use: Use, from: Point, to: Point): Mark => ({ kind: "line", use, from, to });
  const box = (use: Use, u1: number, u2: number, { from, to }: { readonly from: number; readonly to: number }) => [
    line(use, at(u1, from), at(u2, from)),
    line(use, at(u2, from), at(u2, to)),
    line(use, at(u2, to), at(u1, to)),
    line(use, at(u1, to), at(u1, from)),
  ];
  return {
    line: (use: Use, [u1, v1]: readonly [number, number], [u2, v2]: readonly [number, number]): Mark =>
      line(use, at(u1, v1), at(u2, v2)),
    box,
    glue: (u1: number, u2: number): Mark => {
      const [a, b] = [at(u1, ART.from), at(u2, ART.to)];
      return { kind: "glue", area: { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y } };
    },
    cross: (u: number): readonly Mark[] => {
      const middle = at(u, MARGIN);
      return [
        line("figure", { ...middle, x: middle.x - ARM }, { ...middle, x: middle.x + ARM }),
        line("figure", { ...middle, y: middle.y - ARM }, { ...middle, y: middle.y + ARM }),
      ];
    },
    /** What is left of a cross when its sheet is cut through it. */
    halfCross: (u: number): readonly Mark[] => {
      const middle = at(u, MARGIN);
      const end = edge === "left" ? { ...middle, x: middle.x + ARM } : { ...middle, y: middle.y + ARM };
      return [line("figure", middle, end)];
    },
    name: (text: string, u: number): Mark => {
      const middle = at(u, 0.5);
      return {
        kind: "text",
        text,
        at: { x: middle.x, y: middle.y + NAME_SIZE / 3 },
        size: NAME_SIZE,
        anchor: "middle",
        angle: 0,
        face: "title",
      };
    },
    /** From u1 to u2, with a head. */
    arrow: (u1: number, u2: number, v: number): readonly Mark[] => {
      const [tip, tail] = [at(u2, v), at(u1, v)];
      const [dx, dy] = [Math.sign(tail.x - tip.x) * ARM, Math.sign(tail.y - tip.y) * ARM];
      const barb = (side: number): Mark =>
        line("knife", tip, { x: tip.x + dx + side * dy * 0.6, y: tip.y + dy + side * dx * 0.6 });
      return [line("knife", tail, tip), barb(1), barb(-1)];
    },
  };
};

/** One edge of the upper sheet is cut, from margin to margin; the cross on it is halved, all others stay. */
const drawEdge = (area: Rect, { over, edge }: Neighbours): readonly Mark[] => {
  const { box, line, cross, name } = pencil(area, edge);
  const [paper, cut, end] = [0.22, 0.34, 0.8];
  return [
    ...box("figure", paper, end, SHEET),
    line("overlap", [cut, ART.from], [end - SIDE, ART.from]),
    line("overlap", [end - SIDE, ART.from], [end - SIDE, ART.to]),
    line("overlap", [end - SIDE, ART.to], [cut, ART.to]),
    ...cross(cut),
    line("knife", [cut, 0], [cut, 1]),
    name(over, (cut + end) / 2),
  ];
};

/** The cut edge comes to lie on the dashed line of the other sheet, over the hatched strip, half a cross on a cross. */
const drawGlue = (area: Rect, { under, over, edge }: Neighbours): readonly Mark[] => {
  const { box, line, cross, halfCross, glue, name, arrow } = pencil(area, edge);
  const [dashed, strip, paper, cut] = [0.4, 0.52, 0.56, 0.62];
  return [
    glue(dashed, strip),
    ...box("figure", PAPER.from, paper, SHEET),
    ...box("overlap", SIDE, strip, ART),
    line("overlap", [dashed, SHEET.from + 0.02], [dashed, SHEET.to - 0.02]),
    ...cross(dashed),
    ...box("figure", cut, PAPER.to, SHEET),
    ...box("overlap", cut, PAPER.to - SIDE, ART),
    ...halfCross(cut),
    name(under, (SIDE + dashed) / 2),
    name(over, (cut + PAPER.to - SIDE) / 2 + 0.03),
    ...arrow(cut + 0.06, dashed + 0.01, 0.62),
  ];
};

/** Both sheets are one, and cut all round from edge to edge. */
const drawAround = (area: Rect, { under, over, edge }: Neighbours): readonly Mark[] => {
  const { box, line, cross, name } = pencil(area, edge);
  const [left, right] = [SIDE, PAPER.to - SIDE];
  return [
    ...box("figure", PAPER.from, PAPER.to, SHEET),
    line("figure", [SEAM, SHEET.from], [SEAM, SHEET.to]),
    ...cross(SEAM),
    line("knife", [-0.02, ART.from], [1.02, ART.from]),
    line("knife", [-0.02, ART.to], [1.02, ART.to]),
    line("knife", [left, 0], [left, 1]),
    line("knife", [right, 0], [right, 1]),
    name(under, (left + SEAM) / 2),
    name(over, (SEAM + right) / 2),
  ];
};

const DRAWINGS: Readonly<Record<AssemblyFigure, (area: Rect, neighbours: Neighbours) => readonly Mark[]>> = {
  edge: drawEdge,
  glue: drawGlue,
  around: drawAround,
};

const NUMBER_SIZE: Pt = 14;
/** From a figure's number to its drawing. */
const NUMBER_WIDTH: Pt = mm(7);
/** Wider than high: two sheets side by side. */
const ASPECT = 0.72;
const GAP: Pt = mm(7);

/** Figures with the numbers of their steps. */
export interface NumberedFigure {
  readonly number: string;
  readonly figure: AssemblyFigure;
}

/** How high a row of figures is that fills `width`. */
export const figuresHeight = (figures: readonly NumberedFigure[], width: Pt): Pt =>
  figures.length === 0 ? 0 : ASPECT * figureWidth(figures, width);

const figureWidth = (figures: readonly NumberedFigure[], width: Pt): Pt =>
  (width - (figures.length - 1) * GAP) / figures.length - NUMBER_WIDTH;

/**
 * The figures side by side in reading order, each with its number where its reader begins. What they show is paper:
 * it lies as it lies, whatever the language.
 */
export const drawFigures = (
  figures: readonly NumberedFigure[],
  area: Rect,
  neighbours: Neighbours,
  direction: ReadingDirection,
): readonly Mark[] => {
  const { x, y, width, height } = area;
  const drawn = Math.min(figureWidth(figures, width), height / ASPECT);
  const step = (width + GAP) / figures.length;
  return asTheyStand(figures, direction).flatMap(({ number, figure }, i): readonly Mark[] => {
    const [left, end] = [x + i * step, x + i * step + step - GAP];
    const start = direction === "ltr" ? left : end;
    const from = direction === "ltr" ? left + NUMBER_WIDTH : end - NUMBER_WIDTH - drawn;
    const at = { x: start, y: y + SHEET.from * height + NUMBER_SIZE };
    const anchor = direction === "ltr" ? "start" : "end";
    return [
      { kind: "text", text: number, at, size: NUMBER_SIZE, anchor, angle: 0, face: "title" },
      ...DRAWINGS[figure]({ x: from, y, width: drawn, height: ASPECT * drawn }, neighbours),
    ];
  });
};
