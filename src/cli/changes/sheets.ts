/** A comparison → sheets with only the pieces that changed, the list of what to exchange, and what is told of both. */
import { relative, resolve } from "node:path";
import type { BuildOptions, BuildResult, Workshop } from "../../build.js";
import type { Exchange, Reprint } from "../../plan/reprint.js";
import type { TargetName } from "../../plan/request.js";
import type { CommandLine } from "../command-line.js";
import { requestOf } from "../request.js";
import * as say from "./messages.js";

/** Words that mean nothing without `--sheets`. */
const ONLY_WITH_SHEETS = ["target", "paper", "duplex", "copies", "out"] as const;

/** What is wrong with how sheets are asked for. */
export function sheetsProblem(line: CommandLine) {
  const stray = ONLY_WITH_SHEETS.find((option) => line.has(option));
  if (!line.has("sheets")) return stray && say.needsSheets(stray);
  return line.all("target")?.includes("screen") ? say.notOnScreen() : undefined;
}

/** Of one kind unless more are asked for: whoever replaces a card prints one sheet. */
const TARGETS: readonly TargetName[] = ["home"];

export interface Sheets {
  readonly result: BuildResult;
  /** The folder of the sheets as one would type it. */
  readonly shown: string;
}

interface Question {
  readonly line: CommandLine;
  readonly root: string;
  readonly cwd: string;
  readonly locale: string;
  readonly reprint: Reprint;
}

export async function makeSheets({ line, root, cwd, locale, reprint }: Question, workshop: Workshop): Promise<Sheets> {
  const asked: BuildOptions["request"] = requestOf(line);
  const result = await workshop.build({
    request: { ...asked, targets: line.has("target") ? asked.targets : TARGETS },
    locale,
    final: true,
    out: resolve(root, line.one("out") ?? "dist"),
    reprint,
  });
  const path = result.folder === undefined ? "" : relative(cwd, result.folder);
  return { result, shown: path.startsWith("..") ? (result.folder ?? "") : path };
}

/** For a program: what to do, line by line, and the files. */
export const sheetsJson = ({ result, shown }: Sheets, exchanges: readonly Exchange[]) => ({
  folder: shown,
  files: (result.manifest?.files ?? []).map(({ faces, codes, ...file }) => file),
  pull: (result.pull ?? []).flatMap(({ title, lines }) =>
    lines.map(({ action, pieces, words }) => ({
      action,
      pieces,
      component: title,
      before: exchanges.find(({ piece }) => pieces.includes(piece))?.before,
      text: words,
    })),
  ),
});

/** Signs that order words on paper; a terminal orders lines by itself, or shows boxes. */
const ISOLATES = /[\u2066-\u2069]/g;

/** For people: what to do, then what to print. */
export function sheetsText({ result, shown }: Sheets): string {
  const { manifest, pull = [] } = result;
  const lines = pull.flatMap(({ title, lines: own }) => [
    `\n${title}\n`,
    ...own.map(({ words }) => `  ☐ ${words.replace(ISOLATES, "")}\n`),
  ]);
  return `\n${say.PULL}\n${lines.join("")}\n${say.sheetsMade(shown, manifest?.files ?? [])}`;
}
