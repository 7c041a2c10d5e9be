/** A scalar as written + its shape → the value, or what is wrong with it. */
import { suggest } from "../../diagnostics/suggest.js";
import { refusedLinks } from "../address.js";
import type { Finding } from "../finding.js";
import type { FieldValue } from "../kit.js";
import { refusedLink } from "../markdown/messages.js";
import type { Pattern, Shape } from "../schema/shape.js";
import type { ScalarNode } from "../yaml/node.js";
import { lineWith } from "./correction.js";
import { isDay, isoDay } from "./day.js";
import { readLength } from "./length.js";
import * as say from "./messages.js";
import { visibleLength } from "./text-length.js";

/** The value, or the finding that explains why there is none. Both: the value may be used, but is wrong (too long). */
export interface Reading {
  readonly value?: FieldValue | undefined;
  readonly finding?: Finding | undefined;
}

const ICON = /^[a-z0-9-]+:[a-z0-9-]+$/;

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ["oui", "true"],
  ["yes", "true"],
  ["vrai", "true"],
  ["on", "true"],
  ["non", "false"],
  ["no", "false"],
  ["faux", "false"],
  ["off", "false"],
]);

/** Reads one scalar. `path` is how the field is called in messages and values (`steps.2.text`). */
export function readScalar(node: ScalarNode, shape: Shape, path: string): Reading {
  const { at } = node;
  const value = node.value;
  switch (shape.type) {
    case "text":
    case "markdown": {
      const reading = { value: { kind: shape.type, value, at, field: path } } as const;
      const finding = lengthFinding(value, shape.type, shape.max) ?? linkFinding(value, shape.type);
      return { ...reading, finding };
    }
    case "either":
      return { value: { kind: "text", value, at, field: path } };
    case "number":
      return readNumber(node, shape, path);
    case "boolean":
      return readBoolean(node, path);
    case "length":
      return readLengthOf(node, path);
    case "list":
    case "group":
    case "map":
      return { finding: say.wrongType(shape.name, shape.type) };
    default: {
      const finding = wordFinding(node, shape);
      return finding ? { finding } : { value: { kind: KINDS[shape.type], value, at, field: path } };
    }
  }
}

/** Kinds of value for words: a `word` of our own files is kept like a choice, as a plain string. */
const KINDS = { choice: "choice", icon: "icon", image: "image", link: "link", date: "date", word: "choice" } as const;

function wordFinding(node: ScalarNode, shape: Shape): Finding | undefined {
  const { value, at } = node;
  if (shape.type === "choice" && shape.of !== undefined && !shape.of.includes(value)) {
    const suggestion = suggest(value, shape.of);
    const correction = suggestion && lineWith(at, suggestion);
    return { ...say.unknownChoice(value, suggestion, shape.of), correction };
  }
  if (shape.type === "date" && !isDay(value)) {
    const iso = isoDay(value);
    return { ...say.badDate(value), correction: iso && lineWith(at, iso) };
  }
  if (shape.type === "icon" && !ICON.test(value)) return say.badIcon(value);
  if (shape.type === "image" && !isInnerPath(value)) return say.badImagePath(value);
  return shape.pattern === undefined ? undefined : patternFinding(node, shape.pattern);
}

function patternFinding({ value, at }: ScalarNode, { regexp, hint, code, fix }: Pattern): Finding | undefined {
  if (regexp.test(value)) return undefined;
  const fixed = fix?.(value) ?? "";
  return { ...say.badWord(value, hint, code), correction: regexp.test(fixed) ? lineWith(at, fixed) : undefined };
}

/** Whether a path stays below the folder it starts from, on every system. */
export const isInnerPath = (path: string): boolean =>
  path !== "" &&
  !/[\\\0]|^[a-zA-Z]:/.test(path) &&
  path.split("/").every((part) => part !== "" && part !== ".." && part !== ".");

function lengthFinding(value: string, kind: "text" | "markdown", max: number | undefined): Finding | undefined {
  if (max === undefined || value.length <= max) return undefined;
  const over = visibleLength(value, kind) - max;
  return over > 0 ? say.tooLong(over, max) : undefined;
}

function linkFinding(value: string, kind: "text" | "markdown"): Finding | undefined {
  const [refused] = kind === "markdown" ? refusedLinks(value) : [];
  return refused && refusedLink(refused.address);
}

function readNumber(node: ScalarNode, shape: Shape, path: string): Reading {
  const { value, at } = node;
  if (!/^[-+]?\d{1,15}(\.\d{1,15})?$/.test(value)) {
    const point = /^[-+]?\d+,\d+$/.test(value) ? lineWith(at, value.replace(",", ".")) : undefined;
    return { finding: { ...say.notANumber(value), correction: point } };
  }
  const read = Number(value);
  if (shape.whole === true && !Number.isInteger(read)) return { finding: say.notWhole(value) };
  const { least, most } = shape;
  if ((least !== undefined && read < least) || (most !== undefined && read > most)) {
    return { finding: say.outOfRange(read, least, most) };
  }
  return { value: { kind: "number", value: read, at, field: path } };
}

function readBoolean({ value, at }: ScalarNode, path: string): Reading {
  if (value === "true" || value === "false")
    return { value: { kind: "boolean", value: value === "true", at, field: path } };
  const meant = BOOLEANS.get(value.toLowerCase());
  return { finding: { ...say.notABoolean(value), correction: meant && lineWith(at, meant) } };
}

function readLengthOf({ value, at }: ScalarNode, path: string): Reading {
  // Between braces, `6,3cm` ends at its comma: the decimals are still there, behind the value.
  const decimals = /^,\d+[a-z]*/.exec(at.source.text.slice(at.end, at.end + 20))?.[0] ?? "";
  const read = readLength(value + decimals);
  if (read.kind === "length") return { value: { kind: "number", value: read.value, at, field: path } };
  if (read.kind === "negative") return { finding: say.negativeLength(value) };
  const correction = read.correct && lineWith({ ...at, end: at.end + decimals.length }, read.correct);
  const finding = read.kind === "no-unit" ? say.missingUnit(value) : say.badLength(value + decimals);
  return { finding: { ...finding, correction } };
}
