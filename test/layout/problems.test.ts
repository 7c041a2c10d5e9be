import { describe, expect, it } from "vitest";
import type { GlyphsItem } from "../../src/layout/frame.js";
import { mm } from "../../src/units.js";
import { type Face, face } from "./support.js";

/** A face of 60 × 40 mm with a safe margin of 4 mm. */
const CARD = { trim: { width: mm(60), height: mm(40) }, safe: mm(4) };
const PAGE = ":root { padding: 4mm }";
const LONG = "Quatre lignes de mots qui ne tiennent pas toutes dans la boîte prévue, ".repeat(4).trim();

const codes = ({ problems }: Face): string[] => problems.map(({ code }) => code);
const sizes = ({ page }: Face): number[] =>
  page.frame.items.flatMap((item) => (item.kind === "glyphs" ? [(item as GlyphsItem).run.size] : []));

describe("text that does not fit is said with its place and by how much", () => {
  it.each<[rule: string, css: string, markup: string, says: string]>([
    ["below", `${PAGE} p { margin-top: 30mm }`, "<p>«titre:Un mot»</p>", "dépasse de 2,3 mm en bas"],
    [
      "on the right, a word longer than its box",
      `${PAGE} p { width: 10mm }`,
      `<p>«titre:${"abcdefghij".repeat(6)}»</p>`,
      "à droite",
    ],
    [
      "on the left",
      "p { position: absolute; left: 1mm; top: 10mm }",
      "<p>«titre:Un mot»</p>",
      "dépasse de 3,0 mm à gauche",
    ],
    ["above", "p { position: absolute; left: 10mm; top: 1mm }", "<p>«titre:Un mot»</p>", "dépasse de 3,0 mm en haut"],
    [
      "out of the panel around it",
      `${PAGE} div { background: red; height: 3mm } p { margin-top: 2mm }`,
      "<div><p>«titre:Un mot»</p></div>",
      "en bas",
    ],
    [
      "out of a bordered panel",
      `${PAGE} div { border-left: 1pt solid; height: 3mm } p { margin-top: 2mm }`,
      "<div><p>«titre:Un mot»</p></div>",
      "en bas",
    ],
    [
      "when turned out of the face",
      `${PAGE} p { transform: rotate(90deg); width: 50mm; white-space: nowrap }`,
      "<p>«titre:Des mots assez longs pour la hauteur»</p>",
      "en haut",
    ],
  ])("%s", async (_rule, css, markup, says) => {
    const { problems } = await face(css, markup, CARD);
    expect(problems).toMatchObject([
      { code: "text-overflow", piece: "jeu/un", field: "titre", place: "cards/jeu.yaml:1:8" },
    ]);
    expect(problems[0]!.message).toContain(says);
    expect(problems[0]!.hint).toContain("donnez-lui plus de place");
  });

  it("each text that does not fit is said once, by its own line and field", async () => {
    const css = `${PAGE} p { position: absolute; left: 4mm; width: 20mm; height: 5mm } .b { left: 30mm }`;
    const { problems } = await face(css, `<p>«un:${LONG}»</p><p class="b">«deux:${LONG}»</p>`, CARD);
    expect(problems.map(({ code, field, place }) => [code, field, place])).toEqual([
      ["text-overflow", "un", "cards/jeu.yaml:1:5"],
      ["text-overflow", "deux", "cards/jeu.yaml:2:7"],
    ]);
  });

  it("decoration may stand in the margin, and text that says so", async () => {
    const css = "p { position: absolute; left: 1mm; top: 1mm; --safe: none }";
    expect(codes(await face(css, "<p>«titre:Un mot»</p>", CARD))).toEqual([]);
  });
});

