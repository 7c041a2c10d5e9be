/** `mallette images`: a command line → pictures of the kit's faces, one by one or as Tabletop Simulator takes them. */
import { relative, resolve } from "node:path";
import { openWorkshop, type PictureResult } from "../../build.js";
import type { PictureSize } from "../../picture/index.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { findKit } from "../kit-folder.js";
import { localesIn } from "../locales.js";
import { EXIT_OF, jsonDocument, tellFailure } from "../outcome.js";
import { createReporter } from "../report.js";
import type { Terminal } from "../terminal.js";
import * as say from "./messages.js";

/** What a workshop over a video call needs, and small enough to be sent. */
const DEFAULT_SIZES: readonly PictureSize[] = ["screen"];

export async function runImages(line: CommandLine, terminal: Terminal): Promise<number> {
  const found = findKit(terminal.cwd, line.one("kit"));
  if ("problem" in found) {
    tellFailure([found.problem], line, terminal);
    return EXIT.usage;
  }
  const { root } = found;
  const isJson = line.has("json");
  const quiet = line.has("quiet") || isJson;
  const reporter = createReporter(terminal, quiet);
  const workshop = await openWorkshop(root);
  const results: PictureResult[] = [];
  for (const locale of localesIn(line, root)) {
    const started = process.hrtime.bigint();
    let count = 0;
    const result = await workshop.pictures({
      components: line.names,
      // Choices were checked as the line was read.
      sizes: (line.all("size") as readonly PictureSize[] | undefined) ?? DEFAULT_SIZES,
      paper: line.one("paper"),
      locale,
      final: line.has("final"),
      out: resolve(root, line.one("out") ?? "dist"),
      onFile: ({ path }) => {
        count += 1;
        if (!quiet && terminal.columns !== undefined) terminal.say(say.progress(count, path, terminal.columns));
      },
    });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    results.push(result);
    if (!quiet && count > 0 && terminal.columns !== undefined) terminal.say(say.PROGRESS_END);
    if (!isJson) await reporter.problems(result.problems);
    if (!quiet && result.files) terminal.say(say.made(result.files, shown(result.folder!, terminal.cwd), seconds));
  }
  if (isJson) {
    const document = {
      ok: results.every(({ ok }) => ok),
      files: results.flatMap(({ files = [] }) => files),
      problems: results.flatMap(({ problems }) => problems),
    };
    terminal.print(jsonDocument("images", document));
  }
  return Math.max(...results.map(({ outcome }) => EXIT_OF[outcome]));
}

/** As people would type it from where they are. */
const shown = (folder: string, cwd: string): string => {
  const path = relative(cwd, folder);
  return path.startsWith("..") ? folder : path || ".";
};
