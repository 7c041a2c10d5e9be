import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../../../src/content/finding.js";
import type { Block, TextValue } from "../../../src/content/kit.js";
import { readBlocks } from "../../../src/content/markdown/index.js";
import { textsOf } from "../../../src/content/walk.js";
import type { Diagnostic, Span } from "../../../src/diagnostics/diagnostic.js";

interface Read {
  readonly blocks: readonly Block[];
  readonly problems: readonly Diagnostic[];
}

const FRONT = "---\r\ntemplate: x\n---\n";

/** Reads a chapter's text that knows one box, `fin`, without values. */
function read(text: string): Read {
  const problems: Diagnostic[] = [];
  const source = { name: "x.md", text: FRONT + text };
  const report = (finding: Finding, at: Span): void => {
    problems.push({ severity: "error", ...finding, at });
  };
  const blocks = readBlocks(source, FRONT.length, "x", {
    report,
    anchor: () => undefined,
    box({ name, nameAt }) {
      if (name === "fin") return { template: name, values: {} };
      report({ code: "unknown-template", message: name }, nameAt);
      return undefined;
    },
  });
  return { blocks, problems };
}

const textsIn = (body: readonly Block[]): readonly TextValue[] => [...textsOf({ values: {}, body } as never)];

/** Letters of which no mark and no name below is made. */
const WORD = /[abcdéœ]{2,}/gu;
const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

const MARKS =
  "|  |    |\n|\n|\n\n|\r\n|# |## |#|- |* |1. |12) |> |>|**|*|_|---|===|:::fin|:::|::::|::fin|| a |[x](y)|[x]: |{#xy}|\\|\t|<b>|`|```| ; ".split(
    "|",
  );
/** Words apart from each other, and every mark that means something at the start of a line. */
const word = fc.string({ unit: fc.constantFrom(..."abcdéœ"), minLength: 2, maxLength: 6 }).map((each) => `${each} `);
const anyText = fc
  .array(fc.oneof({ weight: 2, arbitrary: word }, fc.constantFrom(...MARKS, "|", "|-|-|\n")), { maxLength: 50 })
  .map((parts) => parts.join(""));

test("every word of a chapter is kept, in order, or a problem is told", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { blocks, problems } = read(text);
      if (problems.length > 0) return;
      const kept = textsIn(blocks).map(({ value }) => value);
      expect(wordsOf(kept.join("\n"))).toEqual(wordsOf(text));
    }),
    { numRuns: 3000 },
  );
});

test("a text lies where its first word stands, and ends with its last", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { value, at } of textsIn(read(text).blocks)) {
        const written = at.source.text.slice(at.start, at.end);
        const lines = value.split("\n");
        expect(written.startsWith(lines[0]!)).toBe(true);
        expect(written.endsWith(lines.at(-1)!)).toBe(true);
        expect(written.split(/\r\n?|\n/)).toHaveLength(lines.length);
        expect(at.start).toBeGreaterThanOrEqual(FRONT.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test("texts have names of their own", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { blocks } = read(text.replaceAll("{#xy}", ""));
      const names = textsIn(blocks).map(({ field }) => field);
      expect(new Set(names).size).toBe(names.length);
    }),
    { numRuns: 300 },
  );
});

test("no text makes the parser throw, and each problem has a place inside", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), anyText), (text) => {
      const length = FRONT.length + text.length;
      for (const { at } of read(text).problems) {
        expect(at!.start).toBeGreaterThanOrEqual(FRONT.length);
        expect(at!.end).toBeGreaterThanOrEqual(at!.start);
        expect(at!.end).toBeLessThanOrEqual(length);
      }
    }),
    { numRuns: 1500 },
  );
});

test("a text is called after the anchor above it: an edit renames nothing below the next anchor", () => {
  const names = (text: string) => textsIn(read(text).blocks).map(({ field }) => field);
  expect(names("a\n\n## b {#b}\n\nc\n\n::fin\n\nd")).toEqual(["x/1", "b/1", "b/2", "b/4"]);
  expect(names("a\n\nneuf\n\n## b {#b}\n\nc\n\n::fin\n\nd").slice(2)).toEqual(["b/1", "b/2", "b/4"]);
});
