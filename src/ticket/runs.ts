/** Groups of imposed sheets → runs of sheets that are worked alike, with their cuts in the order of a guillotine. */
import { rectMm } from "../deliver/index.js";
import type { Imposed, Line, SheetGroup } from "../impose/index.js";
import { type Pt, toMm } from "../units.js";
import type { Handling, TicketLine, TicketRun } from "./ticket.js";

/** The runs of a file. Groups of the same work (each matrix, each copy of a board) are one. */
export function runsOf({ sheets, groups }: Pick<Imposed, "sheets" | "groups">): readonly TicketRun[] {
  const runs = new Map<string, TicketRun>();
  for (const group of groups) {
    const run = runOf(group, sheets);
    // Pieces of one grid lie where its cuts say; where nothing is cut, it does not matter where they lie. Parts are in
    // no grid: only those that lie alike are cut in one pile.
    const trims = run.handling === "parts" ? run.trims : [];
    const key = JSON.stringify({ ...run, sheets: [], count: 0, trims });
    const known = runs.get(key);
    runs.set(key, known ? joined(known, run) : run);
  }
  return [...runs.values()];
}

function runOf(group: SheetGroup, sheets: Imposed["sheets"]): TicketRun {
  const handling = handlingOf(group);
  const first = sheets[group.first - 1]!;
  const waiting = foreEdgeCuts(group);
  const lines = (use: Line["use"]): readonly TicketLine[] =>
    group.lines
      .filter((line) => line.use === use && !waiting.includes(line))
      .map(({ axis, at }) => ({ from: SIDES[axis], at: tenth(at) }));
  const isArt = handling !== "guide";
  const cuts = handling === "cut" ? inOrder(lines("crop")) : [];
  return {
    kind: group.kind,
    handling,
    sheets: [[group.first, group.first + group.count - 1]],
    count: group.count,
    page: { width: tenth(group.page.width), height: tenth(group.page.height) },
    trims: isArt ? first.front.placements.map(({ trim }) => rectMm(trim)) : [],
    cutCount: handling === "parts" ? group.cuts : cuts.length,
    cuts,
    folds: lines("fold"),
    staples: lines("staple"),
  };
}

const SIDES = { x: "left", y: "top" } as const;

/**
 * The cuts of a booklet beside its fold: they wait until it is stapled, and are one then. Sheets cut before would not be
 * even, for those inside others stand out. Booklets side by side are parted first, all at once.
 */
export function foreEdgeCuts(group: SheetGroup): readonly Line[] {
  const fold = group.lines.find(({ use }) => use === "fold");
  if (group.kind !== "saddle" || !fold) return [];
  const across = fold.axis === "x" ? group.columns : group.rows;
  return across > 1 ? [] : group.lines.filter(({ use, axis }) => use === "crop" && axis === fold.axis);
}

/** Nobody sets a stop more finely. */
export const tenth = (length: Pt): number => Math.round(toMm(length) * 10) / 10;

function handlingOf({ kind, columns, rows, cuts, machine }: SheetGroup): Handling {
  if (kind === "assembly") return "guide";
  // Parted panels are cut as they are glued: the assembly page says which edge, and when.
  if (kind === "tiles" && columns * rows > 1) return "glue";
  if (kind === "bands") return "parts";
  if (machine === "marks") return "machine";
  return cuts > 0 ? "cut" : "keep";
}

/**
 * From the left edge, the farthest first: that edge stays against the stop, the knife takes off what is beyond it, so
 * each distance is measured from the paper's own edge and no error adds to the next. Then the same from the top.
 */
const inOrder = (cuts: readonly TicketLine[]): readonly TicketLine[] =>
  (["left", "top"] as const).flatMap((side) =>
    cuts.filter(({ from }) => from === side).toSorted((a, b) => b.at - a.at),
  );

function joined(one: TicketRun, other: TicketRun): TicketRun {
  const [first, last] = one.sheets.at(-1)!;
  const [from, to] = other.sheets[0]!;
  const sheets =
    from === last + 1 ? [...one.sheets.slice(0, -1), [first, to] as const] : [...one.sheets, [from, to] as const];
  return { ...one, sheets, count: one.count + other.count };
}
