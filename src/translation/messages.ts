/** What is said about the languages of a kit: what lacks, what is out of date, what a translation lost. */
import type { Diagnostic, Span } from "../diagnostics/index.js";

const plural = (count: number, one: string, more: string): string => `${count} ${count > 1 ? more : one}`;

/** The first text of several, by which the message shows where to begin. */
export interface First {
  readonly id: string;
  readonly at: Span;
}

export const notTranslated = (tag: string, { id, at }: First, missing: number, texts: number): Diagnostic => ({
  code: "not-translated",
  severity: "error",
  message: `Il manque ${plural(missing, "traduction", "traductions")} sur ${texts} en « ${tag} », dont « ${id} ».`,
  hint: `mallette translate status ${tag} dit où vous en êtes. Sans --final, une épreuve se fabrique même ainsi.`,
  at,
  locale: tag,
});

export const outOfDate = (tag: string, { id, at }: First, stale: number): Diagnostic => ({
  code: "stale-translation",
  severity: "error",
  message: `Le texte d’origine de ${plural(stale, "traduction", "traductions")} en « ${tag} » a changé, dont « ${id} ».`,
  hint: `Revoyez-les dans locales/${tag}.po, où elles portent la marque « fuzzy ». Rien n’est à changer ? mallette translate update ${tag} --minor all`,
  at,
  locale: tag,
});

export const belowGate = (tag: string, reviewed: number, wanted: number): Diagnostic => ({
  code: "not-reviewed",
  severity: "error",
  message: `${reviewed} % des textes en « ${tag} » sont relus ; le profil de cette langue en veut ${wanted} %.`,
  hint: `Une fois relus : mallette translate review ${tag} all. Ou changez gate dans locales/${tag}/locale.yaml.`,
  locale: tag,
});

export const badReviews = (at: Span): Diagnostic => ({
  code: "bad-reviews",
  severity: "error",
  message: "Ce fichier de relectures ne peut pas être lu.",
  hint: "Il s’écrit avec mallette translate review ; supprimez-le pour recommencer les relectures.",
  at,
});

export const noCatalog = (tag: string): Diagnostic => ({
  code: "missing-catalog",
  severity: "error",
  message: `Il n’y a pas encore de traductions en « ${tag} » : le fichier locales/${tag}.po manque.`,
  hint: `Créez-le avec : mallette translate update ${tag}`,
  locale: tag,
});

type Finding = Omit<Diagnostic, "at" | "field">;
const error = (code: string, message: string, hint: string): Finding => ({ code, severity: "error", message, hint });

export const lostPlaceholder = (written: string): Finding =>
  error(
    "lost-reference",
    `La traduction a perdu ${written}.`,
    "Recopiez-le tel quel : ce qui est entre accolades est calculé, on n’y traduit rien.",
  );

export const strangePlaceholder = (written: string, meant: string | undefined): Finding =>
  error(
    "strange-reference",
    `${written} n’est pas dans le texte d’origine.`,
    meant === undefined ? "Supprimez-le." : `Écrivez sans doute ${meant}, tel quel.`,
  );

export const brokenBraces = (): Finding =>
  error("broken-braces", "Une accolade n’est pas fermée.", "Recopiez ce qui est entre { et } tel quel.");

export const lostAddress = (address: string): Finding =>
  error(
    "lost-address",
    `Le lien vers « ${address} » a disparu de la traduction.`,
    "Gardez [mots](adresse) : traduisez les mots, recopiez l’adresse.",
  );

export const strangeAddress = (address: string): Finding =>
  error(
    "strange-address",
    `Le lien vers « ${address} » n’est pas dans le texte d’origine.`,
    "Recopiez l’adresse telle quelle ; une page dans votre langue se déclare dans links.yaml.",
  );

export type Mark = "bold" | "italic" | "item";

const MARKS: Readonly<Record<Mark, string>> = {
  bold: "passages en gras (**…**)",
  italic: "passages en italique (*…*)",
  item: "éléments de liste (- …)",
};

export const otherMarks = (mark: Mark, wanted: number, given: number): Finding =>
  error(
    "other-marks",
    `L’original a ${wanted} ${MARKS[mark]}, la traduction ${given}.`,
    "Gardez les mêmes marques, autour des mots qui disent la même chose.",
  );

export const otherTerm = (term: string, expected: string): Finding => ({
  code: "other-term",
  severity: "warning",
  message: `« ${term} » se traduit par « ${expected} » dans ce kit, et la traduction ne le contient pas.`,
  hint: "Le glossaire est dans locale.yaml ; complétez-le, ou reprenez son mot.",
});

export const lostNumbers = (numbers: readonly string[]): Finding => ({
  code: "lost-number",
  severity: "warning",
  message: `L’original contient ${numbers.join(", ")}, pas la traduction.`,
  hint: "Vérifiez les nombres ; s’ils sont écrits en toutes lettres, ne changez rien.",
});

export const translationTooLong = (over: number, max: number): Finding =>
  error(
    "too-long",
    `La traduction a ${plural(over, "signe", "signes")} de trop : ${max} au plus.`,
    "Raccourcissez-la : la place sur le papier ne change pas.",
  );
