/** What `mallette calibrate` says: how it was typed, what it wrote, what a printer does wrong. */
import type { PrinterProfile, SideError } from "../../content/index.js";
import type { Diagnostic } from "../../diagnostics/index.js";
import { type Mm, toMm } from "../../units.js";
import { problem, quote } from "../wording.js";

const EXAMPLE = "mallette calibrate salle-2 --front 10/10,5/10/9,5 --back 9/11/9,5/10 --margin 4";
/** A hundredth is finer than anybody reads; zeros at the end say nothing. */
const decimal = (value: number): string => String(Number(value.toFixed(2))).replace(".", ",");

export const oneName = (name: string): Diagnostic =>
  problem(
    "too-many-names",
    `${quote(name)} est de trop\u00A0: une imprimante n’a qu’un nom, et les nombres s’écrivent sans espace.`,
    `Écrivez par exemple\u00A0: ${EXAMPLE}`,
  );

export const badName = (name: string): Diagnostic =>
  problem(
    "bad-id",
    `${quote(name)} ne convient pas comme nom d’imprimante.`,
    "Un nom commence par une lettre et ne contient que des minuscules sans accent, des chiffres et des tirets\u00A0: salle-2.",
  );

export const missingName = (): Diagnostic =>
  problem(
    "missing-name",
    "Il manque le nom de l’imprimante dont vous avez lu la feuille.",
    `Écrivez par exemple\u00A0: ${EXAMPLE}`,
  );

export const missingFront = (): Diagnostic =>
  problem(
    "missing-value",
    "Il manque les quatre nombres du recto, A, B, C et D.",
    `Écrivez par exemple\u00A0: ${EXAMPLE}`,
  );

export const missingBack = (): Diagnostic =>
  problem(
    "missing-value",
    "--back-size va avec --back\u00A0: il manque les quatre nombres du verso, E, F, G et H.",
    `Écrivez par exemple\u00A0: ${EXAMPLE}`,
  );

export const missingBackToo = (): Diagnostic =>
  problem(
    "missing-value",
    "Il manque les quatre nombres du verso, E, F, G et H\u00A0: la feuille corrigée se lit des deux côtés.",
    "Donnez-les avec --back\u00A0; où le pli passe juste, écrivez 10.",
  );

export const onePaper = (papers: readonly string[]): Diagnostic =>
  problem(
    "too-many-papers",
    `Des nombres se lisent sur une feuille à la fois, pas sur ${papers.join(" et ")}.`,
    "Donnez avec --paper le papier de la feuille que vous avez lue.",
  );

export const smallPaper = (paper: string, least: Mm): Diagnostic =>
  problem(
    "small-paper",
    `Le papier ${paper} est trop petit pour la feuille de calage\u00A0: il faut ${least}\u00A0mm de large au moins.`,
    "Choisissez un papier plus grand avec --paper.",
  );

const SHAPES: Readonly<Record<number, string>> = {
  1: "un nombre en millimètres\u00A0: 4",
  2: "deux nombres en millimètres, séparés par une barre\u00A0: 159,5/240",
  4: "quatre nombres séparés par des barres, sans espace\u00A0: 10/10,5/10/9,5",
};

export const badNumbers = (option: string, typed: string, count: number): Diagnostic =>
  problem("bad-number", `${quote(typed)} ne convient pas à l’option --${option}.`, `Donnez ${SHAPES[count]}.`);

export const outOfRange = (option: string, typed: string, [least, most]: readonly [Mm, Mm]): Diagnostic =>
  problem(
    "bad-number",
    `${quote(typed)} ne convient pas à l’option --${option}\u00A0: il faut un nombre de ${least} à ${most}.`,
    option.endsWith("-size")
      ? "Un tel écart vient d’un réglage «\u00A0ajuster à la page\u00A0»\u00A0: imprimez de nouveau la feuille à 100\u00A0%."
      : option === "margin"
        ? "Relisez la feuille."
        : "Relisez la feuille. Si le pli passe à côté de la réglette, serrez les guides du bac et réimprimez-la à 100\u00A0%.",
  );

const SIDES = { front: "du recto", back: "du verso" } as const;
const FOLDS = { front: ["A et C", "B et D"], back: ["E et G", "F et H"] } as const;

export const doubtful = (side: "front" | "back", doubt: Mm): Diagnostic =>
  problem(
    "doubtful-numbers",
    `Les quatre nombres ${SIDES[side]} ne vont pas ensemble\u00A0: ${FOLDS[side][0]} ne disent pas la même chose que ${FOLDS[side][1]}, à ${decimal(doubt)}\u00A0mm près.`,
    "Vérifiez que les bords se couvrent quand la feuille est pliée, relisez les quatre nombres et leur ordre\u00A0: haut, droite, bas, gauche.",
  );

export const notCalibrated = (printer: string, paper: string): Diagnostic =>
  problem(
    "unknown-printer",
    `L’imprimante ${quote(printer)} n’est pas encore calée pour ${paper}\u00A0: il n’y a rien à vérifier.`,
    `Lancez d’abord mallette calibrate ${printer} --paper ${paper}.`,
  );

export const sheetWritten = (path: string): string =>
  `✔ Feuille de calage prête\u00A0: ${path}\n  Imprimez-la recto verso, à 100 %, et suivez ce qu’elle dit.\n`;

export const stored = (name: string, paper: string, profile: PrinterProfile): string =>
  `✔ Imprimante ${name} calée pour ${paper}\n` +
  `  recto\u00A0: ${sideText(profile.front)}\n  verso\u00A0: ${sideText(profile.back)}\n  bord blanc\u00A0: ${decimal(toMm(profile.margin))}\u00A0mm\n` +
  `  Pour vérifier\u00A0: mallette calibrate ${name} --paper ${paper} --check\n  Pour imprimer\u00A0: mallette build --printer ${name}\n`;

/** What the printer does wrong, in words; what it does right is left out. */
function sideText({ right, down, turn, width, height }: SideError): string {
  const parts = [
    shift(toMm(right), "à droite", "à gauche"),
    shift(toMm(down), "en bas", "en haut"),
    Math.abs(turn) < LEAST.turn
      ? undefined
      : `tourné de ${decimal(Math.abs(turn))}° vers la ${turn > 0 ? "droite" : "gauche"}`,
    stretch(width, "en largeur"),
    stretch(height, "en hauteur"),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(", ") : "rien à corriger";
}

/** Less is not worth a word. */
const LEAST = { shift: 0.05, turn: 0.005, stretch: 0.0005 } as const;

const shift = (by: Mm, more: string, less: string): string | undefined =>
  Math.abs(by) < LEAST.shift ? undefined : `${decimal(Math.abs(by))}\u00A0mm trop ${by > 0 ? more : less}`;

const stretch = (scale: number, along: string): string | undefined =>
  Math.abs(scale - 1) < LEAST.stretch ? undefined : `${decimal(100 * scale)}\u00A0% ${along}`;
