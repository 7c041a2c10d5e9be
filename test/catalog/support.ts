import { type PoEntry, type PoFile, readPo, type Unit } from "../../src/catalog/index.js";
import type { Diagnostic, Source } from "../../src/diagnostics/diagnostic.js";
import { Diagnostics, positionOf } from "../../src/diagnostics/index.js";

export interface Told {
  readonly code: string;
  /** `line:column`. */
  readonly at: string;
  readonly shown: string;
  readonly problem: Diagnostic;
}

export interface ReadPo {
  readonly file: PoFile | undefined;
  readonly entries: readonly PoEntry[];
  readonly told: readonly Told[];
}

export function read(text: string, name = "locales/en.po"): ReadPo {
  const diagnostics = new Diagnostics();
  const file = readPo({ name, text }, diagnostics);
  return { file, entries: file?.entries ?? [], told: diagnostics.all.map(told) };
}

function told(problem: Diagnostic): Told {
  const { at } = problem;
  if (at === undefined) throw new Error(`no place: ${problem.message}`);
  const { line, column } = positionOf(at);
  return { code: problem.code, at: `${line}:${column}`, shown: at.source.text.slice(at.start, at.end), problem };
}

/** The text of a file that has to be right. */
export function readRight(text: string): PoFile {
  const { file, told: problems } = read(text);
  if (file === undefined || problems.length > 0) throw new Error(problems.map(({ problem }) => problem.message).join());
  return file;
}

const NOWHERE: Source = { name: "cards/jeu.yaml", text: "a: b\nc: d\n" };

/** An entry with an id and two texts, and what is special about it. */
export const entryOf = (id: string, source: string, text: string, rest: Partial<PoEntry> = {}): PoEntry => ({
  id,
  source,
  text,
  stale: false,
  flags: [],
  remarks: [],
  notes: [],
  references: [],
  obsolete: false,
  at: { source: NOWHERE, start: 0, end: 1 },
  ...rest,
});

export const fileOf = (entries: readonly PoEntry[], rest: Partial<PoFile> = {}): PoFile => ({
  header: new Map(),
  headerComments: [],
  entries,
  ...rest,
});

export const unitOf = (id: string, text: string, rest: Partial<Unit> = {}): Unit => ({
  id,
  text,
  kind: "markdown",
  where: `Jeu · ${id}`,
  critical: false,
  at: { source: NOWHERE, start: 5, end: 6 },
  ...rest,
});

/** An entry without its place, which no file writes, and without what is not there. */
export function content({ at: _, previous, ...entry }: PoEntry): object {
  const { id, source } = previous ?? {};
  return {
    ...entry,
    ...(id === undefined ? {} : { previousId: id }),
    ...(source === undefined ? {} : { was: source }),
  };
}

export const contents = (file: PoFile | undefined): readonly object[] => (file?.entries ?? []).map(content);
