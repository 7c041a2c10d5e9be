/**
 * The addresses that a kit prints: which there are, who prints them, and whether they still lead somewhere.
 *
 * Listing reads the kit alone. Asking is the only thing in all of mallette that uses the network; no build ever does.
 * It is loaded apart (`checking.ts`), so that a list does not wait for it.
 */
export type { Answer, Asker } from "./ask.js";
export { type LinkRow, type LocaleLinks, listLinks } from "./list.js";
export { REDIRECT_FORMATS, type RedirectFormat, redirectTable } from "./redirects.js";
export { stamped } from "./stamp.js";
export { usesOf } from "./uses.js";
