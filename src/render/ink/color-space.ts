/** A colour → the operators and numbers that a document writes for it: RGB for printers and screens, CMYK for a press. */
import type { Separation } from "../../color/index.js";
import type { Color } from "../../graphics.js";
import { channel, channels, channelText } from "./numbers.js";

/** The colours of a document. Drawings made in one space do not go into a document of another. */
export interface ColorSpace {
  /** Operators that set a colour. */
  fill(color: Color): string;
  stroke(color: Color): string;
  /** Colours that change into one another: all in the same space. */
  ramp(colors: readonly Color[]): { readonly space: string; readonly values: readonly (readonly number[])[] };
  /** What a text or a code in this colour is printed in. */
  textColor(color: Color): Color;
  codeColor(color: Color): Color;
  /** Whether a text in this colour prints over what lies below it, and does not leave its place white there. */
  overprints(color: Color): boolean;
  /** The inks of a press; a document in RGB has none. */
  readonly separation?: Separation | undefined;
}

const asOne = (values: readonly number[], one: string, many: string): string =>
  `${values.map(channelText).join(" ")} ${values.length === 1 ? one : many}`;

/** What every screen and office printer takes; greys as one channel, so that black text is printed with black ink alone. */
export const SRGB: ColorSpace = {
  fill: (color) => asOne(channels(color), "g", "rg"),
  stroke: (color) => asOne(channels(color), "G", "RG"),
  ramp(colors) {
    const isGrey = colors.every((color) => channels(color).length === 1);
    const valuesOf = (color: Color): readonly number[] =>
      isGrey ? channels(color) : [channel(color.r), channel(color.g), channel(color.b)];
    return { space: isGrey ? "DeviceGray" : "DeviceRGB", values: colors.map(valuesOf) };
  },
  textColor: (color) => color,
  codeColor: (color) => color,
  overprints: () => false,
};

const BLACK = { r: 0, g: 0, b: 0 };

/** Letters this dark and this little coloured are meant as black (sRGB channels). */
const DARK_TEXT = 0.27;
const FAINT_TINT = 0.12;

/** A lighter grey on a colour would be hard to read without its own white ground. */
const LEAST_OVER = 0.5;

/** The four inks of a press. */
export const pressSpace = (separation: Separation): ColorSpace => {
  const text = (color: Color): string => separation.inks(color).map(channelText).join(" ");
  const isBlack = (color: Color): boolean => {
    const [c, m, y, k] = separation.inks(color);
    return c === 0 && m === 0 && y === 0 && k >= LEAST_OVER;
  };
  return {
    separation,
    fill: (color) => `${text(color)} k`,
    stroke: (color) => `${text(color)} K`,
    ramp: (colors) => ({ space: "DeviceCMYK", values: colors.map((color) => separation.inks(color)) }),
    // Four plates never lie exactly on one another: small dark letters in all inks get coloured edges.
    textColor(color) {
      const most = Math.max(color.r, color.g, color.b);
      const isDark = most <= DARK_TEXT && most - Math.min(color.r, color.g, color.b) <= FAINT_TINT;
      return isDark && !separation.isChosen(color) ? { ...BLACK, a: color.a } : color;
    },
    // The same holds for the modules of a code, which a camera has to tell apart.
    codeColor: ({ a }) => ({ ...BLACK, a }),
    // Without overprint, a plate that is off by a tenth of a millimetre leaves white edges around every letter.
    overprints: isBlack,
  };
};
