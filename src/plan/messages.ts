/** What planning says about pieces and papers that do not go together, and how files are called. */
import type { Diagnostic, Span } from "../diagnostics/index.js";
import type { LocalKit } from "../localise/index.js";
import { type Size, toMm } from "../units.js";

const sizeText = ({ width, height }: Size): string => `${Math.ceil(toMm(width))} × ${Math.ceil(toMm(height))}\u00A0mm`;

/** A paper as it lay when the piece did not fit on it. */
export interface TriedPaper extends Size {
  readonly name: string;
}

export const pieceTooLarge = (at: Span, piece: string, needs: Size, tried: readonly TriedPaper[]): Diagnostic => ({
  code: "piece-too-large",
  severity: "error",
  message: `La pièce «\u00A0${piece}\u00A0» ne tient pas sur le papier ${tried
    .map((paper) => `${paper.name} (${sizeText(paper)})`)
    .join(" ni ")}\u00A0: il faut ${sizeText(needs)}.`,
  hint: "Choisissez un format plus petit dans kit.yaml, ou un papier plus grand avec --paper. Rien n’est jamais réduit.",
  at,
  piece,
});

export type Named = "component" | "paper" | "locale";

const WHAT: Readonly<Record<Named, string>> = {
  component: "Le composant",
  paper: "Le papier",
  locale: "La langue",
};

/** A name that the command asks for and that the kit does not have. */
export const unknownName = (
  what: Named,
  name: string,
  { names, near }: { readonly names: readonly string[]; readonly near: string | undefined },
): Diagnostic => ({
  code: `unknown-${what}`,
  severity: "error",
  message: `${WHAT[what]} «\u00A0${name}\u00A0» n’existe pas dans ce kit.`,
  hint: near ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?` : `Choix possibles\u00A0: ${names.join(", ")}.`,
});

export const sameFile = (at: Span, path: string): Diagnostic => ({
  code: "same-file",
  severity: "error",
  message: `Deux parties du kit s’écriraient dans le même fichier, ${path}.`,
  hint: "Donnez un autre identifiant à la planche commune (« gangs »), ou un autre nom au papier.",
  at,
});

/** Names of files are the same in every language; a proof is told from what is printed for good by its name alone. */
export const fileName = (id: string, { proof }: LocalKit): string => (proof === undefined ? id : `${id}-EPREUVE`);

export const coverFile = (id: string): string => `${id}-couverture`;

/** What goes with the files of each folder to print: no component may bear its name. */
export const TICKET_FILE = "bon-d-impression";

export const nothingToMake = (targets: readonly string[]): Diagnostic => ({
  code: "nothing-to-make",
  severity: "error",
  message: `Rien de ce qui est demandé ne se fabrique pour ${targets.join(", ")}.`,
  hint: "La cible screen ne concerne que les livrets\u00A0: choisissez home ou shop pour les autres composants.",
});
