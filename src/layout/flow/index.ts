/**
 * Running text → pages: one tall column, parted where pages may end.
 *
 * arrange (the whole column) → leaves (what no break goes through) → breaks (which leaves on which page) → slices, painted.
 */
import type { Diagnostics } from "../../diagnostics/diagnostic.js";
import type { StyledElement } from "../../style/style.js";
import type { Pt } from "../../units.js";
import { type ArrangeTools, arrangeBoxes, type PlacedBox } from "../arrange.js";
import { buildBox } from "../boxes.js";
import { checkFace } from "../checks.js";
import type { FrameItem } from "../frame.js";
import type { InlineContext } from "../inline.js";
import { blockTooTall, type FaceName } from "../messages.js";
import { paintBox } from "../paint.js";
import { breakPages, type PageRun } from "./breaks.js";
import { type Leaf, leavesOf } from "./leaves.js";
import { sliceBox } from "./slice.js";

/** The box that text runs through, the same on every page. */
export interface FlowSpec {
  readonly name: FaceName;
  readonly width: Pt;
  readonly height: Pt;
}

export interface FlowPage {
  /** From the top left corner of the box. */
  readonly items: readonly FrameItem[];
  /** Where an element with an `id` begins, from the top of the box. */
  readonly anchors: ReadonlyMap<string, Pt>;
  /** Those of them that begin with the page: nothing stands above. */
  readonly opening: ReadonlySet<string>;
  /** The side of the book on which the page asks to stand. */
  readonly side: "left" | "right" | undefined;
}

export interface FlowTools {
  readonly arrange: ArrangeTools;
  readonly inline: InlineContext;
}

/** The pages of `root`. What is wider than the column or taller than a page is reported. */
export function layOutFlow(
  root: StyledElement,
  spec: FlowSpec,
  tools: FlowTools,
  diagnostics: Diagnostics,
): readonly FlowPage[] {
  const { width, height, name } = spec;
  const box = buildBox(root, tools.inline);
  if (!box) return [];
  const sized = { ...box, style: { ...box.style, width, height: "auto" as const } };
  const column = arrangeBoxes(sized, { width, height: "max-content" }, 0, tools.arrange);
  const safe = { x: 0, y: 0, width, height: column.rect.height };
  for (const problem of checkFace(column, { face: name, safe, shrunk: false })) diagnostics.report(problem);
  const leaves = leavesOf(column);
  const { pages, tooTall } = breakPages(leaves, { height, rhythm: root.style.rhythm });
  for (const index of tooTall) {
    const leaf = leaves[index]!;
    diagnostics.report(blockTooTall(name, leaf.at, leaf.bottom - leaf.top - height));
  }
  const anchors = anchorsIn(column, leaves);
  return pages.map((page) => paintPage(column, leaves, page, anchors));
}

/** An element that others refer to, and the leaf that it begins with. */
interface Anchor {
  readonly id: string;
  readonly leaf: number;
}

function anchorsIn({ box, rect, children }: PlacedBox, leaves: readonly Leaf[]): readonly Anchor[] {
  const { id } = box.element.attributes;
  const leaf = leaves.findIndex(({ bottom }) => bottom > rect.y + ROUNDING);
  const own = id && box.kind !== "text" && leaf >= 0 ? [{ id, leaf }] : [];
  return [...own, ...children.flatMap((child) => anchorsIn(child, leaves))];
}

const ROUNDING: Pt = 0.01;

function paintPage(
  column: PlacedBox,
  leaves: readonly Leaf[],
  { from, to, shifts, side }: PageRun,
  anchors: readonly Anchor[],
): FlowPage {
  const { top } = leaves[from]!;
  const stretch = { from: top, to: leaves[to - 1]!.bottom };
  const shiftOf = (block: number): Pt => shifts.get(block) ?? 0;
  const blocks = [...new Set(leaves.slice(from, to).map(({ block }) => block))];
  const items = blocks.flatMap((block) => {
    const slice = sliceBox(column.children[block]!, stretch);
    return slice ? paintBox(slice, { x: 0, y: top - shiftOf(block) }) : [];
  });
  const own = anchors.filter(({ leaf }) => leaf >= from && leaf < to);
  const placed = own.map(({ id, leaf }): [string, Pt] => {
    const { top: start, block } = leaves[leaf]!;
    return [id, start - top + shiftOf(block)];
  });
  const opening = own.filter(({ leaf }) => leaf === from).map(({ id }) => id);
  return { items, anchors: new Map(placed), opening: new Set(opening), side };
}
