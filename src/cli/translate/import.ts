/** `translate import`: a file that came back → the language's catalog and reviews, and what became of each of its rows. */
import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { writePo } from "../../catalog/index.js";
import { catalogPath, reviewsPath } from "../../content/index.js";
import { limitPerFile } from "../../diagnostics/limit.js";
import { type Applied, applyReceived, type Outcome, readExchange } from "../../exchange/index.js";
import { openLocale, reviewsText } from "../../translation/index.js";
import { EXIT } from "../exit.js";
import { writeText } from "../write.js";
import { nameOf } from "./cldr.js";
import type { Done, Job, Verb } from "./job.js";
import * as say from "./messages.js";
import { tagIn } from "./tags.js";

export const importVerb: Verb = {
  name: "import",
  usage: "import <langue> <fichier> [--dry-run]",
  help: "reprend un fichier traduit : ce qui a changé, rien d’autre ; chaque ligne refusée est dite",
  run: receive,
};

/** The largest catalog that a kit may have is far below. */
const MOST_BYTES = 20 * 1024 * 1024;

function receive(job: Job): Done {
  const { line, root } = job;
  const tag = tagIn(job, importVerb.usage);
  const bytes = tag === undefined ? undefined : bytesOf(job);
  if (tag === undefined || bytes === undefined) return { exit: EXIT.usage };
  const applied = apply(tag, bytes, job);
  if (applied === undefined) return {};
  const made = new Map([
    ...(applied.isChanged ? [[catalogPath(tag), writePo(applied.file)] as const] : []),
    ...(applied.approved.length > 0 ? [[reviewsPath(tag), reviewsText(applied.reviews)] as const] : []),
  ]);
  const isTrial = line.has("dry-run");
  if (!isTrial) for (const [path, text] of made) writeText(join(root, path), text);
  const counts = countsOf(applied);
  return {
    files: isTrial ? [] : [...made.keys()],
    facts: { locale: tag, counts, rows: applied.rows.filter(({ outcome }) => outcome !== "unchanged") },
    text: say.imported(tag, counts, isTrial),
  };
}

/** The file that is named, in the folder in which the command was typed. Undefined, and reported, when it cannot be read. */
function bytesOf({ names, terminal, diagnostics }: Job): Uint8Array | undefined {
  const [, name] = names;
  if (name === undefined) {
    diagnostics.report(say.whichFile(importVerb.usage));
    return undefined;
  }
  const path = resolve(terminal.cwd, name);
  try {
    if (statSync(path).size <= MOST_BYTES) return readFileSync(path);
    diagnostics.report(say.tooBig(name));
  } catch {
    diagnostics.report(say.unreadable(name));
  }
  return undefined;
}

/** Undefined, and reported, when the catalog has mistakes or the file is not one that can be taken. */
function apply(tag: string, bytes: Uint8Array, job: Job): Applied | undefined {
  const { kit, names, units, diagnostics } = job;
  const { catalog, profile, reviews } = openLocale(tag, job, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const reporter = limitPerFile(diagnostics);
  try {
    const expected = {
      name: basename(names[1]!),
      source: { tag: kit.locale, name: nameOf(kit.locale, kit.locale) },
      target: { tag, name: profile.name },
    };
    const received = readExchange(bytes, expected, reporter);
    const today = { units, catalog, reviews, project: kit.id, language: tag };
    return received && applyReceived(received, today, reporter);
  } finally {
    reporter.close();
  }
}

function countsOf({ rows, approved }: Applied): say.Received {
  const count = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    updated: count("updated"),
    stale: count("stale"),
    noted: count("noted"),
    approved: approved.length,
    refused: count("refused"),
    unknown: count("unknown"),
    emptied: count("emptied"),
    repeated: count("repeated"),
  };
}
