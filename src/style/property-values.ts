/** The whole value of one property → what a style holds. Each reader returns undefined for what makes no sense. */
import type { BoxAlignment, Fit, GridLine, Percent, Style } from "./style.js";
import type { Tokens, Units } from "./values.js";
import * as read from "./values.js";

export const single =
  <T>(reader: (token: read.Token, units: Units) => T | undefined) =>
  (tokens: Tokens, units: Units): T | undefined =>
    tokens.length === 1 ? reader(tokens[0]!, units) : undefined;

export const nonNegative = (tokens: Tokens): number | undefined => {
  const value = tokens.length === 1 ? read.number(tokens[0]) : undefined;
  return value !== undefined && value >= 0 ? value : undefined;
};

export const lengthAuto = single(read.lengthAuto);
export const size = single(read.notNegative(read.lengthAuto));
export const room = single(read.notNegative(read.lengthPercentage));
export const width = single(read.notNegative(read.length));
export const colorOrCurrent = single((token) =>
  read.ident(token) === "currentcolor" ? "currentcolor" : read.color(token),
);
export const maxSize = single((token, units) =>
  read.ident(token) === "none" ? ("auto" as const) : read.notNegative(read.lengthPercentage)(token, units),
);

const ALIGNMENTS: readonly BoxAlignment[] = [
  "auto",
  "normal",
  "start",
  "end",
  "flex-start",
  "flex-end",
  "center",
  "baseline",
  "stretch",
  "space-between",
  "space-around",
  "space-evenly",
];
export const alignment = read.oneOf(ALIGNMENTS);
export const borderLine = read.oneOf(["none", "solid", "dashed", "dotted"] as const);

/** The engine makes every line up to the one named; no grid on paper has more. */
const MOST_LINES = 1000;

/** `3`, `span 2` or `auto`. */
export function gridLine(tokens: Tokens): GridLine | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "auto") return "auto";
  if (tokens.length === 2 && read.ident(tokens[0]) === "span") {
    const span = read.integer(tokens[1]) ?? 0;
    return span >= 1 && span <= MOST_LINES ? { span } : undefined;
  }
  const line = (tokens.length === 1 && read.integer(tokens[0])) || 0;
  return line !== 0 && Math.abs(line) <= MOST_LINES ? { line } : undefined;
}

export function aspectRatio(tokens: Tokens): number | "auto" | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "auto") return "auto";
  const [first, slash, second] = tokens;
  const across = read.number(first) ?? 0;
  if (tokens.length === 1) return across > 0 ? across : undefined;
  const down = read.number(second) ?? 0;
  const isRatio = tokens.length === 3 && slash?.type === "Operator" && slash.value === "/";
  return isRatio && across > 0 && down > 0 ? across / down : undefined;
}

export function fontFamily(tokens: Tokens): readonly string[] | undefined {
  const names = read.commaGroups(tokens).map((group) => {
    if (group.length === 1 && group[0]!.type === "String") return group[0]!.value;
    return group.every((token) => token.type === "Identifier")
      ? group.map((token) => (token.type === "Identifier" ? token.name : "")).join(" ")
      : "";
  });
  return names.every(Boolean) ? names : undefined;
}

export function fontWeight(tokens: Tokens): number | undefined {
  const word = tokens.length === 1 ? read.ident(tokens[0]) : undefined;
  if (word === "normal") return 400;
  if (word === "bold") return 700;
  const value = tokens.length === 1 ? read.number(tokens[0]) : undefined;
  return value !== undefined && value >= 1 && value <= 1000 ? value : undefined;
}

export function lineHeight(tokens: Tokens, units: Units): Style["lineHeight"] | undefined {
  const factor = nonNegative(tokens);
  if (factor) return { kind: "factor", value: factor };
  if (tokens.length === 1 && read.ident(tokens[0]) === "normal") return { kind: "factor", value: 1.2 };
  const fixed = width(tokens, units);
  return fixed === undefined ? undefined : { kind: "fixed", value: fixed };
}

const LIST_WORDS = read.oneOf(["disc", "decimal", "none"] as const);

/** A word, or a sign of one's own: `"☐"`. */
export function listStyle(tokens: Tokens): Style["listStyleType"] | undefined {
  const [token] = tokens;
  return tokens.length === 1 && token?.type === "String" ? { sign: token.value } : LIST_WORDS(tokens);
}

/** `orphans: 2`: a number of lines, at least one. */
export function lineCount(tokens: Tokens): number | undefined {
  const count = (tokens.length === 1 && read.integer(tokens[0])) || 0;
  return count >= 1 && count <= MOST_LINES ? count : undefined;
}

const BREAK_WORDS = read.oneOf(["auto", "avoid", "page", "left", "right", "recto", "verso"] as const);

/** Recto and verso are right and left of a book read from left to right; they are kept by those names in any book. */
export function breakBefore(tokens: Tokens): Style["breakBefore"] | undefined {
  const word = BREAK_WORDS(tokens);
  return word === "recto" ? "right" : word === "verso" ? "left" : word;
}

/** `--rhythm: 13pt`: the distance of the lines that facing pages share. */
export function rhythm(tokens: Tokens, units: Units): Style["rhythm"] | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "none") return "none";
  const step = width(tokens, units);
  return step !== undefined && step > 0 ? step : undefined;
}

/** `"smcp", "tnum" off, "ss01" 2` as HarfBuzz writes features: `smcp`, `-tnum`, `ss01=2`. */
export function fontFeatures(tokens: Tokens): readonly string[] | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "normal") return [];
  const features = read.commaGroups(tokens).map((group) => {
    const [tag, state] = group;
    if (tag?.type !== "String" || !/^[a-zA-Z0-9]{4}$/.test(tag.value) || group.length > 2) return "";
    const word = read.ident(state);
    const value = word === "off" ? 0 : !state || word === "on" ? 1 : (read.integer(state) ?? -1);
    if (value < 0) return "";
    return value === 0 ? `-${tag.value}` : value === 1 ? tag.value : `${tag.value}=${value}`;
  });
  return features.every(Boolean) ? features : undefined;
}

/** `--fit: 7.5pt` → how much smaller than the CSS size that is. */
export function fit(tokens: Tokens, units: Units): Fit | "none" | undefined {
  if (tokens.length === 1 && read.ident(tokens[0]) === "none") return "none";
  const smallest = tokens.length === 1 ? read.length(tokens[0], units) : undefined;
  if (smallest === undefined || smallest <= 0 || smallest > units.fontSize) return undefined;
  return { ratio: smallest / units.fontSize };
}

const ACROSS: ReadonlyMap<string | undefined, Percent> = new Map([
  ["left", "0%"],
  ["center", "50%"],
  ["right", "100%"],
]);
const DOWN: ReadonlyMap<string | undefined, Percent> = new Map([
  ["top", "0%"],
  ["center", "50%"],
  ["bottom", "100%"],
]);

/** `right top`, `top right`, `bottom`, `20% 80%`. */
export function objectPosition(tokens: Tokens): Style["objectPosition"] | undefined {
  const [first, second] = tokens;
  if (!first || tokens.length > 2) return undefined;
  const across = (token: read.Token) => read.percentage(token) ?? ACROSS.get(read.ident(token));
  const down = (token: read.Token) => read.percentage(token) ?? DOWN.get(read.ident(token));
  const x = across(first);
  const y = second ? down(second) : "50%";
  if (x && y) return [x, y];
  const swappedX = second ? ACROSS.get(read.ident(second)) : "50%";
  const swappedY = DOWN.get(read.ident(first));
  return swappedX && swappedY ? [swappedX, swappedY] : undefined;
}
