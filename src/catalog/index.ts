/**
 * Catalog: the kit's texts and a language's PO file → the file as translators get it, and how far each text is.
 *
 * units ─┐
 *        merge ─ PoFile ─ writePo ─ text
 * readPo ┘                └ stateOf, countStates
 */
export type { HeaderOptions } from "./header.js";
export { type Merged, type MergeOptions, type MergeReport, merge, type Outcome, template } from "./merge.js";
export type { PoEntry, PoFile, Previous } from "./po.js";
export { readPo } from "./po-read.js";
export { writePo } from "./po-write.js";
export { isSameText } from "./same-text.js";
export {
  type Count,
  countStates,
  countWords,
  entriesById,
  type StateCounts,
  stateOf,
  type TextState,
} from "./states.js";
export type { Unit } from "./unit.js";
