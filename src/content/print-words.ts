/** The words that the program prints itself: their names, how they are said where a kit does not say them, and why. */
import { TICKET_WORDS } from "./ticket-words.js";

/** A text that the program prints itself, and what its editors and translators are told of it. */
export interface PrintWord {
  /** With its placeholders: a kit's own text and its translations have the same. */
  readonly text: string;
  readonly note: string;
}

const KEEP_MARGINS = "Gardez les autres marges : elles portent les croix.";
const GLUE = "Encollez la bande hachurée ({n} mm) et posez-y le bord coupé, sur la ligne tiretée, croix sur croix.";

/**
 * Each is a whole phrase, so that no language has to build one from ours, and none needs a plural: what is counted is
 * always several, or stands behind its words.
 */
const MARGIN_WORDS = {
  front: { text: "recto", note: "Côté d’une feuille, dans sa marge" },
  back: { text: "verso", note: "Côté d’une feuille, dans sa marge" },
  answers: { text: "réponses", note: "Feuille qui porte les dos quand on n’imprime que d’un côté, dans sa marge" },
  "front-long-edge": {
    text: "recto, retourner sur le bord long",
    note: "Comment l’imprimante retourne le papier : les mots de son menu",
  },
  "front-short-edge": {
    text: "recto, retourner sur le bord court",
    note: "Comment l’imprimante retourne le papier : les mots de son menu",
  },
  sheet: { text: "{n}/{total}", note: "Numéro d’une feuille et nombre de feuilles, dans sa marge" },
  "sheet-side": { text: "{n}/{total} {side}", note: "Le même, avec le côté : recto, verso…" },
  ruler: { text: "{n} mm à 100 %", note: "À côté de la règle que l’on mesure : un millimètre doit en faire un" },
  pages: { text: "p. {pages}", note: "Les deux pages d’un livret sur cette feuille : « p. 8 | 1 »" },
  "both-long-edge": {
    text: "recto verso, bord long",
    note: "Livret : comment l’imprimante retourne le papier, les mots de son menu",
  },
  "both-short-edge": {
    text: "recto verso, bord court",
    note: "Livret : comment l’imprimante retourne le papier, les mots de son menu",
  },
  staple: { text: "agrafe", note: "Livret : à côté des traits qui disent à quelle hauteur l’agrafer" },
  creep: {
    text: "papier {thickness} mm, chasse compensée jusqu’à {most} mm",
    note: "Livret : épaisseur du papier, et de combien les pages du milieu sont décalées vers le pli",
  },
  booklets: { text: "{n} livrets par feuille", note: "Toujours plusieurs" },
  cover: { text: "{title}, couverture", note: "Titre du fichier de la couverture d’un livret" },
  "assemble-board": { text: "Assembler le plateau", note: "Titre de la page d’assemblage" },
  "assemble-board-named": {
    text: "Assembler le plateau « {title} »",
    note: "Le même, quand le titre du plateau dit autre chose",
  },
  "assemble-matrix": { text: "Assembler la matrice", note: "Titre de la page d’assemblage" },
  "assemble-matrix-named": {
    text: "Assembler la matrice « {title} »",
    note: "Le même, quand le titre de la matrice dit autre chose",
  },
  "step-print": {
    text: "Imprimez les {n} feuilles à 100 %, sans « ajuster à la page » : la règle doit mesurer 100 mm.",
    note: "Étape d’assemblage ; toujours plusieurs feuilles",
  },
  "step-cut": {
    text: "Coupez chaque feuille sur ses traits de coupe.",
    note: "Étape d’assemblage, quand rien n’est à coller",
  },
  "step-edge-left": {
    text: `Sur {tiles}, coupez un seul bord, celui de gauche : il recouvrira la bande hachurée de la feuille voisine. ${KEEP_MARGINS}`,
    note: "Étape d’assemblage ; une à trois feuilles, par leurs noms. Gauche et droite sont celles du papier, dans toutes les langues",
  },
  "step-edge-top": {
    text: `Sur {tiles}, coupez un seul bord, celui du haut : il recouvrira la bande hachurée de la feuille voisine. ${KEEP_MARGINS}`,
    note: "Étape d’assemblage ; une à trois feuilles, par leurs noms",
  },
  "step-edges-left": {
    text: `Coupez seulement les bords à coller, ceux de gauche, là où une feuille recouvrira la bande hachurée de sa voisine. ${KEEP_MARGINS}`,
    note: "Étape d’assemblage, pour beaucoup de feuilles. Gauche et droite sont celles du papier, dans toutes les langues",
  },
  "step-edges-top": {
    text: `Coupez seulement les bords à coller, ceux du haut, là où une feuille recouvrira la bande hachurée de sa voisine. ${KEEP_MARGINS}`,
    note: "Étape d’assemblage, pour beaucoup de feuilles",
  },
  "step-edges-left-top": {
    text: `Coupez seulement les bords à coller, ceux de gauche et du haut, là où une feuille recouvrira la bande hachurée de sa voisine. ${KEEP_MARGINS}`,
    note: "Étape d’assemblage, pour beaucoup de feuilles. Gauche et droite sont celles du papier, dans toutes les langues",
  },
  "step-glue": { text: GLUE, note: "Étape d’assemblage" },
  "step-glue-rows": {
    text: `${GLUE} Formez d’abord chaque rangée, puis collez les rangées l’une sous l’autre.`,
    note: "Étape d’assemblage, quand il y a plusieurs rangées de feuilles",
  },
  "step-around": {
    text: "Coupez ensuite tout autour, d’un trait de coupe à celui d’en face.",
    note: "Étape d’assemblage",
  },
  "step-tape": {
    text: "Mettez les volets côte à côte dans l’ordre du dessin et fixez-les au dos avec un ruban adhésif, sans serrer : ils se plieront.",
    note: "Étape d’assemblage d’un plateau en plusieurs volets",
  },
  proof: {
    text: "ÉPREUVE {language}",
    note: "Marge d’une épreuve, une langue en cours de traduction : « ÉPREUVE es »",
  },
  "proof-missing": {
    text: "{n} à traduire (cadre plein)",
    note: "Marge d’une épreuve : combien de textes restent à traduire, et ce qui les encadre",
  },
  "proof-stale": {
    text: "{n} à revoir (cadre tireté)",
    note: "Marge d’une épreuve : combien de traductions sont à revoir, et ce qui les encadre",
  },
  "proof-end": { text: "ne pas imprimer", note: "Marge d’une épreuve : on la lit, on ne la distribue pas" },
  part: {
    text: "couper d’abord ici",
    note: "Sur le trait tireté qui sépare, sur une même feuille, des pièces de tailles différentes",
  },
  reprint: {
    text: "réimpression depuis {edition}",
    note: "Marge des feuilles qui ne portent que ce qui a changé depuis une édition : « réimpression depuis 2026-11 »",
  },
  "pull-title": { text: "Mettre la boîte à jour", note: "Titre de la liste de ce qu’il faut échanger" },
  "pull-facts": {
    text: "Édition imprimée : {edition}. Boîtes à mettre à jour : {boxes}. Feuilles à imprimer : {sheets}, à 100 %.",
    note: "Liste de ce qu’il faut échanger, sous son titre",
  },
  "pull-piece": { text: "N° {n} « {title} »", note: "Une pièce par sa place dans son jeu et son titre" },
  "pull-copies": { text: "{piece}, {n} exemplaires", note: "La même pièce, toujours plusieurs fois par boîte" },
  "pull-replace": {
    text: "{piece} : sortez la version {before}, mettez la version {after}.",
    note: "Liste de ce qu’il faut échanger : une pièce a changé",
  },
  "pull-replace-place": {
    text: "{piece} : sortez la version {before}, mettez la version {after} à la place {place}.",
    note: "Le même, quand la pièce a aussi changé de place dans son jeu",
  },
  "pull-add": {
    text: "{piece} : ajoutez la version {after}.",
    note: "Liste de ce qu’il faut échanger : une pièce est nouvelle",
  },
  "pull-remove": {
    text: "{piece} : retirez la version {before}.",
    note: "Liste de ce qu’il faut échanger : une pièce n’existe plus",
  },
  "pull-move": {
    text: "{piece} : passez de la place {from} à la place {place}.",
    note: "Liste de ce qu’il faut échanger : une pièce n’a changé que de place dans son jeu",
  },
  "pull-sheet": {
    text: "Dégrafez, remplacez la feuille {n} (pages {pages}), agrafez.",
    note: "Livret dont des pages ont changé ; la feuille 1 est celle du dehors",
  },
  "pull-cover": { text: "Remplacez la couverture.", note: "Livret dont la couverture est tirée à part" },
  "pull-booklet": {
    text: "Remplacez tout l’intérieur : il n’a plus le même nombre de pages.",
    note: "Livret dont le nombre de pages a changé",
  },
} as const satisfies Readonly<Record<string, PrintWord>>;

/** In the margins of sheets and on assembly pages; on job tickets. */
export const PRINT_WORDS = { ...MARGIN_WORDS, ...TICKET_WORDS } as const;

export type PrintName = keyof typeof PRINT_WORDS;
export const PRINT_NAMES = Object.keys(PRINT_WORDS) as readonly PrintName[];

type HolesIn<Text> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | HolesIn<Rest> : never;

/** The placeholders of a text, by name. */
export type PrintHole<Name extends PrintName> = HolesIn<(typeof PRINT_WORDS)[Name]["text"]>;
