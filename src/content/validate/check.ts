/** A YAML node + the shape it must have → the checked value; every problem is reported at its place. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Finding } from "../finding.js";
import type { FieldValue, Values } from "../kit.js";
import type { Shape } from "../schema/shape.js";
import { gluedKey } from "../yaml/line.js";
import * as sayYaml from "../yaml/messages.js";
import { isNothing, type MapNode, type Node, type ScalarNode } from "../yaml/node.js";
import { itemQuoted, lineQuoted, lineWith } from "./correction.js";
import { hashFinding } from "./hash.js";
import { isBroken, type Judge, join, report, type Spot } from "./judge.js";
import { checkKeys } from "./keys.js";
import * as say from "./messages.js";
import { readScalar } from "./scalar.js";

/** The value of `node`, or undefined when it is empty or cannot be used. */
export function check(node: Node, shape: Shape, judge: Judge, spot: Spot): FieldValue | undefined {
  switch (shape.type) {
    case "list":
      return checkList(node, shape, judge, spot);
    case "group":
      return checkGroup(node, shape, judge, spot);
    case "map":
      return checkMap(node, shape, judge, spot);
    case "either":
      if (node.kind === "map" && shape.item !== undefined) return check(node, shape.item, judge, spot);
      return checkScalar(node, shape, judge, spot);
    default:
      return checkScalar(node, shape, judge, spot);
  }
}

function checkScalar(node: Node, shape: Shape, judge: Judge, spot: Spot): FieldValue | undefined {
  if (node.kind !== "scalar") {
    // A block over many lines is shown by its key; what is between brackets, by itself.
    const at = node.flow ? node.at : spot.at;
    if (!isBroken(node, judge)) report(judge, notAScalar(node, shape, nameOf(spot, shape)), at, spot.path);
    return undefined;
  }
  const cut = isText(shape) && node.plain ? hashFinding(node) : undefined;
  if (cut !== undefined) report(judge, cut.finding, cut.at, spot.path);
  if (isNothing(node)) return undefined;
  const { value, finding } = readScalar(node, shape, spot.path);
  if (finding !== undefined && !isBroken(node, judge)) report(judge, finding, node.at, spot.path);
  return value;
}

const isText = (shape: Shape): boolean => shape.type === "text" || shape.type === "markdown" || shape.type === "either";

/** A list or a map where one value is due: mostly a text whose first sign means something to YAML. */
function notAScalar(node: Exclude<Node, ScalarNode>, shape: Shape, name: string): Finding {
  if (isText(shape) && node.flow) {
    const finding = node.kind === "list" ? sayYaml.bracketAtStart() : sayYaml.bracesAtStart();
    return { ...finding, correction: lineQuoted(node.at) };
  }
  const correction = isText(shape) && node.kind === "map" ? itemQuoted(node.at) : undefined;
  if (correction !== undefined) return { ...sayYaml.colonInText(), correction };
  return say.wrongType(name, shape.type);
}

function checkList(node: Node, shape: Shape, judge: Judge, spot: Spot): FieldValue | undefined {
  if (isNothing(node)) return undefined;
  const single = node.kind !== "list" && shape.single === true;
  if (node.kind !== "list" && !single) {
    if (!isBroken(node, judge)) report(judge, say.wrongType(nameOf(spot, shape), "list"), node.at, spot.path);
    return undefined;
  }
  const nodes = node.kind === "list" ? node.items : [node];
  const item = shape.item;
  const items = nodes.flatMap((each, index) => {
    const path = join(spot.path, String(index + 1));
    const value = item && check(each, item, judge, { path, at: startOf(each) });
    return value === undefined ? [] : [value];
  });
  const { least, most } = shape;
  if (!isBroken(node, judge)) {
    if (least !== undefined && nodes.length < least) report(judge, say.tooFew(nodes.length, least), spot.at, spot.path);
    if (most !== undefined && nodes.length > most) report(judge, say.tooMany(nodes.length, most), spot.at, spot.path);
  }
  return { kind: "list", items, at: spot.at, field: spot.path };
}

function checkGroup(node: Node, shape: Shape, judge: Judge, spot: Spot): FieldValue | undefined {
  if (node.kind === "scalar" && shape.shorthand !== undefined && !isNothing(node)) {
    const field = shape.fields?.find((each) => each.name === shape.shorthand);
    const value = field && check(node, field, judge, spot);
    return value && { kind: "group", values: { [shape.shorthand]: value }, at: spot.at, field: spot.path };
  }
  const entries = mapOf(node, shape, judge, spot);
  if (entries === undefined) return undefined;
  return { kind: "group", values: checkKeys(entries, shape, judge, spot), at: spot.at, field: spot.path };
}

function checkMap(node: Node, shape: Shape, judge: Judge, spot: Spot): FieldValue | undefined {
  const found = mapOf(node, shape, judge, spot);
  if (found === undefined) return undefined;
  const values: [string, FieldValue][] = [];
  for (const { key, keyAt, value } of found.entries) {
    const { pattern } = shape;
    const item = shape.fields?.find(({ name }) => name === key) ?? shape.item;
    if (pattern !== undefined && !pattern.regexp.test(key)) {
      report(judge, say.badKey(key, pattern.hint, pattern.code), keyAt, spot.path);
    }
    const path = join(spot.path, key);
    if (isNothing(value) && !(item?.type === "group" && item.fields?.every((field) => !field.required))) {
      report(judge, say.emptyField(key, item?.note), keyAt, path);
      continue;
    }
    const read = item && check(value, item, judge, { path, at: keyAt });
    if (read !== undefined) values.push([key, read]);
  }
  return { kind: "group", values: Object.fromEntries(values) as Values, at: spot.at, field: spot.path };
}

/** The node as a map; `key:value` without its space is the usual reason why it is none. */
function mapOf(node: Node, shape: Shape, judge: Judge, spot: Spot): MapNode | undefined {
  if (node.kind === "map") return node;
  if (isNothing(node)) return { kind: "map", entries: [], flow: false, at: node.at };
  if (isBroken(node, judge)) return undefined;
  const glued = node.kind === "scalar" && node.plain ? gluedKey(node.value) : undefined;
  const start = node.at.start;
  if (glued === undefined) report(judge, say.wrongType(nameOf(spot, shape), shape.type), node.at, spot.path);
  else {
    const at = { source: node.at.source, start, end: start + glued.key.length + 1 };
    const correction = lineWith(at, `${glued.key}: `);
    report(judge, { ...sayYaml.noSpaceAfterColon(glued.key), correction }, at, spot.path);
  }
  return undefined;
}

/** The place that stands for a list item: the scalar, or the first key of a map. */
function startOf(node: Node): Span {
  const first = node.kind === "map" && !node.flow ? node.entries[0] : undefined;
  return first === undefined ? node.at : first.keyAt;
}

/** The key as written; an item of a list has none and is called by its shape. */
function nameOf({ path }: Spot, shape: Shape): string {
  const last = path.slice(path.lastIndexOf(".") + 1);
  return last === "" || /^\d+$/.test(last) ? shape.name : last;
}
