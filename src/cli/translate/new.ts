/** `translate new`: a language → its profile, from what the world knows of it, and its first catalog. */
import { join } from "node:path";
import { merge, writePo } from "../../catalog/index.js";
import { catalogPath, profilePath } from "../../content/index.js";
import { lettersWithoutFont } from "../../faces/index.js";
import { directionOf, quotesOf } from "../../localise/index.js";
import { hasHyphenation } from "../../text/index.js";
import { EXIT } from "../exit.js";
import { writeText } from "../write.js";
import { isKnown, lettersOf, nameOf, paperOf } from "./cldr.js";
import type { Done, Job, Verb } from "./job.js";
import * as say from "./messages.js";

export const newVerb: Verb = {
  name: "new",
  usage: "new <langue>",
  help: "commence une langue : son profil, son fichier .po, et ce que les polices du kit savent de ses lettres",
  run: begin,
};

async function begin(job: Job): Promise<Done> {
  const { diagnostics, files, kit, units, root } = job;
  const [given] = job.names;
  const tag = given === undefined ? undefined : canonical(given);
  if (given === undefined || tag === undefined) {
    diagnostics.report(given === undefined ? say.whichLanguage(newVerb.usage, []) : say.badTag(given));
    return { exit: EXIT.usage };
  }
  if (tag === kit.locale || files.has(profilePath(tag))) {
    diagnostics.report(say.languageExists(tag));
    return { exit: EXIT.usage };
  }
  const [opening, closing] = quotesOf(tag);
  const profile = {
    name: nameOf(tag, tag),
    direction: directionOf(tag),
    paper: paperOf(tag),
    quotes: [opening, closing],
  };
  writeText(join(root, profilePath(tag)), profileText(tag, profile));
  writeText(join(root, catalogPath(tag)), writePo(merge(units, undefined, { project: kit.id, language: tag }).file));
  const facts = await knowledgeOf(tag, job);
  return {
    files: [profilePath(tag), catalogPath(tag)],
    facts: { locale: tag, ...profile, ...facts },
    text: told(tag, profile, facts, units.length),
  };
}

interface NewProfile {
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly paper: readonly string[];
  readonly quotes: readonly string[];
}

const profileText = (tag: string, { name, direction, paper, quotes }: NewProfile): string =>
  `# ${nameOf(tag, "fr")} : comment on imprime dans cette langue. Relisez, corrigez, complétez.
name: ${JSON.stringify(name)}
direction: ${direction}
paper: [${paper.join(", ")}]
quotes: [${quotes.map((quote) => JSON.stringify(quote)).join(", ")}]
# Ce qu’il faut pour imprimer pour de bon (--final), en pour cent des textes.
gate: { translated: 100, reviewed: 100 }
`;

/** As BCP 47 writes it; undefined when it is no language. */
function canonical(given: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(given.replaceAll("_", "-"));
    return tag !== undefined && isKnown(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

interface Knowledge {
  /** Letters of the language that no font of the kit draws. */
  readonly lettersMissing: readonly string[];
  readonly hyphenation: boolean;
  readonly dates: boolean;
}

const knowledgeOf = async (tag: string, { root, kit, diagnostics }: Job): Promise<Knowledge> => ({
  lettersMissing: await lettersWithoutFont(lettersOf(tag), kit, root, diagnostics),
  hyphenation: hasHyphenation(tag),
  dates: Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0,
});

function told(tag: string, { name, direction }: NewProfile, facts: Knowledge, texts: number): string {
  const { lettersMissing, hyphenation, dates } = facts;
  return [
    `✔ ${name} (${tag}) : ${profilePath(tag)} et ${catalogPath(tag)}, ${texts} textes à traduire.`,
    `  Sens de l’écriture : ${direction === "rtl" ? "de droite à gauche" : "de gauche à droite"}.`,
    lettersMissing.length === 0
      ? "  Polices : celles du kit ont toutes ses lettres."
      : `  Polices : il leur manque ${lettersMissing.slice(0, 12).join(" ")}${lettersMissing.length > 12 ? "…" : ""} Ajoutez une famille à fonts/fonts.yaml, et nommez-la sous « fonts » dans le profil.`,
    `  Césures : ${hyphenation ? "connues" : "inconnues, les mots ne se coupent pas"}. Dates : ${dates ? "connues" : "écrites comme en anglais, à vérifier"}.`,
    `→ Ensuite : ouvrez ${catalogPath(tag)} dans Poedit, ou mallette translate export ${tag} --format xlsx`,
    "",
  ].join("\n");
}
