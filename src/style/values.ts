/** A declaration's tokens → typed values. Each reader returns undefined for what it does not understand. */
import type { CssNode, FunctionNode } from "css-tree";
import type { Color, GradientStop } from "../graphics.js";
import { MM_PER_INCH, PT_PER_INCH, type Pt, type Size } from "../units.js";
import { hexColor, namedColor } from "./colors.js";
import type {
  GradientSpec,
  LengthAuto,
  LengthPercentage,
  Percent,
  Track,
  TrackBreadth,
  TransformStep,
} from "./style.js";

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

const plausible = (value: number): number | undefined => (Math.abs(value) <= MOST ? value : undefined);

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
function functionArguments(token: FunctionNode): readonly Token[] | undefined {
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

const SIDES: Readonly<Record<string, number>> = { top: 0, right: 90, bottom: 180, left: 270 };

/** `linear-gradient(angle | to side, stops)` or `radial-gradient(stops)`: a circle to the farthest corner. */
export function gradient(token: Token | undefined): GradientSpec | undefined {
  if (token?.type !== "Function") return undefined;
  const kind = token.name === "linear-gradient" ? "linear" : token.name === "radial-gradient" ? "radial" : undefined;
  if (!kind) return undefined;
  const groups = commaGroups(functionTokens(token));
  let angle = 180;
  const first = groups[0] ?? [];
  const turned = first.length === 1 ? degrees(first[0]) : undefined;
  const side = ident(first[0]) === "to" && first.length === 2 ? SIDES[ident(first[1]) ?? ""] : undefined;
  if (kind === "linear" && (turned ?? side) !== undefined) {
    angle = (turned ?? side)!;
    groups.shift();
  }
  const stops = gradientStops(groups);
  return stops && { kind, angle, stops };
}

function gradientStops(groups: readonly Token[][]): readonly GradientStop[] | undefined {
  if (groups.length < 2) return undefined;
  const colors: Color[] = [];
  const offsets: (number | undefined)[] = [];
  for (const group of groups) {
    const paint = color(group[0]);
    const at = percentage(group[1]);
    const offset = at && Number.parseFloat(at) / 100;
    // PDF has no stops outside the gradient.
    if (
      !paint ||
      group.length > 2 ||
      (group.length === 2 && !(typeof offset === "number" && offset >= 0 && offset <= 1))
    )
      return undefined;
    colors.push(paint);
    offsets.push(typeof offset === "number" ? offset : undefined);
  }
  const placed = placeStops(offsets);
  return colors.map((paint, index) => ({ color: paint, offset: placed[index]! }));
}

/** As CSS does: the ends at 0 and 1, never backwards, stops without a place evenly between their neighbours. */
function placeStops(offsets: readonly (number | undefined)[]): readonly number[] {
  const last = offsets.length - 1;
  const known = offsets.map((offset, index) => offset ?? (index === 0 ? 0 : index === last ? 1 : undefined));
  const placed = known.map(
    (offset, index) => offset && Math.max(...known.slice(0, index + 1).map((earlier) => earlier ?? 0)),
  );
  return placed.map((offset, index) => {
    if (offset !== undefined) return offset;
    const before = placed.findLastIndex((other, place) => place < index && other !== undefined);
    const after = placed.findIndex((other, place) => place > index && other !== undefined);
    return placed[before]! + ((placed[after]! - placed[before]!) * (index - before)) / (after - before);
  });
}

export function transforms(tokens: Tokens, units: Units): readonly TransformStep[] | undefined {
  if (ident(tokens[0]) === "none" && tokens.length === 1) return [];
  const steps: TransformStep[] = [];
  for (const token of tokens) {
    const step = token.type === "Function" ? transformStep(token, units) : undefined;
    if (!step) return undefined;
    steps.push(step);
  }
  return steps;
}

function transformStep(token: FunctionNode, units: Units): TransformStep | undefined {
  const parts = functionArguments(token);
  if (!parts || parts.length > 2) return undefined;
  const [first, second] = parts;
  switch (token.name.toLowerCase()) {
    case "rotate": {
      const angle = second ? undefined : degrees(first);
      return angle === undefined ? undefined : { kind: "rotate", degrees: angle };
    }
    case "scale": {
      const x = number(first);
      const y = second ? number(second) : x;
      return x === undefined || y === undefined ? undefined : { kind: "scale", x, y };
    }
    case "translate": {
      const x = lengthPercentage(first, units);
      const y = second ? lengthPercentage(second, units) : 0;
      return x === undefined || y === undefined ? undefined : { kind: "translate", x, y };
    }
    default:
      return undefined;
  }
}

/** More columns than any grid on paper has: a larger `repeat()` is a slip. */
const MOST_REPEATS = 100;

/** A `grid-template-*` value: breadths, `minmax()` and `repeat(n, …)`. */
export function tracks(tokens: Tokens, units: Units): readonly Track[] | undefined {
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
