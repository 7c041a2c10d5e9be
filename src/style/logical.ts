/** Logical properties → the physical longhands that they mean where lines run from left to right, or from right to left. */
import type { Token, Tokens, Units } from "./values.js";

export type Direction = "ltr" | "rtl";
/** Longhand name → tokens. Undefined when the shorthand makes no sense. */
export type Longhands = Readonly<Record<string, Tokens>> | undefined;
export type Expand = (tokens: Tokens, units: Units, direction: Direction) => Longhands;

type PhysicalSide = "top" | "right" | "bottom" | "left";

/** Text runs across the page in every language of ours: only the inline axis turns. */
const SIDES = {
  "block-start": () => "top",
  "block-end": () => "bottom",
  "inline-start": (direction) => (direction === "ltr" ? "left" : "right"),
  "inline-end": (direction) => (direction === "ltr" ? "right" : "left"),
} as const satisfies Record<string, (direction: Direction) => PhysicalSide>;

export type LogicalSide = keyof typeof SIDES;
export const LOGICAL_SIDES = Object.keys(SIDES) as readonly LogicalSide[];

export const physicalSide = (side: LogicalSide, direction: Direction): PhysicalSide => SIDES[side](direction);

/** One side of a kind: `margin-inline-start` → `margin-left`. */
const oneSide =
  (side: LogicalSide, name: (side: PhysicalSide) => string): Expand =>
  (tokens, _units, direction) => ({ [name(physicalSide(side, direction))]: tokens });

/** Start and end of an axis, the end like the start unless told: `margin-inline: a b`. */
const bothSides =
  (axis: "inline" | "block", name: (side: PhysicalSide) => string): Expand =>
  (tokens, _units, direction) => {
    const [start, end = start] = tokens;
    if (!start || tokens.length > 2) return undefined;
    return {
      [name(physicalSide(`${axis}-start`, direction))]: [start],
      [name(physicalSide(`${axis}-end`, direction))]: [end as Token],
    };
  };

/** What sides have, by the beginning of its logical names. */
const KINDS: readonly (readonly [logical: string, physical: (side: PhysicalSide) => string])[] = [
  ["margin", (side) => `margin-${side}`],
  ["padding", (side) => `padding-${side}`],
  ["inset", (side) => side],
];

const AXES = ["inline", "block"] as const;

const sides = Object.fromEntries(
  KINDS.flatMap(([name, physical]) => [
    ...AXES.map((axis) => [`${name}-${axis}`, bothSides(axis, physical)] as const),
    ...LOGICAL_SIDES.map((side) => [`${name}-${side}`, oneSide(side, physical)] as const),
  ]),
);

const borderParts = Object.fromEntries(
  (["width", "style", "color"] as const).flatMap((part) => {
    const physical = (side: PhysicalSide): string => `border-${side}-${part}`;
    return [
      ...AXES.map((axis) => [`border-${axis}-${part}`, bothSides(axis, physical)] as const),
      ...LOGICAL_SIDES.map((side) => [`border-${side}-${part}`, oneSide(side, physical)] as const),
    ];
  }),
);

/** `border-start-end-radius`: the corner where the first line ends. */
const corners = Object.fromEntries(
  (["start", "end"] as const).flatMap((block) =>
    (["start", "end"] as const).map((inline): readonly [string, Expand] => [
      `border-${block}-${inline}-radius`,
      (tokens, _units, direction) => {
        const across = physicalSide(`inline-${inline}`, direction);
        return { [`border-${physicalSide(`block-${block}`, direction)}-${across}-radius`]: tokens };
      },
    ]),
  ),
);

/** `inline-size` is the width of everything whose lines run across. */
const sizes = Object.fromEntries(
  ["", "min-", "max-"].flatMap((limit): readonly (readonly [string, Expand])[] => [
    [`${limit}inline-size`, (tokens) => ({ [`${limit}width`]: tokens })],
    [`${limit}block-size`, (tokens) => ({ [`${limit}height`]: tokens })],
  ]),
);

/** Every logical property but the `border` shorthands. */
export const LOGICAL: Readonly<Record<string, Expand>> = { ...sides, ...borderParts, ...corners, ...sizes };
