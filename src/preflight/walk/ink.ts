/** A colour of a page → the inks that it lays down, and how light it looks. */
import type { ColorSpace } from "./spaces.js";

/** A colour in its space; a pattern or gradient has no numbers. */
export interface Ink {
  readonly space: ColorSpace;
  readonly values: readonly number[];
}

/** What a colour is made of, as print makers ask: one word for what comes of light, whatever its profile. */
export type Family = "gray" | "rgb" | "cmyk" | "spot" | "pattern";

export function familyOf(space: ColorSpace): Family {
  if (space.kind === "lab") return "rgb";
  return space.kind === "indexed" ? familyOf(space.base) : space.kind;
}

/** From 0 to 1 each: cyan, magenta, yellow, black, then inks with names. */
export type Plates = readonly number[];

const clamp = (value: number | undefined): number => Math.min(Math.max(value ?? 0, 0), 1);

/** Undefined for colours of light, whose inks only the printer knows. */
export function platesOf({ space, values }: Ink): Plates | undefined {
  switch (space.kind) {
    case "gray":
      return [0, 0, 0, 1 - clamp(values[0])];
    case "cmyk":
      return [0, 1, 2, 3].map((index) => clamp(values[index]));
    case "spot":
      return space.names.includes("All")
        ? [clamp(values[0]), clamp(values[0]), clamp(values[0]), clamp(values[0])]
        : spots(space.names, values);
    case "indexed":
      return platesOf(fromTable(space, values[0] ?? 0));
    default:
      return undefined;
  }
}

const PROCESS = ["Cyan", "Magenta", "Yellow", "Black"];

/** Inks whose name is that of a process ink are that ink. */
function spots(names: readonly string[], values: readonly number[]): Plates {
  const plates = [0, 0, 0, 0];
  for (const [index, name] of names.entries()) {
    if (name === "None") continue;
    const place = PROCESS.indexOf(name);
    if (place >= 0) plates[place] = clamp(values[index]);
    else plates.push(clamp(values[index]));
  }
  return plates;
}

/** The colour of a palette. */
export function fromTable(space: Extract<ColorSpace, { kind: "indexed" }>, index: number): Ink {
  const channels =
    space.base.kind === "spot"
      ? space.base.names.length
      : space.base.kind === "cmyk"
        ? 4
        : space.base.kind === "gray"
          ? 1
          : 3;
  const at = Math.min(Math.max(Math.round(index), 0), space.high) * channels;
  const values = Array.from({ length: channels }, (_, channel) => (space.table[at + channel] ?? 0) / 255);
  // In a palette, the lightness of Lab is stretched over a byte like the rest.
  return { space: space.base, values: space.base.kind === "lab" ? [values[0]! * 100, 0, 0] : values };
}

/** From 0, black, to 1, the white of paper. Good enough to tell the dark from the light. */
export function lightnessOf({ space, values }: Ink): number {
  switch (space.kind) {
    case "gray":
      return clamp(values[0]);
    case "rgb":
      return 0.299 * clamp(values[0]) + 0.587 * clamp(values[1]) + 0.114 * clamp(values[2]);
    case "lab":
      return clamp((values[0] ?? 0) / 100);
    case "cmyk": {
      const [c, m, y, k] = [0, 1, 2, 3].map((index) => clamp(values[index])) as [number, number, number, number];
      return (1 - k) * (0.299 * (1 - c) + 0.587 * (1 - m) + 0.114 * (1 - y));
    }
    case "spot":
      return lightnessOfSpot(space, values);
    case "indexed":
      return lightnessOf(fromTable(space, values[0] ?? 0));
    case "pattern":
      return 0.5;
  }
}

function lightnessOfSpot(space: Extract<ColorSpace, { kind: "spot" }>, values: readonly number[]): number {
  if (space.names.every((name) => name === "None")) return 1;
  if (space.tint) return lightnessOf({ space: space.alternate, values: space.tint(values[0] ?? 0) });
  return 1 - clamp(values.reduce((sum, value) => sum + value, 0));
}
