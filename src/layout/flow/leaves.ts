/** A column of running text → its leaves: the lines, pictures and boxes that no page break goes through, from top to bottom. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Pt } from "../../units.js";
import type { PlacedBox } from "../arrange.js";

/** What stands between two places where a page might end. Distances from the top of the column. */
export interface Leaf {
  readonly top: Pt;
  readonly bottom: Pt;
  /** A line of a paragraph: which one, of how many. */
  readonly line?: LineOfParagraph | undefined;
  /** Index of the child of the column that it belongs to. */
  readonly block: number;
  readonly before: BreakWish;
  readonly after: BreakWish;
  /** Ends with a heading: two lines must follow on its page. */
  readonly isHeading: boolean;
  /** Where it was written. */
  readonly at: Span | undefined;
}

export interface LineOfParagraph {
  readonly paragraph: PlacedBox;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly orphans: number;
  readonly widows: number;
  /** Whether a word goes on in the next line. */
  readonly hyphenated: boolean;
}

export type BreakWish = "auto" | "avoid" | "page" | "left" | "right";

/** Less overlap than this is rounding. */
const TOLERANCE: Pt = 0.5;

/** The leaves of `column`, in order, none overlapping another. */
export function leavesOf(column: PlacedBox): readonly Leaf[] {
  const leaves: Leaf[] = [];
  column.children.forEach((child, block) => {
    leaves.push(...leavesIn(child, block));
  });
  const sorted = leaves.sort((a, b) => a.top - b.top || a.bottom - b.bottom);
  const merged: Leaf[] = [];
  for (const leaf of sorted) {
    const last = merged.at(-1);
    if (last && leaf.top < last.bottom - TOLERANCE) merged[merged.length - 1] = merge(last, leaf);
    else merged.push(leaf);
  }
  return merged;
}

function leavesIn(placed: PlacedBox, block: number): readonly Leaf[] {
  const { box, rect } = placed;
  const { style, element } = box;
  const whole = { top: rect.y, bottom: rect.y + rect.height, block, at: element.at };
  if (style.position === "absolute") return [];
  const inner = box.kind === "container" && !isUnbroken(placed) ? broken(placed, block) : [];
  if (box.kind === "text") return textLeaves(placed, block);
  if (inner.length === 0) {
    if (rect.height <= 0) return [];
    const at = firstWords(placed) ?? element.at;
    return [{ ...whole, at, before: style.breakBefore, after: style.breakAfter, isHeading: isHeading(placed) }];
  }
  return withEdges(inner, placed);
}

const broken = (placed: PlacedBox, block: number): readonly Leaf[] =>
  placed.children.flatMap((child) => leavesIn(child, block));

/** What is drawn as one thing cannot be cut in two. */
function isUnbroken({ box: { style } }: PlacedBox): boolean {
  return (
    style.breakInside === "avoid" || style.overflow === "hidden" || style.transform.length > 0 || style.opacity < 1
  );
}

const HEADING = /^h[1-6]$/;
const isHeading = ({ box }: PlacedBox): boolean => HEADING.test(box.element.name);

function textLeaves({ box, rect, lines }: PlacedBox, block: number): readonly Leaf[] {
  const { element } = box;
  const { orphans, widows } = box.style;
  const all = lines?.lines ?? [];
  // The box of a paragraph's words has no style of its own but what it inherits: wishes come from the element around.
  const paragraph = { box, rect, lines, children: [] };
  return all.map((line, index) => {
    const tag = line.pieces[0]?.tag;
    return {
      top: rect.y + line.top,
      bottom: rect.y + line.top + line.height,
      block,
      line: { paragraph, index, count: all.length, orphans, widows, hyphenated: line.hyphenated },
      before: "auto",
      after: "auto",
      isHeading: HEADING.test(element.name),
      at: tag?.text?.content ?? element.at,
    };
  });
}

/** A box's padding and frame go with its first and last leaf, and so do its wishes. */
function withEdges(inner: readonly Leaf[], { box: { style }, rect }: PlacedBox): readonly Leaf[] {
  const edged = [...inner];
  const [first] = edged;
  edged[0] = {
    ...first!,
    top: hasFrame(style) ? Math.min(first!.top, rect.y) : first!.top,
    before: stronger(style.breakBefore, first!.before),
  };
  const last = edged.at(-1)!;
  edged[edged.length - 1] = {
    ...last,
    bottom: hasFrame(style) ? Math.max(last.bottom, rect.y + rect.height) : last.bottom,
    after: stronger(style.breakAfter, last.after),
  };
  return edged;
}

const hasFrame = (style: PlacedBox["box"]["style"]): boolean =>
  style.backgroundColor.a > 0 ||
  style.backgroundImage !== "none" ||
  style.borderTopWidth + style.borderRightWidth + style.borderBottomWidth + style.borderLeftWidth > 0;

const stronger = (outer: BreakWish, inner: BreakWish): BreakWish => (outer === "auto" ? inner : outer);

/** Two leaves side by side (a bullet and its line, two columns) are one. */
function merge(one: Leaf, other: Leaf): Leaf {
  const longer = (other.line?.count ?? 0) > (one.line?.count ?? 0) ? other.line : one.line;
  const hyphenated = (one.line?.hyphenated ?? false) || (other.line?.hyphenated ?? false);
  return {
    ...one,
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    line: longer && { ...longer, hyphenated },
    before: stronger(one.before, other.before),
    after: stronger(other.after, one.after),
    isHeading: one.isHeading || other.isHeading,
  };
}

function firstWords(placed: PlacedBox): Span | undefined {
  for (const line of placed.lines?.lines ?? []) {
    for (const { tag } of line.pieces) if (tag.text?.content) return tag.text.content;
  }
  for (const child of placed.children) {
    const found = firstWords(child);
    if (found) return found;
  }
  return undefined;
}
