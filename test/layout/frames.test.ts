import { describe, expect, it } from "vitest";
import { mm } from "../../src/units.js";
import { face, frameText, shown } from "./support.js";

/** A face of 60 × 40 mm. */
const CARD = { trim: { width: mm(60), height: mm(40) } };

describe("a frame holds", () => {
  it.each<[rule: string, css: string, markup: string]>([
    [
      "words on their baselines, with size, weight, colour and role",
      "h1 { font-size: 20pt; line-height: 24pt } p { color: #336699 }",
      "<h1>Titre</h1><p>Un <strong>mot</strong> ici</p>",
    ],
    ["lines that the box breaks", "p { width: 20mm }", "<p>Un deux trois quatre cinq</p>"],
    ["a line break that the author made", "", "<p>Un<br/>deux</p>"],
    ["white space collapsed as in CSS", "", "<p>\n  Un   <b> deux </b>  trois\n</p>"],
    ["words at the end of their line", "p { text-align: end }", "<p>fin</p>"],
    ["words in capitals", "p { text-transform: uppercase }", "<p>été</p>"],
    ["an underline", "", "<p><u>mot</u></p>"],
    ["a link over its words", "", '<p>voir <a href="https://a.fr">ici</a></p>'],
    ["raised words", "", "<p>1<sup>er</sup></p>"],
    ["a bulleted list", "", "<ul><li>un</li><li>deux</li></ul>"],
    ["a numbered list from its own first number", "", '<ol start="9"><li>neuf</li><li>dix</li></ol>'],
    [
      "a numbered list laid out as a column",
      "ol { display: flex; flex-direction: column; gap: 2mm }",
      "<ol><li>un</li><li>deux</li></ol>",
    ],
    ["an icon in a line of words", "", '<p>a <icon name="feuille"/> b</p>'],
    ["a picture in a line of words", "img { display: inline; height: 4mm }", '<p>a <img src="x.svg"/> b</p>'],
    ["a block inside an inline element as a block", "", "<span>a<p>b</p></span>"],
    ["words between two elements of a row as one item", "div { display: flex; gap: 5mm }", "<div>a<i>b</i>c</div>"],
    [
      "a background and a border that is alike all round",
      "p { background: #ff0000; border: 1mm solid #0000ff; height: 10mm; width: 20mm }",
      "<p></p>",
    ],
    ["round corners", "p { background: red; border-radius: 2mm; height: 10mm; width: 20mm }", "<p></p>"],
    [
      "borders that differ, each as a line",
      "p { border-top: 1mm solid red; border-left: 0.5mm dashed blue; height: 10mm; width: 20mm }",
      "<p></p>",
    ],
    ["a gradient", "p { background: linear-gradient(red, blue); height: 10mm; width: 20mm }", "<p></p>"],
    [
      "a turned box as a group",
      "p { transform: rotate(90deg); width: 20mm; height: 10mm; background: red }",
      "<p></p>",
    ],
    ["a faded box as a group", "p { opacity: 0.5; width: 20mm; height: 10mm; background: red }", "<p></p>"],
    [
      "a box that cuts off, by its round corners",
      "div { overflow: hidden; border-radius: 2mm; width: 20mm; height: 10mm } p { background: red; width: 30mm; height: 30mm }",
      "<div><p></p></div>",
    ],
    ["a picture whole in its box (contain)", "img { width: 20mm; height: 20mm }", '<img src="x.svg"/>'],
    [
      "a picture over all its box, the rest cut (cover)",
      "img { width: 20mm; height: 20mm; object-fit: cover }",
      '<img src="x.svg"/>',
    ],
    ["a picture stretched (fill)", "img { width: 20mm; height: 20mm; object-fit: fill }", '<img src="x.svg"/>'],
    [
      "a picture at a corner of its box",
      "img { width: 20mm; height: 20mm; object-position: right bottom }",
      '<img src="x.svg"/>',
    ],
    ["a picture at its own proportions", "img { width: 20mm }", '<img src="x.svg"/>'],
    ["a picture whose height alone is given", "img { height: 15mm }", '<img src="x.svg"/>'],
    ["a picture inside its padding", "img { width: 20mm; padding: 2mm }", '<img src="x.svg"/>'],
    ["a code", "qr { width: 20mm }", '<qr link="cnil"/>'],
  ])("%s", async (_rule, css, markup) => {
    expect(await shown(css, markup, CARD)).toMatchSnapshot();
  });
});

describe("the face itself", () => {
  it("spreads its background into the bleed, square, and leaves its content in the trim", async () => {
    const css =
      ":root { background: #ffeecc; border-radius: 3mm; overflow: hidden } p { background: red; height: 5mm; margin: -3mm }";
    expect(await shown(css, "<p></p>", { ...CARD, bleed: mm(3) })).toMatchInlineSnapshot(`
      "path 0.0 0.0  66.0 × 46.0 fill #ffeecc
      path 0.0 0.0  66.0 × 5.0 fill #ff0000"
    `);
  });

  it("is empty when it does not show", async () => {
    const { page } = await face(":root { display: none }", "<p>a</p>", { ...CARD, bleed: mm(3) });
    expect(frameText(page.frame)).toBe("");
    expect(Object.keys(page).sort()).toEqual(["bleed", "frame", "radius", "trim"]);
  });

  it("is the same whatever was laid out before", async () => {
    const first = await shown("p { width: 20mm }", "<p>Un deux trois</p>", CARD);
    await shown("p { width: 30mm; display: grid }", "<p>Autre chose</p>", CARD);
    expect(await shown("p { width: 20mm }", "<p>Un deux trois</p>", CARD)).toBe(first);
  });

  it("runs from the right in a language that does", async () => {
    const css = ":root { direction: rtl } div { display: flex; gap: 2mm }";
    const text = await shown(css, '<div><icon name="a"/><icon name="b"/></div>', CARD);
    const lefts = [...text.matchAll(/vector ([\d.]+)/g)].map(([, left]) => Number(left));
    expect(lefts[0]).toBeGreaterThan(lefts[1]!);
  });
});
