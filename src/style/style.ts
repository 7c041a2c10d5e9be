/** Computed style: typed values in points, percentages and colours; no strings left to parse. */

import type { MarkupElement, MarkupText } from "../compose/markup.js";
import type { Color, Gradient } from "../graphics.js";
import type { Pt } from "../units.js";

export type Percent = `${number}%`;
export type LengthPercentage = Pt | Percent;
export type LengthAuto = Pt | Percent | "auto";

export type TrackBreadth = Pt | Percent | `${number}fr` | "auto" | "min-content" | "max-content";
export interface Track {
  readonly min: Exclude<TrackBreadth, `${number}fr`>;
  readonly max: TrackBreadth;
}

export type GridLine = "auto" | { readonly line: number } | { readonly span: number };

export type BoxAlignment =
  | "auto"
  | "normal"
  | "start"
  | "end"
  | "flex-start"
  | "flex-end"
  | "center"
  | "baseline"
  | "stretch"
  | "space-between"
  | "space-around"
  | "space-evenly";

export type BorderLine = "none" | "solid" | "dashed" | "dotted";

/** A gradient before the size of its box is known. */
export interface GradientSpec {
  readonly kind: Gradient["kind"];
  /** Degrees, 0 = upwards, clockwise; linear only. */
  readonly angle: number;
  /** Offsets from 0 to 1. */
  readonly stops: Gradient["stops"];
}

export type BackgroundImage = { readonly kind: "gradient"; readonly gradient: GradientSpec };

export type TransformStep =
  | { readonly kind: "rotate"; readonly degrees: number }
  | { readonly kind: "scale"; readonly x: number; readonly y: number }
  | { readonly kind: "translate"; readonly x: LengthPercentage; readonly y: LengthPercentage };

/** How far text may shrink to fit: `ratio` is the smallest size divided by the CSS size. */
export interface Fit {
  readonly ratio: number;
}

/** A sign of the author's own before each item: an empty box to tick. */
export interface ListSign {
  readonly sign: string;
}

export interface Style {
  readonly display: "block" | "flex" | "grid" | "inline" | "none";
  readonly position: "relative" | "absolute";
  readonly top: LengthAuto;
  readonly right: LengthAuto;
  readonly bottom: LengthAuto;
  readonly left: LengthAuto;
  readonly width: LengthAuto;
  readonly height: LengthAuto;
  readonly minWidth: LengthAuto;
  readonly minHeight: LengthAuto;
  readonly maxWidth: LengthAuto;
  readonly maxHeight: LengthAuto;
  readonly aspectRatio: number | "auto";
  readonly boxSizing: "border-box" | "content-box";
  readonly marginTop: LengthAuto;
  readonly marginRight: LengthAuto;
  readonly marginBottom: LengthAuto;
  readonly marginLeft: LengthAuto;
  readonly paddingTop: LengthPercentage;
  readonly paddingRight: LengthPercentage;
  readonly paddingBottom: LengthPercentage;
  readonly paddingLeft: LengthPercentage;
  readonly borderTopWidth: Pt;
  readonly borderRightWidth: Pt;
  readonly borderBottomWidth: Pt;
  readonly borderLeftWidth: Pt;
  readonly borderTopStyle: BorderLine;
  readonly borderRightStyle: BorderLine;
  readonly borderBottomStyle: BorderLine;
  readonly borderLeftStyle: BorderLine;
  readonly borderTopColor: Color | "currentcolor";
  readonly borderRightColor: Color | "currentcolor";
  readonly borderBottomColor: Color | "currentcolor";
  readonly borderLeftColor: Color | "currentcolor";
  readonly borderTopLeftRadius: LengthPercentage;
  readonly borderTopRightRadius: LengthPercentage;
  readonly borderBottomRightRadius: LengthPercentage;
  readonly borderBottomLeftRadius: LengthPercentage;
  readonly overflow: "visible" | "hidden";
  readonly flexDirection: "row" | "column" | "row-reverse" | "column-reverse";
  readonly flexWrap: "nowrap" | "wrap";
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: LengthAuto;
  readonly rowGap: LengthPercentage;
  readonly columnGap: LengthPercentage;
  readonly gridTemplateColumns: readonly Track[];
  readonly gridTemplateRows: readonly Track[];
  readonly gridAutoRows: readonly Track[];
  readonly gridAutoFlow: "row" | "column";
  readonly gridColumnStart: GridLine;
  readonly gridColumnEnd: GridLine;
  readonly gridRowStart: GridLine;
  readonly gridRowEnd: GridLine;
  readonly alignItems: BoxAlignment;
  readonly alignSelf: BoxAlignment;
  readonly alignContent: BoxAlignment;
  readonly justifyItems: BoxAlignment;
  readonly justifySelf: BoxAlignment;
  readonly justifyContent: BoxAlignment;
  readonly backgroundColor: Color;
  readonly backgroundImage: BackgroundImage | "none";
  readonly opacity: number;
  readonly transform: readonly TransformStep[];
  /** Whether its drawing is seen in a mirror; its gradient and its transform are so already. */
  readonly mirror: boolean;
  readonly objectFit: "fill" | "contain" | "cover";
  readonly objectPosition: readonly [x: Percent, y: Percent];
  readonly listStyleType: "disc" | "decimal" | "none" | ListSign;
  readonly verticalAlign: "baseline" | "super" | "sub" | "middle";
  readonly breakBefore: "auto" | "avoid" | "page" | "left" | "right";
  readonly breakAfter: "auto" | "avoid" | "page";
  readonly breakInside: "auto" | "avoid";
  /** On the root of running text: lines of this height stand on a grid that facing pages share. */
  readonly rhythm: Pt | "none";
  /** Text may stand outside the safe margin here (a tile's own decoration never may). */
  readonly outside: boolean;
  // Inherited.
  readonly color: Color;
  readonly direction: "ltr" | "rtl";
  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly fontWeight: number;
  readonly fontStyle: "normal" | "italic";
  readonly lineHeight:
    | { readonly kind: "factor"; readonly value: number }
    | { readonly kind: "fixed"; readonly value: Pt };
  readonly letterSpacing: Pt;
  readonly textAlign: "start" | "end" | "left" | "right" | "center" | "justify";
  readonly textIndent: Pt;
  readonly textTransform: "none" | "uppercase" | "lowercase";
  readonly textDecoration: "none" | "underline" | "line-through";
  readonly textWrap: "wrap" | "balance" | "pretty";
  readonly whiteSpace: "normal" | "nowrap" | "pre-line";
  readonly hyphens: "none" | "auto";
  readonly fontFeatures: readonly string[];
  readonly fit: Fit | "none";
  /** Fewest lines of a paragraph at the foot and at the head of a page. */
  readonly orphans: number;
  readonly widows: number;
}

export interface StyledElement {
  readonly kind: "element";
  readonly element: MarkupElement;
  /** Shared between elements that compute to the same style: identity may serve as a cache key. */
  readonly style: Style;
  readonly children: readonly StyledNode[];
}

export type StyledNode = StyledElement | MarkupText;
