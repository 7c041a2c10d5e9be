/** What came back and today’s kit → the new catalog and reviews, and what became of each row. */
import { entriesById, type HeaderOptions, merge, type PoEntry, type PoFile, type Unit } from "../catalog/index.js";
import { type Diagnostic, positionOf } from "../diagnostics/index.js";
import type { Reporter } from "../diagnostics/limit.js";
import { addReviews, reviewedIds } from "../translation/index.js";
import type { Reviews } from "../translation/reviews.js";
import { type Judgement, judge, type Verdict } from "./judge.js";
import * as say from "./messages.js";
import { isSameFrench } from "./plain.js";
import { type Received, type ReceivedRow, wholeFile } from "./received.js";
import { type FindUnit, unitFinder } from "./target.js";

export interface Today extends HeaderOptions {
  readonly units: readonly Unit[];
  /** Undefined when nobody began. */
  readonly catalog: PoFile | undefined;
  readonly reviews: Reviews;
}

/** `unknown`: the kit has no such text; `repeated`: the file has it twice. */
export type Outcome = Verdict | "unknown" | "repeated";

export interface RowReport {
  readonly id: string;
  /** Of the file; the row of a spreadsheet. */
  readonly line: number;
  readonly outcome: Outcome;
}

export interface Applied {
  /** Today’s catalog, merged with the kit, with what came back in it. */
  readonly file: PoFile;
  /** Whether `file` holds anything that came back. */
  readonly isChanged: boolean;
  readonly reviews: Reviews;
  /** Texts that are reviewed only now. */
  readonly approved: readonly string[];
  readonly rows: readonly RowReport[];
}

/** Undefined, and reported, when no row belongs to this kit. No translation is ever deleted. */
export function applyReceived(received: Received, today: Today, reporter: Reporter): Applied | undefined {
  const merged = merge(today.units, today.catalog, today).file;
  const entries = entriesById(merged);
  const met = meet(received.rows, unitFinder(today.units, entries));
  const [first] = received.rows;
  if (first !== undefined && met.every(({ unit }) => unit === undefined)) {
    reporter.report(say.otherKit(wholeFile(first.at.source)));
    return undefined;
  }
  const judged = met.map((one) => judgeOne(one, entries, received.keepsStates));
  for (const { problems } of judged) for (const problem of problems) reporter.report(problem);
  const edits = new Map(
    judged.flatMap(({ entry }) => (entry !== undefined && entry !== entries.get(entry.id) ? [[entry.id, entry]] : [])),
  );
  const file = edits.size === 0 ? merged : withEdits(merged, edits, received.credits);
  const before = reviewedIds(file, today.reviews);
  const approved = judged.flatMap(({ entry, approved }) => (approved && entry !== undefined ? [entry.id] : []));
  const added = approved.filter((id) => !before.has(id));
  return {
    file,
    isChanged: edits.size > 0,
    reviews: added.length === 0 ? today.reviews : addReviews(file, today.reviews, new Set(added)),
    approved: added,
    rows: judged.map(({ report }) => report),
  };
}

/** A row, its text, and the other rows that translate the same text. */
interface Met {
  readonly row: ReceivedRow;
  readonly unit: Unit | undefined;
  readonly before: readonly ReceivedRow[];
  readonly after: readonly ReceivedRow[];
}

function meet(rows: readonly ReceivedRow[], find: FindUnit): readonly Met[] {
  const found = rows.map((row) => ({ row, unit: find(row) }));
  const byUnit = new Map<Unit | undefined, ReceivedRow[]>();
  for (const { row, unit } of found) {
    const same = byUnit.get(unit);
    if (same === undefined) byUnit.set(unit, [row]);
    else same.push(row);
  }
  return found.map(({ row, unit }) => {
    const same = unit === undefined ? [row] : (byUnit.get(unit) ?? []);
    const place = same.indexOf(row);
    return { row, unit, before: same.slice(0, place), after: same.slice(place + 1) };
  });
}

interface Judged extends Pick<Judgement, "approved" | "problems"> {
  readonly report: RowReport;
  /** As it is to be; undefined when the row has none. */
  readonly entry?: PoEntry | undefined;
}

function judgeOne(met: Met, entries: ReadonlyMap<string, PoEntry>, keepsStates: boolean): Judged {
  const { row, unit, before, after } = met;
  const { line } = positionOf(row.at);
  const without = (outcome: Outcome, problem: Diagnostic): Judged => ({
    report: { id: unit?.id ?? row.id, line, outcome },
    problems: [problem],
    approved: false,
  });
  const entry = unit && entries.get(unit.id);
  if (unit === undefined || entry === undefined) return without("unknown", say.unknownRow(row.at, row.id));
  const other = [...before, ...after].find((one) => !saysTheSame(one, row));
  if (other !== undefined) return without("repeated", say.repeated(row.at, unit.id, positionOf(other.at).line));
  const [twin] = before;
  if (twin !== undefined) return without("repeated", say.repeatedAlike(row.at, unit.id, positionOf(twin.at).line));
  const { verdict, ...judgement } = judge(row, unit, entry, keepsStates);
  return { ...judgement, report: { id: unit.id, line, outcome: verdict } };
}

const saysTheSame = (a: ReceivedRow, b: ReceivedRow): boolean =>
  a.translation.trim() === b.translation.trim() && isSameFrench(a.french, b.french) && a.state === b.state;

/** The entries that changed; who translated is known from now on. */
const withEdits = (
  file: PoFile,
  edits: ReadonlyMap<string, PoEntry>,
  credits: ReadonlyMap<string, string>,
): PoFile => ({
  ...file,
  header: new Map([...file.header, ...credits]),
  entries: file.entries.map((entry) => (entry.obsolete ? entry : (edits.get(entry.id) ?? entry))),
});
