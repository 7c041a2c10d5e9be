/** The command's overview: arguments → a command → an exit code. No stack trace ever reaches a user. */
import { type CommandLine, readCommandLine } from "./command-line.js";
import { EXIT } from "./exit.js";
import { missingCommand } from "./messages.js";
import { tellFailure } from "./outcome.js";
import type { Terminal } from "./terminal.js";

declare const __VERSION__: string | undefined;
/** Written in by the bundler. */
const VERSION = typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0";

/** Runs what was typed after `mallette`; returns the exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const line = readCommandLine(argv);
  try {
    return await run(line, terminal);
  } catch (error) {
    return tellError(error, line, terminal);
  }
}

/** Tells what was thrown; returns the exit code. */
export async function tellError(error: unknown, line: CommandLine, terminal: Terminal): Promise<number> {
  const { exit, problem } = (await import("./failure.js")).explainFailure(error);
  tellFailure([problem], line, terminal);
  return exit;
}

async function run(line: CommandLine, terminal: Terminal): Promise<number> {
  const { command, problems } = line;
  const asksHelp = line.has("help") || (!command && !line.has("version") && !line.has("json"));
  if (problems.length > 0) {
    tellFailure(problems, line, terminal);
    return EXIT.usage;
  }
  if (asksHelp) {
    terminal.print((await import("./help.js")).helpText(command));
    return EXIT.fine;
  }
  if (line.has("version")) {
    terminal.print(`${VERSION}\n`);
    return EXIT.fine;
  }
  if (!command) {
    tellFailure([missingCommand()], line, terminal);
    return EXIT.usage;
  }
  return command.run(line, terminal);
}
