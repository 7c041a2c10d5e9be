/** XLSX files as we write them, and as spreadsheet programs save them. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeXlsx } from "../../src/exchange/xlsx.js";
import { readXlsx } from "../../src/exchange/xlsx-read.js";
import { allNamed, parseXml } from "../../src/exchange/xml.js";
import { catalogOf, EXPECTED, send, sheetOf, UNITS } from "./support.js";

describe("a workbook that is written", () => {
  const bytes = send("xlsx", UNITS, catalogOf());
  const parts = unzipSync(bytes);
  const sheet = parseXml(strFromU8(parts["xl/worksheets/sheet1.xml"]!))!;

  it("is the same at every hour and in every time zone", () => {
    const { TZ } = process.env;
    process.env.TZ = "Asia/Tokyo";
    expect(send("xlsx", UNITS, catalogOf())).toEqual(bytes);
    process.env.TZ = TZ;
  });

  it("holds all its parts, each well-formed, and names them", () => {
    const named = allNamed(parseXml(strFromU8(parts["[Content_Types].xml"]!))!, "Override").map(
      ({ attributes }) => attributes.PartName,
    );
    expect(named.every((name) => name!.slice(1) in parts)).toBe(true);
    for (const [name, part] of Object.entries(parts)) expect(parseXml(strFromU8(part)), name).toBeDefined();
  });

  it("keeps its titles in sight, wraps its texts, and reddens what is too long", () => {
    expect(allNamed(sheet, "pane")[0]?.attributes).toMatchObject({ ySplit: "1", state: "frozen" });
    const styles = parseXml(strFromU8(parts["xl/styles.xml"]!))!;
    const looks = allNamed(allNamed(styles, "cellXfs")[0]!, "xf");
    const used = allNamed(sheet, "c").map(({ attributes }) => looks[Number(attributes.s)]!);
    expect(used.every((look) => allNamed(look, "alignment")[0]?.attributes.wrapText === "1")).toBe(true);
    expect(allNamed(sheet, "conditionalFormatting").map(({ attributes }) => attributes.sqref)).toEqual([
      "D2:D5",
      "F2:F5",
    ]);
  });

  it("says how much a field holds as a number, all else as text", () => {
    const cells = new Map(allNamed(sheet, "c").map((cell) => [cell.attributes.r, cell.attributes.t]));
    expect([cells.get("E2"), cells.get("D2"), cells.get("D5")]).toEqual([undefined, "inlineStr", undefined]);
  });

  it("writes a language from right to left as such", () => {
    const rtl = sheetOf(UNITS, catalogOf());
    const text = strFromU8(
      unzipSync(writeXlsx({ ...rtl, target: { ...EXPECTED.target, direction: "rtl" } }))["xl/worksheets/sheet1.xml"]!,
    );
    expect(text).toContain('<c r="D2" s="4"');
  });

  it("without a row is a workbook still", () => {
    expect(readXlsx(writeXlsx({ ...sheetOf(UNITS, catalogOf()), rows: [] }))?.[0]).toHaveLength(1);
  });
});

const workbook = (rows: string, strings = ""): Uint8Array =>
  zipSync({
    "xl/worksheets/sheet1.xml": strToU8(`<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ...(strings !== "" && { "xl/sharedStrings.xml": strToU8(`<sst>${strings}</sst>`) }),
  });

describe("cells of other programs", () => {
  it.each([
    [
      "shared strings",
      '<row r="1"><c r="A1" t="s"><v>1</v></c></row>',
      "<si><t>x</t></si><si><t>un</t></si>",
      [["un"]],
    ],
    [
      "stretches of several looks, without their pronunciation",
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      "<si><r><t>un </t></r><r><rPr><b/></rPr><t>mot</t></r><rPh><t>mo</t></rPh></si>",
      [["un mot"]],
    ],
    ["a formula’s text", '<row r="1"><c r="A1" t="str"><f>B1</f><v>un</v></c></row>', "", [["un"]]],
    [
      "a formula’s mistake",
      '<row r="1"><c r="A1" t="e"><v>#NAME?</v></c><c r="B1"><v>1</v></c></row>',
      "",
      [["", "1"]],
    ],
    ["numbers", '<row r="1"><c r="A1"><v>2026</v></c></row>', "", [["2026"]]],
    ["empty rows and cells left out", '<row r="2"><c r="C2"><v>3</v></c></row>', "", [[], ["", "", "3"]]],
    ["no places", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "", [["1", "2"], ["3"]]],
    ["far columns", '<row r="1"><c r="AB1"><v>1</v></c></row>', "", [[...Array(27).fill(""), "1"]]],
    [
      "signs by their number",
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_\nb_x005F_x0041_</t></is></c></row>',
      "",
      [["a\nb_x0041_"]],
    ],
    [
      "rows that only have a look",
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>',
      "",
      [["1"]],
    ],
  ])("%s", (_, rows, strings, expected) => {
    expect(readXlsx(workbook(rows, strings))).toEqual([expected]);
  });

  it("names with a prefix", () => {
    const xml =
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(readXlsx(zipSync({ "xl/worksheets/feuille.xml": strToU8(xml) }))).toEqual([[["1"]]]);
  });

  it("sheets in their order, the tenth after the ninth", () => {
    const sheet = (text: string) =>
      strToU8(`<worksheet><sheetData><row><c><v>${text}</v></c></row></sheetData></worksheet>`);
    const names = [10, 2, 1].map((number) => [`xl/worksheets/sheet${number}.xml`, sheet(String(number))] as const);
    expect(readXlsx(zipSync(Object.fromEntries(names)))).toEqual([[["1"]], [["2"]], [["10"]]]);
  });
});
