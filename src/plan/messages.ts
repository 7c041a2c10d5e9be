/** What planning says about pieces and papers that do not go together, and the words printed in sheets' margins. */
import type { Diagnostic, Span } from "../diagnostics/index.js";
import type { AssemblyFacts, SaddleWords, SideKind } from "../impose/index.js";
import { type Pt, type Size, toMm } from "../units.js";

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

export const SIDE_WORDS: Readonly<Record<SideKind, string>> = { front: "recto", back: "verso", answers: "réponses" };

export const sheetLabel = (title: string, place: string, side: SideKind, edition: string): string =>
  `${title} · ${place} ${SIDE_WORDS[side]} · ${edition}`;

export const rulerText = (length: number): string => `${length} mm à 100 %`;

export const tileLabel = (panel: string, place: string | undefined, count: string, edition: string): string =>
  [panel, place, count, edition].filter(Boolean).join(" · ");

export const assemblyText = (
  title: string,
  { panels, sheets, overlap }: AssemblyFacts,
): { title: string; steps: string[] } => ({
  title: `${title} : comment l’assembler`,
  steps: numbered([
    `Imprimez les ${sheets} feuilles à 100 %, sans « ajuster à la page » : la règle doit mesurer 100 mm.`,
    ...(overlap > 0
      ? [
          "Coupez chaque feuille sur ses traits de coupe, sauf le bord hachuré : c’est la bande de colle.",
          `Posez le bord coupé de la feuille suivante sur la ligne tiretée (recouvrement de ${Math.round(toMm(overlap))} mm), croix sur croix, puis collez.`,
        ]
      : ["Coupez chaque feuille sur ses traits de coupe."]),
    ...(panels > 1
      ? [
          "Mettez les volets côte à côte dans l’ordre du dessin et fixez-les au dos avec un ruban adhésif, sans serrer : ils se plieront.",
        ]
      : []),
  ]),
});

const numbered = (steps: readonly string[]): string[] => steps.map((step, index) => `${index + 1}. ${step}`);

/** A tenth of a millimetre as French writes it. */
const tenths = (length: Pt): string => `${(Math.round(toMm(length) * 100) / 100).toString().replace(".", ",")} mm`;

/** What stands on the sheets of a booklet. */
export const saddleWords = (id: string, edition: string): SaddleWords => ({
  ruler: rulerText,
  sheet: (number, total, pages, side) => `${id} · ${number}/${total} ${SIDE_WORDS[side]} · p. ${pages} · ${edition}`,
  creep: (thickness, most) => `papier ${tenths(thickness)}, chasse compensée jusqu’à ${tenths(most)}`,
  booklets: (count) => `${count} livrets par feuille`,
});

export const coverFile = (id: string): string => `${id}-couverture`;
export const coverTitle = (title: string): string => `${title}, couverture`;

export const nothingToMake = (targets: readonly string[]): Diagnostic => ({
  code: "nothing-to-make",
  severity: "error",
  message: `Rien de ce qui est demandé ne se fabrique pour ${targets.join(", ")}.`,
  hint: "La cible screen ne concerne que les livrets\u00A0: choisissez home ou shop pour les autres composants.",
});
