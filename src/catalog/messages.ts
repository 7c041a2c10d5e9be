/** What translators are told: what is wrong with their file, and the notes that stand above each text. */
import type { Finding } from "../content/finding.js";

export const notAPoFile = (): Finding => ({
  code: "not-a-po-file",
  message: "Ce fichier n’est pas un fichier de traduction PO.",
  hint: "Reprenez le dernier fichier envoyé, et ouvrez-le avec Poedit.",
});

export const mergeConflict = (): Finding => ({
  code: "merge-conflict",
  message: "Deux versions de ce fichier se contredisent ici : Git a laissé ses marques.",
  hint: "Gardez l’une des deux versions, et retirez les lignes « <<<<<<< », « ======= » et « >>>>>>> ».",
});

export const unclosedQuote = (correction: string): Finding => ({
  code: "unclosed-quote",
  message: "Le guillemet droit qui commence ce texte n’est pas refermé.",
  hint: "Terminez la ligne par un guillemet droit.",
  correction,
});

export const quoteInQuotes = (correction: string): Finding => ({
  code: "quote-in-quotes",
  message: "Un guillemet droit à l’intérieur de ce texte le coupe.",
  hint: "Mettez une barre oblique inverse devant, ou prenez les guillemets de votre langue.",
  correction,
});

export const textAfterQuote = (rest: string): Finding => ({
  code: "text-after-quote",
  message: `« ${rest} » suit le guillemet qui ferme ce texte.`,
  hint: "Tout le texte se place entre deux guillemets droits.",
});

export const missingQuotes = (correction: string): Finding => ({
  code: "missing-quotes",
  message: "Ce texte n’est pas entre guillemets droits.",
  correction,
});

export const unknownKeyword = (word: string, suggestion: string | undefined): Finding => ({
  code: "unknown-keyword",
  message: `Mot inconnu « ${word} » dans un fichier PO.`,
  hint: suggestion === undefined ? "Possibles : msgctxt, msgid, msgstr." : `Vouliez-vous dire « ${suggestion} » ?`,
});

export const unknownEscape = (written: string): Finding => ({
  code: "unknown-escape",
  message: `« ${written} » n’a pas de sens dans un fichier PO.`,
  hint: "Une barre oblique inverse s’écrit « \\\\ », une fin de ligne « \\n ».",
});

export const strayText = (): Finding => ({
  code: "stray-text",
  message: "Ce texte n’appartient à aucune entrée.",
  hint: "Un texte vient après msgctxt, msgid ou msgstr.",
});

export const emptyKeyword = (keyword: string): Finding => ({
  code: "missing-quotes",
  message: `Rien ne suit « ${keyword} ».`,
  hint: "Une traduction qui manque encore s’écrit avec deux guillemets droits.",
  correction: `${keyword} ""`,
});

export const repeatedKeyword = (keyword: string): Finding => ({
  code: "repeated-keyword",
  message: `« ${keyword} » est écrit deux fois dans cette entrée.`,
  hint: "N’en gardez qu’un.",
});

export const missingMsgid = (): Finding => ({
  code: "missing-msgid",
  message: "Il manque « msgid », le texte français, dans cette entrée.",
  hint: "Reprenez l’entrée dans le dernier fichier envoyé.",
});

export const missingMsgstr = (): Finding => ({
  code: "missing-msgstr",
  message: "Il manque « msgstr », la traduction, après ce texte.",
  hint: 'Une traduction qui manque encore s’écrit : msgstr ""',
});

export const missingMsgctxt = (): Finding => ({
  code: "missing-msgctxt",
  message: "Cette entrée n’a pas de « msgctxt » : on ne sait pas quel texte du kit elle traduit.",
  hint: "Traduisez le fichier tel qu’il a été envoyé.",
});

export const pluralEntry = (): Finding => ({
  code: "plural-entry",
  message: "Cette entrée a plusieurs formes, singulier et pluriel : les textes d’un kit n’en ont qu’une.",
  hint: "Gardez « msgid » et « msgstr », retirez « msgid_plural » et les « msgstr[…] ».",
});

export const duplicateEntry = (id: string, line: number): Finding => ({
  code: "duplicate-entry",
  message: `${id === "" ? "L’en-tête" : `Le texte « ${id} »`} a déjà une entrée, ligne ${line}.`,
  hint: "Gardez l’une des deux.",
});

/** Read by Pontoon and Crowdin: the words before the dash stay as they are. */
export const maxLength = (max: number, length: number): string =>
  `MAX_LENGTH: ${max} — signes, espaces compris (source : ${length})`;

/** Not a limit: this length was tried, a longer one may fit as well. */
export const fittingLength = (fits: number, length: number): string =>
  `Longueur : jusqu’à ${fits} signes, cela tient (source : ${length}) ; au-delà, regardez l’épreuve`;
export const ANY_LENGTH = "Longueur : libre, la page suit le texte";

export const toKeep = (parts: readonly string[]): string => `À garder : ${parts.join(", ")}`;

export const BOLD = "**…** (gras)";
export const ITALIC = "*…* (italique)";
export const LIST = "« - » ou « 1. » en début de ligne (liste)";
export const linkTo = (address: string): string => `[…](${address}) (lien)`;
