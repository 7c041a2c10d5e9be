/** What exchanged files say, and what is told of those that came back. */
import type { Diagnostic, Span } from "../diagnostics/index.js";

const quote = (word: string): string => `«\u00A0${word}\u00A0»`;

/** Titles of the columns; those of the texts are the names of their languages. */
export const COLUMN_TITLES = {
  id: "Identifiant",
  where: "Où\u00A0?",
  max: "Max.",
  state: "État",
  remark: "Remarque",
} as const;

export const STATE_WORDS = {
  translated: "traduit",
  reviewed: "relu",
  stale: "à revoir",
  missing: "à traduire",
} as const;

export const SHEET_TITLE = "Traduction";

/** Who wrote a note, in XLIFF. */
export const NOTE_AUTHOR = "kit";
export const REMARK_AUTHOR = "translator";

export const frenchBefore = (text: string): string => `Avant le dernier changement\u00A0: ${text}`;

/** Above a translation that gave way to another one, in the remarks of its text. */
export const REPLACED = "Traduction d’avant l’import, faite du français d’aujourd’hui\u00A0:";

const UNTOUCHED = "Rien n’a changé.";

const fileProblem = (code: string, at: Span, message: string, hint: string): Diagnostic => ({
  code,
  severity: "error",
  message,
  hint: `${hint} ${UNTOUCHED}`,
  at,
});

export const emptyFile = (at: Span): Diagnostic =>
  fileProblem("empty-file", at, "Ce fichier est vide.", "Demandez qu’on vous le renvoie.");

export const otherKind = (at: Span): Diagnostic =>
  fileProblem(
    "other-kind",
    at,
    "Ce fichier n’est ni un PO, ni un XLSX, ni un CSV, ni un XLIFF que mallette sache lire.",
    "D’un tableur (Excel, LibreOffice), enregistrez-le au format .xlsx.",
  );

export const oldSpreadsheet = (at: Span): Diagnostic =>
  fileProblem(
    "old-spreadsheet",
    at,
    "Ce fichier est un ancien classeur Excel (.xls), ou il est protégé par un mot de passe.",
    "Enregistrez-le au format .xlsx, sans mot de passe.",
  );

export const brokenArchive = (at: Span): Diagnostic =>
  fileProblem(
    "broken-spreadsheet",
    at,
    "Ce classeur ne s’ouvre pas\u00A0: il est abîmé, ou ce n’est pas un .xlsx.",
    "Ouvrez-le dans un tableur, enregistrez-le au format .xlsx.",
  );

export const brokenCsv = (at: Span): Diagnostic =>
  fileProblem(
    "broken-csv",
    at,
    "Un guillemet de ce CSV n’est pas refermé\u00A0: on ne sait plus où finissent ses cases.",
    "Ouvrez-le dans un tableur, enregistrez-le au format .xlsx.",
  );

export const brokenXml = (at: Span): Diagnostic =>
  fileProblem(
    "broken-xliff",
    at,
    "Il manque la fin de ce fichier XML, ou une de ses balises n’est pas fermée.",
    "Demandez qu’on vous le renvoie.",
  );

export const otherXliff = (at: Span, root: string, version: string): Diagnostic =>
  fileProblem(
    "other-xliff",
    at,
    root === "xliff"
      ? `Ce fichier est un XLIFF ${version || "sans version"}\u00A0: mallette lit le XLIFF 1.2.`
      : `Ce fichier XML n’est pas un XLIFF\u00A0: il commence par ${quote(root)}.`,
    "Demandez un XLIFF 1.2, ou le fichier tel que vous l’avez envoyé.",
  );

export const wrongEncoding = (at: Span): Diagnostic =>
  fileProblem(
    "wrong-encoding",
    at,
    "Ce fichier n’est pas enregistré en UTF-8\u00A0: ses lettres accentuées seraient perdues.",
    "Enregistrez-le en UTF-8.",
  );

export const lostLetters = (at: Span): Diagnostic =>
  fileProblem(
    "lost-letters",
    at,
    "Des lettres de ce fichier ont été remplacées par des points d’interrogation.",
    "Enregistrez-le de nouveau, au format .xlsx ou « CSV UTF-8 ».",
  );

export const otherLanguage = (at: Span, written: string, wanted: string): Diagnostic =>
  fileProblem(
    "other-language",
    at,
    `Ce fichier est une traduction en ${quote(written)}, pas en ${quote(wanted)}.`,
    "Donnez sa langue à la commande, ou prenez l’autre fichier.",
  );

export const missingColumns = (at: Span, names: readonly string[]): Diagnostic =>
  fileProblem(
    "missing-columns",
    at,
    names.length === 1
      ? `Ce tableau n’a pas la colonne ${names.map(quote).join("")}.`
      : `Ce tableau n’a pas les colonnes ${names.map(quote).join(", ")}.`,
    "Gardez la ligne de titres du fichier envoyé.",
  );

export const noRows = (at: Span): Diagnostic =>
  fileProblem("empty-file", at, "Ce fichier ne contient aucun texte.", "Demandez qu’on vous le renvoie.");

export const otherKit = (at: Span): Diagnostic =>
  fileProblem(
    "other-kit",
    at,
    "Aucun texte de ce fichier n’est dans ce kit\u00A0: c’est sans doute celui d’un autre kit.",
    "Prenez l’autre fichier, ou indiquez l’autre kit avec -C.",
  );

const rowProblem = (severity: Diagnostic["severity"], code: string, at: Span, message: string, hint: string) => ({
  code,
  severity,
  message,
  hint,
  at,
});

export const unknownRow = (at: Span, id: string): Diagnostic =>
  rowProblem(
    "warning",
    "unknown-text",
    at,
    id === ""
      ? "Cette ligne n’a pas d’identifiant\u00A0: on ne sait pas quel texte elle traduit."
      : `Le kit n’a pas, ou n’a plus, le texte ${quote(id)}.`,
    id === ""
      ? "Recopiez l’identifiant du fichier envoyé."
      : "Il a pu être retiré, déplacé ou renommé depuis l’envoi\u00A0: sa traduction n’est pas reprise.",
  );

export const emptied = (at: Span, id: string): Diagnostic =>
  rowProblem(
    "warning",
    "emptied-translation",
    at,
    `La traduction de ${quote(id)} a été vidée\u00A0: celle du kit est gardée.`,
    "Pour la supprimer vraiment, videz-la dans le fichier .po du kit.",
  );

/** `row`: where the other one stands. */
export const repeated = (at: Span, id: string, row: number): Diagnostic =>
  rowProblem(
    "error",
    "repeated-text",
    at,
    `${quote(id)} a une autre traduction ligne ${row}\u00A0: aucune des deux n’est reprise.`,
    "N’en gardez qu’une.",
  );

export const repeatedAlike = (at: Span, id: string, row: number): Diagnostic =>
  rowProblem(
    "warning",
    "repeated-text",
    at,
    `${quote(id)} est déjà ligne ${row}, à l’identique.`,
    "N’en gardez qu’une.",
  );
