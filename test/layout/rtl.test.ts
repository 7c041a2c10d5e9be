import { describe, expect, it } from "vitest";
import { mm } from "../../src/units.js";
import { boxes, face, shown } from "./support.js";

const ITEMS = "div, i { background: red } i { display: block }";

describe("boxes on a face that is read from right to left lie where Chromium lays them", () => {
  it.each<[css: string, markup: string, places: readonly string[]]>([
    ["div { width: 60pt }", '<div><i style="width:20pt;height:5pt"></i></div>', ["40 0 60 5", "80 0 20 5"]],
    [
      "div { width: 60pt; margin: 0 auto }",
      '<div><i style="width:20pt;height:5pt"></i></div>',
      ["20 0 60 5", "60 0 20 5"],
    ],
    [
      "div { display: flex }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 5", "80 0 20 5", "70 0 10 5"],
    ],
    [
      "div { display: flex; flex-direction: row-reverse; gap: 3pt }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 5", "0 0 20 5", "23 0 10 5"],
    ],
    [
      "div { display: flex; justify-content: flex-end; gap: 3pt }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 5", "13 0 20 5", "0 0 10 5"],
    ],
    [
      "div { display: flex; justify-content: end; gap: 3pt }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 5", "13 0 20 5", "0 0 10 5"],
    ],
    [
      "div { display: flex; justify-content: space-between; gap: 3pt }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i><i style="width:8pt;height:5pt"></i></div>',
      ["0 0 100 5", "80 0 20 5", "39 0 10 5", "0 0 8 5"],
    ],
    [
      "div { display: flex; flex-wrap: wrap; gap: 3pt }",
      '<div><i style="width:40pt;height:5pt"></i><i style="width:50pt;height:5pt"></i><i style="width:58pt;height:5pt"></i></div>',
      ["0 0 100 13", "60 0 40 5", "7 0 50 5", "42 8 58 5"],
    ],
    [
      "div { display: flex; flex-direction: column; align-items: flex-start }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 10", "80 0 20 5", "90 5 10 5"],
    ],
    [
      "div { display: flex; flex-direction: column; align-items: flex-end }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 10", "0 0 20 5", "0 5 10 5"],
    ],
    [
      "div { display: flex; flex-direction: column; align-items: start }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 10", "80 0 20 5", "90 5 10 5"],
    ],
    [
      "div { display: flex; flex-direction: column; align-items: center }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt;align-self:end"></i></div>',
      ["0 0 100 10", "40 0 20 5", "0 5 10 5"],
    ],
    [
      "div { display: grid; grid-template-columns: 20pt 1fr 10pt; gap: 2pt }",
      '<div><i style="height:5pt"></i><i style="height:5pt"></i><i style="height:5pt"></i><i style="height:5pt"></i></div>',
      ["0 0 100 12", "80 0 20 5", "12 0 66 5", "0 0 10 5", "80 7 20 5"],
    ],
    [
      "div { display: grid; grid-template-columns: 20pt 10pt; gap: 2pt }",
      '<div><i style="height:5pt"></i><i style="height:5pt"></i></div>',
      ["0 0 100 5", "80 0 20 5", "68 0 10 5"],
    ],
    [
      "div { display: grid; grid-template-columns: 20pt 10pt; gap: 2pt; justify-content: end }",
      '<div><i style="height:5pt"></i><i style="height:5pt"></i></div>',
      ["0 0 100 5", "12 0 20 5", "0 0 10 5"],
    ],
    [
      "div { display: grid; grid-template-columns: 20pt 10pt; gap: 2pt; justify-content: space-between }",
      '<div><i style="height:5pt"></i><i style="height:5pt"></i></div>',
      ["0 0 100 5", "80 0 20 5", "0 0 10 5"],
    ],
    [
      "div { display: grid; grid-template-columns: repeat(3, 1fr); justify-items: start }",
      '<div><i style="width:10pt;height:5pt"></i><i style="width:10pt;height:5pt;grid-column:3"></i><i style="width:10pt;height:5pt;grid-column:1 / span 2;justify-self:end"></i></div>',
      ["0 0 100 10", "90 0 10 5", "23.3 0 10 5", "33.3 5 10 5"],
    ],
    [
      "div { display: grid; grid-template-columns: 20pt 30pt; grid-auto-flow: column }",
      '<div><i style="height:5pt"></i><i style="height:5pt"></i></div>',
      ["0 0 100 5", "80 0 20 5", "50 0 30 5"],
    ],
    [
      "div { position: relative; height: 30pt; width: 80pt }",
      '<div><i style="position:absolute;left:5pt;width:10pt;height:5pt"></i><i style="position:absolute;right:5pt;width:10pt;height:5pt"></i></div>',
      ["20 0 80 30", "25 0 10 5", "85 0 10 5"],
    ],
    [
      "div { position: relative; height: 30pt; width: 80pt }",
      '<div><i style="position:absolute;left:5pt;right:20pt;height:5pt"></i><i style="position:absolute;left:5pt;right:20pt;width:10pt;height:5pt"></i></div>',
      ["20 0 80 30", "25 0 55 5", "70 0 10 5"],
    ],
    [
      "div { position: relative; height: 30pt; width: 80pt }",
      '<div><i style="position:absolute;top:4pt;width:10pt;height:5pt"></i></div>',
      ["20 0 80 30", "90 4 10 5"],
    ],
    [
      "div { position: relative; height: 30pt; width: 80pt; display: flex }",
      '<div><i style="position:absolute;top:4pt;width:10pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["20 0 80 30", "90 4 10 5", "90 0 10 5"],
    ],
    [
      "div { position: relative; height: 30pt; width: 80pt; display: flex; flex-direction: column }",
      '<div><i style="position:absolute;top:4pt;width:10pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["20 0 80 30", "90 4 10 5", "90 0 10 5"],
    ],
    [
      "div { position: relative; height: 30pt; width: 80pt; padding: 0 5pt 0 10pt }",
      '<div><i style="position:absolute;right:50%;margin-right:-15pt;width:30pt;height:5pt"></i></div>',
      ["20 0 80 30", "45 0 30 5"],
    ],
    [
      "div { padding: 1pt 5pt 1pt 10pt }",
      '<div><i style="width:50%;height:5pt;margin:1pt 2pt 1pt 4pt"></i></div>',
      ["0 0 100 9", "50.5 2 42.5 5"],
    ],
    [
      "div { display: flex }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt;margin-right:auto"></i></div>',
      ["0 0 100 5", "80 0 20 5", "0 0 10 5"],
    ],
    [
      "div { display: flex }",
      '<div><i style="width:20pt;height:5pt;position:relative;left:3pt"></i><i style="width:10pt;height:5pt;position:relative;right:3pt"></i></div>',
      ["0 0 100 5", "83 0 20 5", "67 0 10 5"],
    ],
    [
      "div { width: 60pt; position: relative; left: 4pt }",
      '<div><i style="width:20pt;height:5pt"></i></div>',
      ["44 0 60 5", "84 0 20 5"],
    ],
    ["div { width: 30pt }", '<div><i style="width:50pt;height:5pt"></i></div>', ["70 0 30 5", "50 0 50 5"]],
    [
      "div { width: 30pt; display: flex }",
      '<div><i style="width:50pt;height:5pt;flex-shrink:0"></i></div>',
      ["70 0 30 5", "50 0 50 5"],
    ],
    [
      "div { width: 30pt; display: flex; flex-direction: column }",
      '<div><i style="width:50pt;height:5pt"></i></div>',
      ["70 0 30 5", "50 0 50 5"],
    ],
    [
      "div { display: grid; grid-template-columns: 80pt 50pt }",
      '<div><i style="height:5pt"></i><i style="height:5pt"></i></div>',
      ["0 0 100 5", "20 0 80 5", "-30 0 50 5"],
    ],
    [
      "div { display: flex; direction: ltr }",
      '<div><i style="width:20pt;height:5pt"></i><i style="width:10pt;height:5pt"></i></div>',
      ["0 0 100 5", "0 0 20 5", "20 0 10 5"],
    ],
  ])("%s %s", async (css, markup, places) => {
    expect(await boxes(`:root { direction: rtl } ${ITEMS} ${css}`, markup)).toEqual(places);
  });
});

