/** `mallette build` and `mallette check`: options → a build, its progress and its report. */
import { relative, resolve } from "node:path";
import { openWorkshop } from "../build.js";
import { toJsonProblems } from "../diagnostics/json.js";
import type { Duplex } from "../impose/index.js";
import { DEFAULT_REQUEST, type TargetName } from "../plan/request.js";
import { EXIT } from "./exit.js";
import { reportProblems, reportSuccess } from "./report.js";

export interface BuildCommand {
  readonly kit: string;
  /** Absent: check only. */
  readonly out?: string | undefined;
  readonly locale?: string;
  readonly target?: readonly TargetName[];
  readonly paper?: readonly string[];
  readonly duplex?: Duplex;
  readonly copies?: number;
  readonly json?: boolean;
}

export async function runBuild(components: readonly string[], options: BuildCommand): Promise<number> {
  const root = resolve(options.kit);
  const workshop = await openWorkshop(root);
  // The output folder belongs to the kit, not to the place where the command was typed.
  const out = options.out === undefined ? undefined : resolve(root, options.out);
  const started = process.hrtime.bigint();
  const result = await workshop.build({
    request: {
      components,
      targets: options.target ?? DEFAULT_REQUEST.targets,
      papers: options.paper ?? DEFAULT_REQUEST.papers,
      duplex: options.duplex,
      copies: options.copies ?? DEFAULT_REQUEST.copies,
    },
    locale: options.locale,
    out,
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (options.json) {
    const files = (result.manifest?.files ?? []).map(({ faces, codes, ...file }) => file);
    const document = { schema: "mallette.build/1", ok: result.ok, files, problems: toJsonProblems(result.problems) };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return result.ok ? EXIT.fine : EXIT.content;
  }
  await reportProblems(result.problems);
  if (!result.ok || !result.manifest) return EXIT.content;
  const folder = result.folder && (relative(process.cwd(), result.folder) || ".");
  reportSuccess(result.manifest, folder, seconds);
  return EXIT.fine;
}
