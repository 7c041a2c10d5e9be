import { beforeAll, describe, expect, test } from "vitest";
import { glyphsOf, loadHyphenation } from "../../src/text/index.js";
import { BREAK, broken, type Fonts, lineText, spec, testFonts, text } from "./support.js";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
  loadHyphenation("fr");
});

const TITLE = "Qui a écrit cette image que tout le monde partage ?";
const PROSE =
  "Le modèle de langue ne sait pas ce qu’il écrit : il propose, mot après mot, la suite la plus probable. " +
  "Il faut donc vérifier chaque affirmation auprès d’une autre source, surtout lorsque la réponse paraît sûre d’elle.";

const widths = (content: string, width: number, changes: Parameters<typeof spec>[1]) =>
  fonts.text
    .prepare(spec(content, changes))
    .at(width)
    .lines.map((line) => line.width);

describe("balanced lines", () => {
  test.each([120, 140, 160, 200])("are as many as greedy ones and about equally long (%i pt)", (width) => {
    const greedy = widths(TITLE, width, { breaking: "greedy" });
    const balanced = widths(TITLE, width, { breaking: "balance" });
    const spread = (list: readonly number[]) => Math.max(...list) - Math.min(...list);
    expect(balanced).toHaveLength(greedy.length);
    expect(spread(balanced)).toBeLessThanOrEqual(spread(greedy));
    expect(Math.max(...balanced)).toBeLessThanOrEqual(width + 0.02);
  });

  test("make two halves of a title of two lines", () => {
    expect(broken(fonts.text.prepare(spec(TITLE, { breaking: "balance" })), 200)).toEqual([
      "Qui a écrit cette image que",
      "tout le monde partage ?",
    ]);
  });
});

describe("a paragraph set as a whole", () => {
  const set = (content: string, width: number, hyphens = false) =>
    broken(fonts.text.prepare(spec([text(content, { hyphens })], { breaking: "optimal" })), width);

  test.each([
    ["one word", "Le jeu « Données » et sa matrice", 140, ["Le jeu « Données » et", "sa matrice"]],
    [
      "one word that the line above could all but hold",
      "La matrice, hors de vue au début",
      144,
      ["La matrice, hors de vue", "au début"],
    ],
    [
      "two tiny words",
      "Les volets du plateau et les matrices sont prêts, collés s’il le faut.",
      282,
      ["Les volets du plateau et les matrices sont prêts, collés", "s’il le faut."],
    ],
  ])("does not leave %s alone in the last line", (_, content, width, lines) => {
    expect(set(content, width)).toEqual(lines);
  });

  test("leaves a word alone rather than end the line above far from the margin", () => {
    const content = "Il faut parfois anticonstitutionnellement décider";
    expect(set(content, 205)).toEqual(["Il faut parfois anticonstitutionnellement", "décider"]);
  });

  test("ends with more than one word at any width, in no more lines than line by line", () => {
    for (let width = 110; width < 330; width += 3) {
      const lines = set(PROSE, width, true);
      const greedy = broken(fonts.text.prepare(spec([text(PROSE, { hyphens: true })], { breaking: "greedy" })), width);
      expect(lines.length, String(width)).toBeLessThanOrEqual(greedy.length);
      expect(lines.at(-1)!.trim().split(" ").length, `${width}: ${lines.at(-1)}`).toBeGreaterThan(1);
    }
  });

  test("is not given up for a no-break space, which no ragged line shrinks", () => {
    const content = `Le jeu « Données » et sa\u00a0matrice, puis la pile de cartes\u00a0vierges`;
    for (let width = 90; width < 240; width += 2)
      for (const line of fonts.text.prepare(spec(content, { breaking: "optimal" })).at(width).lines)
        expect(line.width, String(width)).toBeLessThanOrEqual(width + 0.1);
  });
});

describe("justified lines", () => {
  test.each(["greedy", "optimal"] as const)("fill the width, but for the last one (%s)", (breaking) => {
    const list = widths(PROSE, 180, { breaking, align: "justify" });
    expect(list.length).toBeGreaterThan(4);
    for (const width of list.slice(0, -1)) expect(width).toBeCloseTo(180, 4);
    expect(list.at(-1)).toBeLessThan(180);
  });

  test("are not stretched before a break that the author asked for", () => {
    const inlines = [text("Bonjour tout le monde"), BREAK, text("Bonsoir")];
    const [first] = fonts.text.prepare(spec(inlines, { align: "justify" })).at(300).lines;
    expect(first?.width).toBeLessThan(150);
  });

  test("stretch word spaces and no-break spaces alike, never narrow ones", () => {
    const content = "Voici 10\u202f000\u00a0personnes qui viennent ici ce soir";
    const [line] = fonts.text.prepare(spec(content, { align: "justify" })).at(170).lines;
    const piece = line!.pieces[0]!;
    if (piece.kind !== "glyphs") throw new Error("A line of text has glyphs.");
    const spaces = lineText(line!).match(/[ \u00a0]/g)!.length;
    const natural = glyphsOf(piece.run).reduce((sum, glyph) => sum + glyph.advance, 0) / 100;
    expect(piece.run.wordSpacing).toBeGreaterThan(0);
    expect(natural + spaces * piece.run.wordSpacing).toBeCloseTo(170, 4);
  });

  test("chosen for the whole paragraph are more even than greedy ones", () => {
    const spacing = (breaking: "greedy" | "optimal") => {
      const { lines } = fonts.text
        .prepare(spec([text(PROSE, { hyphens: true })], { breaking, align: "justify" }))
        .at(150);
      const looseness = lines
        .slice(0, -1)
        .map(({ pieces: [piece] }) => (piece?.kind === "glyphs" ? Math.abs(piece.run.wordSpacing) : 0));
      return Math.max(...looseness);
    };
    expect(spacing("optimal")).toBeLessThan(spacing("greedy"));
  });

  test("shrink the spaces of a last line that is a little too full", () => {
    for (let width = 100; width < 260; width += 1) {
      const list = widths(PROSE, width, { breaking: "optimal", align: "justify" });
      expect(Math.max(...list)).toBeLessThanOrEqual(width + 0.1);
    }
  });
});

describe("alignment", () => {
  test.each([
    ["start", "ltr", 0],
    ["end", "ltr", 1],
    ["center", "ltr", 0.5],
    ["start", "rtl", 1],
    ["end", "rtl", 0],
    ["center", "rtl", 0.5],
  ] as const)("%s in %s text leaves this part of the free width on the left: %d", (align, direction, part) => {
    const [line] = fonts.text.prepare(spec("Bonjour", { align, direction })).at(100).lines;
    expect(line!.left).toBeCloseTo((100 - line!.width) * part, 4);
  });

  test("of a word that is too wide lets it stick out where reading ends", () => {
    const left = (direction: "ltr" | "rtl") =>
      fonts.text.prepare(spec("extraordinairement", { align: "center", direction })).at(20).lines[0]!.left;
    expect(left("ltr")).toBe(0);
    expect(left("rtl")).toBeLessThan(0);
  });
});
