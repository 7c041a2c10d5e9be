/** What is left of groups of several sizes once their own sheets are full → bands of equal cells that share sheets. */
import type { Pt, Size } from "../units.js";
import { type Copy, type OwnSheets, ownCount } from "./copies.js";
import { chooseGrid, countsAlong, cutsAlong, type Grid, mostCells, pagesOf, turn } from "./grid.js";
import { demandOf, type GroupPlan, type PlanJob } from "./plan.js";
import { bleedRange, FURNITURE, PARTING, type TargetRules } from "./targets.js";

/** A strip from edge to edge of the page, with cells of one size in its middle. Once parted, it is a sheet of its own. */
export interface Band {
  /** The group, its grid where it lies on this page. */
  readonly plan: GroupPlan;
  readonly copies: readonly Copy[];
  /** From the top of the page; the outermost bands reach its edges. */
  readonly top: Pt;
  readonly bottom: Pt;
}

/** Bands from top to bottom, with a straight cut between any two. */
export interface BandSheet {
  readonly page: Size;
  readonly bands: readonly Band[];
}

export interface Shared {
  readonly own: readonly OwnSheets[];
  readonly shared: readonly BandSheet[];
}

/** Above and below the cells of a band: bleed, the shortest mark, and some white to the cut that parts bands. */
const roomOf = (kept: Pt, { markLeast }: TargetRules): Pt => kept + markLeast + PARTING;

/** At both ends of a page, more than between bands: what the printer leaves white, and the ruler or the label. */
const endOf = ({ printerMargin }: TargetRules): Pt => printerMargin + FURNITURE - PARTING;

/** How cells of a group lie in a band. */
interface Shape {
  readonly plan: GroupPlan;
  readonly turned: boolean;
  readonly cell: Size;
  readonly columns: number;
  readonly gutter: Pt;
  readonly kept: Pt;
}

const heightOf = ({ cell, gutter, kept }: Shape, rows: number, rules: TargetRules): Pt =>
  rows * (cell.height + gutter) - gutter + 2 * roomOf(kept, rules);

/** A page as it lies, and how pieces lie on it: upright where they can, as they are read, or as low as they can. */
interface Lie {
  readonly page: Size;
  readonly pieces: "upright" | "lowest";
}

/** The lie of a group's cells; undefined if the page is too narrow for them. */
const shapeOn = ({ page, pieces }: Lie, plan: GroupPlan, count: number, rules: TargetRules): Shape | undefined => {
  const { cell: upright, bleed, safe } = demandOf(plan, count);
  const gutter = rules.gutterPerBleed * bleed;
  const shapes = [false, true].flatMap((turned): readonly Shape[] => {
    const cell = turned ? turn(upright) : upright;
    const most = countsAlong({ bleed, safe }, cell.width, page.width, rules).at(-1);
    if (most === undefined) return [];
    // As even as they come: five cards in two rows are three and two.
    const columns = Math.ceil(count / Math.ceil(count / most));
    const range = bleedRange(bleed, rules);
    const side = (page.width - columns * (cell.width + gutter) + gutter) / 2;
    const free = side - rules.printerMargin - rules.markLeast;
    return [{ plan, turned, cell, columns, gutter, kept: Math.max(range.least, Math.min(range.most, free)) }];
  });
  if (pieces === "upright") return shapes[0];
  const height = (shape: Shape): Pt => heightOf(shape, Math.ceil(count / shape.columns), rules);
  return shapes.reduce<Shape | undefined>(
    (best, shape) => (best === undefined || height(shape) < height(best) ? shape : best),
    undefined,
  );
};

/** Rows of one group, for a page that is being filled. */
interface Stretch {
  readonly shape: Shape;
  rows: number;
  count: number;
}

const usedBy = (stretches: readonly Stretch[], rules: TargetRules): Pt =>
  stretches.reduce((sum, { shape, rows }) => sum + heightOf(shape, rows, rules), 0);

interface Lot {
  readonly own: OwnSheets;
  readonly count: number;
}

