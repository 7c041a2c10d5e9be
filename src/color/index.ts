/**
 * Color: screen colours → the four inks of a press, by an ICC profile. Pure JavaScript, so that the same colour gets the
 * same inks on every machine.
 *
 *     icc.ts ── table.ts     a profile: inks ↔ Lab
 *     lab.ts                 sRGB ↔ Lab
 *     separation.ts          colours and pixels → inks; greys are black ink alone
 *     ink-limit.ts           no more ink than paper bears
 *     shipped.ts             the profile that comes with us
 */
export { type PressProfile, type Refusal, readProfile } from "./icc.js";
export { type Cmyk, totalInk } from "./ink-limit.js";
export { createSeparation, rgbKey, type Separation } from "./separation.js";
export { SHIPPED_CONDITION, shippedProfile } from "./shipped.js";
