/** Whatever the texts: a file that comes back as it was sent changes nothing, and one edit changes one entry. */
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { merge, type PoFile, type Unit, writePo } from "../../src/catalog/index.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { applyReceived, FORMATS, type Format, type ReceivedRow, readExchange } from "../../src/exchange/index.js";
import { addReviews } from "../../src/translation/index.js";
import { anyText } from "../catalog/arbitraries.js";
import { unitOf } from "../catalog/support.js";
import { catalogOf, changedIds, EXPECTED, entryIn, receive, send, take, UNITS } from "./support.js";

/** Signs that mean something in a table, in XML or in our marks; lost letters have tests of their own. */
const special = fc.string({
  unit: fc.constantFrom(
    ...";,\t\n\"'=+-@<>&_x0041_{}*[]() aé’\u00a0\u2028\u200fس😀".split(""),
    "_x000A_",
    "]]>",
    "&#10;",
    "'=",
  ),
  maxLength: 20,
});
const text = fc
  .oneof(special, anyText, fc.lorem({ maxCount: 4 }))
  // No file holds halves of characters.
  .map((one) => one.replace(/[\p{Cs}\ufffd]/gu, "").replaceAll("?", "!"));

interface Kept {
  readonly units: readonly Unit[];
  readonly catalog: PoFile;
}

const id = fc.oneof(
  fc.stringMatching(/^[a-z][a-z-]{0,6}\/[a-z]{1,6}$/),
  fc.stringMatching(/^[a-z]{1,3}\/[a-z]{1,3}\.[0-9]$/),
);

/** A kit whose catalog is as `update` leaves it. */
const kit: fc.Arbitrary<Kept> = fc
  .uniqueArray(
    fc.record({
      id,
      french: text.filter((one) => one.trim() !== ""),
      translation: text,
      stale: fc.boolean(),
      remarks: fc.array(
        text.map((one) => one.replace(/[\r\n]/g, "")),
        { maxLength: 2 },
      ),
      max: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    }),
    { selector: (one) => one.id, minLength: 1, maxLength: 6 },
  )
  .map((all) => {
    const units = all.map(({ id, french, max }) => unitOf(id, french.trim(), { max }));
    const options = { project: "essai", language: "en-GB" };
    const first = merge(units, undefined, options).file;
    const entries = first.entries.map((entry, index) => {
      const { translation, stale, remarks } = all[index]!;
      return { ...entry, text: translation, stale, remarks, ...(stale && { previous: { source: "Avant" } }) };
    });
    return { units, catalog: merge(units, { ...first, entries }, options).file };
  });

const format = fc.constantFrom<Format>(...FORMATS);

describe("whatever the texts", () => {
  it("a file that comes back as it was sent changes nothing", () => {
    fc.assert(
      fc.property(kit, format, ({ units, catalog }, format) => {
        const { applied, told } = take(send(format, units, catalog), { units, catalog });
        expect(told).toEqual([]);
        expect(applied?.rows.every(({ outcome }) => outcome === "unchanged")).toBe(true);
        expect(applied?.isChanged).toBe(false);
        expect(writePo(applied!.file)).toBe(writePo(catalog));
      }),
      { numRuns: 400 },
    );
  });

  it("reviews come back as they were", () => {
    fc.assert(
      fc.property(kit, format, ({ units, catalog }, format) => {
        const reviews = addReviews(catalog, {}, new Set(units.map(({ id }) => id)));
        const { applied } = take(send(format, units, catalog, reviews), { units, catalog, reviews });
        expect(applied).toMatchObject({ approved: [], reviews });
      }),
      { numRuns: 100 },
    );
  });

  it("one edited translation changes its entry and no other", () => {
    fc.assert(
      fc.property(kit, format, fc.nat(), ({ units, catalog }, format, which) => {
        const { received } = receive(send(format, units, catalog));
        const { id } = units[which % units.length]!;
        const rows = received!.rows.map((row) => (row.id === id ? { ...row, translation: "Edited" } : row));
        const today = { units, catalog, reviews: {}, project: "essai", language: "en-GB" };
        const applied = applyReceived({ ...received!, rows }, today, new Diagnostics());
        // « Edited » lacks the marks that some of the French has.
        const isRefused = applied?.rows.some(({ outcome }) => outcome === "refused");
        expect(changedIds(applied, catalog)).toEqual(isRefused ? [] : [id]);
      }),
      { numRuns: 300 },
    );
  });

  it("no file makes a translation vanish", () => {
    const row = fc.record({
      id,
      french: text,
      translation: text,
      state: fc.constantFrom("translated", "stale", "missing", undefined),
      approved: fc.boolean(),
      remarks: fc.array(text, { maxLength: 2 }),
    });
    const at = { source: { name: EXPECTED.name, text: "" }, start: 0, end: 0 };
    fc.assert(
      fc.property(
        kit,
        fc.array(row, { maxLength: 8 }),
        fc.boolean(),
        fc.nat(),
        ({ units, catalog }, drawn, keepsStates, which) => {
          // Some rows are of this kit.
          const rows = drawn.map((one, index): ReceivedRow => {
            const unit = units[(which + index) % units.length]!;
            return {
              ...one,
              at,
              ...(index % 2 === 0 && { id: unit.id }),
              ...(index % 3 === 0 && { french: unit.text }),
            };
          });
          const today = { units, catalog, reviews: {}, project: "essai", language: "en-GB" };
          const applied = applyReceived({ rows, keepsStates, credits: new Map() }, today, new Diagnostics());
          for (const before of catalog.entries) {
            const after = (applied?.file ?? catalog).entries.find((one) => one.id === before.id)!;
            if (before.text.trim() !== "") expect(after.text.trim()).not.toBe("");
            expect(after.remarks).toEqual(expect.arrayContaining([...before.remarks]));
            expect(after.source).toBe(before.source);
          }
          expect(applied?.file.entries.length ?? catalog.entries.length).toBe(catalog.entries.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("bytes of any kind are told of, never thrown", () => {
    fc.assert(
      fc.property(kit, format, fc.nat(), fc.uint8Array({ maxLength: 8 }), ({ units, catalog }, format, at, noise) => {
        const bytes = new Uint8Array(send(format, units, catalog));
        bytes.set(noise, at % Math.max(1, bytes.length - noise.length));
        const diagnostics = new Diagnostics();
        const received = readExchange(bytes, EXPECTED, diagnostics);
        expect(received !== undefined || diagnostics.all.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a translator edits one cell", () => {
  const inText = (bytes: Uint8Array): Uint8Array =>
    Buffer.from(Buffer.from(bytes).toString().replace("The Sun", "Sun"));
  const inWorkbook = (bytes: Uint8Array): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, inText(part)])));

  it.each(FORMATS)("of a file %s", (format) => {
    const sent = send(format, UNITS, catalogOf());
    const { applied, told } = take(format === "xlsx" ? inWorkbook(sent) : inText(sent));
    expect(told).toEqual([]);
    expect(changedIds(applied, catalogOf())).toEqual(["jeu/un/titre"]);
    expect(entryIn(applied, "jeu/un/titre")).toMatchObject({ text: "Sun", stale: false });
  });
});
