import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { glyphsOf, loadHyphenation } from "../../src/text/index.js";
import { BREAK, broken, type Fonts, lineText, object, STYLE, spec, testFonts, text } from "./support.js";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
  loadHyphenation("fr");
});

const NBSP = "\u00a0";
const NARROW = "\u202f";
const lines = (content: string, width: number) => broken(fonts.text.prepare(spec(content)), width);

describe("a line", () => {
  test("takes as many words as it holds, and the space at its end hangs", () => {
    const paragraph = fonts.text.prepare(spec("Bonjour tout le monde entier"));
    const first = paragraph.at(60).lines[0]!;
    expect(broken(paragraph, 60)).toEqual(["Bonjour tout", "le monde", "entier"]);
    expect(first.width).toBeCloseTo(fonts.text.prepare(spec("Bonjour tout")).maxContent, 6);
  });

  test.each([
    ["a question mark", `Vraiment${NARROW}? Oui.`],
    ["a question mark after a plain space", "Vraiment ? Oui."],
    ["a closing guillemet", `«${NBSP}Vraiment${NBSP}» oui`],
    ["a closing guillemet after a plain space", "« Vraiment » oui"],
    ["a colon", `Voici${NBSP}: oui`],
    ["a percent sign after a plain space", "Il reste 50 % du temps"],
    ["a unit after a no-break space", `Il reste 50${NBSP}km environ`],
  ])("never begins with %s", (_, content) => {
    for (let width = 5; width < 120; width += 2) {
      for (const line of lines(content, width)) expect(line).not.toMatch(/^[?»:%]|^km/u);
    }
  });

  test("never ends with an opening guillemet", () => {
    for (let width = 5; width < 120; width += 2) {
      for (const line of lines("Il dit « bonjour » puis « merci »", width)) expect(line).not.toMatch(/«\s*$/u);
    }
  });

  test("never ends at an apostrophe, inside a no-break pair or after a no-break hyphen", () => {
    for (const content of [
      "l’école d’aujourd’hui",
      `10${NARROW}000${NBSP}€`,
      "x\u2011y\u2011z",
      `n°${NBSP}5`,
      "10\u2009000",
    ]) {
      for (const line of lines(content, 1)) expect(["l’école", "d’aujourd’hui", content]).toContain(line);
    }
  });

  test("may end after the hyphen of a compound, but not between the t and its pronoun", () => {
    expect(lines("peut-être", 30)).toEqual(["peut-", "être"]);
    expect(lines("viendra-t-il", 10)).toEqual(["viendra-", "t-il"]);
  });

  test("ends its lines by the habits of its own words, whatever the language around them", () => {
    const german = { ...STYLE, lang: "de" };
    expect(broken(fonts.text.prepare(spec([text("viendra-t-il")], { strut: german })), 10)).toEqual([
      "viendra-",
      "t-il",
    ]);
    expect(broken(fonts.text.prepare(spec([text("viendra-t-il", german)])), 10)).toEqual(["viendra-", "t-", "il"]);
  });

  test("keeps narrow spaces narrow, as characters of their own", () => {
    const line = fonts.text.prepare(spec(`Quoi${NARROW}?`)).at(200).lines[0]!;
    expect(lineText(line)).toBe(`Quoi${NARROW}?`);
    const glyphs = line.pieces.flatMap((piece) => (piece.kind === "glyphs" ? glyphsOf(piece.run) : []));
    const narrow = glyphs.find((glyph) => glyph.text === NARROW)!;
    const space = fonts.shaper.shape(fonts.faces.regular, " ", SETTING).advance;
    expect(narrow.advance).toBeCloseTo(space / 2, 0);
  });

  test("holds a word that is wider than the width whole, sticking out", () => {
    const paragraph = fonts.text.prepare(spec("un anticonstitutionnellement long"));
    expect(broken(paragraph, 40)).toEqual(["un", "anticonstitutionnellement", "long"]);
    expect(paragraph.at(40).width).toBeGreaterThan(40);
    expect(paragraph.at(40).width).toBeCloseTo(paragraph.minContent, 6);
  });

  test("cuts a web address only where nothing else fits", () => {
    const content = "Voir https://cafe-ia.org/une-page";
    expect(lines(content, 130)).toEqual(["Voir", "https://cafe-ia.org/une-page"]);
    const narrow = lines(content, 60);
    expect(narrow.join("")).toBe("Voirhttps://cafe-ia.org/une-page");
    expect(narrow).not.toContain("https://");
  });

  test.each([
    ["after a slash, however little that fills the line", 130, "cafeia.org/|formats-danimation"],
    ["after the last slash that fits", 150, "lesbases.gouv.fr/ressources/|la-mallette"],
    ["after a slash and not before the sign behind it", 60, "cafeia.org/|?p=2501"],
    ["else before a dot", 85, "participer|.montpellier.fr"],
    ["else before a question mark or the like", 70, "cafeia.org/|index.php|?page=77"],
    ["before the sign of a mail address", 60, "bonjour|@cafeia.org"],
    ["at a hyphen where nothing else is left", 70, "cafeia.org/|formats-|danimation"],
  ])("cuts it %s", (_, width, cut) => {
    for (const breaking of ["greedy", "optimal"] as const) {
      const address = text(cut.replaceAll("|", ""), { hyphens: true });
      expect(broken(fonts.text.prepare(spec([address], { breaking })), width).join("|"), breaking).toBe(cut);
    }
  });

  test("in a paragraph may cut an address after a slash to fill the line before, never at its hyphen", () => {
    const content = "Vous en trouverez d’autres encore sur la page cafeia.org/formats-danimation de ce site.";
    for (let width = 160; width < 300; width += 4) {
      const set = broken(fonts.text.prepare(spec(content, { breaking: "optimal" })), width);
      for (const line of set) expect(line, String(width)).not.toMatch(/formats-$/);
    }
  });

  test("pulls one more word down to a short last word that would stand alone", () => {
    expect(lines("Bonjour tout le monde là", 106)).toEqual(["Bonjour tout le", "monde là"]);
    expect(lines("Bonjour tout le monde entier", 106)).toEqual(["Bonjour tout le monde", "entier"]);
  });
});

