/** French text as people type it → French text as it is printed: spaces, quotes, apostrophes, dashes. */
import { type LetterPattern, letterPattern } from "../../letters.js";

export const NBSP = "\u00A0";
export const NNBSP = "\u202F";

/**
 * Where a mark of Markdown stands between two stretches of one sentence: rules look across it, so that « **mot** ! »
 * is set as « mot ! ». A private-use sign: no text holds it.
 */
export const SEAM = "\uE00F";

/** Stands for an address while the rules run: addresses keep every sign as it is. */
const ADDRESS_MARK = "\uE00E";

export interface Rule {
  readonly why: string;
  readonly find: LetterPattern;
  readonly replace: string;
  /** Applied until nothing changes: inner quotes first, then those around them. */
  readonly repeat?: boolean;
  /** A text without this pattern is left alone: asking is much quicker than looking for the rule's own. */
  readonly onlyIf: RegExp;
}

/** Units that stay beside their number. */
const UNITS =
  "%|€|°C|°|h|min|s|mm|cm|m|km|g|kg|t|cl|L|Mo|Go|pt|ans?|mois|jours?|heures?|minutes?|pages?|cartes?|personnes?|millions?|milliards?";

const MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

/** Spaces of any width, seams between them. */
const SPACES = `[ ${NBSP}${NNBSP}]`;
const S = `${SEAM}*`;
const LETTER = "[\\p{L}\\p{N}]";
/** What a sentence's sign may follow directly: « mot! », « 30 %! », « (mot)! », « "mot"! », an address. */
const BEFORE_SIGN = `[\\p{L}\\p{N}»)\\]’”…%€°*_${ADDRESS_MARK}]`;

/** `sign`: what a text must hold for the rule to have anything to do. */
const rule = (why: string, sign: RegExp, find: string, replace: string): Rule => ({
  why,
  find: letterPattern(find, "gu"),
  replace,
  onlyIf: sign,
});

const repeated = (once: Rule): Rule => ({ ...once, repeat: true });

/** In order: a later rule may rely on an earlier one. */
export const FRENCH_RULES: readonly Rule[] = [
  rule("apostrophe", /'/, `(?<=${LETTER}${S})'(?=${S}[\\p{L}\\p{N}«“"])`, "’"),
  rule("points de suspension", /\.{3}/, "\\.{3}", "…"),
  repeated(
    rule(
      "guillemets droits",
      /"[^"]*"/,
      `(?<!["\\p{L}\\p{N}]${S})"(?=${S}[^\\s"])([^"\\n]+)(?<=[^\\s"]${S})"(?!${S}["\\p{L}\\p{N}])`,
      "«$1»",
    ),
  ),
  repeated(
    rule(
      "guillemets dans des guillemets",
      /«[^»]*«/,
      `(?<=«[^«»\\n]*)«${SPACES}*([^«»\\n]*[^«»\\s])${SPACES}*»(?=[^«\\n]*»)`,
      "“$1”",
    ),
  ),
  rule("espace après «", /«/, `«${SPACES}*`, `«${NBSP}`),
  rule("espace avant »", /»/, `(?<!${SPACES})${SPACES}*»`, `${NBSP}»`),
  rule("espace fine avant ; ! ?", /[;!?]/, `(?<=[^\\s«${SEAM}]${S})(?<!${SPACES})${SPACES}+(?=${S}[;!?])`, NNBSP),
  rule("espace fine manquante avant ; ! ?", /[;!?]/, `(?<=${BEFORE_SIGN})(?=${S}[;!?]+(?!${S}[\\p{L}\\p{N}]))`, NNBSP),
  rule("espace avant :", /:/, `(?<!${SPACES})${SPACES}+(?=${S}:(?!\\S))`, NBSP),
  rule("espace manquante avant :", /:/, `(?<=[\\p{L}»)\\]”%€°])(?=${S}:(?:\\s|$))`, NBSP),
  rule(
    "numéros de téléphone",
    /0\d \d\d /,
    "(?<!\\d)(0[1-9]) (\\d{2}) (\\d{2}) (\\d{2}) (\\d{2})(?!\\d)",
    `$1${NBSP}$2${NBSP}$3${NBSP}$4${NBSP}$5`,
  ),
  rule("milliers", /\d[ \u00A0]\d/, `(?<=(?<!\\d)\\d{1,3})[ ${NBSP}](?=\\d{3}(?!\\d))`, NNBSP),
  rule("espace manquante avant % et €", /[%€]/, `(?<=\\d)(?=${S}[%€])`, NBSP),
  rule("unités", /\d/, `(?<=\\d${S}) (?=${S}(?:${UNITS})(?!${LETTER}))`, NBSP),
  rule("heures et minutes", /\d/, `(?<=\\d${SPACES}h) (?=\\d{2}(?!\\d))`, NBSP),
  rule("jour et mois", /\d/, `(?<=(?<!\\d)\\d{1,2}(?:er)?${S}) (?=${S}(?:${MONTHS})(?!${LETTER}))`, NBSP),
  // « Licence Ouverte 2.0 »: the name, of one or two words, and its number.
  rule(
    "nom et version",
    /\d\.\d/,
    `(?<=(?<!${LETTER})\\p{Lu}\\p{L}*${S}) (?=${S}(?:\\p{Lu}\\p{L}*${S}${SPACES}${S})?\\d+\\.\\d)`,
    NBSP,
  ),
  rule(
    "abréviations",
    /[°.e] /,
    `(?<!\\p{L})([nN]°|p\\.|M\\.|Mme|MM\\.|art\\.|chap\\.|vol\\.) (?=${S}${LETTER})`,
    `$1${NBSP}`,
  ),
  rule("siècles", /e siècle/, "(?<=\\b[IVX]+e) (?=siècle)", NBSP),
  rule("intervalle d’années", /\d-\d/, "(?<![\\d-])(1\\d{3}|20\\d{2})-(1\\d{3}|20\\d{2})(?![\\d-])", "$1–$2"),
  rule("tiret d’incise", / - /, "(?<= )-(?= )", "–"),
  rule("av. J.-C.", /av\. J/, "av\\. J\\.-C\\.", `av.${NBSP}J.-C.`),
];

const ENDINGS = "fr|org|com|net|eu|coop|gouv";

/**
 * A web address, an e-mail address, or a site's name as people write it: `cnil.fr/ia`. Not right behind dots, typed or
 * printed: where the name would begin is then anybody's guess.
 */
const ADDRESS = new RegExp(
  `https?://[^\\s"«»${SEAM}]+|(?<![\\w.…-])[\\w.-]+@[\\w.-]+\\.\\w+|(?<![\\w.…-])(?:[\\w-]+\\.)+(?:${ENDINGS})(?!\\w)(?:/[^\\s"«»${SEAM}]*)?`,
  "g",
);

/** Applies the rules to plain text, addresses left alone. Applying them twice changes nothing more. */
export function french(text: string): string {
  const addresses: string[] = [];
  const bare = text.replace(ADDRESS, (address) => {
    addresses.push(address);
    return ADDRESS_MARK;
  });
  let next = 0;
  return FRENCH_RULES.reduce(applyRule, bare).replaceAll(ADDRESS_MARK, () => addresses[next++] ?? "");
}

function applyRule(text: string, rule: Rule): string {
  if (!rule.onlyIf.test(text)) return text;
  const result = text.replace(rule.find.of(text), rule.replace);
  return rule.repeat && result !== text ? applyRule(result, rule) : result;
}
