/** A component's files → its pieces, each checked against the fields of its template. */
import type { Span } from "../../diagnostics/diagnostic.js";
import { positionOf } from "../../diagnostics/position.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { Component, Format, Piece, Template, Values } from "../kit.js";
import * as say from "../messages.js";
import { CARDS_FILE, pieceShape } from "../schema/cards.js";
import type { Shape } from "../schema/shape.js";
import { check } from "../validate/check.js";
import { type Judge, report } from "../validate/judge.js";
import * as sayValues from "../validate/messages.js";
import { numberIn } from "../values.js";
import { isNothing, type MapNode, type Node, type ScalarNode } from "../yaml/node.js";
import { complain, type Desk, openYaml, topOf } from "./desk.js";
import type { ComponentPlan } from "./kit-file.js";
import { readTemplate } from "./templates.js";

/** What pieces refer to: formats are known beforehand, templates are read when the first piece asks for them. */
export interface Shelf {
  readonly desk: Desk;
  readonly formats: ReadonlyMap<string, Format>;
  readonly templates: Map<string, Shelved>;
  /** Places whose template was looked for in vain: pieces share the place of their file's default. */
  readonly failed: Set<Span>;
}

/** A template and the shape of its pieces, made once. */
export interface Shelved {
  readonly template: Template;
  readonly shape: Shape;
}

/** Reads all files of a component; pieces that cannot be used are reported and left out. */
export function readComponent(plan: ComponentPlan, shelf: Shelf): Component {
  const { cards, ...rest } = plan;
  const ids = new Map<string, Span>();
  const pieces = cards.flatMap((file) => readFile(file, { plan, shelf, ids }));
  return { ...rest, pieces: pieces.map((piece, index) => ({ ...piece, number: index + 1 })) };
}

interface Reading {
  readonly plan: ComponentPlan;
  readonly shelf: Shelf;
  /** Ids taken so far in the component. */
  readonly ids: Map<string, Span>;
}

/** What a file says for all its pieces. */
interface FileDefaults {
  readonly template: ScalarNode | undefined;
  readonly format: ScalarNode | undefined;
}

function readFile(file: { readonly value: string; readonly at: Span }, reading: Reading): readonly Piece[] {
  const { desk } = reading.shelf;
  if (!/\.ya?ml$/.test(file.value)) {
    complain(desk, say.notYamlFile(file.value), file.at);
    return [];
  }
  const opened = openYaml(desk, file.value, file.at);
  if (opened === undefined) return [];
  const { root, broken, source } = opened;
  if (root === undefined) {
    if (broken.length === 0) complain(desk, say.emptyFile(file.value), topOf(source));
    return [];
  }
  const judge: Judge = { reporter: desk.reporter, broken };
  check(root, CARDS_FILE, judge, { path: "", at: topOf(source) });
  if (root.kind !== "map") return [];
  const defaults = { template: scalarAt(root, "template"), format: scalarAt(root, "format") };
  const pieces = valueAt(root, "pieces");
  if (pieces?.kind !== "list") return [];
  if (pieces.items.length === 0) complain(desk, say.emptyDeck(file.value), pieces.at);
  return pieces.items.flatMap((node) => readPiece(node, defaults, judge, reading));
}

function readPiece(node: Node, defaults: FileDefaults, judge: Judge, reading: Reading): readonly Piece[] {
  const { plan, shelf, ids } = reading;
  if (node.kind !== "map") {
    check(node, pieceShape([]), judge, { path: "", at: node.at });
    return [];
  }
  const id = scalarAt(node, "id");
  const at = id?.at ?? node.entries[0]?.keyAt ?? node.at;
  const called: Judge = { ...judge, piece: id === undefined ? undefined : `${plan.id}/${id.value}` };
  const named = scalarAt(node, "template") ?? defaults.template;
  if (named === undefined) report(called, say.noTemplate(), at);
  const shelved = named && takeTemplate(named, shelf);
  // Without its template only the piece's own keys can be judged, and none of the others is called unknown.
  const shape = shelved?.shape ?? pieceShape([]);
  const judged = shelved === undefined ? { ...called, broken: [node.at.start] } : called;
  const checked = check(node, shape, judged, { path: "", at });
  if (shelved === undefined || checked?.kind !== "group") return [];
  const format = formatOf(scalarAt(node, "format") ?? defaults.format, shelved.template, { called, at, shelf });
  if (id === undefined || format === undefined) return [];
  if (isTaken(id, called, ids)) return [];
  const { id: _id, template: _template, format: _format, copies: _copies, ...values } = checked.values;
  const copies = numberIn(checked.values, "copies") ?? 1;
  const template = shelved.template.name;
  return [{ id: id.value, component: plan.id, number: 0, template, format, copies, values: values as Values, at }];
}

function takeTemplate({ value: name, at }: ScalarNode, shelf: Shelf): Shelved | undefined {
  const { templates, failed, desk } = shelf;
  const known = templates.get(name);
  if (known !== undefined || failed.has(at)) return known;
  const template = readTemplate(desk, name, at);
  if (template === undefined) {
    failed.add(at);
    return undefined;
  }
  const shelved = { template, shape: pieceShape(template.fields) };
  templates.set(name, shelved);
  return shelved;
}

interface FormatSearch {
  readonly called: Judge;
  readonly at: Span;
  readonly shelf: Shelf;
}

function formatOf(named: ScalarNode | undefined, template: Template, search: FormatSearch): string | undefined {
  const { called, at, shelf } = search;
  const name = named?.value ?? template.format;
  if (name === undefined) {
    report(called, say.noFormat(template.name), at);
    return undefined;
  }
  if (shelf.formats.has(name)) return name;
  const known = [...shelf.formats.keys()];
  const place = named?.at ?? formatPlace(template);
  report(called, sayValues.unknownName("format", name, { suggestion: suggest(name, known), known }), place ?? at);
  return undefined;
}

/** Where a template names its format. */
function formatPlace({ source, format = "", bodyStart }: Template): Span | undefined {
  const line = /^format:[ \t]*["']?/m.exec(source.text.slice(0, bodyStart));
  if (line === null) return undefined;
  const start = line.index + line[0].length;
  return { source, start, end: start + format.length };
}

function isTaken(id: ScalarNode, judge: Judge, ids: Map<string, Span>): boolean {
  const taken = ids.get(id.value);
  if (taken === undefined) {
    ids.set(id.value, id.at);
    return false;
  }
  report(judge, say.duplicateId(id.value, say.placeOf(taken.source.name, positionOf(taken).line)), id.at);
  return true;
}

const valueAt = (node: MapNode, key: string): Node | undefined =>
  node.entries.find((entry) => entry.key === key)?.value;

/** A filled scalar; anything else was reported by the check. */
function scalarAt(node: MapNode, key: string): ScalarNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === "scalar" && !isNothing(value) ? value : undefined;
}
