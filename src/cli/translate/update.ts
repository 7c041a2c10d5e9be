/** `translate update`: the kit's texts → its catalogs, every translation kept, and the template for new languages. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MergeReport, merge, template, writePo } from "../../catalog/index.js";
import { catalogPath } from "../../content/index.js";
import { suggest } from "../../diagnostics/index.js";
import { openLocale } from "../../translation/index.js";
import { EXIT } from "../exit.js";
import { plural } from "../wording.js";
import { writeText } from "../write.js";
import type { Done, Job, Verb } from "./job.js";
import * as say from "./messages.js";
import { tagsIn } from "./tags.js";

export const updateVerb: Verb = {
  name: "update",
  usage: "update [langues…] [--minor textes|all] [--check]",
  help: "met à jour les fichiers .po : textes nouveaux, changés, disparus ; aucune traduction ne se perd",
  run: update,
};

/** For platforms on which somebody begins a language. */
const TEMPLATE = "locales/kit.pot";

function update(job: Job): Done {
  const { kit, line, diagnostics, units } = job;
  const tags = tagsIn(job);
  const minor = minorIn(job);
  if (tags === undefined || minor === undefined) return { exit: EXIT.usage };
  const made = new Map<string, string>([[TEMPLATE, writePo(template(units, { project: kit.id, language: "" }))]]);
  const told: string[] = [];
  for (const tag of tags) {
    const { catalog } = openLocale(tag, job, diagnostics);
    if (diagnostics.hasErrors) continue;
    const { file, report } = merge(units, catalog, { minor, project: kit.id, language: tag });
    made.set(catalogPath(tag), writePo(file));
    told.push(sentence(tag, report));
  }
  if (diagnostics.hasErrors) return {};
  const changed = [...made].filter(([path, text]) => readText(join(job.root, path)) !== text);
  if (line.has("check")) {
    for (const [path] of changed) diagnostics.report(say.outdatedCatalog(path));
    return { text: changed.length === 0 ? "✔ Les traductions suivent le texte du kit.\n" : "" };
  }
  for (const [path, text] of changed) writeText(join(job.root, path), text);
  return { files: changed.map(([path]) => path), text: told.join("") };
}

const readText = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** The texts whose change leaves their translations right. Undefined, and reported, when there is no such text. */
function minorIn({ line, units, diagnostics }: Job): ReadonlySet<string> | "all" | undefined {
  const asked = line.all("minor") ?? [];
  if (asked.includes("all")) return "all";
  const known = new Set(units.map(({ id }) => id));
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length === 0) return new Set(asked);
  diagnostics.report(say.unknownIds(unknown, suggest(unknown[0]!, [...known])));
  return undefined;
}

function sentence(tag: string, { outcomes, removed }: MergeReport): string {
  const parts = [
    outcomes.added.length > 0 && plural(outcomes.added.length, "texte nouveau", "textes nouveaux"),
    outcomes.prefilled.length > 0 && `${outcomes.prefilled.length} repris d’un texte identique, à revoir`,
    outcomes.changed.length > 0 && `${outcomes.changed.length} à revoir parce que le français a changé`,
    outcomes.revived.length > 0 && `${outcomes.revived.length} de retour`,
    outcomes.retouched.length + outcomes.minor.length > 0 &&
      plural(
        outcomes.retouched.length + outcomes.minor.length,
        "retouche sans conséquence",
        "retouches sans conséquence",
      ),
    removed.length > 0 && `${removed.length} sans emploi, gardés à la fin du fichier`,
  ].filter(Boolean);
  return `✔ ${tag} : ${parts.length > 0 ? parts.join(", ") : "rien de nouveau"}\n`;
}
