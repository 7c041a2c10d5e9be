/** A declaration's tokens → typed values. Each reader returns undefined for what it does not understand. */
import type { CssNode, FunctionNode } from "css-tree";
import type { Color } from "../graphics.js";
import { MM_PER_INCH, PT_PER_INCH, type Pt, type Size } from "../units.js";
import { hexColor, namedColor } from "./colors.js";
import type { LengthAuto, LengthPercentage, Percent } from "./style.js";

export type Token = CssNode;
export type Tokens = readonly Token[];

/** What relative units refer to. `vw` and `vh` are hundredths of the face's trim. */
export interface Units {
  readonly fontSize: Pt;
  readonly rootFontSize: Pt;
  readonly face: Size;
}

const ABSOLUTE: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  mm: PT_PER_INCH / MM_PER_INCH,
  cm: (10 * PT_PER_INCH) / MM_PER_INCH,
  in: PT_PER_INCH,
};

/** Far beyond any sheet: larger numbers are slips, and would overflow the 32-bit floats of layout. */
const MOST = 1e6;

export const plausible = (value: number): number | undefined => (Math.abs(value) <= MOST ? value : undefined);

export function length(token: Token | undefined, units: Units): Pt | undefined {
  if (token?.type === "Number" && Number(token.value) === 0) return 0;
  if (token?.type !== "Dimension") return undefined;
  const points = inPoints(token.unit, units);
  return points === undefined ? undefined : plausible(Number(token.value) * points);
}

/** One of a unit, in points. */
function inPoints(name: string, units: Units): Pt | undefined {
  const unit = name.toLowerCase();
  if (Object.hasOwn(ABSOLUTE, unit)) return ABSOLUTE[unit];
  if (unit === "em") return units.fontSize;
  if (unit === "rem") return units.rootFontSize;
  if (unit === "vw") return units.face.width / 100;
  if (unit === "vh") return units.face.height / 100;
  return undefined;
}

export function percentage(token: Token | undefined): Percent | undefined {
  if (token?.type !== "Percentage") return undefined;
  const value = plausible(Number(token.value));
  return value === undefined ? undefined : `${value}%`;
}

export const lengthPercentage = (token: Token | undefined, units: Units): LengthPercentage | undefined =>
  percentage(token) ?? length(token, units);

export const lengthAuto = (token: Token | undefined, units: Units): LengthAuto | undefined =>
  ident(token) === "auto" ? "auto" : lengthPercentage(token, units);

export function ident(token: Token | undefined): string | undefined {
  return token?.type === "Identifier" ? token.name.toLowerCase() : undefined;
}

export function number(token: Token | undefined): number | undefined {
  return token?.type === "Number" ? plausible(Number(token.value)) : undefined;
}

export function integer(token: Token | undefined): number | undefined {
  const value = number(token);
  return Number.isInteger(value) ? value : undefined;
}

/** Refuses what a reader finds below zero: sizes and paddings have no negative side. */
export const notNegative =
  <T extends number | string>(reader: (token: Token | undefined, units: Units) => T | undefined) =>
  (token: Token | undefined, units: Units): T | undefined => {
    const value = reader(token, units);
    return value !== undefined && Number.parseFloat(String(value)) < 0 ? undefined : value;
  };

/** One of the allowed words, as the only token. */
export function oneOf<T extends string>(words: readonly T[]): (tokens: Tokens) => T | undefined {
  return (tokens) => (tokens.length === 1 ? words.find((word) => word === ident(tokens[0])) : undefined);
}

export function color(token: Token | undefined): Color | undefined {
  if (token?.type === "Hash") return hexColor(token.value);
  if (token?.type === "Identifier") return namedColor(token.name);
  if (token?.type !== "Function") return undefined;
  const name = token.name.toLowerCase();
  if (name !== "rgb" && name !== "rgba") return undefined;
  const parts = functionTokens(token).filter((part) => part.type !== "Operator");
  const channels = parts.map((part, index) => {
    if (part.type === "Percentage") return Number(part.value) / 100;
    if (part.type === "Number") return index < 3 ? Number(part.value) / 255 : Number(part.value);
    return Number.NaN;
  });
  if (channels.length < 3 || channels.length > 4 || channels.some((value) => !(value >= 0 && value <= 1)))
    return undefined;
  return { r: channels[0]!, g: channels[1]!, b: channels[2]!, a: channels[3] ?? 1 };
}

export const functionTokens = (token: FunctionNode): Token[] => token.children.toArray();

/** The arguments of a function that takes one token each; undefined when one holds more or none. */
export function functionArguments(token: FunctionNode): readonly Token[] | undefined {
  const groups = commaGroups(functionTokens(token));
  return groups.every((group) => group.length === 1) ? groups.map((group) => group[0]!) : undefined;
}

/** Tokens between commas. */
export function commaGroups(tokens: Tokens): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === "Operator" && token.value === ",") groups.push([]);
    else groups.at(-1)!.push(token);
  }
  return groups;
}

export function degrees(token: Token | undefined): number | undefined {
  if (token?.type === "Number" && Number(token.value) === 0) return 0;
  if (token?.type !== "Dimension") return undefined;
  if (token.unit === "deg") return plausible(Number(token.value));
  if (token.unit === "turn") return plausible(Number(token.value) * 360);
  return undefined;
}
