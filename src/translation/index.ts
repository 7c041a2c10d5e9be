/**
 * Translation: a kit + its catalog in a language → the kit in that language.
 *
 * Extraction and translation are one walk (`texts.ts`): what is extracted is exactly what is replaced. The catalog's
 * own format and its merge are in `catalog/`.
 */
export { type Language, type OpenLocale, openLanguage, openLocale } from "./language.js";
export { isPseudo, PSEUDO_CLOSE, PSEUDO_LOCALES, PSEUDO_OPEN } from "./pseudo.js";
export { addReviews, reviewedIds, reviewsText } from "./reviews.js";
export type { Progress } from "./translate.js";
export { translateKit } from "./translate.js";
export { unitsOf } from "./units.js";
