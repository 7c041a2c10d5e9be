/** How a command ended → text for people, or one JSON document and nothing else. */
import type { BuildResult } from "../build.js";
import { type Diagnostic, toJsonProblems } from "../diagnostics/index.js";
import type { CommandLine } from "./command-line.js";
import { EXIT } from "./exit.js";
import { interrupted } from "./messages.js";
import { lastWords, type Terminal } from "./terminal.js";

export interface Outcome {
  readonly ok: boolean;
  readonly files: readonly unknown[];
  /** What goes with the files of each folder; only builds have any. */
  readonly orders?: readonly unknown[] | undefined;
  readonly problems: readonly Diagnostic[];
}

/** By whose turn it is when nothing was made. */
export const EXIT_OF: Readonly<Record<BuildResult["outcome"], number>> = {
  made: EXIT.fine,
  "bad-kit": EXIT.content,
  "bad-request": EXIT.usage,
  "our-fault": EXIT.bug,
};

/** The document of `--json`. Its shape is `schema`'s business: it changes only together with the number. */
export function jsonDocument(command: string | undefined, { ok, files, orders, problems }: Outcome): string {
  const schema = `mallette.${command ?? "usage"}/1`;
  return `${JSON.stringify({ schema, ok, files, orders, problems: toJsonProblems(problems) }, undefined, 2)}\n`;
}

/** A command that did not get as far as the kit: how it was typed, or the machine. */
export function tellFailure(problems: readonly Diagnostic[], line: CommandLine, terminal: Terminal): void {
  if (line.has("json")) terminal.print(jsonDocument(line.command?.name, { ok: false, files: [], problems }));
  else terminal.say(problems.map(asText).join(""));
}

/** The last words of a command that was stopped; returns the exit code. */
export function tellInterruption(argv: readonly string[], terminal: Terminal): number {
  const problem = interrupted();
  if (argv.includes("--json")) {
    const command = argv.find((word) => !word.startsWith("-"));
    lastWords(1, jsonDocument(command, { ok: false, files: [], problems: [problem] }));
  } else {
    lastWords(2, `${terminal.columns === undefined ? "" : "\n"}${problem.message}\n`);
  }
  return EXIT.interrupted;
}

const asText = ({ message, hint }: Diagnostic): string => `✖ ${message}\n${hint ? `  ${hint}\n` : ""}`;
