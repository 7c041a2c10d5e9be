/**
 * sRGB → the inks of a printing condition, by its ICC profile.
 *
 * Colorimetric, relative to the paper: what a screen shows white gets no ink at all, and colours that the inks can make
 * are kept as they are. With black point compensation: the darkest colour becomes the darkest that the inks make, and
 * what lies between keeps its distance; without it all near-blacks would run together.
 */
import type { Color } from "../graphics.js";
import type { PressProfile } from "./icc.js";
import { type Cmyk, limitInk } from "./ink-limit.js";
import { type Lab, labOf, luminance, WHITE, type Xyz, xyzOf } from "./lab.js";

type Rgb = Pick<Color, "r" | "g" | "b">;

export interface SeparationOptions {
  /** Most ink of all four together; 3 is 300 %. */
  readonly inkLimit: number;
  /** Colours whose inks somebody chose, by `rgbKey`. */
  readonly chosen: ReadonlyMap<string, Cmyk>;
}

export interface Separation {
  /** The inks of a colour; its opacity does not count. Greys are black ink alone. */
  inks(color: Rgb): Cmyk;
  /** Whether somebody chose the inks of a colour. */
  isChosen(color: Rgb): boolean;
  /** The inks of a pixel of a photograph, channels from 0 to 255: greys are made of all inks there, as shadows need. */
  pixel(r: number, g: number, b: number): Cmyk;
}

/** Colours are the same to a screen when they are the same in eight bits. */
export const rgbKey = ({ r, g, b }: Rgb): string => [r, g, b].map((value) => Math.round(value * 255)).join();

/** A thousandth: finer than any plate, and the same on every machine. */
const rounded = (ink: number): number => Math.round(Math.min(1, Math.max(0, ink)) * 1000) / 1000;

/** What a JPEG's waves may add around an edge. */
const JPEG_SLACK = 0.06;

export function createSeparation(profile: PressProfile, { inkLimit, chosen }: SeparationOptions): Separation {
  const known = new Map<string, Cmyk>();
  const convert = converter(profile);
  const greys = blackRamp(profile);
  const limited = (inks: Cmyk, limit = inkLimit): Cmyk => limitInk(inks, limit).map(rounded) as unknown as Cmyk;
  const separate = (color: Rgb): Cmyk => {
    const [r, g, b] = [color.r, color.g, color.b].map((value) => Math.round(value * 255));
    if (r === g && g === b) return [0, 0, 0, rounded(greys(xyzOf(color).y))];
    return limited(convert(color));
  };
  const pixels = new Map<number, Cmyk>();
  return {
    inks(color) {
      const key = rgbKey(color);
      let inks = chosen.get(key) ?? known.get(key);
      if (inks === undefined) {
        inks = separate(color);
        known.set(key, inks);
      }
      return inks;
    },
    isChosen: (color) => chosen.has(rgbKey(color)),
    pixel(r, g, b) {
      const key = (r << 16) | (g << 8) | b;
      let inks = pixels.get(key);
      if (inks === undefined) {
        inks = limited(convert({ r: r / 255, g: g / 255, b: b / 255 }), inkLimit - JPEG_SLACK);
        if (pixels.size < MOST_PIXELS) pixels.set(key, inks);
      }
      return inks;
    },
  };
}

/** Photographs have some hundred thousand colours; beyond, each is computed anew. */
const MOST_PIXELS = 500_000;

/** By the profile alone, without limit. Exported to be compared with other programs, which compensate or do not. */
export function converter(profile: PressProfile, blackPoint = true): (color: Rgb) => Cmyk {
  const black = blackPoint ? darkest(profile) : { x: 0, y: 0, z: 0 };
  const lift = (value: number, white: number, low: number): number => low + (value * (white - low)) / white;
  return (color) => {
    const { x, y, z } = xyzOf(color);
    const lifted = { x: lift(x, WHITE.x, black.x), y: lift(y, WHITE.y, black.y), z: lift(z, WHITE.z, black.z) };
    return profile.fromLab.at(coded(labOf(lifted), profile.fromLab.labScale)) as unknown as Cmyk;
  };
}

/** Lab as tables have it. */
const coded = ({ l, a, b }: Lab, scale: number): readonly number[] => [
  (l / 100) * scale,
  ((a + 128) / 255) * scale,
  ((b + 128) / 255) * scale,
];

const lightness = ({ toLab }: PressProfile, inks: Cmyk): number => (toLab.at(inks)[0]! / toLab.labScale) * 100;

/** What the profile makes of no light at all, taken as neutral: the black of a sheet. */
function darkest(profile: PressProfile): Xyz {
  const inks = profile.fromLab.at(coded({ l: 0, a: 0, b: 0 }, profile.fromLab.labScale)) as unknown as Cmyk;
  const y = luminance(lightness(profile, inks));
  return { x: y * WHITE.x, y, z: y * WHITE.z };
}

const STEPS = 100;

/** Black ink alone for a luminance: as dark as the grey is between paper and black ink, from none to all of it. */
function blackRamp(profile: PressProfile): (y: number) => number {
  const ramp = Array.from({ length: STEPS + 1 }, (_, step) => luminance(lightness(profile, [0, 0, 0, step / STEPS])));
  const [paper, solid] = [ramp[0]!, ramp[STEPS]!];
  return (y) => {
    const wanted = solid + y * (paper - solid);
    const step = ramp.findIndex((value, index) => index > 0 && value <= wanted);
    if (step < 0) return 1;
    const [light, dark] = [ramp[step - 1]!, ramp[step]!];
    return (step - 1 + (light === dark ? 0 : (light - wanted) / (light - dark))) / STEPS;
  };
}
