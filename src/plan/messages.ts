/** What planning says about pieces and papers that do not go together, and how files are called. */
import type { Diagnostic, Span } from "../diagnostics/index.js";
import type { Duplex } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import { type Size, toMm } from "../units.js";

const sizeText = ({ width, height }: Size): string => `${Math.ceil(toMm(width))} × ${Math.ceil(toMm(height))}\u00A0mm`;

/** A paper as it lay when the piece did not fit on it. */
export interface TriedPaper extends Size {
  readonly name: string;
}

/** What a piece needs, and where it was tried. */
export interface TooLargeFor {
  readonly needs: Size;
  readonly tried: readonly TriedPaper[];
  /** The printer whose white edge counts, where one was named. */
  readonly printer: string | undefined;
}

const SMALLER = "Choisissez un format plus petit dans kit.yaml, ou un papier plus grand avec --paper.";

export const pieceTooLarge = (at: Span, piece: string, { needs, tried, printer }: TooLargeFor): Diagnostic => ({
  code: "piece-too-large",
  severity: "error",
  message: `La pièce «\u00A0${piece}\u00A0» ne tient pas sur le papier ${tried
    .map((paper) => `${paper.name} (${sizeText(paper)})`)
    .join(" ni ")}\u00A0: il faut ${sizeText(needs)}.`,
  hint:
    printer === undefined
      ? `${SMALLER} Rien n’est jamais réduit.`
      : `Le bord que l’imprimante ${printer} laisse blanc compte (margin, dans printers.yaml). ${SMALLER} Rien n’est jamais réduit.`,
  at,
  piece,
});

/** Files whose pieces are as large as the paper: moved by as much as the printer misses, they would be cut. */
export const uncorrected = (printer: string, paths: readonly string[]): Diagnostic => ({
  code: "uncorrected",
  severity: "warning",
  message: `Ces fichiers restent sans correction pour l’imprimante «\u00A0${printer}\u00A0»\u00A0: ${paths.join(", ")}. Ce qui remplit toute la feuille ne peut pas y être déplacé d’autant.`,
  hint: "Tout s’imprimera, décalé comme l’imprimante décale\u00A0: cela ne gêne que le pli d’un livret.",
});

export type Named = "component" | "paper" | "locale" | "product";

const WHAT: Readonly<Record<Named, string>> = {
  component: "Le composant",
  paper: "Le papier",
  locale: "La langue",
  product: "Le produit",
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

export const unknownPrinter = (name: string, names: readonly string[], near: string | undefined): Diagnostic => ({
  code: "unknown-printer",
  severity: "error",
  message: `L’imprimante «\u00A0${name}\u00A0» n’est pas calée dans ce dossier.`,
  hint: near
    ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?`
    : `${names.length > 0 ? `Imprimantes connues\u00A0: ${names.join(", ")}. ` : ""}Pour en caler une, lancez mallette calibrate ${name}.`,
});

export const uncalibratedPaper = (printer: string, paper: string, calibrated: readonly string[]): Diagnostic => ({
  code: "uncalibrated-paper",
  severity: "error",
  message: `L’imprimante «\u00A0${printer}\u00A0» est calée pour ${calibrated.join(" et ")}, pas pour ${paper}.`,
  hint: `Pour la caler, lancez mallette calibrate ${printer} --paper ${paper}.`,
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

/** The file of the pieces that are printed again; several when papers are turned in several ways. */
export const reprintFile = (duplex: Duplex | undefined): string =>
  duplex === undefined ? "reimpression" : `reimpression-${WAYS[duplex]}`;

const WAYS: Readonly<Record<Duplex, string>> = {
  "long-edge": "bord-long",
  "short-edge": "bord-court",
  fold: "a-plier",
  none: "recto",
};

/** The file that tells what to do with them. */
export const PULL_LIST = "a-echanger";

/** The folder of what replaces pieces of an edition, in the folder of the language. */
export const reprintFolder = (since: string): string =>
  `reimpression-${since.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "") || "edition"}`;

/** What goes with the files of each folder to print: no component may bear such a name. */
export const TICKET_FILE = "bon-d-impression";
export const LABELS_FILE = "etiquettes";

export const nothingToMake = (targets: readonly string[]): Diagnostic => ({
  code: "nothing-to-make",
  severity: "error",
  message: `Rien de ce qui est demandé ne se fabrique pour ${targets.join(", ")}.`,
  hint: "La cible screen ne concerne que les livrets\u00A0: choisissez home, shop ou press pour les autres composants.",
});

/** `--printer` and `--two-pass` say how sheets go through a printer: without sheets they mean nothing. */
export const onlyForSheets = (option: string): Diagnostic => ({
  code: "sheets-only",
  severity: "error",
  message: `L’option --${option} ne sert que pour imprimer soi-même.`,
  hint: "Ajoutez --target home, ou retirez cette option.",
});

/** Two passes were asked for, and nothing of what is made has a back. */
export const oneSided = (): Diagnostic => ({
  code: "one-sided",
  severity: "warning",
  message:
    "Rien de ce qui est demandé ne s’imprime des deux côtés\u00A0: --two-pass n’y change rien, une seule passe suffit.",
  hint: "Pour des rectos et des versos séparés, retirez --duplex.",
});

/** A sheet on which the marks of a cutting machine find no place: it is printed with those for a knife. */
export const noRoomForMachine = (path: string, paper: string): Diagnostic => ({
  code: "cut-no-room",
  severity: "warning",
  message: `${path} se coupe à la main\u00A0: les repères d’une machine de découpe n’y ont pas de place sur ${paper}.`,
  hint: "Choisissez un papier plus grand avec --paper.",
});

export const nothingToCut = (): Diagnostic => ({
  code: "nothing-to-cut",
  severity: "warning",
  message: "Rien de ce qui est demandé ne se coupe à la machine.",
  hint: "--cut concerne les pièces à coins arrondis ou à fond perdu\u00A0; les autres se séparent d’un coup de massicot.",
});

/** An archive holds what is taken to a shop, with its ticket. */
export const nothingToPack = (): Diagnostic => ({
  code: "nothing-to-pack",
  severity: "error",
  message: "--zip range ensemble un dossier à imprimer et son bon d’impression\u00A0: il n’y en a pas ici.",
  hint: "Retirez --zip, ou fabriquez pour home ou shop, sans --printer, --two-pass ni --ticket none.",
});
