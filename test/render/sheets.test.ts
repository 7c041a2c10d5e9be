import { describe, expect, test } from "vitest";
import type { Mark, Sheet } from "../../src/impose/sheet.js";
import { runWidth } from "../../src/text/index.js";
import { mm } from "../../src/units.js";
import {
  A4,
  BLEED,
  box,
  CARD,
  card,
  documentOf,
  faceOf,
  grid,
  INFO,
  oneCard,
  placeCard,
  RED,
  run,
  setLabel,
  sheet,
  slot,
  words,
} from "./fixtures.js";
import { objectsWith, open, operatorsOf, pixelsOf, renderFresh, textOf, textsOf } from "./reader.js";

const page = (text: string) => card([words(text, { x: 30, y: 50 })]);

describe("a sheet", () => {
  test("has the exact paper, trim and bleed boxes on fronts and backs", async () => {
    const bytes = await renderFresh(
      documentOf([sheet({ front: grid(["a"]), back: grid(["a"], "back") })], { a: page("A") }),
    );
    const pages = objectsWith(bytes, "/Type /Page\n");
    expect(pages).toHaveLength(2);
    for (const { dictionary } of pages) {
      const boxes = Object.fromEntries(
        [...dictionary.matchAll(/\/(\w+Box) \[([^\]]+)\]/g)].map(([, name, numbers]) => [
          name,
          numbers!.split(" ").map(Number),
        ]),
      );
      expect(boxes.MediaBox).toEqual([0, 0, 595.275591, 841.889764]);
      const left = mm(10.5);
      const top = A4.height - mm(16.5);
      const trim = [left, top - 3 * CARD.height, left + 3 * CARD.width, top];
      expect(boxes.TrimBox!.map((value: number) => Math.round(value * 1000))).toEqual(
        trim.map((v) => Math.round(v * 1000)),
      );
      expect(boxes.BleedBox![0]).toBeCloseTo(left - BLEED, 3);
      expect(boxes.BleedBox![3]).toBeCloseTo(top + BLEED, 3);
    }
  });

  test("never has a box larger than its page", async () => {
    const whole = sheet({ front: grid(["a"]) });
    const large = { x: -5, y: -5, width: A4.width + 10, height: A4.height + 10 };
    const bytes = await renderFresh(documentOf([{ ...whole, bleedBox: large }], { a: page("A") }));
    expect(objectsWith(bytes, "/Type /Page\n")[0]!.dictionary).toContain("/BleedBox [0 0 595.275591 841.889764]");
  });

  test("shows each face in its place and keeps it inside its clip", async () => {
    const ground = card([
      { kind: "path", at: { x: 0, y: 0 }, path: box(0, 0, 300, 300), fill: { kind: "color", color: RED } },
    ]);
    const place = { x: mm(50), y: mm(40) };
    const bytes = await renderFresh(documentOf([sheet({ front: [placeCard(slot("a"), place)] })], { a: ground }));
    const pixels = await pixelsOf(bytes, 1);
    expect(pixels.at(place.x + 3, place.y + 3)).toEqual([204, 26, 26]);
    expect(pixels.at(place.x + CARD.width - 3, place.y + CARD.height - 3)).toEqual([204, 26, 26]);
    expect(pixels.at(place.x - 3, place.y + 3)).toEqual([255, 255, 255]);
    expect(pixels.at(place.x + 3, place.y + CARD.height + 3)).toEqual([255, 255, 255]);
  });

  test("turns a face with its placement", async () => {
    const upright = placeCard(slot("a"), { x: 0, y: 0 });
    // A quarter turn clockwise, then into the middle of the sheet.
    const turned = {
      ...upright,
      transform: [0, 1, -1, 0, 400, 100] as const,
      clip: { x: 0, y: 0, width: 595, height: 842 },
    };
    const [placed] = await textsOf(await renderFresh(documentOf([sheet({ front: [turned] })], { a: page("Tourné") })));
    expect(placed!.x).toBeCloseTo(400 - 50, 1);
    expect(placed!.y).toBeCloseTo(A4.height - (100 + 30), 1);
  });

  test("writes a face once, however often it is placed", async () => {
    const pieces = ["a", "b", "a", "a", "b", "a"];
    const sheets = [sheet({ front: grid(pieces) }, 1), sheet({ front: grid(pieces) }, 2)];
    const bytes = await renderFresh(documentOf(sheets, { a: page("A"), b: page("B") }));
    expect(objectsWith(bytes, "/Subtype /Form")).toHaveLength(2);
    expect(await textOf(bytes, 2)).toBe("A\nB\nA\nA\nB\nA");
  });

  test("writes equal faces of different pieces once", async () => {
    const bytes = await renderFresh(documentOf([sheet({ front: grid(["a", "b"]) })], { a: page("X"), b: page("X") }));
    expect(objectsWith(bytes, "/Subtype /Form")).toHaveLength(1);
  });

  test("is written before the next one is asked for, and each face is asked for once", async () => {
    const events: string[] = [];
    function* sheets(): Generator<Sheet> {
      for (const number of [1, 2]) {
        events.push(`sheet ${number}`);
        yield sheet({ front: grid(["a", "b", "a"]) }, number);
      }
    }
    await renderFresh({
      info: INFO,
      sheets: sheets(),
      face({ piece }) {
        events.push(piece);
        return faceOf(page(piece));
      },
      label: (text, size) => setLabel(run(text, { size })),
      outline: (_, side) => void events.push(side),
    });
    expect(events).toEqual(["sheet 1", "a", "b", "front", "sheet 2", "front"]);
  });

  test("has an outline entry where it has a title", async () => {
    const document = documentOf(
      [sheet({ front: grid(["a"]), back: grid(["a"], "back") }, 1), sheet({ front: grid(["a"]) }, 2)],
      { a: page("A") },
    );
    const bytes = await renderFresh({
      ...document,
      outline: ({ number }, side) => (side === "front" ? `Feuille ${number}` : undefined),
    });
    const outline = await (await open(bytes)).getOutline();
    expect(outline.map(({ title }) => title)).toEqual(["Feuille 1", "Feuille 2"]);
  });

  test("has no links: it is paper", async () => {
    const link = { kind: "link", at: { x: 0, y: 0 }, size: CARD, url: "https://example.org" } as const;
    const bytes = await renderFresh(oneCard(link, words("A", { x: 20, y: 20 })));
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Annot|URI/);
  });
});

