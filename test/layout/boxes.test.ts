import { expect, it } from "vitest";
import { boxes } from "./support.js";

/** Boxes a, b, c are painted; the numbers follow from CSS: x y width height in a face of 100 × 100 pt. */
const PAINT = "a, b, i { background: red; display: block; font-weight: 400; font-style: normal }";

it.each<[rule: string, css: string, markup: string, expected: string[]]>([
  [
    "blocks follow each other and fill the width",
    "a { height: 10pt } b { height: 20pt }",
    "<div><a/><b/></div>",
    ["0 0 100 10", "0 10 100 20"],
  ],
  [
    "margins of neighbours collapse to the larger",
    "a { height: 10pt; margin-bottom: 8pt } b { height: 10pt; margin-top: 5pt }",
    "<div><a/><b/></div>",
    ["0 0 100 10", "0 18 100 10"],
  ],
  ["auto margins centre a block", "a { width: 40pt; height: 10pt; margin: 0 auto }", "<div><a/></div>", ["30 0 40 10"]],
  [
    "sizes count padding and border (border-box)",
    "a { width: 40pt; padding: 5pt; border: 1pt solid; height: 30pt }",
    "<div><a/></div>",
    ["0 0 40 30"],
  ],
  [
    "content-box adds them",
    "a { box-sizing: content-box; width: 40pt; padding: 5pt; height: 10pt }",
    "<div><a/></div>",
    ["0 0 50 20"],
  ],
  [
    "percentages count from the parent",
    "div { width: 60pt; height: 40pt } a { width: 50%; height: 25% }",
    "<div><a/></div>",
    ["0 0 30 10"],
  ],
  [
    "a row shares what is left by flex-grow",
    "div { display: flex; height: 20pt } a { flex: 1 } b { flex: 3 }",
    "<div><a/><b/></div>",
    ["0 0 25 20", "25 0 75 20"],
  ],
  [
    "a row's gap is between items only",
    "div { display: flex; gap: 10pt; height: 20pt } a, b, i { flex: 1 }",
    "<div><a/><b/><i/></div>",
    ["0 0 26.7 20", "36.7 0 26.7 20", "73.3 0 26.7 20"],
  ],
  [
    "items that are too wide shrink in proportion",
    "div { display: flex; height: 9pt } a { width: 80pt } b { width: 120pt }",
    "<div><a/><b/></div>",
    ["0 0 40 9", "40 0 60 9"],
  ],
  [
    "flex-shrink 0 keeps its size",
    "div { display: flex; height: 9pt } a { width: 80pt; flex-shrink: 0 } b { width: 120pt }",
    "<div><a/><b/></div>",
    ["0 0 80 9", "80 0 20 9"],
  ],
  [
    "a row wraps where there is no room",
    "div { display: flex; flex-wrap: wrap } a, b, i { width: 40pt; height: 10pt }",
    "<div><a/><b/><i/></div>",
    ["0 0 40 10", "40 0 40 10", "0 10 40 10"],
  ],
  [
    "space-between and centring across",
    "div { display: flex; height: 30pt; justify-content: space-between; align-items: center } a, b { width: 10pt; height: 10pt }",
    "<div><a/><b/></div>",
    ["0 10 10 10", "90 10 10 10"],
  ],
  [
    "a column's auto margin pushes to the end",
    "div { display: flex; flex-direction: column; height: 100pt } a { height: 10pt } b { height: 10pt; margin-top: auto }",
    "<div><a/><b/></div>",
    ["0 0 100 10", "0 90 100 10"],
  ],
  [
    "row-reverse runs from the end",
    "div { display: flex; flex-direction: row-reverse; height: 9pt } a { width: 10pt } b { width: 20pt }",
    "<div><a/><b/></div>",
    ["90 0 10 9", "70 0 20 9"],
  ],
  [
    "right to left mirrors the row",
    "div { display: flex; height: 9pt; direction: rtl } a { width: 10pt } b { width: 20pt }",
    "<div><a/><b/></div>",
    ["90 0 10 9", "70 0 20 9"],
  ],
  [
    "right to left mirrors logical margins",
    "div { direction: rtl } a { height: 9pt; margin-inline-start: 30pt }",
    "<div><a/></div>",
    ["0 0 70 9"],
  ],
  ["aspect-ratio gives the height", "a { width: 40pt; aspect-ratio: 2 }", "<div><a/></div>", ["0 0 40 20"]],
  [
    "an absolute box hangs in its parent",
    "div { position: relative; width: 60pt; height: 50pt } a { position: absolute; right: 5pt; bottom: 10pt; width: 20pt; height: 10pt }",
    "<div><a/></div>",
    ["35 30 20 10"],
  ],
  [
    "inset 0 fills the parent",
    "div { height: 50pt } a { position: absolute; inset: 0 10pt }",
    "<div><a/></div>",
    ["10 0 80 50"],
  ],
  [
    "grid columns share by fr",
    "div { display: grid; grid-template-columns: 20pt 1fr 3fr; height: 10pt }",
    "<div><a/><b/><i/></div>",
    ["0 0 20 10", "20 0 20 10", "40 0 60 10"],
  ],
  [
    "a grid item spans columns",
    "div { display: grid; grid-template-columns: repeat(4, 1fr); grid-auto-rows: 10pt } a { grid-column: 1 / 3 } b { grid-column: span 2 } i { grid-column: 2 / -1 }",
    "<div><a/><b/><i/></div>",
    ["0 0 50 10", "50 0 50 10", "25 10 75 10"],
  ],
  [
    "grid rows share a fixed height",
    "div { display: grid; height: 60pt; grid-template-rows: 1fr 2fr } ",
    "<div><a/><b/></div>",
    ["0 0 100 20", "0 20 100 40"],
  ],
  [
    "max-width holds a growing item",
    "div { display: flex; height: 9pt } a { flex: 1; max-width: 30pt } b { flex: 1 }",
    "<div><a/><b/></div>",
    ["0 0 30 9", "30 0 70 9"],
  ],
  [
    "display none takes no room",
    "div { display: flex; gap: 10pt; height: 9pt } a { display: none } b { width: 10pt }",
    "<div><a/><b/></div>",
    ["0 0 10 9"],
  ],
])("%s", async (_rule, css, markup, expected) => {
  expect(await boxes(`${PAINT} ${css}`, markup)).toEqual(expected);
});
