import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FONT_CODES } from "../../../src/render/pdf/font-codes.js";
import { OPERATOR_CODES } from "../../../src/render/pdf/operator-codes.js";
import { quickDeflate, WINDOW } from "../../../src/render/pdf/quick-deflate.js";

const CODES = [OPERATOR_CODES, FONT_CODES];
const packed = (bytes: Uint8Array): readonly Uint8Array[] =>
  CODES.map((codes) => new Uint8Array(inflateSync(quickDeflate(bytes, codes))));

test.each([
  ["nothing", new Uint8Array()],
  ["one byte", Uint8Array.of(7)],
  ["every byte", Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ["a long run", new Uint8Array(100_000).fill(65)],
  ["the farthest copy", Uint8Array.from({ length: WINDOW + 8 }, (_, at) => (at < 8 || at >= WINDOW ? at % 8 : at * 7))],
  ["one too far", Uint8Array.from({ length: WINDOW + 9 }, (_, at) => (at < 8 || at > WINDOW ? at % 8 : at * 7))],
])("%s comes out of zlib as it went in", (_, bytes) => expect(packed(bytes)).toEqual([bytes, bytes]));

test("any bytes come out of zlib as they went in", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.string().map((text) => new TextEncoder().encode(text)),
  );
  const bytes = fc
    .array(fc.tuple(piece, fc.integer({ min: 1, max: 60 })), { maxLength: 12 })
    .map((runs) => runs.flatMap(([part, times]) => Array.from({ length: times }, () => [...part]).flat()))
    .map((all) => Uint8Array.from(all));
  fc.assert(
    fc.property(bytes, (each) => {
      expect(packed(each)).toEqual([each, each]);
    }),
  );
});

test("the same text gives the same bytes, whatever was packed before", () => {
  const text = new TextEncoder().encode("1 0 0 1 10 20 Tm\n".repeat(30));
  const first = quickDeflate(text, OPERATOR_CODES);
  quickDeflate(new TextEncoder().encode("1 0 0 1 10 20 Tm\n0 0 Td\n".repeat(50)), FONT_CODES);
  expect(quickDeflate(text, OPERATOR_CODES)).toEqual(first);
});

test("operators become less than half as long", () => {
  const text = Array.from({ length: 80 }, (_, at) => `${at * 3.7} ${at % 9} m\n${at * 1.3} ${at} l\nS\n`).join("");
  expect(quickDeflate(new TextEncoder().encode(text), OPERATOR_CODES).length).toBeLessThan(text.length / 2);
});
