/** The library's document → our nodes; aliases, anchors, tags and duplicate keys are reported and undone here. */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import type { Reporter } from "../../diagnostics/limit.js";
import { lineIndex, lineText, positionOf } from "../../diagnostics/position.js";
import { type Finding, problemAt } from "../finding.js";
import { lastLineOfValue, partsOf, quoted, splitRemark } from "./line.js";
import * as say from "./messages.js";
import type { Entry, Node } from "./node.js";

/** What is being read, and how its offsets become places in the file. */
export interface Place {
  readonly source: Source;
  /** What was parsed: the source's text, or the repaired one. */
  readonly parsed: Source;
  /** Offset in `parsed` → offset in the source; undefined when they are the same. */
  readonly original: ((offset: number) => number) | undefined;
}

type YamlNode = ParsedNode | null | undefined;

/** Tags that only say what is true anyway. */
const HARMLESS_TAGS = new Set(["tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"]);

export function toNode(node: YamlNode, place: Place, reporter: Reporter): Node {
  if (isAlias(node)) return aliasText(node.source, node.range?.[0] ?? 0, place, reporter);
  if (isMap(node) || isSeq(node) || isScalar(node)) {
    const { tag } = node;
    if ((tag !== undefined && !HARMLESS_TAGS.has(tag)) || node.anchor !== undefined) {
      return signedText(node as ParsedNode, place, reporter);
    }
  }
  if (isScalar(node)) {
    const [start, end] = node.range as [number, number, number];
    const value = String(node.value ?? "");
    return { kind: "scalar", value, plain: node.type === "PLAIN", at: span(place, start, end) };
  }
  if (isSeq(node)) {
    const [start, end] = node.range as unknown as [number, number, number];
    const items = node.items.map((item) => toNode(item as YamlNode, place, reporter));
    return { kind: "list", items, flow: node.flow === true, at: span(place, start, end) };
  }
  if (isMap(node)) {
    const [start, end] = node.range as unknown as [number, number, number];
    const entries = toEntries(node.items as readonly Pair[], place, reporter);
    return { kind: "map", entries, flow: node.flow === true, at: span(place, start, end) };
  }
  return { kind: "scalar", value: "", plain: true, at: span(place, 0, 0) };
}

interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

function toEntries(pairs: readonly Pair[], place: Place, reporter: Reporter): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { key, value } of pairs) {
    const [start, end] = key?.range ?? [0, 0];
    const keyAt = span(place, start, end);
    const name = isScalar(key) ? String(key.value ?? "") : place.parsed.text.slice(start, end);
    const earlier = entries.get(name);
    if (earlier !== undefined) {
      reporter.report(problemAt(keyAt, say.duplicateKey(name, positionOf(earlier.keyAt).line)));
      continue;
    }
    const bare = value === null || value === undefined;
    const read: Node = bare ? { kind: "scalar", value: "", plain: true, at: keyAt } : toNode(value, place, reporter);
    entries.set(name, { key: name, keyAt, value: read, bare });
  }
  return [...entries.values()];
}

/** `*important*` was meant as text: the rest of its line. A true alias is refused: nothing may be defined elsewhere. */
function aliasText(name: string, start: number, place: Place, reporter: Reporter): Node {
  const line = lineIndex(place.parsed, start);
  const { value } = partsOf(lineText(place.parsed, line));
  const isText = value.startsWith("*") && !isDefined(name, place);
  const finding = isText ? { ...say.starAtStart(), correction: quotedLine(place, line) } : say.aliasUsed(name);
  return reportText(finding, start, value.startsWith("*") ? value : `*${name}`, { place, reporter });
}

const anchorsOf = new WeakMap<Source, ReadonlySet<string>>();

/** Whether the file says `&name` anywhere; searched once, however many aliases it has. */
function isDefined(name: string, { parsed }: Place): boolean {
  const known =
    anchorsOf.get(parsed) ?? new Set(Array.from(parsed.text.matchAll(/&([^\s,[\]{}]+)/g), ([, word = ""]) => word));
  anchorsOf.set(parsed, known);
  return known.has(name);
}

/** `!attention`, `&co`: signs that YAML takes for itself and drops in silence. */
function signedText(node: ParsedNode, place: Place, reporter: Reporter): Node {
  const sign = node.anchor === undefined ? "!" : "&";
  const found = place.parsed.text.lastIndexOf(sign, node.range[0]);
  // In a text that breaks off the library may place the node before its own sign: then the node's place must do.
  const start = found >= 0 ? found : node.range[0];
  const line = lineIndex(place.parsed, start);
  const { value } = partsOf(lineText(place.parsed, line));
  const finding = sign === "!" ? say.tagAtStart() : say.anchorAtStart();
  const correction = value.startsWith(sign) ? quotedLine(place, line) : undefined;
  return reportText({ ...finding, correction }, start, value, { place, reporter });
}

function reportText(
  finding: Finding,
  start: number,
  value: string,
  context: { place: Place; reporter: Reporter },
): Node {
  const { body } = splitRemark(value);
  const at = span(context.place, start, start + Math.max(1, body.length));
  context.reporter.report(problemAt(at, finding));
  return { kind: "scalar", value: body, plain: false, at };
}

/** The line with its value between quotes; undefined when the value goes on below. */
function quotedLine(place: Place, line: number): string | undefined {
  const text = lineText(place.parsed, line);
  const { value } = partsOf(text);
  if (value === "" || lastLineOfValue([text, lineText(place.parsed, line + 1)], 0) > 0) return undefined;
  const { body, remark } = splitRemark(value);
  return text.slice(0, text.length - value.length) + quoted(body) + remark;
}

function span(place: Place, start: number, end: number): Span {
  const { source, original } = place;
  return original === undefined ? { source, start, end } : { source, start: original(start), end: original(end) };
}
