/** Colour words and notations → sRGB channels between 0 and 1. */
import type { Color } from "../graphics.js";

/** The names that templates use; others are written as `#rrggbb`, which prints the same everywhere. */
const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#ffffff",
  gray: "#808080",
  grey: "#808080",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  orange: "#ffa500",
  yellow: "#ffff00",
  purple: "#800080",
  teal: "#008080",
};

export const TRANSPARENT: Color = { r: 0, g: 0, b: 0, a: 0 };
export const BLACK: Color = { r: 0, g: 0, b: 0, a: 1 };
export const WHITE: Color = { r: 1, g: 1, b: 1, a: 1 };

/** `transparent`, a colour name; undefined when the word is neither. */
export function namedColor(name: string): Color | undefined {
  const word = name.toLowerCase();
  if (word === "transparent") return TRANSPARENT;
  const hex = Object.hasOwn(NAMED, word) ? NAMED[word] : undefined;
  return hex === undefined ? undefined : hexColor(hex.slice(1));
}

/** `rgb`, `rgba`, `rrggbb` or `rrggbbaa` without the `#`. */
export function hexColor(digits: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits)) return undefined;
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const channel = (index: number): number => Number.parseInt(long.slice(2 * index, 2 * index + 2), 16) / 255;
  return { r: channel(0), g: channel(1), b: channel(2), a: long.length === 8 ? channel(3) : 1 };
}

/** The colour with its alpha multiplied. */
export const fade = (color: Color, alpha: number): Color => ({ ...color, a: color.a * alpha });
