/** What was thrown → one clear problem and an exit code; the trace goes to a file, not to the user. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutputError } from "../deliver/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { EXIT } from "./exit.js";
import * as say from "./messages.js";

export interface Failure {
  readonly exit: number;
  readonly problem: Diagnostic;
}

export function explainFailure(error: unknown): Failure {
  if (error instanceof OutputError)
    return { exit: EXIT.environment, problem: say.cannotWrite(error.path, error.reason) };
  const missing = missingPackage(error);
  if (missing) return { exit: EXIT.environment, problem: say.notInstalled(missing) };
  return { exit: EXIT.bug, problem: say.ourFault(keepTrace(error)) };
}

/** What Node says of a package that it did not find, by how it was asked for: `import`, `require`. */
const NOT_FOUND: Readonly<Record<string, RegExp>> = {
  ERR_MODULE_NOT_FOUND: /package '([^']+)'/,
  MODULE_NOT_FOUND: /module '((?:@[^/']+\/)?[^./'][^/']*)/,
};

/** The package that Node did not find; undefined for any other error. */
function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return NOT_FOUND[String(error.code)]?.exec(error.message)?.[1];
}

/** Writes the trace where it can be found again; undefined when there is no such place. */
function keepTrace(error: unknown): string | undefined {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const report = join(tmpdir(), `mallette-erreur-${process.pid}.txt`);
  try {
    writeFileSync(report, `mallette, Node ${process.version}, ${process.platform}\n\n${trace}\n`);
    return report;
  } catch {
    return undefined;
  }
}
