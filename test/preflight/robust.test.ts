/** Whatever the bytes are, preflight ends soon, in findings. */
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preflight } from "../../src/preflight/index.js";
import { GOOD_CONTENT, sheetPdf, writePdf } from "./pdf-writer.js";

const codes = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await preflight(bytes)).findings.map(({ code }) => code);

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

/** The catalogue, the tree of pages, then whatever the test is about. */
const withPages = (pages: string, ...more: readonly { dict: string; data?: string | Uint8Array }[]): Uint8Array =>
  writePdf([{ dict: "<< /Type /Catalog /Pages 2 0 R >>" }, { dict: pages }, ...more]);

const onePage = (content: string | Uint8Array, filter = "", resources = ""): Uint8Array =>
  withPages(
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    {
      dict: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << ${resources} >> >>`,
    },
    { dict: `<< ${filter} >>`, data: content },
  );

describe("what is no PDF to print is told in one sentence", () => {
  it.each([
    ["nothing", "", "empty-file"],
    ["a web page", "<!DOCTYPE html><html><body>404</body></html>", "not-a-pdf"],
    ["a text", "Bonjour", "not-a-pdf"],
    ["a picture", "\u0089PNG\r\n\u001a\n", "not-a-pdf"],
    ["a first line and nothing else", "%PDF-1.7\n", "no-pages"],
  ])("%s", async (_, text, code) => {
    const { ok, summary, findings } = await preflight(bytesOf(text));
    expect({ ok, summary }).toEqual({ ok: false, summary: undefined });
    expect(findings.map((finding) => finding.code)).toEqual([code]);
  });

  it("a file that was cut off: what is left of it is read, and that it is damaged is told", async () => {
    const bytes = sheetPdf();
    expect(await codes(bytes.subarray(0, bytes.length - 700))).toContain("damaged-file");
    expect(await codes(bytes.subarray(0, 400))).toEqual(["no-pages"]);
  });

  it("a table that points elsewhere", async () => {
    const text = Buffer.from(sheetPdf()).toString("latin1");
    expect(await codes(bytesOf(text.replace(/startxref\n\d+/, "startxref\n12")))).toEqual(["damaged-file"]);
    expect(await codes(bytesOf(`junk before it all\n${text}`))).toContain("damaged-file");
  });
});

describe("traps end", () => {
  it("a tree of pages that holds itself", async () => {
    expect(await codes(withPages("<< /Type /Pages /Kids [2 0 R] /Count 1 >>"))).toEqual(["no-pages"]);
  });

  it("pages that are one another’s parents", async () => {
    const bytes = withPages(
      "<< /Kids [3 0 R] >>",
      { dict: "<< /Kids [2 0 R 4 0 R] >>" },
      { dict: "<< /Type /Page >>" },
    );
    expect((await preflight(bytes)).summary?.pages).toBe(1);
  });

  it("an object that is itself", async () => {
    expect(await codes(withPages("2 0 R"))).toEqual(["no-pages"]);
  });

  it("a length that is itself", async () => {
    const bytes = bytesOf(
      Buffer.from(onePage("0 0 10 10 re f"))
        .toString("latin1")
        .replace(/\/Length 14/, "/Length 4 0 R"),
    );
    expect((await preflight(bytes)).summary?.pages).toBe(1);
  });

  it("a thousand million squares, drawn by forms that draw forms", async () => {
    const draws = (name: string): string => `/${name} Do `.repeat(100);
    const forms = Array.from({ length: 8 }, (_, level) => ({
      dict: `<< /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /F ${level + 6} 0 R >> >> >>`,
      data: level === 7 ? "0 0 1 1 re f" : draws("F"),
    }));
    const bytes = withPages(
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      {
        dict: "<< /Type /Page /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
      },
      { dict: "<< >>", data: draws("F") },
      ...forms,
    );
    expect(await codes(bytes)).toContain("too-complex");
  }, 60_000);

  it("a page that unpacks to half a gigabyte", async () => {
    const bomb = deflateSync(Buffer.alloc(450 * 1024 * 1024, " "));
    expect(await codes(onePage(bomb, "/Filter /FlateDecode"))).toEqual(["too-large-content"]);
  }, 60_000);

  it("a picture that says it has a million million pixels", async () => {
    const image = "/XObject << /Im 4 0 R >>";
    const bytes = onePage("q 10 0 0 10 50 50 cm BI /W 1000000 /H 1000000 /CS /G /BPC 8 ID x EI Q", "", image);
    expect(await codes(bytes)).toEqual(["picture-not-read"]);
  });

  it("brackets within brackets without end", async () => {
    expect(await codes(onePage("[".repeat(200_000)))).toEqual([]);
    expect(await codes(bytesOf(`%PDF-1.7\n1 0 obj\n${"<<".repeat(100_000)}`))).toEqual(["no-pages"]);
  });
});

describe("objects kept in streams, as newer programs write them", () => {
  /** Catalogue and tree of pages lie in stream 3; `table` is the cross-reference stream, packed with PNG’s predictor. */
  function streamedPdf(): Buffer {
    const held = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>"];
    const heads = `1 0 2 ${held[0]!.length + 1} `;
    const packed = deflateSync(Buffer.from(`${heads}${held.join(" ")}`));
    const stream = (number: number, dict: string, data: Buffer): Buffer =>
      Buffer.concat([
        Buffer.from(`${number} 0 obj\n<< ${dict} /Length ${data.length} >>\nstream\n`),
        data,
        Buffer.from("\nendstream\nendobj\n"),
      ]);
    const parts = [
      Buffer.from("%PDF-1.5\n"),
      stream(3, `/Type /ObjStm /N 2 /First ${heads.length} /Filter /FlateDecode`, packed),
      Buffer.from("4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 5 0 R >>\nendobj\n"),
      stream(5, "", Buffer.from("0 g 100 100 50 50 re f")),
    ];
    const places = parts.map((_, index) => Buffer.concat(parts.slice(0, index)).length);
    const end = Buffer.concat(parts).length;
    const rows = [
      [0, 0, 0],
      [2, 3, 0],
      [2, 3, 1],
      [1, places[1]!, 0],
      [1, places[2]!, 0],
      [1, places[3]!, 0],
      [1, end, 0],
    ].map(([kind, place, last]) => [kind!, place! >> 8, place! & 255, last!]);
    // Each row as the difference to the one above.
    const up = rows.flatMap((row, y) => [2, ...row.map((value, x) => value - (y > 0 ? rows[y - 1]![x]! : 0))]);
    const dict =
      "/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>";
    return Buffer.concat([
      ...parts,
      stream(6, dict, deflateSync(Uint8Array.from(up))),
      Buffer.from(`startxref\n${end}\n%%EOF\n`),
    ]);
  }

  it("are read by their table", async () => {
    const { findings, summary } = await preflight(new Uint8Array(streamedPdf()));
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ pages: 1, blankPages: 0, colors: ["gray"] });
  });

  it("are found without it", async () => {
    const cut = streamedPdf()
      .toString("latin1")
      .replace(/startxref.*/s, "");
    const { findings, summary } = await preflight(bytesOf(cut));
    expect(findings.map(({ code }) => code)).toEqual(["damaged-file"]);
    expect(summary).toMatchObject({ pages: 1, blankPages: 0, colors: ["gray"] });
  });
});

describe("old ways of packing", () => {
  const hex = (text: string): string => Buffer.from(text).toString("hex");
  const content = "0 g 0 0 300 400 re f";

  /** Four bytes as five letters. */
  function ascii85(text: string): string {
    const groups = text.match(/.{1,4}/gs)!.map((group) => {
      const value = Buffer.from(group.padEnd(4, "\0")).readUInt32BE();
      const letters = [4, 3, 2, 1, 0].map((power) => String.fromCharCode(33 + (Math.floor(value / 85 ** power) % 85)));
      return letters.slice(0, group.length + 1).join("");
    });
    return `${groups.join("")}~>`;
  }

  /** Codes of nine bits, one a letter, without any word: as short a text as this needs no longer ones. */
  function lzwPlain(text: string): string {
    const codes = [256, ...Buffer.from(text), 257].map((code) => code.toString(2).padStart(9, "0")).join("");
    return codes
      .match(/.{1,8}/g)!
      .map((byte) => String.fromCharCode(Number.parseInt(byte.padEnd(8, "0"), 2)))
      .join("");
  }

  it.each([
    ["ASCIIHex", `${hex(content)}>`, "/Filter /ASCIIHexDecode"],
    ["ASCII85", ascii85(content), "/Filter /ASCII85Decode"],
    ["LZW", lzwPlain(content), "/Filter /LZWDecode"],
    ["RunLength", `${String.fromCharCode(content.length - 1)}${content}\u0080`, "/Filter /RunLengthDecode"],
    [
      "two after one another",
      `${deflateSync(Buffer.from(content)).toString("hex")}>`,
      "/Filter [/ASCIIHexDecode /FlateDecode]",
    ],
  ])("%s", async (_, packed, filter) => {
    const { summary } = await preflight(onePage(packed, filter));
    expect(summary?.blankPages).toBe(0);
  });

  it("one that nobody knows", async () => {
    expect(await codes(onePage("x", "/Filter /Secret"))).toEqual(["damaged-content"]);
  });
});

describe("bytes damaged at random", () => {
  const good = sheetPdf();
  const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 });

  it("end in findings, never in an exception", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        const { findings, ok } = await preflight(bytes);
        expect(ok).toBe(findings.every(({ severity }) => severity !== "error"));
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it("nor do pages of random operators", async () => {
    const operators =
      "q Q cm w gs g rg k G RG K cs CS sc scn SC SCN m l c v y re h f f* S B b n W BT ET Tf Tj TJ ' \" Td TD Tm T* Tr Ts Tz Do sh BI ID EI [ ] << >> (".split(
        " ",
      );
    const word = fc.oneof(
      fc.constantFrom(...operators),
      fc.integer({ min: -500, max: 500 }).map(String),
      fc.constantFrom(
        "/F1",
        "/Im",
        "/Fm",
        "/Spot",
        "/Over",
        "/Pattern",
        "/DeviceCMYK",
        "(abc)",
        "<00ff>",
        "1e9",
        "-",
        ".",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
        const { summary } = await preflight(sheetPdf({ content: `${GOOD_CONTENT}\n${words.join(" ")}` }));
        expect(summary?.pages).toBe(1);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
