/** On a proof, what is not translated or not any more is marked; nothing moves by it. */
import { describe, expect, it } from "vitest";
import type { Frame, FrameItem } from "../../src/layout/index.js";
import { face, frameText } from "./support.js";

const PAGE = (state: string) =>
  `<div><h1>«title${state}:Un titre assez long»</h1><p>Fixe, «text${state}:puis deux lignes de mots à traduire», fixe.</p></div>`;

const withoutMarks = (frame: Frame): Frame => ({
  ...frame,
  items: frame.items
    .filter((item: FrameItem) => !(item.kind === "path" && item.role?.type === "Artifact"))
    .map((item) => (item.kind === "frame" ? { ...item, frame: withoutMarks(item.frame) } : item)),
});

describe.each(["missing", "stale"])("a text that is %s", (state) => {
  it("is marked without moving anything", async () => {
    const plain = await face("", PAGE(""));
    const proof = await face("", PAGE(`!${state}`));
    expect(frameText(proof.page.frame)).not.toBe(frameText(plain.page.frame));
    expect(frameText(withoutMarks(proof.page.frame))).toBe(frameText(plain.page.frame));
    expect(proof.problems).toEqual(plain.problems);
  });
});

it("the marks stand behind the words, line by line, and only behind those of the text", async () => {
  const { page } = await face("p { width: 80pt }", "<p>Fixe «text!missing:puis deux lignes»</p>");
  expect(frameText(page.frame)).toMatchInlineSnapshot(`
    "path 7.3 0.0  14.9 × 4.2 line 0.4pt #eba89e
    path 7.3 0.0  14.9 × 4.2 line 0.6pt #c74033
    glyphs 0.0 3.3  "Fixe" Atkinson 400 10pt #000000 P
    glyphs 7.3 3.3  "puis deux" Atkinson 400 10pt #000000 P
    path 0.0 4.2  9.3 × 4.2 line 0.4pt #eba89e
    path 0.0 4.2  9.3 × 4.2 line 0.6pt #c74033
    glyphs 0.0 7.5  "lignes" Atkinson 400 10pt #000000 P"
  `);
});

it("both states are told apart without colour: by the frame and by the way the hatching leans", async () => {
  const missing = await face("", "<p>«text!missing:mot»</p>");
  const stale = await face("", "<p>«text!stale:mot»</p>");
  expect(frameText(missing.page.frame)).not.toContain("dash");
  expect(frameText(stale.page.frame)).toContain("dash 2 1.5");
  const lean = (items: readonly FrameItem[]): number => {
    const hatch = items.find((item) => item.kind === "path")!;
    const [from, to] = hatch.kind === "path" ? hatch.path : [];
    return Math.sign((to![2] as number) - (from![2] as number)) * Math.sign((to![1] as number) - (from![1] as number));
  };
  expect(lean(missing.page.frame.items)).toBe(-lean(stale.page.frame.items));
});
