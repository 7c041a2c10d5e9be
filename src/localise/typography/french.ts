/** French text as people type it → French text as it is printed: spaces, quotes, apostrophes, dashes. */

export const NBSP = "\u00A0";
export const NNBSP = "\u202F";

export interface Rule {
  readonly why: string;
  readonly find: RegExp;
  readonly replace: string;
}

/** Units that stay beside their number. */
const UNITS =
  "%|€|°C|°|h|min|s|mm|cm|m|km|g|kg|t|cl|L|Mo|Go|pt|ans?|mois|jours?|heures?|minutes?|pages?|cartes?|personnes?|millions?|milliards?";

/** In order: a later rule may rely on an earlier one. */
export const FRENCH_RULES: readonly Rule[] = [
  { why: "apostrophe", find: /(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}«])/gu, replace: "’" },
  { why: "points de suspension", find: /\.{3}/g, replace: "…" },
  { why: "guillemets droits", find: /"([^"\n]+)"/g, replace: "« $1 »" },
  { why: "espace après «", find: /«[ \u00A0\u202F]*/g, replace: `«${NBSP}` },
  { why: "espace avant »", find: /[ \u00A0\u202F]*»/g, replace: `${NBSP}»` },
  {
    why: "espace fine avant ; ! ?",
    find: /(?<=[\p{L}\p{N}»)\]’…%€*_])[ \u00A0\u202F]*([;!?]+)(?![\p{L}\p{N}])/gu,
    replace: `${NNBSP}$1`,
  },
  { why: "espace avant :", find: /[ \u00A0\u202F]+:(?!\S)/g, replace: `${NBSP}:` },
  { why: "milliers", find: /(?<=\d) (?=\d{3}(?!\d))/g, replace: NNBSP },
  { why: "unités", find: new RegExp(`(?<=\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, "gu"), replace: NBSP },
  {
    why: "abréviations",
    find: /(?<![\p{L}])(n°|p\.|M\.|Mme|MM\.|art\.|chap\.|vol\.) (?=[\p{L}\p{N}])/gu,
    replace: `$1${NBSP}`,
  },
  { why: "intervalle d’années", find: /(?<!\d)(\d{4})-(\d{4})(?!\d)/g, replace: "$1–$2" },
  { why: "tiret d’incise", find: / - /g, replace: " – " },
  { why: "av. J.-C.", find: /av\. J\.-C\./g, replace: `av.${NBSP}J.-C.` },
];

/** Addresses keep every sign as it is. */
const ADDRESS = /(https?:\/\/\S+|[\w.-]+@[\w.-]+\.\w+|(?:[\w-]+\.)+(?:fr|org|com|net|eu|coop|gouv)(?:\/\S*)?)/g;

/** Applies the rules to plain text, addresses left alone. Applying them twice changes nothing more. */
export function french(text: string): string {
  return text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? part : applyRules(part)))
    .join("");
}

const applyRules = (text: string): string =>
  FRENCH_RULES.reduce((result, { find, replace }) => result.replace(find, replace), text);
