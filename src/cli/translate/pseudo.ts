/** `translate pseudo`: the kit in two languages that nobody speaks, to find what does not fit and what nobody can translate. */
import { resolve } from "node:path";
import { openWorkshop } from "../../build.js";
import { DEFAULT_REQUEST } from "../../plan/request.js";
import { PSEUDO_LOCALES } from "../../translation/index.js";
import type { Done, Job, Verb } from "./job.js";

export const pseudoVerb: Verb = {
  name: "pseudo",
  usage: "pseudo",
  help: "fabrique des épreuves en deux fausses langues, plus longues, l’une de droite à gauche",
  run: pseudo,
};

async function pseudo(job: Job): Promise<Done> {
  const { root, line, diagnostics } = job;
  const out = resolve(root, line.one("out") ?? "dist");
  const workshop = await openWorkshop(root);
  const folders: string[] = [];
  for (const locale of PSEUDO_LOCALES) {
    const request = { ...DEFAULT_REQUEST, targets: ["home", "screen"], papers: ["A4"] } as const;
    const { problems, folder } = await workshop.build({ request, locale, out });
    for (const problem of problems) diagnostics.report({ locale, ...problem });
    if (folder !== undefined) folders.push(folder);
  }
  return { files: folders, text: folders.map((folder) => `✔ ${folder}\n`).join("") };
}
