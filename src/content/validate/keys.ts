/** The entries of a map + the fields it may have → values by name; unknown and missing keys are explained together. */
import { suggest } from "../../diagnostics/suggest.js";
import type { FieldValue, Values } from "../kit.js";
import type { Shape } from "../schema/shape.js";
import { gluedKey } from "../yaml/line.js";
import * as sayYaml from "../yaml/messages.js";
import { type Entry, isNothing, type MapNode } from "../yaml/node.js";
import { check } from "./check.js";
import { lineWith } from "./correction.js";
import { isBroken, type Judge, join, report, type Spot } from "./judge.js";
import * as say from "./messages.js";

const byName = new WeakMap<Shape, ReadonlyMap<string, Shape>>();

function fieldsOf(shape: Shape): ReadonlyMap<string, Shape> {
  const known = byName.get(shape);
  if (known !== undefined) return known;
  const found = new Map((shape.fields ?? []).map((field) => [field.name, field]));
  byName.set(shape, found);
  return found;
}

export function checkKeys(node: MapNode, shape: Shape, judge: Judge, spot: Spot): Values {
  const fields = fieldsOf(shape);
  const given = new Map<string, Entry>();
  const unknown: Entry[] = [];
  for (const entry of node.entries) {
    if (fields.has(entry.key)) given.set(entry.key, entry);
    else unknown.push(entry);
  }
  const broken = isBroken(node, judge);
  if (!broken) for (const entry of unknown) explainUnknown(entry, node, { fields, given, judge, spot });
  const values: [string, FieldValue][] = [];
  for (const field of fields.values()) {
    const path = join(spot.path, field.name);
    const entry = given.get(field.name);
    const value = entry && check(entry.value, field, judge, { path, at: entry.keyAt });
    if (value !== undefined) values.push([field.name, value]);
    else if (entry === undefined && !broken && isDue(field, given)) {
      report(judge, say.missingField(field.name, field.note), spot.at, path);
    } else if (entry !== undefined && isNothing(entry.value) && field.required && !isCut(entry)) {
      report(judge, say.emptyField(field.name, field.note), entry.keyAt, path);
    }
    const filled = value === undefined && entry === undefined ? defaultOf(field, path, spot) : undefined;
    if (filled !== undefined) values.push([field.name, filled]);
    if (isEmptyText(value) && field.required) report(judge, say.emptyField(field.name, field.note), value.at, path);
  }
  return Object.fromEntries(values);
}

const isDue = (field: Shape, given: ReadonlyMap<string, Entry>): boolean =>
  field.required && (field.unless === undefined || !given.has(field.unless));

interface Search {
  readonly fields: ReadonlyMap<string, Shape>;
  readonly given: Map<string, Entry>;
  readonly judge: Judge;
  readonly spot: Spot;
}

/** One sentence for an unknown key; when it resembles a field that is absent, it is read as that field. */
function explainUnknown(entry: Entry, node: MapNode, search: Search): void {
  const { fields, given, judge, spot } = search;
  const { key, keyAt } = entry;
  const glued = entry.bare ? gluedKey(key) : undefined;
  const trimmed = key.trim();
  if (glued !== undefined) {
    const at = { ...keyAt, end: keyAt.start + glued.key.length + 1 };
    given.set(glued.key, entry);
    report(judge, { ...sayYaml.noSpaceAfterColon(glued.key), correction: lineWith(at, `${glued.key}: `) }, at);
  } else if (trimmed !== key && fields.has(trimmed)) {
    given.set(trimmed, entry);
    report(judge, { ...sayYaml.oddIndent(), correction: lineWith(keyAt, trimmed) }, keyAt);
  } else if (node.flow && entry.bare) {
    // The decimals of `6,3cm` between braces: the length before them says so already.
    const before = node.entries[node.entries.indexOf(entry) - 1]?.key ?? "";
    const isLength = fields.get(before)?.type === "length";
    const decimals = isLength && /^\d/.test(key) && keyAt.source.text[keyAt.start - 1] === ",";
    if (!decimals) report(judge, say.cutByComma(key), keyAt, spot.path);
  } else explainWord(entry, search);
}

function explainWord(entry: Entry, { fields, given, judge, spot }: Search): void {
  const { key, keyAt } = entry;
  const path = join(spot.path, key);
  const absent = [...fields.keys()].filter((name) => !given.has(name));
  const meant = suggest(key, absent);
  if (meant === undefined) {
    report(judge, say.unknownKey(key, suggest(key, fields.keys()), absent), keyAt, path);
    return;
  }
  given.set(meant, entry);
  const due = fields.get(meant)?.required === true;
  const finding = due ? say.misspeltKey(key, meant) : say.unknownKey(key, meant, []);
  report(judge, { ...finding, correction: lineWith(keyAt, meant) }, keyAt, path);
}

/** A value that begins with `#` was already reported as cut. */
const isCut = (entry: Entry): boolean =>
  /^[ \t]*#\S/.test(entry.value.at.source.text.slice(entry.value.at.end, entry.value.at.end + 200));

const isEmptyText = (value: FieldValue | undefined): value is FieldValue & { kind: "text" } =>
  (value?.kind === "text" || value?.kind === "markdown") && value.value.trim() === "";

/** The default a template gives, at the place where the template gives it. */
export function defaultOf(field: Shape, path: string, spot: Spot): FieldValue | undefined {
  if (field.default === undefined) return undefined;
  const at = field.at ?? spot.at;
  const value = field.default;
  if (field.type === "number" || field.type === "boolean") {
    return { kind: field.type, value, at, field: path } as FieldValue;
  }
  const kind = field.type === "word" ? "choice" : field.type;
  return { kind, value: String(value), at, field: path } as FieldValue;
}
