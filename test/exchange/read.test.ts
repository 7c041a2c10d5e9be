/** Every file that cannot be taken: one clear sentence, and nothing else. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { catalogOf, csv, receive, send, UNITS } from "./support.js";

const po = Buffer.from(send("po", UNITS, catalogOf())).toString("utf8");
const xliff = Buffer.from(send("xliff", UNITS, catalogOf())).toString("utf8");
const xlsx = send("xlsx", UNITS, catalogOf());
const bytes = (...numbers: readonly number[]): Uint8Array => Uint8Array.from(numbers);

describe("a file that cannot be taken", () => {
  it.each<readonly [string, Uint8Array | string, string, number]>([
    ["empty", "", "empty-file", 1],
    ["of white space", " \n\n", "empty-file", 1],
    ["of titles only", csv(), "empty-file", 1],
    ["a PO without texts", 'msgid ""\nmsgstr ""\n', "empty-file", 1],
    ["an XLIFF without texts", '<xliff version="1.2"><file/></xliff>', "empty-file", 1],
    ["a picture", bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), "other-kind", 1],
    ["a PDF", Buffer.concat([Buffer.from("%PDF-1.7\n%"), bytes(0xe2, 0, 0xcf)]), "other-kind", 1],
    ["an old workbook", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "old-spreadsheet", 1],
    ["half a workbook", xlsx.slice(0, xlsx.length / 2), "broken-spreadsheet", 1],
    [
      "a workbook of LibreOffice’s own",
      zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }),
      "broken-spreadsheet",
      1,
    ],
    [
      "a workbook of other things",
      zipSync({ "xl/worksheets/sheet1.xml": strToU8("<worksheet/>") }),
      "missing-columns",
      1,
    ],
    ["a letter", "Bonjour,\nvoici la traduction.", "missing-columns", 1],
    ["without its French", "Identifiant;English\na;b", "missing-columns", 1],
    ["without titles", "jeu/un/titre;Le Soleil;The Sun", "missing-columns", 1],
    ["a quote that is not closed", csv(["jeu/un/titre", "Le Soleil", "The Sun"]).slice(0, -1), "broken-csv", 1],
    ["letters lost", csv(["jeu/un/titre", "Le Soleil", "?????"]), "lost-letters", 2],
    ["letters lost before", csv(["jeu/un/titre", "Le Soleil", "Caf\ufffd"]), "lost-letters", 2],
    ["another language’s table", csv(["a", "b", "c"]).replace("English (en-GB)", "Español (es)"), "other-language", 1],
    ["another language’s XLIFF", xliff.replace('"en-GB"', '"es"'), "other-language", 3],
    ["another country’s XLIFF", xliff.replace('"en-GB"', '"en-US"'), "other-language", 3],
    ["another language’s PO", po.replace("Language: en_GB", "Language: es"), "other-language", 1],
    ["half an XLIFF", xliff.slice(0, 600), "broken-xliff", xliff.slice(0, 600).split("\n").length],
    ["XLIFF 2", '<xliff version="2.0"/>', "other-xliff", 1],
    ["a page of the web", "<html><body/></html>", "other-xliff", 1],
    ["an XLIFF in an old encoding", Buffer.from(xliff, "latin1"), "wrong-encoding", 1],
    ["a PO in an old encoding", Buffer.from(po, "latin1"), "wrong-encoding", 1],
    ["a PO with a quote too many", po.replace('"The Sun"', '"The "Sun"'), "unclosed-quote", 19],
    [
      "a PO with a text twice",
      `${po}\nmsgctxt "jeu/un/titre"\nmsgid "Le Soleil"\nmsgstr "Sun"\n`,
      "duplicate-entry",
      po.split("\n").length + 1,
    ],
  ])("%s", (_, file, code, line) => {
    const { received, told } = receive(file);
    expect(received).toBeUndefined();
    expect(told).toMatchObject([{ code, line }]);
  });

  it("missing columns are named", () => {
    expect(receive("id;note\na;b").told[0]?.message).toBe("Ce tableau n’a pas les colonnes « Français », « English ».");
  });
});

it("what a file is, is seen from what it holds", () => {
  for (const format of ["po", "xlsx", "csv", "xliff"] as const) {
    const { received, told } = receive(send(format, UNITS, catalogOf()));
    expect(told).toEqual([]);
    expect(received?.rows.map(({ id }) => id)).toEqual(UNITS.map(({ id }) => id));
  }
});

it("question marks that the French has too are no lost letters", () => {
  expect(receive(csv(["a", "???", "???"], ["b", "Quoi ?", "What???"])).told).toEqual([]);
});
