/**
 * Exchange: the kit's texts and a catalog ↔ the files that translators work with (PO, XLSX, CSV, XLIFF).
 *
 * units, catalog ─ rowsOf ─ Sheet ─ writeExchange ─ bytes ─ (a translator) ─ bytes ─ readExchange ─ Received
 *                                                                 applyReceived: Received, today's kit → catalog, reviews
 */
export { type Applied, applyReceived, type Outcome, type RowReport, type Today } from "./apply.js";
export { readExchange } from "./read.js";
export type { Received, ReceivedRow } from "./received.js";
export { isToDo, type Row, rowsOf, type Sheet, type SheetLanguage } from "./rows.js";
export type { Expected } from "./table.js";
export { ENDINGS, FORMATS, type Format, onlyTexts, writeExchange } from "./write.js";
