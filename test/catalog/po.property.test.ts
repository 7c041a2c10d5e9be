import fc from "fast-check";
import { expect, test } from "vitest";
import { writePo } from "../../src/catalog/index.js";
import { anyFile } from "./arbitraries.js";
import { contents, read } from "./support.js";

test("what is written is read as it was, and written alike", () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const written = writePo(file);
      const { file: found, told } = read(written);
      expect(told.filter(({ problem }) => problem.severity === "error")).toEqual([]);
      expect(contents(found)).toEqual(contents(file));
      expect(Object.fromEntries(found!.header)).toEqual(Object.fromEntries(file.header));
      expect(found?.headerComments).toEqual(file.headerComments);
      expect(writePo(found!)).toBe(written);
    }),
    { numRuns: 500 },
  );
});

test("line ends of another system and a byte order mark change nothing", () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const written = writePo(file);
      const { file: found } = read(`\ufeff${written.replaceAll("\n", "\r\n")}`);
      expect(contents(found)).toEqual(contents(file));
    }),
    { numRuns: 200 },
  );
});

const sign = fc.constantFrom(
  ...['msgctxt "a"', 'msgid "', '"b"', '"', "msgstr", "msgid_plural", "msgstr[0]", "\n", "\n\n", " ", "\\", "\\n", "#"],
  ...["#~", "#|", "#~|", "#,", "#.", "fuzzy", "<<<<<<< ", "=======", "é😀", "\r", "\u2028", "domain"],
);
const mess = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(""));

test("no text makes the reader throw, and every problem has a place in it", () => {
  fc.assert(
    fc.property(fc.oneof(mess, fc.string({ unit: "binary", maxLength: 100 })), (text) => {
      for (const { problem } of read(text).told) {
        const { start, end } = problem.at!;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a long line is read in good time", () => {
  const long = 'a\\"b '.repeat(400_000);
  const start = performance.now();
  expect(read(`msgctxt "a"\nmsgid "A"\nmsgstr "${long}"\n`).told).toEqual([]);
  expect(read(`msgctxt "a"\nmsgid "A"\nmsgstr "${long}\n`).told.map(({ code }) => code)).toEqual(["unclosed-quote"]);
  expect(read(`msgctxt "a"\nmsgid "A"\nmsgstr ${'"'.repeat(100_000)}`).told).toEqual([]);
  expect(performance.now() - start).toBeLessThan(20_000);
});
