/** What is said about values that YAML can read but a kit cannot use. */
import type { Finding } from "../finding.js";

const s = (n: number): string => (n > 1 ? "s" : "");

const meant = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : `Vouliez-vous dire « ${word} » ?`;

/** At most this many names are listed in a hint. */
const MOST_LISTED = 12;

export const possible = (words: readonly string[]): string =>
  `Possibles : ${words.slice(0, MOST_LISTED).join(", ")}${words.length > MOST_LISTED ? "…" : ""}.`;

const both = (...parts: readonly (string | undefined)[]): string | undefined => {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(" ");
};

export const unknownKey = (key: string, suggestion: string | undefined, known: readonly string[]): Finding => ({
  code: "unknown-key",
  message: `Clé inconnue « ${key} ».`,
  hint: meant(suggestion) ?? (known.length > 0 ? possible(known) : undefined),
});

export const misspeltKey = (key: string, missing: string): Finding => ({
  code: "unknown-key",
  message: `Clé inconnue « ${key} », et « ${missing} » manque.`,
  hint: meant(missing),
});

export const cutByComma = (key: string): Finding => ({
  code: "cut-by-comma",
  message: `La virgule coupe le texte : « ${key} » est lu comme une autre clé.`,
  hint: "Entre accolades, mettez entre guillemets droits les textes qui contiennent une virgule.",
});

export const missingField = (name: string, note: string | undefined): Finding => ({
  code: "missing-field",
  message: `Il manque « ${name} ».`,
  hint: note === undefined ? undefined : `${note}.`,
});

export const emptyField = (name: string, note: string | undefined): Finding => ({
  code: "empty-field",
  message: `Rien n’est écrit après « ${name} ».`,
  hint: note === undefined ? undefined : `${note}.`,
});

export const badKey = (key: string, hint: string, code: string): Finding => ({
  code,
  message: `« ${key} » ne peut pas servir de nom ici.`,
  hint,
});

export const badWord = (value: string, hint: string, code: string): Finding => ({
  code,
  message: `« ${value} » n’est pas écrit comme il faut.`,
  hint,
});

const EXPECTED: Readonly<Record<string, string>> = {
  text: "un texte",
  markdown: "un texte",
  list: "une liste",
  group: "un groupe de clés",
  map: "un groupe de clés",
};

export const wrongType = (name: string, type: string): Finding => ({
  code: "wrong-type",
  message: `« ${name} » attend ${EXPECTED[type] ?? "une seule valeur"}.`,
  hint:
    type === "list"
      ? "Dans une liste, chaque élément est sur sa ligne et commence par « - »."
      : type === "group" || type === "map"
        ? "Allez à la ligne, décalez, puis écrivez une clé par ligne : « clé: valeur »."
        : undefined,
});

export const unknownChoice = (value: string, suggestion: string | undefined, of: readonly string[]): Finding => ({
  code: "unknown-choice",
  message: `« ${value} » n’est pas un choix possible.`,
  hint: both(possible(of), meant(suggestion)),
});

export const unknownName = (what: Referred, value: string, found: Suggestion): Finding => ({
  code: `unknown-${what}`,
  message: `${REFERRED[what]} « ${value} » n’existe pas.`,
  hint: both(meant(found.suggestion), found.known.length > 0 ? possible(found.known) : undefined),
});

export interface Suggestion {
  readonly suggestion: string | undefined;
  readonly known: readonly string[];
}

export type Referred =
  | "template"
  | "format"
  | "link"
  | "component"
  | "piece"
  | "family"
  | "anchor"
  | "chapter"
  | "field";

const REFERRED: Readonly<Record<Referred, string>> = {
  template: "Le modèle",
  format: "Le format",
  link: "Le lien",
  component: "Le composant",
  piece: "La pièce",
  family: "La famille de polices",
  anchor: "Le chapitre ou l’ancre",
  chapter: "Le chapitre",
  field: "Le champ",
};

export const notANumber = (value: string): Finding => ({
  code: "not-a-number",
  message: `« ${value} » n’est pas un nombre.`,
  hint: "Un nombre s’écrit en chiffres, avec un point pour les décimales.",
});

export const notWhole = (value: string): Finding => ({
  code: "not-whole",
  message: `« ${value} » n’est pas un nombre entier.`,
});

export const outOfRange = (value: number, least: number | undefined, most: number | undefined): Finding => ({
  code: "out-of-range",
  message:
    least !== undefined && value < least
      ? `${value} est trop petit : le minimum est ${least}.`
      : `${value} est trop grand : le maximum est ${most}.`,
});

export const notABoolean = (value: string): Finding => ({
  code: "not-a-boolean",
  message: `« ${value} » n’est ni « true » ni « false ».`,
  hint: "Écrivez « true » pour oui, « false » pour non.",
});

export const badDate = (value: string): Finding => ({
  code: "bad-date",
  message: `« ${value} » n’est pas une date.`,
  hint: "Une date s’écrit année-mois-jour, par exemple 2026-11-24.",
});

export const badLength = (value: string): Finding => ({
  code: "bad-length",
  message: `« ${value} » n’est pas une longueur.`,
  hint: "Une longueur s’écrit avec son unité : 63mm, 6.3cm, 2.5in ou 12pt.",
});

export const missingUnit = (value: string): Finding => ({
  code: "missing-unit",
  message: `Il manque l’unité après « ${value} ».`,
  hint: "Une longueur s’écrit avec son unité : 63mm, 6.3cm, 2.5in ou 12pt.",
});

export const negativeLength = (value: string): Finding => ({
  code: "negative-length",
  message: `Une longueur ne peut pas être négative : « ${value} ».`,
});

export const badIcon = (value: string): Finding => ({
  code: "bad-icon",
  message: `« ${value} » n’est pas un nom d’icône.`,
  hint: "Une icône s’écrit « collection:nom », par exemple ph:chat-circle-dots-duotone.",
});

export const badImagePath = (value: string): Finding => ({
  code: "bad-image-path",
  message: `« ${value} » n’est pas le chemin d’une image du kit.`,
  hint: "Écrivez le chemin à partir du dossier assets, avec des « / » : evenements/talos.svg.",
});

export const missingImage = (value: string, suggestion: string | undefined): Finding => ({
  code: "missing-image",
  message: `L’image « ${value} » n’est pas dans le dossier assets.`,
  hint: meant(suggestion) ?? "Déposez le fichier dans assets, ou corrigez le chemin.",
});

export const tooLong = (over: number, max: number): Finding => ({
  code: "too-long",
  message: `Ce texte est trop long de ${over} caractère${s(over)} : le maximum est ${max}.`,
});

export const tooFew = (count: number, least: number): Finding => ({
  code: "too-few-items",
  message: `Cette liste a ${count} élément${s(count)} : il en faut au moins ${least}.`,
});

export const tooMany = (count: number, most: number): Finding => ({
  code: "too-many-items",
  message: `Cette liste a ${count} éléments : le maximum est ${most}.`,
});
