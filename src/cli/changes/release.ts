/** `mallette release NAME`: the build that was printed → its manifest, kept with the kit to be compared with later. */
import { readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import {
  type BuildPlace,
  type CheckedBuild,
  carryVersions,
  checkBuild,
  editionPath,
  isEditionName,
} from "../../changes/index.js";
import * as sayChanges from "../../changes/messages.js";
import { MANIFEST, manifestText } from "../../deliver/index.js";
import { Diagnostics } from "../../diagnostics/index.js";
import type { CommandLine } from "../command-line.js";
import { EXIT } from "../exit.js";
import { findKit } from "../kit-folder.js";
import { jsonDocument, tellFailure } from "../outcome.js";
import { createReporter, SILENT } from "../report.js";
import type { Terminal } from "../terminal.js";
import { writeText } from "../write.js";
import { compare } from "./changes.js";
import { localeNamed, type OpenKit, openKit, placeIn } from "./kit.js";
import * as say from "./messages.js";

export async function runRelease(line: CommandLine, terminal: Terminal): Promise<number> {
  const [name, ...more] = line.names;
  const found = findKit(terminal.cwd, line.one("kit"));
  const wrong =
    name === undefined
      ? say.whichName()
      : more[0] !== undefined
        ? say.oneName(more[0])
        : !isEditionName(name)
          ? sayChanges.badName(name)
          : "problem" in found
            ? found.problem
            : undefined;
  if (wrong !== undefined || name === undefined || "problem" in found) {
    tellFailure(wrong === undefined ? [] : [wrong], line, terminal);
    return EXIT.usage;
  }
  const diagnostics = new Diagnostics();
  const done = await release(name, { root: found.root, line, cwd: terminal.cwd }, diagnostics);
  if (line.has("json")) {
    const files = done.kept.map(({ path }) => ({ path }));
    const { all: problems } = diagnostics;
    terminal.print(jsonDocument("release", { ok: done.exit === EXIT.fine, files, problems }));
    return done.exit;
  }
  const { all } = diagnostics;
  await (all.length > 0 ? createReporter(terminal, line.has("quiet")) : SILENT).problems(all);
  if (!line.has("quiet") && done.exit === EXIT.fine) terminal.say(say.released(name, done.kept));
  return done.exit;
}

interface Request {
  readonly root: string;
  readonly line: CommandLine;
  readonly cwd: string;
}

interface Released {
  readonly exit: number;
  readonly kept: readonly say.Kept[];
}

/** Every language is checked before any is kept. */
async function release(name: string, request: Request, diagnostics: Diagnostics): Promise<Released> {
  const { root, line, cwd } = request;
  // Mistakes in the kit of today say nothing against what was printed.
  const loading = new Diagnostics();
  const open = openKit(root, loading);
  if (open === undefined) {
    for (const problem of loading.all) diagnostics.report(problem);
    return { exit: EXIT.content, kept: [] };
  }
  const out = resolve(root, line.one("out") ?? "dist");
  const tags = tagsIn(line, { ...open, out }, diagnostics);
  const checkedBuilds = tags.flatMap((tag) => {
    const place = placeOf(tag, { ...open, out }, cwd);
    const checked = checkBuild(place, diagnostics);
    return checked ? [{ ...checked, tag, path: editionPath(name, tag), shown: place.shown }] : [];
  });
  const builds: (typeof checkedBuilds)[number][] = [];
  for (const build of checkedBuilds) {
    const text = diagnostics.hasErrors ? undefined : await keptText(build, request, diagnostics);
    if (text !== undefined) builds.push({ ...build, text });
  }
  const kept = builds.map(({ path, text, manifest, shown }) => {
    const before = textAt(placeIn(open, path));
    if (before !== undefined && before !== text) diagnostics.report(sayChanges.editionExists(path));
    return { path, text, shown, pieces: manifest.pieces.length, isNew: before === undefined };
  });
  if (diagnostics.hasErrors) return { exit: EXIT.usage, kept: [] };
  for (const { path, text, isNew } of kept) if (isNew) writeText(placeIn(open, path), text);
  return { exit: EXIT.fine, kept };
}

/** The manifest as it is; `--since`: as it is in boxes of that edition where only what changed was exchanged. */
async function keptText(
  { manifest, text, tag }: CheckedBuild & { readonly tag: string },
  { root, line, cwd }: Request,
  diagnostics: Diagnostics,
): Promise<string | undefined> {
  const since = line.one("since");
  if (since === undefined) return text;
  const { told, comparison } = await compare({ since, root, cwd, asked: tag, components: [], line }, diagnostics);
  return told && comparison && manifestText(carryVersions(manifest, told.before, comparison));
}

type OpenBuild = OpenKit & { readonly out: string };

/** `all`: the languages of which there is a build. */
function tagsIn(line: CommandLine, open: OpenBuild, diagnostics: Diagnostics): readonly string[] {
  const asked = line.all("locale") ?? [open.kit.locale];
  if (!asked.includes("all")) return [...new Set(asked.flatMap((one) => localeNamed(one, open, diagnostics) ?? []))];
  const built = open.locales.filter((tag) => statSync(join(open.out, tag, MANIFEST), { throwIfNoEntry: false }));
  return built.length > 0 ? built : [open.kit.locale];
}

function placeOf(tag: string, { kit, out }: OpenBuild, cwd: string): BuildPlace {
  const folder = join(out, tag);
  const path = relative(cwd, folder);
  const command = tag === kit.locale ? "mallette build" : `mallette build --locale ${tag} --final`;
  return { folder, shown: path.startsWith("..") ? folder : path, command, kit: kit.id, locale: tag };
}

function textAt(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : undefined;
}
