/** What the `mallette` command runs: main, with every way in which a process can end. */
import { readCommandLine } from "./command-line.js";
import { main, tellError } from "./main.js";
import { tellInterruption } from "./outcome.js";
import { processTerminal } from "./terminal.js";

const argv = process.argv.slice(2);
const terminal = processTerminal();

// `kill`, a closed window and Ctrl-C are one thing to a build: leave at once, and nothing half done.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => process.exit(tellInterruption(argv, terminal)));
}
// Whoever reads our output may leave before its end (`mallette … | head`): no fault of anybody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

// What nobody awaited must not end as a stack trace either.
process.on("uncaughtException", (error) => {
  void tellError(error, readCommandLine(argv), terminal).then((code) => process.exit(code));
});

// Nothing is left to do, and Node would still tidy up a memory that is given back all the same.
process.once("beforeExit", () => process.exit());

void main(argv, terminal).then((code) => {
  process.exitCode = code;
});
