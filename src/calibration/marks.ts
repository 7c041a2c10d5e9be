/** Scales, crosses and stairs of margins → lines and small words on a page. */
import type { Mark } from "../impose/index.js";
import { type Mm, mm, type Point, type Pt, type Size } from "../units.js";
import { MIDDLE, type Places } from "./places.js";

export type Edge = "top" | "right" | "bottom" | "left";
export const EDGES: readonly Edge[] = ["top", "right", "bottom", "left"];

type Use = Extract<Mark, { kind: "line" }>["use"];
export const line = (from: Point, to: Point, use: Use = "ruler"): Mark => ({ kind: "line", use, from, to });

type Words = Pick<Extract<Mark, { kind: "text" }>, "text" | "at" | "size" | "anchor" | "face">;
export const words = (mark: Words): Mark => ({ kind: "text", angle: 0, ...mark });

const FIGURES: Pt = 7;
const LETTER: Pt = 14;
/** From a baseline to the middle of its figures, in em. */
const HALF_FIGURE = 0.35;

/** Ticks at half millimetres, at millimetres, at every fifth with its number. */
const TICKS = { half: mm(1.4), whole: mm(2.6), fifth: mm(4) } as const;
const tickAt = (number: Mm): Pt =>
  number % 5 === 0 ? TICKS.fifth : Number.isInteger(number) ? TICKS.whole : TICKS.half;

/** A scale across the middle of one edge, its ticks and figures towards that edge, its letter at its beginning. */
export function scale(edge: Edge, letter: string, { page, scales }: Places): readonly Mark[] {
  const middle = { x: page.width / 2, y: page.height / 2 };
  const level = edge === "top" || edge === "bottom";
  const outwards = edge === "top" || edge === "left" ? -1 : 1;
  const foot = (level ? middle.y : middle.x) + outwards * (level ? scales.y : scales.x);
  /** A point by its number on the scale, and by how far it stands beyond its foot. */
  const at = (number: Mm, beyond: Pt): Point => {
    const along = (level ? middle.x : middle.y) + mm(number - MIDDLE);
    const across = foot + outwards * beyond;
    return level ? { x: along, y: across } : { x: across, y: along };
  };
  const numbers = Array.from({ length: 4 * MIDDLE + 1 }, (_, i) => i / 2);
  const figures = numbers.filter((number) => number % 5 === 0);
  return [
    line(at(0, 0), at(2 * MIDDLE, 0)),
    ...numbers.map((number) => line(at(number, 0), at(number, tickAt(number)))),
    ...figures.map((number) => figure(`${number}`, at(number, TICKS.fifth + mm(0.8)), edge)),
    words({
      text: letter,
      at: lowered(at(level ? -4 : -3, level ? TICKS.whole / 2 : TICKS.whole), level ? LETTER : 0),
      size: LETTER,
      anchor: "middle",
      face: "title",
    }),
  ];
}

const lowered = ({ x, y }: Point, size: Pt): Point => ({ x, y: y + HALF_FIGURE * size });

/** A number just beyond a point, towards an edge of the page. */
function figure(text: string, { x, y }: Point, towards: Edge): Mark {
  const anchor = { top: "middle", bottom: "middle", left: "end", right: "start" } as const;
  const drop = { top: 0, bottom: 2 * HALF_FIGURE, left: HALF_FIGURE, right: HALF_FIGURE };
  return words({ text, at: { x, y: y + drop[towards] * FIGURES }, size: FIGURES, anchor: anchor[towards] });
}

const ARM: Pt = mm(4);

/** A cross in each corner: from one to the next is a length to measure. */
export function crosses({ page, crosses: { width, height } }: Places): readonly Mark[] {
  const [x, y] = [mm(width) / 2, mm(height) / 2];
  return [-x, x].flatMap((dx) =>
    [-y, y].flatMap((dy) => {
      const at = { x: page.width / 2 + dx, y: page.height / 2 + dy };
      return [
        line({ x: at.x - ARM, y: at.y }, { x: at.x + ARM, y: at.y }, "register"),
        line({ x: at.x, y: at.y - ARM }, { x: at.x, y: at.y + ARM }, "register"),
      ];
    }),
  );
}

/** No office printer leaves more white than this. */
const DEEPEST: Mm = 10;
const STEP: Pt = mm(6);
const FROM_CORNER = { level: mm(22), upright: mm(42) } as const;

/** Lines along an edge, each a millimetre further in than the one before, with its distance from the paper's edge. */
export function stairs(edge: Edge, { width, height }: Size): readonly Mark[] {
  const level = edge === "top" || edge === "bottom";
  const inwards = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;
  const at = (depth: Mm, along: Pt): Point => {
    const across = mm(depth);
    if (level) return { x: along, y: edge === "top" ? across : height - across };
    return { x: edge === "left" ? across : width - across, y: along };
  };
  return Array.from({ length: DEEPEST }, (_, i) => i + 1).flatMap((depth) => {
    const start = (level ? FROM_CORNER.level : FROM_CORNER.upright) + (depth - 1) * STEP;
    const end = start + STEP - mm(1);
    return [
      line(at(depth, start), at(depth, end)),
      figure(`${depth}`, at(depth + 0.8, (start + end) / 2), inwards[edge]),
    ];
  });
}
