/** A shorthand's tokens → the longhands it stands for, still as tokens; logical sides become physical ones. */
import { readGradient } from "./gradients.js";
import {
  type Direction,
  type Expand,
  LOGICAL,
  LOGICAL_SIDES,
  type LogicalSide,
  type Longhands,
  physicalSide,
} from "./logical.js";
import { PROPERTIES } from "./properties.js";
import type { Token, Tokens } from "./values.js";
import * as read from "./values.js";

/** CSS's one-to-four rule: top, right, bottom, left. */
function fourSides(tokens: Tokens): readonly [Token, Token, Token, Token] | undefined {
  const [top, right = top, bottom = top, left = right] = tokens;
  return top && tokens.length <= 4 ? [top, right!, bottom!, left!] : undefined;
}

const box =
  (name: (side: string) => string): Expand =>
  (tokens) => {
    const sides = fourSides(tokens);
    return (
      sides &&
      Object.fromEntries(["top", "right", "bottom", "left"].map((side, index) => [name(side), [sides[index]!]]))
    );
  };

/** What CSS puts where a `border` says nothing; "medium" is 2 px. */
const BORDER_PARTS: Readonly<Record<string, Token>> = {
  width: { type: "Dimension", value: "2", unit: "px" },
  style: { type: "Identifier", name: "none" },
  color: { type: "Identifier", name: "currentcolor" },
};

/** `border: 1pt solid red` on the given sides: each part goes to the longhand that can read it. */
const border =
  (sides: (direction: Direction) => readonly string[]): Expand =>
  (tokens, units, direction) => {
    const given = new Map<string, Token>();
    for (const token of tokens) {
      const part = Object.keys(BORDER_PARTS).find(
        (name) => !given.has(name) && PROPERTIES[`border-top-${name}`]!.parse([token], units) !== undefined,
      );
      if (!part) return undefined;
      given.set(part, token);
    }
    if (given.size === 0) return undefined;
    const parts = Object.entries(BORDER_PARTS).map(
      ([part, otherwise]) => [part, given.get(part) ?? otherwise] as const,
    );
    return Object.fromEntries(
      sides(direction).flatMap((side) => parts.map(([part, token]) => [`border-${side}-${part}`, [token]])),
    );
  };

const ALL_SIDES = ["top", "right", "bottom", "left"] as const;

const logicalBorder = (...sides: readonly LogicalSide[]): Expand =>
  border((direction) => sides.map((side) => physicalSide(side, direction)));

const LOGICAL_BORDERS: Readonly<Record<string, Expand>> = {
  ...Object.fromEntries(LOGICAL_SIDES.map((side) => [`border-${side}`, logicalBorder(side)])),
  "border-inline": logicalBorder("inline-start", "inline-end"),
  "border-block": logicalBorder("block-start", "block-end"),
};

const radius: Expand = (tokens) => {
  const corners = fourSides(tokens);
  const names = ["top-left", "top-right", "bottom-right", "bottom-left"];
  return corners && Object.fromEntries(names.map((name, index) => [`border-${name}-radius`, [corners[index]!]]));
};

const NUMBER = (value: string): Token => ({ type: "Number", value });
const PERCENT = (value: string): Token => ({ type: "Percentage", value });
const WORD = (name: string): Token => ({ type: "Identifier", name });

/** `flex: 1`, `flex: 1 0 20mm`, `flex: 1 1 0`, `flex: 20mm`, `flex: none | auto`. */
const flex: Expand = (tokens, units) => {
  const word = tokens.length === 1 ? read.ident(tokens[0]) : undefined;
  if (word === "none") return flexParts("0", "0", WORD("auto"));
  if (word === "auto") return flexParts("1", "1", WORD("auto"));
  const factors = tokens.flatMap((token) => (token.type === "Number" ? [token.value] : []));
  const sizes = tokens.filter((token) => token.type !== "Number");
  if (
    tokens.length === 0 ||
    tokens.length > 3 ||
    sizes.length > 1 ||
    (factors.length === 3 && !Object.is(Number(factors[2]), 0))
  )
    return undefined;
  const [grow = "1", shrink = "1"] = factors;
  const basis = sizes[0] ?? PERCENT("0");
  return read.lengthAuto(basis, units) === undefined ? undefined : flexParts(grow, shrink, basis);
};

const flexParts = (grow: string, shrink: string, basis: Token): Longhands => ({
  "flex-grow": [NUMBER(grow)],
  "flex-shrink": [NUMBER(shrink)],
  "flex-basis": [basis],
});

const gridSpan =
  (axis: "column" | "row"): Expand =>
  (tokens) => {
    const slash = tokens.findIndex((token) => token.type === "Operator" && token.value === "/");
    const start = slash < 0 ? tokens : tokens.slice(0, slash);
    const end = slash < 0 ? [WORD("auto")] : tokens.slice(slash + 1);
    return { [`grid-${axis}-start`]: start, [`grid-${axis}-end`]: end };
  };

const pair =
  (first: string, second: string): Expand =>
  (tokens) => {
    const [one, two = one] = tokens;
    return one && tokens.length <= 2 ? { [first]: [one], [second]: [two!] } : undefined;
  };

const background: Expand = (tokens) => {
  if (tokens.length !== 1) return undefined;
  const [token] = tokens;
  if (read.ident(token) === "none") return { "background-color": [WORD("transparent")], "background-image": tokens };
  return readGradient(token)
    ? { "background-image": tokens, "background-color": [WORD("transparent")] }
    : { "background-color": tokens, "background-image": [WORD("none")] };
};

export const SHORTHANDS: Readonly<Record<string, Expand>> = {
  margin: box((side) => `margin-${side}`),
  padding: box((side) => `padding-${side}`),
  inset: box((side) => side),
  "border-width": box((side) => `border-${side}-width`),
  "border-style": box((side) => `border-${side}-style`),
  "border-color": box((side) => `border-${side}-color`),
  border: border(() => ALL_SIDES),
  "border-top": border(() => ["top"]),
  "border-right": border(() => ["right"]),
  "border-bottom": border(() => ["bottom"]),
  "border-left": border(() => ["left"]),
  ...LOGICAL_BORDERS,
  "border-radius": radius,
  ...LOGICAL,
  flex,
  gap: pair("row-gap", "column-gap"),
  "grid-column": gridSpan("column"),
  "grid-row": gridSpan("row"),
  "place-items": pair("align-items", "justify-items"),
  "place-content": pair("align-content", "justify-content"),
  "place-self": pair("align-self", "justify-self"),
  background,
  "text-decoration": (tokens) => ({ "text-decoration-line": tokens }),
  "list-style": (tokens) => ({ "list-style-type": tokens }),
};
