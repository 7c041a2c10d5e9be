/** Rectangles that share edges → the straight lines that part them, each cut once. */
import type { Mm } from "../units.js";
import type { CutPath, MmRect } from "./layout.js";

type Line = Extract<CutPath, { kind: "line" }>;

/** Closer than this is the same place. */
const SAME: Mm = 0.01;

/** A piece of an edge, along one axis, at a place of the other. */
interface Edge {
  readonly at: Mm;
  readonly from: Mm;
  readonly to: Mm;
}

/** Undefined when no two rectangles touch: then each is best cut in one go. */
export function partingLines(rects: readonly MmRect[]): readonly Line[] | undefined {
  const down = rects.flatMap(({ x, y, width, height }): Edge[] => [
    { at: x, from: y, to: y + height },
    { at: x + width, from: y, to: y + height },
  ]);
  const across = rects.flatMap(({ x, y, width, height }): Edge[] => [
    { at: y, from: x, to: x + width },
    { at: y + height, from: x, to: x + width },
  ]);
  if (!hasTwice(down) && !hasTwice(across)) return undefined;
  return [
    ...joined(down).map(({ at, from, to }): Line => ({ kind: "line", x1: at, y1: from, x2: at, y2: to })),
    ...joined(across).map(({ at, from, to }): Line => ({ kind: "line", x1: from, y1: at, x2: to, y2: at })),
  ];
}

const inOrder = (edges: readonly Edge[]): readonly Edge[] =>
  edges.toSorted((a, b) => (Math.abs(a.at - b.at) < SAME ? a.from - b.from : a.at - b.at));

/** Whether two edges lie on one another. */
function hasTwice(edges: readonly Edge[]): boolean {
  const sorted = inOrder(edges);
  return sorted.some((edge, index) => {
    const next = sorted[index + 1];
    return next !== undefined && Math.abs(next.at - edge.at) < SAME && next.from < edge.to - SAME;
  });
}

/** Edges that overlap or follow one another are one line. */
function joined(edges: readonly Edge[]): readonly Edge[] {
  const lines: Edge[] = [];
  for (const edge of inOrder(edges)) {
    const open = lines.at(-1);
    const follows = open && Math.abs(open.at - edge.at) < SAME && edge.from <= open.to + SAME;
    if (follows) lines[lines.length - 1] = { ...open, to: Math.max(open.to, edge.to) };
    else lines.push(edge);
  }
  return lines;
}
