/** A `grid-template-*` value → tracks. */
import type { FunctionNode } from "css-tree";
import type { Track, TrackBreadth } from "./style.js";
import {
  commaGroups,
  functionArguments,
  functionTokens,
  ident,
  integer,
  lengthPercentage,
  notNegative,
  plausible,
  type Token,
  type Tokens,
  type Units,
} from "./values.js";

/** More columns than any grid on paper has: a larger `repeat()` is a slip. */
const MOST_REPEATS = 100;

/** A `grid-template-*` value: breadths, `minmax()` and `repeat(n, …)`. */
export function readTracks(tokens: Tokens, units: Units): readonly Track[] | undefined {
  if (tokens.length === 1 && ident(tokens[0]) === "none") return [];
  const list: Track[] = [];
  for (const token of tokens) {
    const some =
      token.type === "Function" && token.name === "repeat" ? repeated(token, units) : trackList([token], units);
    if (!some) return undefined;
    list.push(...some);
  }
  return list.length > 0 ? list : undefined;
}

function repeated(token: FunctionNode, units: Units): readonly Track[] | undefined {
  const [count, what, more] = commaGroups(functionTokens(token));
  const times = count?.length === 1 ? (integer(count[0]) ?? 0) : 0;
  const inner = what && trackList(what, units);
  if (times < 1 || times > MOST_REPEATS || !inner || more) return undefined;
  return Array.from({ length: times }, () => inner).flat();
}

function trackList(tokens: Tokens, units: Units): readonly Track[] | undefined {
  const list = tokens.map((token) => oneTrack(token, units));
  return list.length > 0 && list.every((track) => track !== undefined) ? list : undefined;
}

function oneTrack(token: Token, units: Units): Track | undefined {
  if (token.type === "Function" && token.name === "minmax") {
    const [low, high, more] = (functionArguments(token) ?? []).map((part) => breadth(part, units));
    if (low === undefined || high === undefined || more !== undefined || isFraction(low)) return undefined;
    return { min: low, max: high };
  }
  const size = breadth(token, units);
  if (size === undefined) return undefined;
  return { min: isFraction(size) ? "auto" : size, max: size };
}

const isFraction = (size: TrackBreadth): size is `${number}fr` => typeof size === "string" && size.endsWith("fr");

function breadth(token: Token | undefined, units: Units): TrackBreadth | undefined {
  if (token?.type === "Dimension" && token.unit === "fr") {
    const share = plausible(Number(token.value)) ?? -1;
    return share < 0 ? undefined : `${share}fr`;
  }
  const word = ident(token);
  if (word === "auto" || word === "min-content" || word === "max-content") return word;
  return notNegative(lengthPercentage)(token, units);
}
