/** Text as people type it → what most languages print: their quotes, apostrophes and dashes, numbers beside their units. */
import { NBSP, NNBSP, SEAM } from "./french.js";

type Quotes = readonly [opening: string, closing: string];

/** CLDR's quotation marks of languages that kits are translated into; whatever else writes as English does. */
const QUOTES: Readonly<Record<string, Quotes>> = {
  ar: ["«", "»"],
  de: ["„", "“"],
  es: ["«", "»"],
  fa: ["«", "»"],
  it: ["«", "»"],
  pl: ["„", "”"],
  pt: ["«", "»"],
  "pt-BR": ["“", "”"],
  ru: ["«", "»"],
  uk: ["«", "»"],
};
const ENGLISH: Quotes = ["“", "”"];

export const quotesOf = (locale: string): Quotes => QUOTES[locale] ?? QUOTES[locale.split("-")[0]!] ?? ENGLISH;

/** Marks of Markdown may stand between two signs of one sentence. */
const S = `${SEAM}*`;
const UNITS = "%|€|£|°C|km|cm|mm|m|kg|g|t|cl|ml|l|min|h|s|MB|GB|pt";

interface Rule {
  /** A text without it has nothing to do. */
  readonly sign: RegExp;
  readonly find: RegExp;
  readonly replace: string;
}

const rulesFor = ([opening, closing]: Quotes): readonly Rule[] => [
  { sign: /'/, find: new RegExp(`(?<=[\\p{L}\\p{N}]${S})'(?=${S}[\\p{L}\\p{N}])`, "gu"), replace: "’" },
  {
    sign: /"[^"]*"/,
    find: new RegExp(`(?<![\\p{L}\\p{N}]${S})"(?=${S}[^\\s"])([^"\\n]+)(?<=[^\\s"]${S})"(?!${S}[\\p{L}\\p{N}])`, "gu"),
    replace: `${opening}$1${closing}`,
  },
  // The readers' books; what opens a quotation stays, nobody knows where it would close.
  { sign: /'/, find: new RegExp(`(?<=\\p{L}${S})'`, "gu"), replace: "’" },
  { sign: /\.{3}/, find: /\.{3}/g, replace: "…" },
  { sign: / - /, find: /(?<= )-(?= )/g, replace: "–" },
  { sign: / – /, find: / (?=– )/g, replace: NBSP },
  { sign: /\d /, find: new RegExp(`(?<=\\d${S}) (?=${S}(?:${UNITS})(?![\\p{L}\\p{N}]))`, "gu"), replace: NBSP },
  // z. B., d. h., e. g.
  { sign: /\p{L}\. \p{L}\./u, find: /(?<=(?<!\p{L})\p{L}\.) (?=\p{L}\.)/gu, replace: NNBSP },
];

/** The typography of a language of which only its quotes are special. Applying it twice changes nothing more. */
export function quotedBy(quotes: Quotes): (text: string) => string {
  const rules = rulesFor(quotes);
  return (text) =>
    rules.reduce((sofar, { sign, find, replace }) => (sign.test(sofar) ? sofar.replace(find, replace) : sofar), text);
}