const SETTING = { features: [], lang: "fr", script: "Latn", rtl: false, wholeGraphemes: false };

describe("a paragraph", () => {
  test("collapses spaces and line ends of the source", () => {
    expect(lines("  Bonjour \n\t tout   le monde ", 500)).toEqual(["Bonjour tout le monde"]);
  });

  test("without anything to show has no lines", () => {
    for (const content of ["", "   ", "\n"])
      expect(fonts.text.prepare(spec(content)).at(100)).toMatchObject({ height: 0 });
  });

  test("ends lines where the author asked for it; the last break makes no empty line", () => {
    const paragraph = fonts.text.prepare(spec([text("un"), BREAK, BREAK, text("deux"), BREAK]));
    expect(broken(paragraph, 100)).toEqual(["un", "", "deux"]);
    expect(paragraph.at(100).height).toBeCloseTo(3 * 14, 6);
  });

  test("that must not wrap is one line, however narrow", () => {
    const paragraph = fonts.text.prepare(spec("Bonjour tout le monde", { wrap: false }));
    expect(broken(paragraph, 10)).toEqual(["Bonjour tout le monde"]);
    expect(paragraph.minContent).toBe(paragraph.maxContent);
  });

  test("needs one line at its maxContent and holds together at its minContent", () => {
    const paragraph = fonts.text.prepare(spec("Bonjour tout le monde entier"));
    expect(paragraph.at(paragraph.maxContent).lines).toHaveLength(1);
    expect(paragraph.at(Number.POSITIVE_INFINITY).lines).toHaveLength(1);
    expect(paragraph.at(paragraph.minContent).width).toBeLessThanOrEqual(paragraph.minContent + 0.02);
  });

  test("indents its first line only", () => {
    const {
      lines: [first, second],
    } = fonts.text.prepare(spec("Bonjour tout le monde", { indent: 12 })).at(70);
    expect([first?.left, second?.left]).toEqual([12, 0]);
  });

  test("breaks once per width", () => {
    const paragraph = fonts.text.prepare(spec("Bonjour tout le monde"));
    expect(paragraph.at(50)).toBe(paragraph.at(50));
  });

  test("sets its words on one line whatever their styles, without a break between them", () => {
    const bold = text("tout", { weight: 700 });
    const paragraph = fonts.text.prepare(spec([text("Bonjour "), bold, text(", le monde")]));
    expect(broken(paragraph, 55)).toEqual(["Bonjour", "tout, le", "monde"]);
    const pieces = paragraph.at(400).lines[0]!.pieces;
    expect(pieces.map((piece) => piece.tag)).toEqual(["Bonjour ", "tout", ", le monde"]);
    expect(pieces.map((piece) => piece.kind === "glyphs" && piece.run.face.weight)).toEqual([400, 700, 400]);
  });

  test("hands the link of an inline to its pieces", () => {
    const link = { ...text("ici"), link: "https://example.org/" };
    const pieces = fonts.text.prepare(spec([text("Voir "), link])).at(400).lines[0]!.pieces;
    expect(pieces.map((piece) => piece.kind === "glyphs" && piece.link)).toEqual([undefined, "https://example.org/"]);
  });

  test("treats an object as a word", () => {
    const paragraph = fonts.text.prepare(spec([text("Bonjour "), object(20), text(" monde")]));
    expect(broken(paragraph, 60)).toEqual(["Bonjour ▢", "monde"]);
    expect(broken(paragraph, 45)).toEqual(["Bonjour", "▢", "monde"]);
  });

  test("spaces letters out without a space after the last one, and without ligatures", () => {
    const plain = fonts.text.prepare(spec("Oui")).maxContent;
    const spaced = fonts.text.prepare(spec([text("Oui", { letterSpacing: 3 })]));
    expect(spaced.maxContent).toBeCloseTo(plain + 2 * 3, 6);
    const piece = spaced.at(100).lines[0]!.pieces[0]!;
    expect(piece.width).toBeCloseTo(spaced.maxContent, 6);
  });
});

