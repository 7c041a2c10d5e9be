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

export function length(token: Token | undefined, units: Units): Pt | undefined {
  if (token?.type === "Number" && Number(token.value) === 0) return 0;
  if (token?.type !== "Dimension") return undefined;
  const value = Number(token.value);
  const unit = token.unit.toLowerCase();
  if (Object.hasOwn(ABSOLUTE, unit)) return value * ABSOLUTE[unit]!;
  if (unit === "em") return value * units.fontSize;
  if (unit === "rem") return value * units.rootFontSize;
  if (unit === "vw") return (value * units.face.width) / 100;
  if (unit === "vh") return (value * units.face.height) / 100;
  return undefined;
}

export function percentage(token: Token | undefined): Percent | undefined {
  return token?.type === "Percentage" ? `${Number(token.value)}%` : undefined;
}

export const lengthPercentage = (token: Token | undefined, units: Units): LengthPercentage | undefined =>
  percentage(token) ?? length(token, units);

export const lengthAuto = (token: Token | undefined, units: Units): LengthAuto | undefined =>
  ident(token) === "auto" ? "auto" : lengthPercentage(token, units);

export function ident(token: Token | undefined): string | undefined {
  return token?.type === "Identifier" ? token.name.toLowerCase() : undefined;
}

export function number(token: Token | undefined): number | undefined {
  return token?.type === "Number" ? Number(token.value) : undefined;
}

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
  if (token.unit === "deg") return Number(token.value);
  if (token.unit === "turn") return Number(token.value) * 360;
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
  const turned = degrees(first[0]);
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
  const stops: GradientStop[] = [];
  for (const [index, group] of groups.entries()) {
    const paint = color(group[0]);
    const at = percentage(group[1]);
    if (!paint || group.length > 2 || (group.length === 2 && !at)) return undefined;
    stops.push({ color: paint, offset: at ? Number.parseFloat(at) / 100 : index / (groups.length - 1) });
  }
  return stops;
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
  const [first, second] = commaGroups(functionTokens(token)).map((group) => group[0]);
  switch (token.name.toLowerCase()) {
    case "rotate": {
      const angle = degrees(first);
      return angle === undefined ? undefined : { kind: "rotate", degrees: angle };
    }
    case "scale": {
      const x = number(first);
      return x === undefined ? undefined : { kind: "scale", x, y: number(second) ?? x };
    }
    case "translate": {
      const x = lengthPercentage(first, units);
      return x === undefined
        ? undefined
        : { kind: "translate", x, y: second ? (lengthPercentage(second, units) ?? 0) : 0 };
    }
    default:
      return undefined;
  }
}

/** A `grid-template-*` value: breadths, `minmax()` and `repeat(n, …)`. */
export function tracks(tokens: Tokens, units: Units): readonly Track[] | undefined {
  if (tokens.length === 1 && ident(tokens[0]) === "none") return [];
  const list: Track[] = [];
  for (const token of tokens) {
    if (token.type === "Function" && token.name === "repeat") {
      const [count, what] = commaGroups(functionTokens(token));
      const times = number(count?.[0]);
      const inner = what && tracks(what, units);
      if (!times || !inner) return undefined;
      for (let index = 0; index < times; index++) list.push(...inner);
    } else {
      const track = oneTrack(token, units);
      if (!track) return undefined;
      list.push(track);
    }
  }
  return list;
}

function oneTrack(token: Token, units: Units): Track | undefined {
  if (token.type === "Function" && token.name === "minmax") {
    const [low, high] = commaGroups(functionTokens(token)).map((group) => breadth(group[0], units));
    if (low === undefined || high === undefined || isFraction(low)) return undefined;
    return { min: low, max: high };
  }
  const size = breadth(token, units);
  if (size === undefined) return undefined;
  return { min: isFraction(size) ? "auto" : size, max: size };
}

const isFraction = (size: TrackBreadth): size is `${number}fr` => typeof size === "string" && size.endsWith("fr");

function breadth(token: Token | undefined, units: Units): TrackBreadth | undefined {
  if (token?.type === "Dimension" && token.unit === "fr") return `${Number(token.value)}fr`;
  const word = ident(token);
  if (word === "auto" || word === "min-content" || word === "max-content") return word;
  return lengthPercentage(token, units);
}
