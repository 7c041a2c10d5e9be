/** What `mallette release` and `mallette changes` say about how they were typed, and what they found. */
import type { Diagnostic } from "../../diagnostics/index.js";
import { plural, problem, quote } from "../wording.js";

export const whichName = (): Diagnostic =>
  problem(
    "missing-name",
    "Il manque le nom de l’édition à garder.",
    "Écrivez par exemple\u00A0: mallette release 2026-11",
  );

export const oneName = (name: string): Diagnostic =>
  problem(
    "too-many-names",
    `${quote(name)} est de trop\u00A0: une édition n’a qu’un nom, sans espace.`,
    "Écrivez par exemple\u00A0: mallette release 2026-11",
  );

export const whichEdition = (known: readonly string[]): Diagnostic =>
  problem(
    "missing-since",
    "Il manque l’édition avec laquelle comparer.",
    known.length > 0
      ? `Écrivez\u00A0: mallette changes --since ${known.at(-1)} (éditions gardées\u00A0: ${known.join(", ")})`
      : "Écrivez\u00A0: mallette changes --since dist/fr, ou le nom d’une édition gardée par mallette release.",
  );

export const oneLocale = (): Diagnostic =>
  problem(
    "too-many-locales",
    "Une langue se compare à elle-même\u00A0: une seule à la fois.",
    "Écrivez par exemple\u00A0: --locale en",
  );

export const needsSheets = (option: string): Diagnostic =>
  problem(
    "needs-sheets",
    `--${option} ne sert qu’avec --sheets\u00A0: sans elle, rien n’est imprimé.`,
    "Ajoutez --sheets pour écrire des feuilles à réimprimer, ou ôtez cette option.",
  );

export const notOnScreen = (): Diagnostic =>
  problem(
    "sheets-on-screen",
    "On ne réimprime que du papier\u00A0: la cible screen n’a pas de feuilles.",
    "Choisissez --target home ou --target shop.",
  );

/** Before the list. */
export const PULL = "À faire dans chaque boîte\u00A0:";

/** A file as one is told of it. */
export interface MadeFile {
  readonly path: string;
  readonly sheets: number;
}

export const sheetsMade = (folder: string, files: readonly MadeFile[]): string =>
  [
    `✔ Feuilles prêtes dans ${folder}\n`,
    ...files.map(({ path, sheets }) => `  ${path}\u00A0: ${plural(sheets, "feuille")}\n`),
    "  Imprimez à 100\u00A0%, sans «\u00A0ajuster à la page\u00A0».\n",
  ].join("");

export const NO_SHEETS = "→ Rien à échanger dans la boîte\u00A0: aucun fichier n’a été écrit.\n";

export interface Kept {
  readonly path: string;
  /** The folder of the build. */
  readonly shown: string;
  readonly pieces: number;
  readonly isNew: boolean;
}

export const released = (name: string, kept: readonly Kept[]): string => {
  const lines = kept.map(({ path, shown, pieces, isNew }) =>
    isNew
      ? `✔ ${path}\u00A0: ce que ${shown} a imprimé (${plural(pieces, "pièce")}). Gardez ce fichier avec le kit.\n`
      : `✔ ${path} garde déjà cette fabrication\u00A0: rien n’a changé.\n`,
  );
  return `${lines.join("")}→ Plus tard\u00A0: mallette changes --since ${name}\n`;
};

export const sinceLine = (since: string, { locale, version, date }: Printed): string =>
  `Depuis ${quote(since)} (${locale}, version ${version} du ${date})\u00A0:\n`;

export interface Printed {
  readonly locale: string;
  readonly version: string;
  readonly date: string;
}

export const nothing = (count: number): string =>
  `✔ Rien à réimprimer\u00A0: ${count > 1 ? `les ${count} pièces sont comme elles ont été imprimées` : "tout est comme imprimé"}.\n`;

/** The kit has another version by now: it is not counted, or all that prints it would be to print again. */
export const versionLine = (before: Printed, after: Pick<Printed, "version" | "date">): string =>
  before.version === after.version && before.date === after.date
    ? ""
    : `  Le numéro et la date de l’édition (${before.version} du ${before.date} → ${after.version} du ${after.date}) ne comptent pas\u00A0: les pièces déjà imprimées restent bonnes.\n`;

export const LOOK_ONLY = "allure seulement, le texte est le même (gabarit, thème, police, image ou mise en page)";
export const WORDS_UNKNOWN = "changée\u00A0; l’édition ne garde pas ses textes";
export const ADDED = "nouvelle";
export const REMOVED = "retirée";
export const MOVED = "déplacées sans changer, rien à réimprimer";
export const ABSENT = "(rien)";

export const renamed = (from: string): string => `s’appelait ${from}\u00A0; même allure, rien à réimprimer`;

/** Beside another change. */
export const placeToo = ({ before, after }: { readonly before: number; readonly after: number }): string =>
  `place ${before} → ${after}\u00A0: si elle imprime son numéro, il change aussi`;

export const unchanged = (count: number): string => `${plural(count, "pièce inchangée", "pièces inchangées")}`;

export const toReprint = (names: readonly string[]): string =>
  names.length === 0
    ? "→ Aucune pièce à réimprimer.\n"
    : `→ ${plural(names.length, "pièce")} à réimprimer\u00A0: ${names.join(", ")}\n`;

export const toTakeOut = (names: readonly string[]): string =>
  names.length === 0 ? "" : `→ ${plural(names.length, "pièce")} à retirer\u00A0: ${names.join(", ")}\n`;

export const andMore = (count: number): string => `et ${plural(count, "autre")}`;
