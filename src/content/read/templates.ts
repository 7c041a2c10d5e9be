/** templates/NAME.hbs → its fields, from the front matter, and where its markup begins. */
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import { letterPattern } from "../../letters.js";
import type { Field, FieldType, Template, Values } from "../kit.js";
import * as say from "../messages.js";
import { PIECE_KEYS } from "../schema/cards.js";
import { FRONT_MATTER } from "../schema/template.js";
import { check } from "../validate/check.js";
import * as sayValues from "../validate/messages.js";
import { readScalar } from "../validate/scalar.js";
import { booleanIn, groupsIn, numberIn, stringIn, stringsIn } from "../values.js";
import { complain, type Desk, openSource, parseOpened, topOf } from "./desk.js";
import { frontMatter } from "./front-matter.js";

const FOLDER = "templates";
const EXTENSION = ".hbs";
const NAME = letterPattern("^[\\p{L}\\p{N}_-]+$", "u");

/** Reads one template; an unknown one is reported at `at` with the name that was probably meant. */
export function readTemplate(desk: Desk, name: string, at: Span): Template | undefined {
  const path = `${FOLDER}/${name}${EXTENSION}`;
  if (!NAME.of(name).test(name) || !desk.files.has(path)) {
    const known = templateNames(desk);
    complain(desk, sayValues.unknownName("template", name, { suggestion: suggest(name, known), known }), at);
    return undefined;
  }
  const source = openSource(desk, path, at);
  return source && toTemplate(desk, name, source);
}

export const templateNames = (desk: Desk): readonly string[] =>
  desk.files
    .list(FOLDER)
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length));

/** Undefined when the front matter cannot be read: judging pieces by half of their fields would mislead. */
function toTemplate(desk: Desk, name: string, source: Source): Template | undefined {
  const front = frontMatter(source);
  if (front === undefined) return { name, fields: [], source, bodyStart: 0 };
  if (front.bodyStart === undefined) {
    complain(desk, say.unclosedFrontMatter(), { source, start: 0, end: 3 });
    return undefined;
  }
  const { root, broken } = parseOpened(desk, source, front.end);
  const { bodyStart } = front;
  if (broken.length > 0) return undefined;
  if (root === undefined) return { name, fields: [], source, bodyStart };
  const value = check(root, FRONT_MATTER, { reporter: desk.reporter, broken }, { path: "", at: topOf(source) });
  const values = value?.kind === "group" ? value.values : {};
  return {
    name,
    format: stringIn(values, "format"),
    fields: toFields(groupsIn(values, "fields"), desk),
    source,
    bodyStart,
  };
}

type Declared = readonly (readonly [string, { readonly values: Values; readonly at: Span }])[];

function toFields(declared: Declared, desk: Desk): readonly Field[] {
  return declared.flatMap(([name, { values, at }]) => {
    if (!PIECE_KEYS.some((key) => key.name === name)) return [toField(name, values, at, desk)];
    complain(desk, say.reservedField(name), at);
    return [];
  });
}

function toField(name: string, values: Values, at: Span, desk: Desk): Field {
  const type = (stringIn(values, "type") ?? "text") as FieldType;
  const fields = values.fields === undefined ? undefined : toFields(groupsIn(values, "fields"), desk);
  const item = type === "list" ? itemOf(values, fields, desk) : undefined;
  const field: Field = {
    name,
    type,
    required: booleanIn(values, "required") ?? false,
    max: numberIn(values, "max"),
    note: stringIn(values, "note"),
    of: values.of === undefined ? undefined : stringsIn(values, "of").map((word) => word.value),
    item,
    fields: type === "group" ? (fields ?? []) : undefined,
    least: numberIn(values, "least"),
    most: numberIn(values, "most"),
    translate: booleanIn(values, "translate") ?? (type === "text" || type === "markdown"),
    critical: booleanIn(values, "critical") ?? false,
    at,
  };
  checkOptions(field, values, desk);
  return { ...field, default: defaultOf(field, values, desk) };
}

/** A list's item: declared with `item`, or with `fields` when each item is a group. */
function itemOf(values: Values, fields: readonly Field[] | undefined, desk: Desk): Field | undefined {
  const { item } = values;
  if (item?.kind === "group") return toField("item", item.values, item.at, desk);
  if (fields === undefined || values.fields === undefined) return undefined;
  const group = { name: "item", type: "group", required: false, translate: false } as const;
  return { ...group, fields, at: values.fields.at };
}

/** Which options each type may have, besides `type`, `required` and `note`. */
const OPTIONS: Readonly<Record<FieldType, readonly string[]>> = {
  text: ["max", "default", "translate", "critical"],
  markdown: ["max", "default", "translate", "critical"],
  choice: ["of", "default"],
  number: ["least", "most", "default"],
  boolean: ["default"],
  date: ["default"],
  icon: ["default"],
  image: ["default"],
  link: ["default"],
  list: ["item", "fields", "least", "most"],
  group: ["fields"],
};

function checkOptions(field: Field, values: Values, desk: Desk): void {
  const { type, at, least, most } = field;
  const allowed = ["type", "required", "note", ...OPTIONS[type]];
  for (const [option, value] of Object.entries(values)) {
    if (!allowed.includes(option)) complain(desk, say.fieldOption(option, type), value.at);
  }
  if (type === "choice" && field.of === undefined) complain(desk, say.fieldNeeds(type, "of"), at);
  if (type === "list" && field.item === undefined) complain(desk, say.fieldNeeds(type, "item"), at);
  if (type === "group" && values.fields === undefined) complain(desk, say.fieldNeeds(type, "fields"), at);
  if (least !== undefined && most !== undefined && least > most) complain(desk, say.leastOverMost(), at);
  if (field.required && values.default !== undefined) complain(desk, say.uselessDefault(), values.default.at);
}

/** The default, checked against its own field. */
function defaultOf(field: Field, values: Values, desk: Desk): Field["default"] {
  const given = values.default;
  if (given?.kind !== "choice" || !OPTIONS[field.type].includes("default")) return undefined;
  const node = { kind: "scalar", value: given.value, plain: true, at: given.at } as const;
  const { value, finding } = readScalar(node, field, field.name);
  if (finding !== undefined) complain(desk, finding, given.at);
  return value !== undefined && "value" in value ? value.value : undefined;
}
