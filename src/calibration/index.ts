/**
 * Calibration: a printer and a sheet of paper → what the printer does wrong, and the map that undoes it.
 *
 *     sheet      the page to print, fold and read, front and back
 *     readings   the numbers that were read → how the printer misses
 *     correction how it misses → the map that pages are drawn through
 *     yaml       what is known of the printers of a place, kept beside the kit
 *
 * Two folds, edge to edge, find the middle of the paper without a ruler; the scales that they cross tell offset and turn.
 */
export { backError, correctionOf, errorOf, reachOf, together } from "./correction.js";
export { CREATOR } from "./messages.js";
export { MIDDLE, NARROWEST, type Places, placesOn } from "./places.js";
export { errorRead, type Read, type Readings } from "./readings.js";
export { calibrationSheet, type SheetWanted } from "./sheet.js";
export { printersText } from "./yaml.js";
