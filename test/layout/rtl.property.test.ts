import fc from "fast-check";
import { expect, it } from "vitest";
import { boxes } from "./support.js";

/** Whole points, so that nothing is rounded; and small ones: what is too narrow for its own edges is a case of its own. */
const points = (least: number, most: number) => fc.integer({ min: least, max: most }).map((size) => `${size}pt`);
const among = (property: string, ...values: readonly string[]) =>
  fc.tuple(fc.constant(property), fc.constantFrom(...values));

/** Declarations that say start and end, never left and right. */
const edge = fc.oneof(
  fc.tuple(
    fc.constantFrom("margin-inline-start", "margin-inline-end", "padding-inline-start", "padding-inline-end"),
    points(1, 3),
  ),
  among("border-inline-start", "2pt solid"),
  among("border-inline-end", "1pt solid"),
);
const inRow = fc.oneof(
  edge,
  among("margin-inline", "auto", "auto 0", "0 auto"),
  among("display", "flex", "block", "grid"),
  among("flex-direction", "row", "row-reverse", "column"),
  among("flex-wrap", "wrap", "nowrap"),
  among("grid-template-columns", "10pt 20pt", "1fr 2fr", "repeat(3, 1fr)"),
  among("justify-content", "start", "end", "center", "space-between", "flex-end"),
  among("align-items", "start", "end", "center", "stretch", "flex-end"),
  among("justify-items", "start", "end", "center"),
  fc.tuple(fc.constantFrom("column-gap", "row-gap"), points(1, 3)),
);
const inLeaf = fc.oneof(
  edge,
  fc.tuple(fc.constantFrom("width", "min-width"), points(8, 20)),
  among("flex", "1", "none", "2 1 10pt"),
  among("align-self", "start", "end", "center"),
  among("justify-self", "start", "end"),
  among("position", "absolute"),
  fc.tuple(fc.constantFrom("inset-inline-start", "inset-inline-end", "top"), points(1, 20)),
);

const styleOf = (declaration: fc.Arbitrary<[string, string]>) =>
  fc
    .array(declaration, { maxLength: 6 })
    .map((list) => list.map(([property, value]) => `${property}: ${value}`).join("; "));

const leaf = styleOf(inLeaf).map((css) => `<div style="height: 4pt; ${css}"></div>`);
const row = fc
  .tuple(styleOf(inRow), fc.array(leaf, { minLength: 1, maxLength: 4 }))
  .map(([css, leaves]) => `<div style="${css}">${leaves.join("")}</div>`);
const tree = fc
  .tuple(styleOf(inRow), fc.array(row, { minLength: 1, maxLength: 2 }))
  .map(([css, rows]) => `<div style="${css}">${rows.join("")}</div>`);

const CSS = "div { background: red }";
const WIDTH = 100;

it("a face that says start and end is, read from right to left, its own mirror image", async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (markup) => {
      const numbers = (places: readonly string[]) => places.map((place) => place.split(" ").map(Number));
      const ltr = numbers(await boxes(`:root { direction: ltr } ${CSS}`, markup));
      const rtl = numbers(await boxes(`:root { direction: rtl } ${CSS}`, markup));
      expect(rtl).toHaveLength(ltr.length);
      ltr.forEach(([x, y, width, height], index) => {
        const mirrored = [WIDTH - x! - width!, y!, width!, height!];
        rtl[index]!.forEach((value, part) => {
          expect(Math.abs(value - mirrored[part]!), `box ${index} of ${markup}`).toBeLessThan(0.25);
        });
      });
    }),
    { numRuns: 100 },
  );
});
