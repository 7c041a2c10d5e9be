/** Block rules of our own: boxes (`:::name {…}` … `:::`, `::name {…}`), and a limit to what stands inside one another. */
import type { StateBlock } from "markdown-it";
import type { Finding } from "../finding.js";
import * as say from "./messages.js";

/** What a `box_open` token carries; columns count from 0, in UTF-16 units, on the token's first line. */
export interface BoxMeta {
  readonly name: string;
  readonly column: number;
  readonly nameColumn: number;
  /** What follows the name. */
  readonly rest: string;
  readonly restColumn: number;
}

/** What a `mistake` token carries. */
export interface MistakeMeta {
  readonly finding: Finding;
  readonly column: number;
  readonly length: number;
}

/** Two signs make a box without a body. */
const LEAF = 2;
/** Four spaces and more are indentation that means something else. */
const MOST_INDENT = 4;
/** Levels of the parser: a quote or a box takes one, a list two. Nobody reads further in, and the parser recurses. */
const DEEPEST = 16;

const FENCE = /^(:{2,})[ \t]*([^\s{:]*)[ \t]*(.*)$/s;

interface Fence {
  readonly colons: number;
  readonly text: string;
  readonly name: string;
  readonly rest: string;
}

export function depthRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level <= DEEPEST) return false;
  mistake(state, startLine, say.tooDeep());
  state.line = endLine;
  return true;
}

export function boxRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const fence = fenceAt(state, startLine);
  if (fence === undefined) return false;
  if (silent) return true;
  state.line = startLine + 1;
  if (fence.name === "") {
    mistake(state, startLine, fence.rest === "" ? say.strayFence() : say.boxWithoutName());
    return true;
  }
  const isLeaf = fence.colons === LEAF;
  const end = isLeaf ? { line: startLine + 1, closed: false } : closeOf(state, startLine, endLine, fence);
  if (!isLeaf && !end.closed) mistake(state, startLine, say.unclosedBox(fence.name, ":".repeat(fence.colons)));
  openBox(state, startLine, fence);
  if (!isLeaf) readInside(state, startLine + 1, end.line);
  state.push("box_close", "div", -1);
  state.line = end.closed ? end.line + 1 : end.line;
  return true;
}

function fenceAt(state: StateBlock, line: number): Fence | undefined {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= MOST_INDENT) return undefined;
  const text = textAt(state, line);
  const found = text.startsWith("::") ? FENCE.exec(text) : null;
  if (found === null) return undefined;
  const [, colons = "", name = "", rest = ""] = found;
  return { colons: colons.length, text, name, rest };
}

const offsetAt = (state: StateBlock, line: number): number => (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);

const textAt = (state: StateBlock, line: number): string =>
  state.src.slice(offsetAt(state, line), state.eMarks[line]).trimEnd();

/** Column (from 0, in UTF-16 units) where what counts of a line begins, after the marks of lists and quotes. */
export const columnAt = (state: StateBlock, line: number): number =>
  offsetAt(state, line) - (state.src.lastIndexOf("\n", offsetAt(state, line) - 1) + 1);

/** The end of a box's body: the line that closes it, else the end of what it stands in. */
interface End {
  readonly line: number;
  readonly closed: boolean;
}

/**
 * A line of as many colons, as far from the margin. Boxes that open in between are closed first: an outer box with more
 * colons than the inner one is told apart even when the inner one was left open.
 */
function closeOf(state: StateBlock, startLine: number, endLine: number, opening: Fence): End {
  const open = [opening.colons];
  let line = startLine + 1;
  for (; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < state.blkIndent) break;
    if (state.sCount[line] !== state.sCount[startLine]) continue;
    const fence = fenceAt(state, line);
    if (fence === undefined || fence.colons === LEAF || (fence.name === "" && fence.rest !== "")) continue;
    if (fence.name !== "") {
      open.push(fence.colons);
      continue;
    }
    const closed = open.lastIndexOf(fence.colons);
    if (closed === 0) return { line, closed: true };
    if (closed > 0) open.length = closed;
  }
  return { line, closed: false };
}

function openBox(state: StateBlock, line: number, { text, name, rest }: Fence): void {
  const column = columnAt(state, line);
  const nameColumn = column + text.indexOf(name, LEAF);
  const restColumn = column + text.length - rest.length;
  const token = state.push("box_open", "div", 1);
  token.map = [line, line + 1];
  token.meta = { name, column, nameColumn, rest, restColumn } satisfies BoxMeta;
}

function readInside(state: StateBlock, startLine: number, endLine: number): void {
  const { parentType, lineMax } = state;
  state.parentType = "box";
  state.lineMax = endLine;
  state.md.block.tokenize(state, startLine, endLine);
  state.parentType = parentType;
  state.lineMax = lineMax;
}

function mistake(state: StateBlock, line: number, finding: Finding): void {
  const token = state.push("mistake", "", 0);
  token.map = [line, line + 1];
  const { length } = textAt(state, line);
  token.meta = { finding, column: columnAt(state, line), length } satisfies MistakeMeta;
}
