/** What a file is printed for → what is asked of it: figures that printers publish, each with its reason. */
import { type Mm, mm, type Pt } from "../units.js";

export const PURPOSES = ["home", "shop", "press", "screen"] as const;
/** What can be asked for, and what only a file itself says: that it is the sheet that a printer is calibrated with. */
export type Purpose = (typeof PURPOSES)[number] | "calibration";

/** Below `error`, a file is refused; below `warning`, it is worth a look. */
export interface Least {
  readonly error: number;
  readonly warning: number;
}

export interface Rules {
  readonly purpose: Purpose;
  /** Pixels an inch of photographs and drawings, and of pictures that are only black and white. */
  readonly resolution: Least | undefined;
  readonly lineResolution: Least | undefined;
  readonly line: Least | undefined;
  readonly text: Least | undefined;
  /** How near to the paper's edge the printer's rollers let ink be. */
  readonly margin: Pt | undefined;
  /** Whether colours must be inks, boxes must be there and nothing but ink may lie on the page. */
  readonly isPress: boolean;
  /** Whether the printer obeys overprinting, which office printers do not. */
  readonly obeysOverprint: boolean;
  readonly bleed: Mm;
  /** Per cent, of all inks together. */
  readonly ink: number;
}

/** Under 5 pt, printed letters fill up; the smallest labels of a card are 5.5 pt. */
const TEXT: Least = { error: 5, warning: 5.5 };

const COMMON = {
  text: TEXT,
  isPress: false,
  obeysOverprint: false,
  // Bleed that the knife may miss by, as most printers ask.
  bleed: 3,
  // Coated paper; more does not dry.
  ink: 300,
} as const;

/** What any printer of an office or a shop prints well. */
const PRINTED = {
  ...COMMON,
  resolution: { error: 150, warning: 200 },
  // Black and white pixels have hard edges, which are seen at once.
  lineResolution: { error: 200, warning: 300 },
  // Thinner lines vanish, or are as thin as one dot on each printer anew.
  line: { error: 0.2, warning: 0.25 },
  // A sixth of an inch: what most lasers and inkjets leave white.
  margin: mm(4.2),
} as const;

export const RULES: Readonly<Record<Purpose, Rules>> = {
  home: { ...PRINTED, purpose: "home" },
  shop: { ...PRINTED, purpose: "shop", obeysOverprint: true },
  // It reaches into the margin on purpose: what is missing there shows how much the printer leaves white.
  calibration: { ...PRINTED, purpose: "calibration", obeysOverprint: true, margin: undefined },
  press: {
    ...COMMON,
    purpose: "press",
    resolution: { error: 200, warning: 300 },
    lineResolution: { error: 600, warning: 600 },
    line: { error: 0.25, warning: 0.25 },
    margin: undefined,
    isPress: true,
    obeysOverprint: true,
  },
  screen: {
    ...COMMON,
    purpose: "screen",
    resolution: undefined,
    lineResolution: undefined,
    line: undefined,
    text: undefined,
    margin: undefined,
  },
};

/** What rounding may make of a figure that is meant to be right. */
export const ROUNDING = 0.985;
