/** Who checks a value and where it stands; shared by the checks of maps, lists and scalars. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Reporter } from "../../diagnostics/limit.js";
import { type Finding, problemAt } from "../finding.js";
import type { Node } from "../yaml/node.js";

/** Who asks: where problems go, what of the file could not be read, and which piece is checked. */
export interface Judge {
  readonly reporter: Reporter;
  /** Offsets of syntax errors, ascending: a node around one is not judged, only what it holds. */
  readonly broken: readonly number[];
  /** `component/piece`, for messages. */
  readonly piece?: string | undefined;
}

/** How a value is reached: its dotted path in messages, and the place that stands for it when it is a group or list. */
export interface Spot {
  readonly path: string;
  readonly at: Span;
}

/** Reports a problem of one value; `path` is its field, empty for the whole piece or file. */
export function report(judge: Judge, finding: Finding, at: Span, path?: string): void {
  judge.reporter.report({ ...problemAt(at, finding), piece: judge.piece, field: path === "" ? undefined : path });
}

/** Whether a syntax error lies within `node`. */
export function isBroken(node: Node, { broken }: Judge): boolean {
  let low = 0;
  let high = broken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((broken[middle] ?? 0) < node.at.start) low = middle + 1;
    else high = middle;
  }
  return (broken[low] ?? Number.POSITIVE_INFINITY) <= node.at.end;
}

/** Dotted path of a key or item; items count from 1, as people do. */
export const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
