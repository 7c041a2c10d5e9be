/** A page → its marks: what preflight judges. */
export type { Font } from "./fonts.js";
export { type Family, familyOf, fromTable, type Ink, lightnessOf, platesOf } from "./ink.js";
export type { Coat, ImageMark, Mark, PathMark, ShadingMark, TextMark, Trouble } from "./marks.js";
export { type ColorSpace, channelsOf, readableName } from "./spaces.js";
export { shared, stretchOf } from "./state.js";
export { Walker } from "./walker.js";