/** A face of 60 × 40 mm. */
const CARD = { trim: { width: mm(60), height: mm(40) } };

describe("a face that is read from right to left has", () => {
  it.each<[rule: string, css: string, markup: string]>([
    ["its bullets on the right", "", "<ul><li>un</li><li>deux</li></ul>"],
    ["its numbers on the right", "", '<ol start="9"><li>neuf</li><li>dix</li></ol>'],
    ["its first column on the right", "td { background: red }", "<table><tr><td>a</td><td>b</td></tr></table>"],
    [
      "borders and round corners where lines start",
      "p { border-inline-start: 1mm solid red; border-end-start-radius: 2mm; background: blue; height: 10mm; width: 20mm }",
      "<p></p>",
    ],
    ["underlines under its words", "", "<p>un <u>mot</u></p>"],
    ["links over its words", "", '<p>voir <a href="https://a.fr">ici</a></p>'],
    ["a first line indented from the right", "p { text-indent: 5mm }", "<p>un</p>"],
    ["icons between its words", "", '<p>a <icon name="feuille"/> b</p>'],
    ["parts that run from left to right where they say so", "", '<p>un</p><p dir="ltr">deux</p>'],
    ["drawings as they are", "img { width: 20mm }", '<img src="x.svg"/>'],
    ["drawings in a mirror where their style says so", "img { width: 20mm; --mirror: auto }", '<img src="x.svg"/>'],
    ["icons in a mirror, in a line too", "icon { --mirror: auto }", '<p>a <icon name="fleche"/></p>'],
    ["codes never in a mirror", "qr { width: 20mm; --mirror: auto }", '<qr link="cnil"/>'],
    ["photographs never in a mirror", "img { width: 10mm; --mirror: auto }", '<img src="x.jpg"/>'],
    [
      "boxes turned the other way where their style says so",
      "p { transform: rotate(90deg) translate(2mm, 1mm); --mirror: auto; width: 20mm; height: 10mm; background: red }",
      "<p></p>",
    ],
    [
      "gradients the other way where their style says so",
      "p { background: linear-gradient(90deg, red, blue); --mirror: auto; width: 20mm; height: 10mm }",
      "<p></p>",
    ],
  ])("%s", async (_rule, css, markup) => {
    expect(await shown(`:root { direction: rtl } ${css}`, markup, CARD)).toMatchSnapshot();
  });

  it("a gradient that begins on the right, in a mirror", async () => {
    const css = (mirror: string) =>
      `p { background: linear-gradient(90deg, red, blue); ${mirror}; width: 20mm; height: 10mm }`;
    const { page } = await face(`:root { direction: rtl } ${css("--mirror: auto")}`, "<p></p>", CARD);
    const plain = await face(`:root { direction: rtl } ${css("--mirror: none")}`, "<p></p>", CARD);
    const coords = ({ frame }: typeof page) =>
      frame.items.flatMap((item) =>
        item.kind === "path" && item.fill?.kind === "gradient" ? item.fill.gradient.coords : [],
      );
    expect(coords(plain.page).map(Math.round)).toEqual([0, 14, 57, 14]);
    expect(coords(page).map(Math.round)).toEqual([57, 14, 0, 14]);
  });
});

it("nothing is mirrored on a face that is read from left to right", async () => {
  const markup = '<img src="x.svg"/>';
  expect(await shown("img { width: 20mm; --mirror: auto }", markup)).toBe(await shown("img { width: 20mm }", markup));
});