describe("text shrinks between the two sizes of its template", () => {
  const fitted = (height: number, smallest: string) =>
    face(
      `${PAGE} div { height: ${height}mm; background: white } p { font-size: 12pt; --fit: ${smallest}; line-height: 1.2 }`,
      `<div><p>«texte:${LONG}»</p></div>`,
      { trim: { width: mm(90), height: mm(60) }, safe: mm(4) },
    );

  it("keeps its full size where it fits", async () => {
    expect(new Set(sizes(await fitted(40, "6pt")))).toEqual(new Set([12]));
  });

  it("shrinks no more than it must", async () => {
    const shrunk = await fitted(22, "6pt");
    const [size] = sizes(shrunk);
    expect(codes(shrunk)).toEqual([]);
    expect(size).toBeLessThan(12);
    expect(size).toBeGreaterThan(6);
    // One step of the search larger, it no longer fits.
    expect(codes(await fitted(22, `${size! + 0.1}pt`))).toEqual(["text-overflow"]);
  });

  it("never shrinks below the smaller size: that is an error", async () => {
    const { problems } = await fitted(12, "11pt");
    expect(problems).toMatchObject([{ code: "text-overflow", field: "texte", place: "cards/jeu.yaml:1:8" }]);
    expect(problems[0]!.message).toMatch(/dépasse de \d+,\d mm en bas \(jeu\/un, recto\)$/);
    expect(problems[0]!.hint).toContain("déjà à la plus petite taille");
  });

  it("does not shrink for a problem that no size mends", async () => {
    const shown = await face(`${PAGE} p { --fit: 5pt }`, "<p>«titre:a \u{13000}»</p>", CARD);
    expect(codes(shown)).toEqual(["missing-glyph"]);
    expect(sizes(shown)[0]).toBe(10);
  });
});

describe("what else does not print well is an error", () => {
  it("two texts on top of each other", async () => {
    const css = "p { position: absolute; left: 10mm; top: 10mm }";
    const { problems } = await face(css, "<p>«un:Premier»</p><p>«deux:Second»</p>", CARD);
    expect(problems).toMatchObject([{ code: "text-overlap", field: "deux", place: "cards/jeu.yaml:2:7" }]);
    expect(problems[0]!.message).toContain("« Second » recouvre « Premier »");
  });

  it("a sign that no font has", async () => {
    const { problems } = await face(PAGE, "<p>«titre:Un \u{13000} rare»</p>", CARD);
    expect(problems).toMatchObject([{ code: "missing-glyph", field: "titre", place: "cards/jeu.yaml:1:8" }]);
    expect(problems[0]!.message).toContain("(U+13000)");
  });

  it.each<[rule: string, css: string, markup: string, code: string, says: string]>([
    ["a code too small for phones", `${PAGE} qr { width: 8mm }`, '<qr link="cnil"/>', "qr-dense", "trop serré"],
    [
      "a code in a line of words, too",
      `${PAGE} qr { width: 8mm; display: inline }`,
      '<p><qr link="cnil"/></p>',
      "qr-dense",
      "trop serré",
    ],
    ["a code outside the safe zone", "qr { width: 20mm }", '<qr link="cnil"/>', "code-outside", "dépasse de 4,0 mm"],
    [
      "a picture under 200 dpi",
      `${PAGE} img { width: 52mm }`,
      '<img src="x.jpg"/>',
      "image-coarse",
      "195 points par pouce",
    ],
    [
      "a picture cropped to under 200 dpi",
      `${PAGE} img { width: 26mm; height: 30mm; object-fit: cover }`,
      '<img src="x.jpg"/>',
      "image-coarse",
      "169 points par pouce",
    ],
    [
      "a picture stretched to under 200 dpi",
      `${PAGE} img { width: 26mm; height: 30mm; object-fit: fill }`,
      '<img src="x.jpg"/>',
      "image-coarse",
      "169 points par pouce",
    ],
  ])("%s", async (_rule, css, markup, code, says) => {
    const { problems } = await face(css, markup, CARD);
    expect(problems).toMatchObject([{ code, piece: "jeu/un" }]);
    expect(problems[0]!.message).toContain(says);
  });

  it("a picture of just 200 dpi is fine", async () => {
    expect(codes(await face(`${PAGE} img { width: 50.8mm }`, '<img src="x.jpg"/>', CARD))).toEqual([]);
  });
});
