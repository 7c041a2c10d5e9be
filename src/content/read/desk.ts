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
import { parseYaml } from "../yaml/parse.js";

export interface Desk {
  readonly files: KitFiles;
  readonly reporter: Reporter;
  /** By name: a file used twice is read once. */
  readonly sources: Map<string, Source | undefined>;
}

export function openSource(desk: Desk, path: string, at?: Span): Source | undefined {
  if (!desk.sources.has(path)) desk.sources.set(path, readSource(desk.files, path, desk.reporter, at));
  return desk.sources.get(path);
}

export interface OpenedYaml {
  readonly source: Source;
  /** Undefined when the file holds nothing but remarks. */
  readonly root: Node | undefined;
  readonly broken: readonly number[];
}

/** Reads and parses a YAML file; undefined (and reported) when it is missing or unreadable. */
export function openYaml(desk: Desk, path: string, at?: Span): OpenedYaml | undefined {
  const source = openSource(desk, path, at);
  return source && { source, ...parseYaml(source, desk.reporter) };
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
