/** The printers' own French words. */

const count = (n: number, one: string, many: string): string => `${n.toLocaleString("fr-FR")} ${n > 1 ? many : one}`;

/** « 2 erreurs et 1 avertissement dans 1 fichier. » */
export function totals(found: { errors: number; warnings: number; infos: number; files: number }): string {
  const parts = [
    found.errors > 0 ? count(found.errors, "erreur", "erreurs") : "",
    found.warnings > 0 ? count(found.warnings, "avertissement", "avertissements") : "",
    found.infos > 0 ? count(found.infos, "information", "informations") : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return "Aucun problème.";
  const listed = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}` : (parts[0] ?? "");
  return found.files > 0 ? `${listed} dans ${count(found.files, "fichier", "fichiers")}.` : `${listed}.`;
}

/** Before the line as it should be written. */
export const WRITE = "Écrivez :";

export const pieceAndField = (piece: string | undefined, field: string | undefined): string =>
  [piece === undefined ? "" : `pièce « ${piece} »`, field === undefined ? "" : `champ « ${field} »`]
    .filter((part) => part !== "")
    .join(", ");

/** In place of a problem's text beyond the limit of one file. */
export const moreProblems = (n: number): string =>
  n > 1 ? `Et ${n} autres problèmes dans ce fichier.` : "Et un autre problème dans ce fichier.";

export const MORE_HINT = "Corrigez d’abord ceux qui précèdent : les autres en découlent souvent.";