/** The highest rows first, each group where there is room for a row of it. */
const fill = (lie: Lie, lots: readonly Lot[], rules: TargetRules): readonly (readonly Stretch[])[] => {
  const room = lie.page.height - 2 * endOf(rules);
  const shaped = lots.flatMap(({ own, count }) => {
    const shape = shapeOn(lie, own.plan, count, rules);
    return shape && heightOf(shape, 1, rules) <= room ? [{ shape, count }] : [];
  });
  const pages: Stretch[][] = [];
  for (const { shape, count } of shaped.toSorted((a, b) => b.shape.cell.height - a.shape.cell.height)) {
    let left = count;
    while (left > 0) {
      const open = pages.find((one) => usedBy(one, rules) + heightOf(shape, 1, rules) <= room) ?? [];
      if (open.length === 0) pages.push(open);
      const stretch: Stretch = { shape, rows: 0, count: 0 };
      open.push(stretch);
      do {
        stretch.rows += 1;
        const placed = Math.min(left, shape.columns);
        stretch.count += placed;
        left -= placed;
      } while (left > 0 && usedBy(open, rules) + shape.cell.height + shape.gutter <= room);
    }
  }
  return pages;
};

/** The cells of a band, its topmost trims at `y`. */
const gridAt = (page: Size, { shape, rows }: Stretch, y: Pt, rules: TargetRules): Grid => {
  const { turned, cell, columns, gutter, kept } = shape;
  const width = columns * (cell.width + gutter) - gutter;
  const height = rows * (cell.height + gutter) - gutter;
  const bounds = { x: (page.width - width) / 2, y, width, height };
  const tolerance = rules.edgeTolerance;
  const cuts = {
    x: cutsAlong(bounds.x, cell.width, columns, gutter, page.width, tolerance),
    y: cutsAlong(bounds.y, cell.height, rows, gutter, page.height, tolerance),
  };
  return { page, turned, columns, rows, cell, gutter, kept, bounds, cuts };
};

/** Bands below one another, in the middle of the page. */
const stack = (
  page: Size,
  stretches: readonly Stretch[],
  take: (plan: GroupPlan, count: number) => readonly Copy[],
  rules: TargetRules,
): BandSheet => {
  let y = (page.height - usedBy(stretches, rules)) / 2;
  const bands = stretches.map((stretch, i): Band => {
    const { shape, rows, count } = stretch;
    const top = i === 0 ? 0 : y;
    const grid = gridAt(page, stretch, y + roomOf(shape.kept, rules), rules);
    y += heightOf(shape, rows, rules);
    const bottom = i === stretches.length - 1 ? page.height : y;
    return { plan: { ...shape.plan, grid }, copies: take(shape.plan, count), top, bottom };
  });
  return { page, bands };
};

type SharedJob = Pick<PlanJob, "paper" | "target">;

/** Copies that each group keeps on sheets of its own, and pages that are shared. */
const divide = (lie: Lie, own: readonly OwnSheets[], { paper, target: rules }: SharedJob): Shared => {
  const lots = own.map((one) => {
    const count = one.copies.length;
    return { own: one, count: count % mostCells(demandOf(one.plan, count), paper, rules) };
  });
  const pages = fill(
    lie,
    lots.filter(({ count }) => count > 0),
    rules,
  ).filter((stretches) => stretches.length > 1);
  // What is shared is the end of each group; copies leave it in their order.
  const left = new Map(own.map(({ plan, copies }) => [plan, copies]));
  const counts = new Map<GroupPlan, number>();
  for (const { shape, count } of pages.flat()) counts.set(shape.plan, (counts.get(shape.plan) ?? 0) + count);
  const kept = own.map((one): OwnSheets => {
    const { plan, copies } = one;
    const end = copies.length - (counts.get(plan) ?? 0);
    left.set(plan, copies.slice(end));
    if (end === copies.length) return one;
    const grid = chooseGrid(demandOf(plan, end), paper, rules)!;
    return { plan: { ...plan, grid }, copies: copies.slice(0, end) };
  });
  const take = (plan: GroupPlan, count: number): readonly Copy[] => {
    const copies = left.get(plan)!;
    left.set(plan, copies.slice(count));
    return copies.slice(0, count);
  };
  return {
    own: kept.filter(({ copies }) => copies.length > 0),
    shared: pages.map((stretches) => stack(lie.page, stretches, take, rules)),
  };
};

const total = ({ own, shared }: Shared): number => own.reduce((sum, one) => sum + ownCount(one), shared.length);

/**
 * What groups do not fill of their last sheets goes on common ones, if that makes fewer. On a shared sheet each band
 * holds cells of one size, so that every cut goes straight through: first between bands, then in each of them.
 */
export const shareSheets = (own: readonly OwnSheets[], job: SharedJob): Shared => {
  const apart: Shared = { own, shared: [] };
  const lies = (["upright", "lowest"] as const).flatMap((pieces) =>
    pagesOf(job.paper).map((page): Lie => ({ page, pieces })),
  );
  return lies.reduce((best, lie) => {
    const divided = divide(lie, own, job);
    return total(divided) < total(best) ? divided : best;
  }, apart);
};
