/** The options of all commands, each said once: how it is written, what it takes, what the help says of it. */

export type OptionName =
  | "out"
  | "locale"
  | "final"
  | "size"
  | "cut"
  | "since"
  | "sheets"
  | "minor"
  | "check"
  | "format"
  | "only"
  | "dry-run"
  | "write"
  | "redirects"
  | "for"
  | "target"
  | "paper"
  | "duplex"
  | "copies"
  | "printer"
  | "two-pass"
  | "front"
  | "back"
  | "front-size"
  | "back-size"
  | "margin"
  | "ticket"
  | "zip"
  | "product"
  | "bleed"
  | "order"
  | "marks"
  | "json"
  | "quiet"
  | "kit"
  | "help"
  | "version";

export interface OptionSpec {
  readonly name: OptionName;
  readonly short?: string | undefined;
  /** What stands for its value in the help; absent for a switch. */
  readonly value?: string | undefined;
  readonly help: string;
  /** `list`: several values between commas, or the option several times. `millimetres`: `3`, `2,5` or `3mm`. */
  readonly takes?: "list" | "number" | "millimetres" | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** As many as kit.yaml allows: more is a slip of the finger. */
export const MOST_COPIES = 999;

/** No printer asks for more bleed than this, in millimetres. */
export const MOST_BLEED = 10;

export const OPTIONS: readonly OptionSpec[] = [
  {
    name: "out",
    value: "dossier",
    help: "où sont les fichiers (dist, dans le dossier du kit) ; pour translate export, le fichier",
  },
  { name: "locale", value: "langues", help: "la langue (celle du kit) ; all : toutes", takes: "list" },
  { name: "final", help: "une traduction pour de bon, sans marques ; sans elle, une épreuve" },
  {
    name: "target",
    value: "cibles",
    help: "home : chez soi, shop : reprographe, screen : écran (ces trois) ; press : imprimeur en ligne",
    takes: "list",
    choices: ["home", "shop", "screen", "press"],
  },
  {
    name: "paper",
    value: "papiers",
    help: "A4, A3, Letter… ou un papier du kit (A4,A3 ; A4 pour un calage, des images)",
    takes: "list",
  },
  {
    name: "duplex",
    value: "mode",
    help: "recto verso : long-edge, short-edge (bord long, bord court), fold (à plier), none",
    choices: ["long-edge", "short-edge", "fold", "none"],
  },
  { name: "copies", value: "nombre", help: "combien d’exemplaires de tout (1)", takes: "number" },
  {
    name: "cut",
    value: "formats",
    help: "machine de découpe : contours (svg, dxf) à côté des PDF, repères sur les feuilles",
    takes: "list",
    choices: ["svg", "dxf"],
  },
  {
    name: "size",
    value: "tailles",
    help: "screen : écran, print : 300 dpi, bleed : avec fond perdu, tts : Tabletop Simulator (screen)",
    takes: "list",
    choices: ["screen", "print", "bleed", "tts"],
  },
  {
    name: "printer",
    value: "nom",
    help: "pour cette imprimante, calée par calibrate : papiers calés, cible home",
  },
  {
    name: "two-pass",
    value: "ordre",
    help: "sans recto verso : rectos puis versos, dans le même ordre (same) ou à rebours (reversed)",
    choices: ["same", "reversed"],
  },
  {
    name: "front",
    value: "A/B/C/D",
    help: "calibrate : où les plis coupent les réglettes du recto, de 0 à 20 (10/10,5/10/9,5)",
  },
  { name: "back", value: "E/F/G/H", help: "calibrate : la même chose au verso" },
  {
    name: "front-size",
    value: "L/H",
    help: "calibrate : de croix à croix au recto, en mm, si la feuille dit autre chose",
  },
  { name: "back-size", value: "L/H", help: "calibrate : la même chose au verso" },
  { name: "margin", value: "M", help: "calibrate : le bord que l’imprimante laisse blanc, en mm" },
  {
    name: "ticket",
    value: "langue",
    help: "la langue des bons d’impression, celle de l’imprimeur (celle du kit) ; none : pas de bon",
  },
  { name: "zip", help: "range aussi chaque dossier, avec son bon, dans une archive à envoyer" },
  {
    name: "product",
    value: "produit",
    help: "press : ce que l’on commande, poker, a6… ou un produit de kit.yaml (tous les formats)",
  },
  {
    name: "bleed",
    value: "mm",
    help: "press : le fond perdu demandé, par exemple 2, 3 ou 5 (3)",
    takes: "millimetres",
  },
  {
    name: "order",
    value: "ordre",
    help: "press : rectos et versos alternés (interleaved) ou en deux fichiers (two-files)",
    choices: ["interleaved", "two-files"],
  },
  {
    name: "marks",
    value: "traits",
    help: "press : sans traits de coupe (none), ou avec, hors du fond perdu (offset)",
    choices: ["none", "offset"],
  },
  {
    name: "since",
    value: "édition",
    help: "avec quoi comparer : une édition gardée, une étiquette de Git, un manifest.json ou son dossier",
  },
  { name: "sheets", help: "écrit des feuilles avec ces seules pièces, et la liste de ce qu’il faut échanger" },
  {
    name: "minor",
    value: "textes",
    help: "textes français retouchés sans changer de sens (ou all) : leurs traductions restent bonnes",
    takes: "list",
  },
  {
    name: "check",
    help: "update : dit si c’est à faire ; links : essaie les adresses ; calibrate : vérifie, ou affine",
  },
  {
    name: "format",
    value: "format",
    help: "le fichier à envoyer : po (Poedit), xlsx, csv (tableurs), xliff (agences)",
    choices: ["po", "xlsx", "csv", "xliff"],
  },
  { name: "only", value: "textes", help: "todo : seulement ce qui est à traduire ou à revoir", choices: ["todo"] },
  { name: "dry-run", help: "dit ce que le fichier reçu changerait, sans rien écrire" },
  { name: "write", help: "avec --check, note le jour (checked) des adresses qui répondent" },
  {
    name: "redirects",
    value: "format",
    help: "la table du site de redirection : netlify (_redirects) ou csv (adresse;page)",
    choices: ["netlify", "csv"],
  },
  {
    name: "for",
    value: "usage",
    help: "pour quoi vérifier : home, shop, press (presse), screen (d’après le fichier)",
    choices: ["home", "shop", "press", "screen"],
  },
  { name: "json", help: "écrit un document JSON sur la sortie standard, et rien d’autre" },
  { name: "quiet", short: "q", help: "ne dit que les problèmes" },
  { name: "kit", short: "C", value: "dossier", help: "le dossier du kit (ici, ou le premier au-dessus)" },
  { name: "help", short: "h", help: "montre cette aide" },
  { name: "version", short: "V", help: "dit la version" },
];

export const optionNamed = (name: string): OptionSpec | undefined => OPTIONS.find((option) => option.name === name);
