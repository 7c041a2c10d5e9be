import { describe, expect, test } from "vitest";
import { pdfText } from "../../../src/render/pdf/objects.js";
import { type DocumentInfo, openPdf, type PdfWriter } from "../../../src/render/pdf/pdfkit.js";
import { INFO } from "../fixtures.js";
import { objectsOf, objectsWith, open } from "../reader.js";

const PAGE = { MediaBox: [0, 0, 595.275591, 841.889764] };

/** The file that `work` writes. */
const written = (work: (writer: PdfWriter) => void, info: DocumentInfo = INFO): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const writer = openPdf(info, (chunk) => chunks.push(chunk));
  work(writer);
  writer.finish();
  return new Uint8Array(Buffer.concat(chunks));
};

const onePage = (info: DocumentInfo = INFO): Uint8Array => written((writer) => writer.page(PAGE), info);

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe("a PDF written through pdfkit", () => {
  test("is a PDF 1.7 that pdf.js opens, with the pages that were added", async () => {
    const bytes = written((writer) => {
      writer.page(PAGE);
      writer.page({ MediaBox: [0, 0, 200, 100] });
    });
    expect(text(bytes).startsWith("%PDF-1.7\n")).toBe(true);
    const document = await open(bytes);
    expect(document.numPages).toBe(2);
    expect((await document.getPage(2)).view).toEqual([0, 0, 200, 100]);
  });

  test("is handed on page by page, and never held whole", () => {
    const chunks: Uint8Array[] = [];
    const writer = openPdf(INFO, (chunk) => chunks.push(chunk));
    writer.page(PAGE);
    const afterOne = chunks.length;
    writer.page(PAGE);
    expect(afterOne).toBeGreaterThan(0);
    expect(chunks.length).toBeGreaterThan(afterOne);
  });

  test("keeps paper sizes exact", () => {
    expect(objectsWith(onePage(), "/Type /Page\n")[0]!.dictionary).toContain("[0 0 595.275591 841.889764]");
  });

  test.each([
    ["ltr", false],
    ["rtl", true],
    [undefined, false],
  ] as const)("tells viewers that a book is read from right to left: %s", (direction, told) => {
    expect(text(onePage({ ...INFO, direction })).includes("/Direction /R2L")).toBe(told);
  });

  test("has no default font, no unit of its own and no empty page of pdfkit's", () => {
    const whole = text(onePage());
    expect(whole).not.toMatch(/Helvetica|UserUnit|ProcSet/);
    expect(whole).toContain("/Count 1");
  });

  test("says what it is, in any alphabet", async () => {
    const { info } = await (await open(onePage())).getMetadata();
    expect(info).toMatchObject({
      Title: "Cartes & questions <IA>",
      Author: "Médiathèque",
      Subject: "Jeu",
      Creator: "mallette 0.1.0",
      CreationDate: "D:20261124000000Z",
      ModDate: "D:20261124000000Z",
      Language: "fr",
    });
  });

  test("has metadata that stays XML whatever the title holds", async () => {
    const [metadata] = objectsWith(onePage(), "/Type /Metadata");
    const xml = Buffer.from(metadata!.stream!).toString("utf8");
    expect(xml).toContain("Cartes &amp; questions &lt;IA&gt;");
    const { metadata: read } = await (await open(onePage())).getMetadata();
    expect(read?.get("dc:title")).toBe("Cartes & questions <IA>");
  });

  test.each([
    ["long-edge", "/Duplex /DuplexFlipLongEdge"],
    ["short-edge", "/Duplex /DuplexFlipShortEdge"],
    ["none", "/Duplex /Simplex"],
  ] as const)("asks the printer for %s and never for scaling", (duplex, word) => {
    const whole = text(onePage({ ...INFO, duplex }));
    expect(whole).toContain(word);
    expect(whole).toContain("/PrintScaling /None");
    expect(whole).toContain("/PickTrayByPDFSize true");
    expect(whole).toContain("/DisplayDocTitle true");
  });

  test("shows its outline", async () => {
    const bytes = written((writer) => {
      writer.page(PAGE);
      writer.bookmark("Recto", 0);
      writer.page(PAGE);
      writer.bookmark("Été, verso", 1);
    });
    const document = await open(bytes);
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(["Recto", "Été, verso"]);
    const [page] = outline[1]!.dest as [{ num: number; gen: number }];
    expect(await document.getPageIndex(page)).toBe(1);
  });

  test("names pages that are still to come", async () => {
    const bytes = written((writer) => {
      const late = writer.pageAt(1);
      const first = writer.page(PAGE);
      writer.catalogue({ OpenAction: [late, "Fit"] });
      expect(writer.pageAt(0)).toBe(first);
      expect(writer.page(PAGE)).toBe(late);
      expect(writer.pageAt(1)).toBe(late);
    });
    const document = await open(bytes);
    const { dest } = (await document.getOpenAction()) as { dest: [{ num: number; gen: number }] };
    expect(await document.getPageIndex(dest[0])).toBe(1);
  });

  test("is not finished while a page that was named is missing", () => {
    expect(() => written((writer) => void writer.pageAt(3))).toThrow(/1 objects/);
  });

  test("keeps streams byte for byte, as they were packed", () => {
    const stream = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    let id: number | undefined;
    const bytes = written((writer) => {
      const ref = writer.reserve();
      writer.fill(ref, { Filter: "DCTDecode", Note: pdfText("é") }, stream);
      id = ref.id;
    });
    const object = objectsOf(bytes).find(({ number }) => number === id);
    expect(object!.stream).toEqual(stream);
    expect(object!.dictionary).toContain("/Length 256");
  });

  test("is the same in any time zone", () => {
    const before = process.env.TZ;
    const files = ["UTC", "Pacific/Kiritimati", "America/Adak"].map((zone) => {
      process.env.TZ = zone;
      return text(onePage());
    });
    process.env.TZ = before;
    expect(new Set(files).size).toBe(1);
  });

  test("is not finished while an object is missing", () => {
    expect(() => written((writer) => void writer.reserve())).toThrow(/1 objects/);
  });
});
