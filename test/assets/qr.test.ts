import fc from "fast-check";
import decoder from "jsqr";
import qrSymbol from "qrcode/lib/core/qrcode.js";
import qrSegments from "qrcode/lib/core/segments.js";
import { describe, expect, test } from "vitest";
import { encodeQr, type QrCode, QUIET_ZONE, qrModuleProblem, qrSide, reportQrTooLong } from "../../src/assets/qr.js";
import { Diagnostics } from "../../src/diagnostics/diagnostic.js";
import { mm, toMm } from "../../src/units.js";

/** The package is CommonJS: its function may sit on either level. */
const jsQR = "default" in decoder ? decoder.default : decoder;

/** The code as a camera sees it: 4 pixels a module, quiet zone around it. */
function scan(code: QrCode): string | undefined {
  const scale = 4;
  const side = (code.modules + 2 * QUIET_ZONE) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [row, column, length] of code.runs)
    for (let y = 0; y < scale; y++)
      for (let x = 0; x < length * scale; x++) {
        const at = (((row + QUIET_ZONE) * scale + y) * side + (column + QUIET_ZONE) * scale + x) * 4;
        pixels.fill(0, at, at + 3);
      }
  return jsQR(pixels, side, side)?.data;
}

/** A sign for each module, row by row. */
function drawn(runs: QrCode["runs"], modules: number): string {
  const signs = Array.from({ length: modules * modules }, () => "0");
  for (const [row, column, length] of runs) signs.fill("1", row * modules + column, row * modules + column + length);
  return signs.join("");
}

const ADDRESS = "https://mallette.example.org/atelier?carte=12";

describe("a QR code", () => {
  test.each([ADDRESS, "HTTPS://EXAMPLE.ORG", "https://example.org/é-œ-’", "12345", `${ADDRESS}&${"x".repeat(400)}`])(
    "scans back to %s",
    (payload) => expect(scan(encodeQr(payload)!)).toBe(payload),
  );

  test("scans back to any address", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (payload) => {
        expect(scan(encodeQr(payload)!)).toBe(payload);
      }),
      { numRuns: 25 },
    );
  });

  test("takes all the error correction that its size holds", () => {
    // Bytes that version 2 (25 modules) holds: 26 at M, 20 at Q, 14 at H.
    const at = (length: number): [number, string] => {
      const code = encodeQr("a".repeat(length))!;
      return [code.modules, code.level];
    };
    expect(at(26)).toEqual([25, "M"]);
    expect(at(20)).toEqual([25, "Q"]);
    // 14 bytes still fit version 1 (21 modules) at M, and no more.
    expect(at(14)).toEqual([21, "M"]);
    expect(at(7)).toEqual([21, "H"]);
  });

  test("is never weaker than asked", () => {
    expect(encodeQr("a".repeat(26), { level: "H" })).toMatchObject({ level: "H", modules: 33 });
    expect(encodeQr("a".repeat(32), { level: "L" })).toMatchObject({ level: "L", modules: 25 });
  });

  test("packs its payload as short as the search for the best cut does", () => {
    const pieces = fc.constantFrom(
      "a",
      "é",
      "/",
      "x?y=",
      "1",
      "12",
      "345",
      "2026",
      "AB",
      "ABCDE",
      "HTTP://",
      ".",
      "-",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (parts) => {
        const payload = parts.join("");
        const { modules, level, runs } = encodeQr(payload)!;
        const version = (modules - 17) / 4;
        const searched = [0, 1, 2, 3, 4, 5, 6, 7].map((maskPattern) => {
          const cut = qrSegments.fromString(payload, version);
          return qrSymbol.create(cut, { errorCorrectionLevel: level, version, maskPattern }).modules.data;
        });
        expect(searched.map((data) => [...data].join(""))).toContain(drawn(runs, modules));
      }),
      { numRuns: 150 },
    );
  });

  test("has its dark modules merged along each row", () => {
    const { runs, modules } = encodeQr(ADDRESS)!;
    runs.forEach(([row, column, length], index) => {
      expect(length).toBeGreaterThan(0);
      expect(column + length).toBeLessThanOrEqual(modules);
      const before = runs[index - 1];
      if (before?.[0] === row) expect(column).toBeGreaterThan(before[1] + before[2]);
    });
    expect(runs[0]).toEqual([0, 0, 7]);
  });

  test("that is empty or too long does not exist", () => {
    expect(encodeQr("")).toBeUndefined();
    expect(encodeQr("a".repeat(2331))).toBeDefined();
    expect(encodeQr("a".repeat(2332))).toBeUndefined();
    const diagnostics = new Diagnostics();
    reportQrTooLong("é".repeat(2000), diagnostics);
    expect(diagnostics.all[0]).toMatchObject({ code: "qr-too-long", message: expect.stringContaining("4000") });
  });
});

describe("the printed size of a QR code", () => {
  const code = encodeQr("a".repeat(20))!;

  test("counts four light modules on each side", () => {
    expect(toMm(qrSide(code))).toBeCloseTo(33 * 0.5, 6);
    expect(toMm(qrSide(code, 0.4))).toBeCloseTo(13.2, 6);
  });

  test.each([
    [13.2, undefined],
    [13.1, "qr-dense"],
    [5, "qr-dense"],
  ])("%s mm", (side, expected) => {
    const problem = qrModuleProblem(code, mm(side));
    expect(problem?.code).toBe(expected);
    if (problem) expect(problem.hint).toContain("13,2\u00a0mm");
  });
});
