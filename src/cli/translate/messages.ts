/** What `mallette translate` says about how it was typed and about what it did. */
import type { Diagnostic } from "../../diagnostics/index.js";
import { plural, problem, quote } from "../wording.js";

export const noLanguages = (): Diagnostic =>
  problem(
    "no-languages",
    "Ce kit n’a encore aucune traduction.",
    "Commencez-en une, par exemple l’anglais\u00A0: mallette translate new en",
  );

export const unknownLanguage = (name: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  problem(
    "unknown-locale",
    `Ce kit n’est pas traduit en ${quote(name)}.`,
    near === undefined
      ? `Ses langues\u00A0: ${known.join(", ")}. Une nouvelle\u00A0: mallette translate new ${name}`
      : `Vouliez-vous dire ${quote(near)}\u202F?`,
  );

export const whichLanguage = (usage: string, known: readonly string[]): Diagnostic =>
  problem(
    "missing-locale",
    "Il manque la langue.",
    `Écrivez\u00A0: mallette translate ${usage}${known.length > 0 ? ` (langues de ce kit\u00A0: ${known.join(", ")})` : ""}`,
  );

export const whichVerb = (known: readonly string[]): Diagnostic =>
  problem(
    "missing-verb",
    "Il manque ce qu’il faut faire\u00A0: mallette translate status, par exemple.",
    `Choix possibles\u00A0: ${known.join(", ")}. mallette translate --help les explique.`,
  );

export const unknownVerb = (name: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  problem(
    "unknown-verb",
    `${quote(name)} n’est pas une action de translate.`,
    near === undefined ? `Choix possibles\u00A0: ${known.join(", ")}.` : `Vouliez-vous dire ${quote(near)}\u202F?`,
  );

export const outdatedCatalog = (path: string): Diagnostic => ({
  ...problem(
    "outdated-catalog",
    `${path} n’est pas à jour\u00A0: le texte français a changé depuis.`,
    "Lancez\u00A0: mallette translate update",
  ),
});

export const unknownIds = (ids: readonly string[], near: string | undefined): Diagnostic =>
  problem(
    "unknown-text",
    `Le kit n’a pas de texte ${ids.map(quote).join(", ")}.`,
    near === undefined
      ? "Les identifiants sont ceux du fichier .po (msgctxt)."
      : `Vouliez-vous dire ${quote(near)}\u202F?`,
  );

export const whichTexts = (tag: string): Diagnostic =>
  problem(
    "missing-texts",
    "Il manque les textes relus.",
    `Écrivez leurs identifiants, ou all\u00A0: mallette translate review ${tag} all`,
  );

export const badTag = (tag: string): Diagnostic =>
  problem(
    "bad-locale",
    `${quote(tag)} n’est pas une langue connue.`,
    "Une langue s’écrit en deux ou trois lettres, avec un pays si besoin\u00A0: en, ar, pt-BR.",
  );

export const languageExists = (tag: string): Diagnostic =>
  problem(
    "locale-exists",
    `Le kit a déjà un profil pour ${quote(tag)}.`,
    `Complétez locales/${tag}/locale.yaml, puis\u00A0: mallette translate update ${tag}`,
  );

export const whichFormat = (usage: string, formats: readonly string[]): Diagnostic =>
  problem(
    "missing-format",
    "Il manque le format du fichier à envoyer.",
    `Écrivez\u00A0: mallette translate ${usage}. Formats\u00A0: ${formats.join(", ")}.`,
  );

export const nothingToDo = (tag: string): string =>
  `✔ ${tag}\u00A0: rien à traduire ni à revoir, aucun fichier écrit.\n`;

export const exported = (path: string, texts: number): string => `✔ ${path}\u00A0: ${plural(texts, "texte")}.\n`;

export const sendBack = (tag: string, path: string): string =>
  `→ À son retour\u00A0: mallette translate import ${tag} ${path}\n`;

export const whichFile = (usage: string): Diagnostic =>
  problem("missing-file", "Il manque le fichier reçu.", `Écrivez\u00A0: mallette translate ${usage}`);

export const unreadable = (path: string): Diagnostic =>
  problem("missing-file", `Le fichier ${quote(path)} ne peut pas être lu.`, "Vérifiez son nom et son dossier.");

export const tooBig = (path: string): Diagnostic =>
  problem("file-too-big", `Le fichier ${quote(path)} est trop gros pour une traduction.`, "Vérifiez son nom.");

/** Texts by what became of them; what did not happen is not said. */
export interface Received {
  readonly updated: number;
  readonly stale: number;
  readonly noted: number;
  readonly approved: number;
  readonly refused: number;
  readonly unknown: number;
  readonly emptied: number;
  readonly repeated: number;
}

/** « 17 textes mis à jour, 2 à revoir parce que le français a changé depuis l’envoi, 1 ligne refusée » */
export function imported(tag: string, counts: Received, isTrial: boolean): string {
  const { updated, stale, noted, approved, refused, unknown, emptied, repeated } = counts;
  const some = (count: number, one: string, more?: string): readonly string[] =>
    count === 0 ? [] : [plural(count, one, more)];
  const parts = [
    ...some(updated, "texte mis à jour", "textes mis à jour"),
    ...(stale === 0 ? [] : [`${stale} à revoir parce que le français a changé depuis l’envoi`]),
    ...some(noted, "remarque ajoutée", "remarques ajoutées"),
    ...some(approved, "relecture notée", "relectures notées"),
    ...some(refused, "ligne refusée", "lignes refusées"),
    ...some(repeated, "ligne en double", "lignes en double"),
    ...some(unknown, "ligne sans texte dans le kit", "lignes sans texte dans le kit"),
    ...some(emptied, "traduction vidée, gardée", "traductions vidées, gardées"),
  ];
  const sign = refused + repeated > 0 ? "⚠" : "✔";
  const trial = isTrial ? " (essai\u00A0: rien n’est écrit)" : "";
  return `${sign} ${tag}\u00A0: ${parts.length > 0 ? parts.join(", ") : "rien de nouveau"}${trial}\n`;
}
