/** A map of values + the template that it names → values checked against the template's fields, with format and copies. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Finding } from "../finding.js";
import type { Values } from "../kit.js";
import { boxShape, chapterShape, PIECE_KEYS, pieceShape } from "../schema/cards.js";
import { check } from "../validate/check.js";
import { type Judge, report } from "../validate/judge.js";
import { numberIn } from "../values.js";
import { isNothing, type MapNode, type Node, type ScalarNode } from "../yaml/node.js";
import { type Filled, formatOf, type Named, type Shelf, takeTemplate } from "./shelf.js";

/** What is checked, and what its file says for all its pieces. */
export interface Filling {
  readonly as: Filled;
  readonly judge: Judge;
  /** The place that stands for the whole. */
  readonly at: Span;
  readonly template?: Named | undefined;
  readonly format?: Named | undefined;
  /** Said when neither the map nor its file names a template. */
  readonly noTemplate: Finding;
}

export interface FilledIn {
  readonly template: string;
  readonly format: string;
  readonly copies: number;
  /** Of the template's fields only. */
  readonly values: Values;
}

/** The shapes while nobody knows the template. */
const BARE = { piece: pieceShape([]), chapter: chapterShape([]), box: boxShape([]) };

const OWN_KEYS: ReadonlySet<string> = new Set(PIECE_KEYS.map(({ name }) => name));

/** Undefined when there is no template or no format, which is reported. */
export function checkFilled(node: MapNode, filling: Filling, shelf: Shelf): FilledIn | undefined {
  const { as, judge, at } = filling;
  const named = scalarAt(node, "template") ?? filling.template;
  if (named === undefined) report(judge, filling.noTemplate, at);
  const shelved = named && takeTemplate(named, shelf);
  // Without its template only the piece's own keys can be judged, and none of the others is called unknown.
  const shape = shelved?.shapes[as] ?? BARE[as];
  const judged = shelved === undefined ? { ...judge, broken: [node.at.start] } : judge;
  const checked = check(node, shape, judged, { path: "", at });
  if (shelved === undefined || checked?.kind !== "group") return undefined;
  const format = formatOf(scalarAt(node, "format") ?? filling.format, shelved.template, { judge, at, shelf });
  if (format === undefined) return undefined;
  const values = Object.entries(checked.values).filter(([name]) => !OWN_KEYS.has(name));
  const copies = numberIn(checked.values, "copies") ?? 1;
  return { template: shelved.template.name, format, copies, values: Object.fromEntries(values) };
}

export const valueAt = (node: MapNode, key: string): Node | undefined =>
  node.entries.find((entry) => entry.key === key)?.value;

/** A filled scalar; anything else was reported by the check. */
export function scalarAt(node: MapNode, key: string): ScalarNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === "scalar" && !isNothing(value) ? value : undefined;
}
