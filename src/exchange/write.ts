/** A sheet, or the catalog that it was made from → the bytes of a file for a translator, the same for the same texts. */
import { type PoFile, writePo } from "../catalog/index.js";
import { writeCsv } from "./csv.js";
import type { Sheet } from "./rows.js";
import { tableOf } from "./table.js";
import { writeXliff } from "./xliff.js";
import { writeXlsx } from "./xlsx.js";

export const FORMATS = ["po", "xlsx", "csv", "xliff"] as const;
export type Format = (typeof FORMATS)[number];

/** How the names of such files end. */
export const ENDINGS: Readonly<Record<Format, string>> = { po: "po", xlsx: "xlsx", csv: "csv", xliff: "xlf" };

/** `catalog`: with the same texts as the sheet; a PO file keeps all that it knows. */
export function writeExchange(format: Format, sheet: Sheet, catalog: PoFile): Uint8Array {
  switch (format) {
    case "po":
      return Buffer.from(writePo(catalog));
    case "xlsx":
      return writeXlsx(sheet);
    case "csv":
      return writeCsv(tableOf(sheet));
    case "xliff":
      return writeXliff(sheet);
  }
}

/** The catalog with the texts of a sheet alone, when it is to have these alone. */
export function onlyTexts(catalog: PoFile, ids: ReadonlySet<string>): PoFile {
  return { ...catalog, entries: catalog.entries.filter(({ id, obsolete }) => !obsolete && ids.has(id)) };
}