describe("marks", () => {
  const withMarks = (...marks: readonly Mark[]): Promise<Uint8Array> =>
    renderFresh(documentOf([sheet({ front: [], marks })], {}));
  const line = (use: Extract<Mark, { kind: "line" }>["use"]): Mark => ({
    kind: "line",
    use,
    from: { x: 20, y: 30 },
    to: { x: 20, y: 44 },
  });

  test.each([
    ["crop", "0 G\n0.25 w\n0 J\n0 j\n10 M\n[] 0 d"],
    ["fold", "0 G\n0.25 w\n0 J\n0 j\n10 M\n[2 2] 0 d"],
    ["staple", "0 G\n1 w\n0 J\n0 j\n10 M\n[] 0 d"],
    ["overlap", "0 G\n0.25 w\n0 J\n0 j\n10 M\n[4 2] 0 d"],
    ["register", "0 G\n0.25 w\n0 J\n0 j\n10 M\n[] 0 d"],
    ["ruler", "0 G\n0.4 w\n0 J\n0 j\n10 M\n[] 0 d"],
    ["figure", "0 G\n0.6 w\n0 J\n0 j\n10 M\n[] 0 d"],
    ["knife", "0 G\n1.4 w\n0 J\n0 j\n10 M\n[] 0 d"],
  ] as const)("a %s line is thin, and black ink alone", async (use, style) => {
    expect(operatorsOf(await withMarks(line(use)))).toContain(`${style}\n20 30 m\n20 44 l\nS\n`);
  });

  test.each([
    ["start", 0, 100, 300],
    ["middle", 0, 90, 300],
    ["end", 0, 80, 300],
    ["start", 90, 100, 300],
    ["middle", 90, 100, 290],
    ["end", 270, 100, 320],
    ["end", 180, 120, 300],
  ] as const)("words anchored at their %s and turned by %d° stand right", async (anchor, angle, x, y) => {
    // 20 points wide: stretch the one word to that.
    const glyphs = run("AB", { size: 8 });
    const width = 20 - runWidth(glyphs);
    const bytes = await renderFresh({
      ...documentOf(
        [sheet({ front: [], marks: [{ kind: "text", text: "AB", at: { x: 100, y: 300 }, size: 8, anchor, angle }] })],
        {},
      ),
      label: () => setLabel({ ...glyphs, letterSpacing: width / 2 }),
    });
    const [placed] = await textsOf(bytes);
    expect(placed!.x).toBeCloseTo(x, 1);
    expect(placed!.y).toBeCloseTo(A4.height - y, 1);
  });

  test.each([
    ["end", 0, [60, 70], [300, 300]],
    ["start", 90, [100, 100], [300, 310]],
    ["middle", 270, [100, 100], [320, 310]],
  ] as const)("words of several runs stand beside one another: %s, %d°", async (anchor, angle, xs, ys) => {
    const runs = [10, 0].map((x) => ({ x, run: run(x === 0 ? "A" : "B", { size: 8 }) }));
    const mark: Mark = { kind: "text", text: "AB", at: { x: 100, y: 300 }, size: 8, anchor, angle };
    const bytes = await renderFresh({
      ...documentOf([sheet({ front: [], marks: [mark] })], {}),
      label: () => ({ width: 40, runs }),
    });
    const placed = await textsOf(bytes);
    for (const [index, letter] of ["A", "B"].entries()) {
      const { x, y } = placed.find(({ text }) => text === letter)!;
      expect([x, A4.height - y]).toEqual([expect.closeTo(xs[index]!, 1), expect.closeTo(ys[index]!, 1)]);
    }
  });

  test("words ask for the face that they are set in", async () => {
    const asked: (string | undefined)[] = [];
    const text = { kind: "text", text: "AB", at: { x: 100, y: 300 }, size: 8, anchor: "start", angle: 0 } as const;
    await renderFresh({
      ...documentOf([sheet({ front: [], marks: [text, { ...text, face: "title" }] })], {}),
      label(words, size, face) {
        asked.push(face);
        return setLabel(run(words, { size }));
      },
    });
    expect(asked).toEqual([undefined, "title"]);
  });

  test("glue is a light hatch inside its area", async () => {
    const bytes = await withMarks({ kind: "glue", area: { x: 100, y: 100, width: 60, height: 40 } });
    const operators = operatorsOf(bytes);
    expect(operators).toContain("100 100 60 40 re\nW n");
    expect(operators).toContain("0.8 G");
    const { at } = await pixelsOf(bytes, 4);
    const row = Array.from({ length: 240 }, (_, i) => at(100 + i / 4, 120)[0]);
    expect(Math.min(...row)).toBeLessThan(250);
    expect(Math.min(...row)).toBeGreaterThanOrEqual(204);
    expect(at(99, 120)).toEqual([255, 255, 255]);
  });
});
