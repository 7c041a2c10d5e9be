import fc from "fast-check";
import type { PoEntry, PoFile } from "../../src/catalog/index.js";
import { entryOf, fileOf } from "./support.js";

/** Signs that mean something in a PO file, and some that do not. */
const special = fc.string({
  unit: fc.constantFrom(...'"\\\n\t\r#~|,:. abé’\u00a0\u2028\u200f😀msgid'.split("")),
  maxLength: 20,
});

export const anyText: fc.Arbitrary<string> = fc.oneof(special, fc.string({ unit: "binary", maxLength: 30 }));

const line = anyText.map((text) => text.replace(/[\r\n]/g, ""));
const lines = fc.array(line, { maxLength: 3 });

const reference = anyText
  .map((text) => text.replace(/[\r\n\u2068\u2069]/g, ""))
  .filter((text) => text !== "")
  .chain((name) => fc.constantFrom(name, `${name}:12`));

const flag = fc.oneof(
  fc.stringMatching(/^[a-z][a-z-]{0,8}(:\d{1,3})?$/).filter((name) => name !== "fuzzy"),
  fc.constantFrom('regex:"a, b"', 'placeholders:"\\"":"{x}"'),
);

const previous = fc.option(
  fc.record({ id: fc.option(anyText, { nil: undefined }), source: fc.option(anyText, { nil: undefined }) }),
  { nil: undefined },
);

const entry: fc.Arbitrary<PoEntry> = fc
  .record({
    id: anyText,
    source: anyText,
    text: anyText,
    stale: fc.boolean(),
    flags: fc.array(flag, { maxLength: 3 }),
    remarks: lines,
    notes: lines,
    references: fc.array(reference, { maxLength: 3 }),
    previous,
    obsolete: fc.boolean(),
  })
  .map(({ id, source, text, ...rest }) => entryOf(id, source, text, rest));

const fieldName = fc.stringMatching(/^X-[A-Za-z]{1,8}$/).filter((name) => name !== "X-Generator");
const known = fc.constantFrom("Language", "Content-Type", "X-Generator", "Project-Id-Version");
const header = fc
  .array(
    fc.tuple(
      fc.oneof(known, fieldName),
      line.map((value) => value.trim()),
    ),
    { maxLength: 6 },
  )
  .map((fields) => new Map(fields));

/**
 * Any file whose entries have different ids; obsolete ones last, as every tool writes them. An entry without an id and a
 * text would be the header.
 */
export const anyFile: fc.Arbitrary<PoFile> = fc
  .record({ header, headerComments: lines, entries: fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 8 }) })
  .map(({ entries, ...rest }) =>
    fileOf(
      entries
        .filter(({ id, source }) => id !== "" || source !== "")
        .sort((a, b) => Number(a.obsolete) - Number(b.obsolete)),
      rest,
    ),
  );
