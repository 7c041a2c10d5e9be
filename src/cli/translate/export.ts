/** `translate export`: a language → the file that its translator works in, with today's French. */
import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { merge } from "../../catalog/index.js";
import { ENDINGS, FORMATS, type Format, isToDo, onlyTexts, rowsOf, writeExchange } from "../../exchange/index.js";
import { directionOf } from "../../localise/index.js";
import { openLocale, reviewedIds } from "../../translation/index.js";
import { EXIT } from "../exit.js";
import { writeText } from "../write.js";
import { nameOf } from "./cldr.js";
import type { Done, Job, Verb } from "./job.js";
import * as say from "./messages.js";
import { tagIn } from "./tags.js";

export const exportVerb: Verb = {
  name: "export",
  usage: "export <langue> --format po|xlsx|csv|xliff [--only todo] [--out fichier]",
  help: "écrit le fichier à envoyer à qui traduit : PO pour Poedit, tableau, ou XLIFF pour une agence",
  run: send,
};

function send(job: Job): Done {
  const { diagnostics, kit, line, terminal, units } = job;
  const tag = tagIn(job, exportVerb.usage);
  if (tag === undefined) return { exit: EXIT.usage };
  // Choices were checked as the line was read.
  const format = line.one("format") as Format | undefined;
  if (format === undefined) {
    diagnostics.report(say.whichFormat(exportVerb.usage, FORMATS));
    return { exit: EXIT.usage };
  }
  const { catalog, profile, reviews } = openLocale(tag, job, diagnostics);
  if (diagnostics.hasErrors) return {};
  // What was edited since the last update goes out too.
  const { file } = merge(units, catalog, { project: kit.id, language: tag });
  const all = rowsOf(units, file, reviewedIds(file, reviews));
  const rows = line.has("only") ? all.filter(isToDo) : all;
  if (line.has("only") && rows.length === 0) return { facts: { locale: tag, texts: 0 }, text: say.nothingToDo(tag) };
  const sheet = {
    kit: kit.id,
    source: { tag: kit.locale, name: nameOf(kit.locale, kit.locale) },
    target: { tag, name: profile.name, direction: profile.direction ?? directionOf(tag) },
    rows,
  };
  const sent = line.has("only") ? onlyTexts(file, new Set(rows.map(({ id }) => id))) : file;
  const path = placeOf(line.one("out"), `${kit.id}-${tag}.${ENDINGS[format]}`, terminal.cwd);
  writeText(path, writeExchange(format, sheet, sent));
  const shown = relative(terminal.cwd, path);
  return {
    files: [path],
    facts: { locale: tag, texts: rows.length },
    text: say.exported(shown, rows.length) + say.sendBack(tag, shown),
  };
}

/** In the folder in which the command was typed; a folder that is there already gets the usual name. */
function placeOf(asked: string | undefined, name: string, cwd: string): string {
  const path = resolve(cwd, asked ?? name);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? join(path, name) : path;
}
