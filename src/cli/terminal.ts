/** Where a command is typed and what it may do there. */
import { writeSync } from "node:fs";
import { asTyped } from "./as-typed.js";

export interface Terminal {
  /** The folder in which the command was typed. */
  readonly cwd: string;
  readonly color: boolean;
  /** Columns of a screen on which a line may be rewritten; undefined in a pipe or a log. */
  readonly columns: number | undefined;
  /** What the command makes: JSON, help. */
  print(text: string): void;
  /** What it says about it: progress and problems. */
  say(text: string): void;
}

/** Where the screen does not say how wide it is (some say 0). */
const SOME_COLUMNS = 80;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const isScreen = stderr.isTTY === true && env.TERM !== "dumb";
  return {
    cwd: process.cwd(),
    color: isScreen && !env.NO_COLOR,
    columns: isScreen ? stderr.columns || SOME_COLUMNS : undefined,
    print: (text) => void stdout.write(asTyped(text, env)),
    say: (text) => void stderr.write(asTyped(text, env)),
  };
}

/** Writes at once: for the last words of a process that is about to end. */
export const lastWords = (stream: 1 | 2, text: string): void => {
  try {
    writeSync(stream, text);
  } catch {
    // Nobody listens any more.
  }
};
