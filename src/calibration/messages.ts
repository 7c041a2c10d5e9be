/** The words of the calibration sheet. It is a tool of the program, so they are in the program's language. */
import type { Mm } from "../units.js";

const millimetres = (length: Mm): string => `${String(length).replace(".", ",")}\u00A0mm`;

/** The program that its file names: whoever checks the file knows by it what it is. */
export const CREATOR = "mallette calibrate";

export const title = (paper: string): string => `Caler une imprimante · ${paper}`;
export const backTitle = "Verso";

/** What to do with the sheet, in order. A corrected sheet tells what is left, and nothing of edges: they are moved on it. */
export const frontSteps = (width: Mm, height: Mm, isCorrected: boolean): readonly string[] => [
  "Imprimez cette feuille recto verso (bord long), à 100\u00A0%, avec les réglages qui serviront pour le kit.",
  "Pliez-la en deux, bord gauche contre bord droit, marquez bien le pli et rouvrez. Puis de même, haut contre bas.",
  "Au recto, lisez le nombre où un pli coupe chaque réglette, au demi-millimètre\u00A0: A en haut, B à droite, C en bas, D à gauche. Un pli sur 10\u00A0: rien n’est décalé.",
  "Tournez la feuille comme la page d’un livre et lisez de même E, F, G et\u00A0H.",
  ...(isCorrected
    ? []
    : [
        "Sur chacun des quatre bords, cherchez le plus petit nombre dont le trait est imprimé. M est le plus grand des quatre.",
      ]),
  `Mesurez de croix à croix\u00A0: ${millimetres(width)} en largeur, ${millimetres(height)} en hauteur. Si ce n’est pas cela, ajoutez à la commande --front-size largeur/hauteur (--back-size pour le verso).`,
  isCorrected
    ? "Si un pli ne passe pas sur 10, tapez dans le dossier du kit la commande ci-dessous, chaque lettre remplacée par son nombre (10 ou 10,5)\u00A0: elle ajoute ce qui reste à ce qui est connu."
    : "Dans le dossier du kit, tapez la commande ci-dessous, chaque lettre remplacée par son nombre (10 ou 10,5).",
];

export const backSteps: readonly string[] = [
  "Lisez où un pli coupe chaque réglette\u00A0: E en haut, F à droite, G en bas, H\u00A0à gauche.",
  "Reportez les quatre nombres au recto.",
];

/** What is typed, in two lines. */
export const command = (name: string | undefined, paper: string, isCorrected: boolean): readonly string[] => [
  `mallette calibrate ${name ?? "NOM"} --paper ${paper}${isCorrected ? " --check" : ""}`,
  `--front A/B/C/D --back E/F/G/H${isCorrected ? "" : " --margin M"}`,
];

export const ruler = (length: Mm): string => `${length}\u00A0mm, si votre imprimante est bien réglée à 100\u00A0%`;

export const nameHint = "NOM\u00A0: celui que vous donnez à l’imprimante, par exemple salle-2.";
export const checkHint = "Feuille corrigée pour cette imprimante\u00A0: chaque pli doit passer sur 10.";