const words = fc.array(
  fc.constantFrom(
    "Le",
    "modèle",
    "répond",
    "«\u00a0quoi\u202f?\u00a0»",
    "peut-être",
    "l’intelligence",
    "artificielle,",
    "https://cafe-ia.org/une-page",
    "10\u202f000\u00a0€",
    "x\u2011y",
    "extraordinairement",
    "é\u0301",
    "à.",
    "→",
  ),
  { minLength: 1, maxLength: 30 },
);
const modes = fc.record({
  breaking: fc.constantFrom("greedy" as const, "balance" as const, "optimal" as const),
  align: fc.constantFrom("start" as const, "end" as const, "center" as const, "justify" as const),
});

describe("whatever the text, the width and the way of breaking", () => {
  const withoutSpaces = (content: string) => content.replace(/[ \u00ad]/g, "");

  test("no character is lost, doubled or moved", () => {
    fc.assert(
      fc.property(words, modes, fc.integer({ min: 10, max: 400 }), fc.boolean(), (list, mode, width, hyphens) => {
        const content = list.join(" ");
        const paragraph = fonts.text.prepare(spec([text(content, { hyphens })], mode));
        expect(paragraph.missing).toEqual([]);
        const set = paragraph.at(width).lines.map((line) => lineText(line).replace(line.hyphenated ? /-$/ : /$^/, ""));
        expect(withoutSpaces(set.join(""))).toBe(withoutSpaces(content));
      }),
      { numRuns: 150 },
    );
  });

  test("no line is wider than the width unless it is one word that cannot be broken", () => {
    fc.assert(
      fc.property(words, modes, fc.integer({ min: 10, max: 400 }), (list, mode, width) => {
        const paragraph = fonts.text.prepare(spec(list.join(" "), mode));
        for (const line of paragraph.at(width).lines) {
          if (line.width > width + 0.1) expect(lineText(line)).not.toContain(" ");
          expect(line.left).toBeGreaterThanOrEqual(-0.001);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a box is measured as high as its lines are when they are drawn", () => {
    fc.assert(
      fc.property(words, modes, fc.integer({ min: 10, max: 400 }), fc.boolean(), (list, mode, width, isMixed) => {
        const inlines = list.map((word, index) => text(`${word} `, isMixed && index % 3 === 1 ? { size: 14 } : {}));
        const paragraph = fonts.text.prepare(spec(inlines, mode));
        const measured = paragraph.heightAt(width);
        expect(paragraph.at(width).height).toBe(measured);
        expect(fonts.text.prepare(spec(inlines, mode)).at(width).height).toBe(measured);
      }),
      { numRuns: 80 },
    );
  });

  test("pieces stand side by side and fill the line exactly", () => {
    fc.assert(
      fc.property(words, modes, fc.integer({ min: 40, max: 300 }), (list, mode, width) => {
        const inlines = list.map((word, index) => text(`${word} `, { weight: index % 2 ? 700 : 400 }));
        for (const line of fonts.text.prepare(spec(inlines, mode)).at(width).lines) {
          let x = line.left;
          for (const piece of line.pieces) {
            expect(piece.x).toBeCloseTo(x, 4);
            x += piece.width;
          }
          expect(x).toBeCloseTo(line.left + line.width, 4);
        }
      }),
      { numRuns: 80 },
    );
  });
});
