/**
 * A text read before and its next version → the next tree, of which only the list item that was edited is read anew: an
 * editor corrects one card at a time, and reading a whole deck takes as long as laying out the card.
 */
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import type { Entry, ListNode, Node } from "./node.js";
import { type Parsed, parseLines } from "./parse.js";

export interface Read {
  readonly source: Source;
  /** What was read without any mistake. */
  readonly parsed: Parsed;
}

/**
 * The tree of `next`, the same as reading all of it gives. Undefined when more than one item of one list changed or
 * something is to be said about it: then all must be read.
 */
export function patch({ source, parsed }: Read, next: Source): Parsed | undefined {
  const { root } = parsed;
  if (root?.kind !== "map" || root.flow || parsed.broken.length > 0) return undefined;
  const change = changeBetween(source.text, next.text);
  const index = root.entries.findLastIndex(({ keyAt }) => keyAt.start < change.start);
  const list = root.entries[index]?.value;
  if (list?.kind !== "list" || list.flow) return undefined;
  const region = itemAround(change, list, source.text, index === root.entries.length - 1);
  if (region === undefined) return undefined;
  const lines = readItem(region, change, next);
  if (lines === undefined) return undefined;
  const move: Move = { next, from: region.end, by: change.by };
  /** A list ends where its last item does, and the file's map with its last list. */
  const until = (at: Span): Span => (region.isLast ? { ...moved(at, move), end: lines.at.end } : moved(at, move));
  const items = list.items.map((item, at) => (at === region.index ? lines.items[0]! : moveNode(item, move)));
  const entries = root.entries.map((entry, at) =>
    at === index
      ? { ...entry, keyAt: moved(entry.keyAt, move), value: { ...list, items, at: until(list.at) } }
      : moveEntry(entry, move),
  );
  return { root: { ...root, entries, at: until(root.at) }, broken: [] };
}

/** What stands between the common start and the common end of two texts: where it began, where it ended, how it grew. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/** Stretches that are compared whole: sign by sign, a file of a hundred cards takes a millisecond. */
const STRETCH = 1024;

function changeBetween(before: string, after: string): Change {
  const by = after.length - before.length;
  const shorter = Math.min(before.length, after.length);
  const isAlike = (there: number, here: number): boolean =>
    before.slice(there, there + STRETCH) === after.slice(here, here + STRETCH);
  let start = 0;
  while (start + STRETCH <= shorter && isAlike(start, start)) start += STRETCH;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = before.length;
  const least = before.length - (shorter - start);
  while (end - STRETCH >= least && isAlike(end - STRETCH, end - STRETCH + by)) end -= STRETCH;
  while (end > least && before.charCodeAt(end - 1) === after.charCodeAt(end - 1 + by)) end--;
  return { start, end, by };
}

/** The lines of an item, from its own to the dash of the next item; in offsets of the text before. */
interface Region {
  readonly index: number;
  readonly isLast: boolean;
  /** Spaces before the dashes of its list. */
  readonly indent: string;
  readonly start: number;
  readonly end: number;
}

/** The item whose lines hold all of the change; what follows the last list of a file belongs to its last item. */
function itemAround(change: Change, list: ListNode, text: string, isLastList: boolean): Region | undefined {
  const lineOf = (item: Node): number => text.lastIndexOf("\n", item.at.start - 1) + 1;
  const index = list.items.findLastIndex((item) => lineOf(item) <= change.start);
  const item = list.items[index];
  if (item === undefined) return undefined;
  const following = list.items[index + 1];
  if (following === undefined && !isLastList) return undefined;
  const start = lineOf(item);
  const end = following === undefined ? text.length : text.indexOf("-", lineOf(following));
  if (change.end > end) return undefined;
  return { index, isLast: following === undefined, indent: text.slice(start, text.indexOf("-", start)), start, end };
}

/** The list of one item that the changed lines make, if they make just that and nothing is to be said about it. */
function readItem({ start, end, indent, isLast }: Region, { by }: Change, next: Source): ListNode | undefined {
  const text = next.text.slice(start, end + by);
  if (!text.startsWith(`${indent}- `) || (!isLast && !text.endsWith(`\n${indent}`))) return undefined;
  // To whom a remark at the end of a file belongs, only the whole file tells.
  if (isLast && text.includes("#")) return undefined;
  // Every further line must belong to the item: then what follows it means what it meant.
  const belongs = new RegExp(`^(?:${indent} |\\s*(?:#|$))`);
  const [, ...further] = text.split("\n");
  if (!further.every((line) => belongs.test(line))) return undefined;
  let silent = true;
  const report = (): void => {
    silent = false;
  };
  const { root, broken } = parseLines(next, { start, end: end + by }, { report });
  const isOne = silent && broken.length === 0 && root?.kind === "list" && root.items.length === 1;
  return isOne ? root : undefined;
}

/** How places move on from one text to the next: those from `from` on by `by`. */
interface Move {
  readonly next: Source;
  readonly from: number;
  readonly by: number;
}

const moved = ({ start, end }: Span, { next, from, by }: Move): Span => ({
  source: next,
  start: start >= from ? start + by : start,
  end: end >= from ? end + by : end,
});

function moveNode(node: Node, move: Move): Node {
  const at = moved(node.at, move);
  if (node.kind === "scalar") return { ...node, at };
  if (node.kind === "list") return { ...node, at, items: node.items.map((item) => moveNode(item, move)) };
  return { ...node, at, entries: node.entries.map((entry) => moveEntry(entry, move)) };
}

function moveEntry({ key, keyAt, value, bare }: Entry, move: Move): Entry {
  return { key, keyAt: moved(keyAt, move), value: moveNode(value, move), bare };
}
