/** A box as written in a chapter → its template, and its values checked against the template's fields. */
import type { Values } from "../kit.js";
import type { AskedBox } from "../markdown/index.js";
import { check } from "../validate/check.js";
import type { Judge } from "../validate/judge.js";
import type { MapNode } from "../yaml/node.js";
import { parseStretch } from "../yaml/parse.js";
import { type Shelf, takeTemplate } from "./shelf.js";

/** Undefined, and reported, when there is no such template. What stands between braces is YAML like everywhere else. */
export function readBox(
  asked: AskedBox,
  judge: Judge,
  shelf: Shelf,
): { readonly template: string; readonly values: Values } | undefined {
  const { name, nameAt, attributes, at, path } = asked;
  const shelved = takeTemplate({ value: name, at: nameAt }, shelf);
  const parsed = attributes && parseStretch(attributes, judge.reporter);
  if (shelved === undefined) return undefined;
  const node = parsed === undefined ? nothingAt(asked) : parsed.root;
  if (node === undefined) return { template: name, values: {} };
  const judged = { ...judge, broken: parsed?.broken ?? [] };
  const checked = check(node, shelved.shapes.box, judged, { path, at });
  return { template: name, values: checked?.kind === "group" ? checked.values : {} };
}

const nothingAt = ({ at }: AskedBox): MapNode => ({ kind: "map", entries: [], flow: true, at });
