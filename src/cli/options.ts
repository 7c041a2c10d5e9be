/** The options of all commands, each said once: how it is written, what it takes, what the help says of it. */

export type OptionName =
  | "out"
  | "locale"
  | "final"
  | "since"
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
  /** `list`: several values between commas, or the option several times. */
  readonly takes?: "list" | "number" | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** As many as kit.yaml allows: more is a slip of the finger. */
export const MOST_COPIES = 999;

export const OPTIONS: readonly OptionSpec[] = [
  {
    name: "out",
    value: "dossier",
    help: "où sont les PDF (dist, dans le dossier du kit) ; pour translate export, le fichier",
  },
  { name: "locale", value: "langues", help: "la langue (celle du kit) ; all : toutes", takes: "list" },
  { name: "final", help: "une traduction pour de bon, sans marques ; sans elle, une épreuve" },
  {
    name: "target",
    value: "cibles",
    help: "home : chez soi, shop : chez l’imprimeur, screen : livrets à l’écran (les trois)",
    takes: "list",
    choices: ["home", "shop", "screen"],
  },
  { name: "paper", value: "papiers", help: "A4, A3, Letter… ou un papier du kit (A4,A3)", takes: "list" },
  {
    name: "duplex",
    value: "mode",
    help: "recto verso : long-edge, short-edge (bord long, bord court), fold (à plier), none",
    choices: ["long-edge", "short-edge", "fold", "none"],
  },
  { name: "copies", value: "nombre", help: "combien d’exemplaires de tout (1)", takes: "number" },
  {
    name: "since",
    value: "édition",
    help: "avec quoi comparer : une édition gardée par release, un manifest.json, ou le dossier d’une fabrication",
  },
  {
    name: "minor",
    value: "textes",
    help: "textes français retouchés sans changer de sens (ou all) : leurs traductions restent bonnes",
    takes: "list",
  },
  { name: "check", help: "translate update : dit seulement si c’est à faire ; links : essaie chaque adresse" },
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
