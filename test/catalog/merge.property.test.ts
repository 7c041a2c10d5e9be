import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameText, merge, type PoFile, stateOf, type Unit, writePo } from "../../src/catalog/index.js";
import { contents, entryOf, fileOf, readRight, unitOf } from "./support.js";

/** Few ids and few texts, so that they meet in every way. */
const IDS = [
  "a",
  "b",
  "jeu/c/title",
  ...[1, 2, 3, 4].map((number) => `l/${number}`),
  "m/steps.1.text",
  "m/steps.2.text",
];
const id = fc.constantFrom(...IDS);
const text = fc.constantFrom("A", "B", "C", "C !", "C\u202f!", "l'eau", "l’eau", "D\n\nE", "D E");

const units: fc.Arbitrary<readonly Unit[]> = fc.uniqueArray(
  fc
    .record({ id, text, max: fc.constantFrom(undefined, 30) })
    .map((unit) => unitOf(unit.id, unit.text, { max: unit.max })),
  { selector: (unit) => unit.id },
);

const entry = fc
  .record({
    id,
    source: text,
    isTranslated: fc.boolean(),
    stale: fc.boolean(),
    flags: fc.subarray(["no-wrap", 'regex:"a, b"']),
    remarks: fc.subarray(["vu"]),
    previous: fc.option(fc.record({ id: fc.option(id, { nil: undefined }), source: text }), { nil: undefined }),
    obsolete: fc.boolean(),
  })
  .map(({ isTranslated, ...one }) => ({ ...one, text: isTranslated ? "x" : "" }));

/** A file as it may be: no id in use twice, no id with the same text twice; each translation is one of a kind. */
const file: fc.Arbitrary<PoFile> = fc.array(entry, { maxLength: 14 }).map((entries) => {
  const used = new Set<string>();
  const isNew = (key: string): boolean => !used.has(key) && used.add(key).has(key);
  const kept = entries.filter((one) => isNew(`${one.id} ${one.source}`) && (one.obsolete || isNew(one.id)));
  return fileOf(
    kept
      .sort((a, b) => Number(a.obsolete) - Number(b.obsolete))
      .map(({ text: words, ...one }, index) => entryOf(one.id, one.source, words && `t${index}`, one)),
  );
});

const minor = fc.oneof(
  fc.constantFrom("all" as const, undefined),
  fc.subarray(IDS).map((ids) => new Set(ids)),
);

/** Runs `check` with a file and what it becomes. */
function forAnyMerge(check: (one: { old: PoFile; merged: PoFile; units: readonly Unit[] }) => void): void {
  fc.assert(
    fc.property(units, file, minor, (asked, old, slight) => {
      check({ old, units: asked, merged: merge(asked, old, { project: "kit", minor: slight }).file });
    }),
    { numRuns: 1000 },
  );
}

test("merging again changes nothing, whether the file was written in between or not", () => {
  forAnyMerge(({ merged, units: asked }) => {
    const written = writePo(merged);
    const again = merge(asked, merged, { project: "kit" });
    expect(writePo(again.file)).toBe(written);
    expect(again.report.outcomes.kept).toEqual(asked.map((unit) => unit.id));
    const reread = merge(asked, readRight(written), { project: "kit", minor: "all" });
    expect(writePo(reread.file)).toBe(written);
    expect(contents(reread.file)).toEqual(contents(merged));
  });
});

test("every text has its entry, in the order of the kit", () => {
  forAnyMerge(({ merged, units: asked }) => {
    const active = merged.entries.filter(({ obsolete }) => !obsolete);
    expect(active.map((one) => [one.id, one.source])).toEqual(asked.map((unit) => [unit.id, unit.text]));
    for (const [index, one] of active.entries()) {
      expect(stateOf(one, asked[index]!)).toBe(one.text === "" ? "missing" : one.stale ? "stale" : "translated");
    }
  });
});

test("no translation is lost, nor the flags and remarks beside it", () => {
  forAnyMerge(({ old, merged }) => {
    for (const one of old.entries.filter(({ text: words }) => words !== "")) {
      const heirs = merged.entries.filter((each) => each.text === one.text);
      expect(heirs.map(({ remarks }) => remarks)).toContainEqual(one.remarks);
      expect(heirs.map(({ flags }) => flags.filter((flag) => !flag.startsWith("max-length")))).toContainEqual(
        one.flags,
      );
    }
    expect(merged.entries.every(({ obsolete, text: words }) => !obsolete || words !== "")).toBe(true);
  });
});

test("what was stale stays stale, with the oldest French that is known, unless that French is back", () => {
  forAnyMerge(({ old, merged }) => {
    for (const one of old.entries.filter(({ text: words, stale }) => words !== "" && stale)) {
      const heir = merged.entries.find((each) => each.text === one.text)!;
      if (!heir.stale) {
        expect(one.previous?.id).toBeUndefined();
        expect(isSameText(one.previous?.source ?? "", heir.source)).toBe(true);
      } else if (one.previous !== undefined) expect(heir.previous).toEqual(one.previous);
      // What a person marked names its id from the first change on.
      else if (heir.previous !== undefined) expect(heir.previous).toEqual({ id: one.id, source: one.source });
    }
  });
});

test("a translation that is not stale was made from today's French, or from one that means the same", () => {
  fc.assert(
    fc.property(units, file, (asked, old) => {
      const { file: merged } = merge(asked, old, { project: "kit" });
      const made = new Map(old.entries.map((one) => [one.text, one.stale ? one.previous?.source : one.source]));
      for (const one of merged.entries) {
        if (one.obsolete || one.stale || one.text === "") continue;
        expect(isSameText(made.get(one.text) ?? "", one.source)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
