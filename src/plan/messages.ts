/** What planning says about pieces and papers that do not go together, and the words printed in sheets' margins. */
import type { Diagnostic, Span } from "../diagnostics/index.js";
import type { AssemblyFacts, AssemblyStep, FlipEdge, SaddleWords, SideKind } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
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

/** Which edition of the kit a sheet is of; a proof says so everywhere. */
export const editionOf = ({ kit, proof }: LocalKit): string =>
  [`${kit.id} v${kit.version}`, ...(proof === undefined ? [] : [proof])].join(" · ");

/** A proof is told from what is printed for good by its name alone. */
export const fileName = (id: string, { proof }: LocalKit): string => (proof === undefined ? id : `${id}-EPREUVE`);

/** How the paper is turned over: the copy shop may not have read anything else. */
const FLIP_WORDS: Readonly<Record<FlipEdge, string>> = {
  "long-edge": "retourner sur le bord long",
  "short-edge": "retourner sur le bord court",
};

/** A side of a sheet, in its label; `flip` is given for fronts that have a back. */
const sideWords = (side: SideKind, flip: FlipEdge | undefined): string =>
  [SIDE_WORDS[side], ...(flip ? [FLIP_WORDS[flip]] : [])].join(", ");

/** Which side of which sheet, and how it is turned over. */
export interface SheetPlace {
  readonly number: number;
  readonly total: number;
  readonly side: SideKind;
  readonly flip: FlipEdge | undefined;
}

export const sheetLabel = (title: string, { number, total, side, flip }: SheetPlace, edition: string): string =>
  `${title} · ${number}/${total} ${sideWords(side, flip)} · ${edition}`;

export const rulerText = (length: number): string => `${length} mm à 100 %`;

export const tileLabel = (panel: string, place: string | undefined, count: string, edition: string): string =>
  [panel, place, count, edition].filter(Boolean).join(" · ");

/** Three names are read at a glance; more are told by what they have in common. */
const MOST_NAMES = 3;

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} et ${names.at(-1)}`;

const KEEP_MARGINS = "Gardez les autres marges\u00A0: elles portent les croix.";

/** The crosses stand in the margins: until tiles are glued, only what is laid over a neighbour is cut. */
const edgeStep = ({ over, edges }: AssemblyFacts): string =>
  edges.length === 1 && over.length <= MOST_NAMES
    ? `Sur ${listed(over)}, coupez un seul bord, celui ${EDGE_WORDS[edges[0]!]}\u00A0: il recouvrira la bande hachurée de la feuille voisine. ${KEEP_MARGINS}`
    : `Coupez seulement les bords à coller, ceux ${listed(edges.map((edge) => EDGE_WORDS[edge]))}, là où une feuille recouvrira la bande hachurée de sa voisine. ${KEEP_MARGINS}`;

const EDGE_WORDS: Readonly<Record<AssemblyFacts["edges"][number], string>> = { left: "de gauche", top: "du haut" };

const glueSteps = (facts: AssemblyFacts): readonly AssemblyStep[] => [
  { words: edgeStep(facts), figure: "edge" },
  {
    words: `Encollez la bande hachurée (${Math.round(toMm(facts.overlap))}\u00A0mm) et posez-y le bord coupé, sur la ligne tiretée, croix sur croix.${facts.edges.length > 1 ? " Formez d’abord chaque rangée, puis collez les rangées l’une sous l’autre." : ""}`,
    figure: "glue",
  },
  { words: "Coupez ensuite tout autour, d’un trait de coupe à celui d’en face.", figure: "around" },
];

/** What is put together: a board, or one of several matrices, by its name. */
export const assemblyTitle = (kind: "board" | "matrix", title: string): string => {
  const what = kind === "board" ? "le plateau" : "la matrice";
  // « Assembler le plateau « Plateau » » says nothing more.
  const named = what.endsWith(title.toLowerCase()) ? "" : ` «\u00A0${title}\u00A0»`;
  return `Assembler ${what}${named}`;
};

export const assemblySteps = (facts: AssemblyFacts): readonly AssemblyStep[] => [
  {
    words: `Imprimez les ${facts.sheets} feuilles à 100\u00A0%, sans «\u00A0ajuster à la page\u00A0»\u00A0: la règle doit mesurer 100\u00A0mm.`,
  },
  ...(facts.overlap > 0 ? glueSteps(facts) : [{ words: "Coupez chaque feuille sur ses traits de coupe." }]),
  ...(facts.panels > 1
    ? [
        {
          words:
            "Mettez les volets côte à côte dans l’ordre du dessin et fixez-les au dos avec un ruban adhésif, sans serrer\u00A0: ils se plieront.",
        },
      ]
    : []),
];

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
