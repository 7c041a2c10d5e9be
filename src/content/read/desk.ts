/** The reading desk: the kit's files, where problems go, and every source read so far. */
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import type { Reporter } from "../../diagnostics/limit.js";
import type { KitFiles } from "../files.js";
import { type Finding, problemAt } from "../finding.js";
import type { FieldValue } from "../kit.js";
import type { Shape } from "../schema/shape.js";
import { readSource } from "../source.js";
import { check } from "../validate/check.js";
import type { Node } from "../yaml/node.js";
import { type Parsed, parseYaml } from "../yaml/parse.js";
import { patch } from "../yaml/patch.js";

/** What earlier loads of a kit read, by path: a file that did not change is not parsed again. */
export type KitMemory = Map<string, { readonly source: Source; readonly parsed: Parsed }>;

export interface Desk {
  readonly files: KitFiles;
  readonly reporter: Reporter;
  readonly memory: KitMemory;
  /** By name: a file used twice is read once. */
  readonly sources: Map<string, Source | undefined>;
}

export function openSource(desk: Desk, path: string, at?: Span): Source | undefined {
  if (!desk.sources.has(path)) {
    const fresh = readSource(desk.files, path, desk.reporter, at);
    const known = desk.memory.get(path)?.source;
    desk.sources.set(path, known && known.text === fresh?.text ? known : fresh);
  }
  return desk.sources.get(path);
}

/** The tree of an opened source (up to `end`, where markup begins); what has mistakes is read anew, to tell them again. */
export function parseOpened(desk: Desk, source: Source, end?: number): Parsed {
  const known = desk.memory.get(source.name);
  if (known?.source === source) return known.parsed;
  const patched = known && end === undefined ? patch(known, source) : undefined;
  if (patched) return keep(desk, source, patched);
  let silent = true;
  const report: Reporter["report"] = (problem) => {
    silent = false;
    desk.reporter.report(problem);
  };
  const parsed = parseYaml(source, { report }, end);
  return silent ? keep(desk, source, parsed) : parsed;
}

function keep({ memory }: Desk, source: Source, parsed: Parsed): Parsed {
  if (source.text.length <= MOST_KEPT) memory.set(source.name, { source, parsed });
  return parsed;
}

/** Characters. A deck of a thousand cards is edited rarely, and its tree weighs more than reading it again. */
const MOST_KEPT = 200_000;

export interface OpenedYaml {
  readonly source: Source;
  /** Undefined when the file holds nothing but remarks. */
  readonly root: Node | undefined;
  readonly broken: readonly number[];
}

/** Reads and parses a YAML file; undefined (and reported) when it is missing or unreadable. */
export function openYaml(desk: Desk, path: string, at?: Span): OpenedYaml | undefined {
  const source = openSource(desk, path, at);
  return source && { source, ...parseOpened(desk, source) };
}

/** Reads, parses and checks a whole file; undefined when it is missing, unreadable or empty. */
export function checkedFile(desk: Desk, path: string, shape: Shape): (FieldValue & { kind: "group" }) | undefined {
  const opened = openYaml(desk, path);
  if (opened?.root === undefined) return undefined;
  const { root, broken, source } = opened;
  const value = check(root, shape, { reporter: desk.reporter, broken }, { path: "", at: topOf(source) });
  return value?.kind === "group" ? value : undefined;
}

/** The place that stands for a whole file: its start. */
export const topOf = (source: Source): Span => ({ source, start: 0, end: 0 });

export function complain(desk: Desk, finding: Finding, at: Span | undefined, piece?: string): void {
  desk.reporter.report({ ...problemAt(at, finding), piece });
}
