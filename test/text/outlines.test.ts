import { beforeAll, describe, expect, test } from "vitest";
import type { Path } from "../../src/graphics.js";
import { type GlyphRun, glyphsOf } from "../../src/text/index.js";
import { runOutline } from "../../src/text/outlines.js";
import { type Fonts, testFonts } from "./support.js";

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
});

const SETTING = { features: [], lang: "fr", script: "Latn", rtl: false, wholeGraphemes: false };

const run = (text: string, changes: Partial<GlyphRun> = {}): GlyphRun => {
  const face = changes.face ?? fonts.faces.regular;
  const { glyphs } = fonts.shaper.shape(face, text, SETTING);
  return { face, size: 10, words: [glyphs], letterSpacing: 0, wordSpacing: 0, rtl: false, ...changes };
};

/** All coordinates, control points included. */
const numbers = (path: Path, which: "x" | "y"): number[] =>
  path.flatMap((step) => (step.slice(1) as number[]).filter((_, index) => index % 2 === (which === "x" ? 0 : 1)));

describe("a glyph's outline", () => {
  test("is in font units, upwards, and closed", () => {
    const [capital] = glyphsOf(run("H"));
    const outline = fonts.faces.regular.outline(capital!.id);
    expect(Math.min(...numbers(outline, "y"))).toBe(0);
    expect(Math.max(...numbers(outline, "y"))).toBe(fonts.faces.regular.capHeight);
    expect(outline[0]![0]).toBe("M");
    expect(outline.at(-1)).toEqual(["Z"]);
  });

  test("does not go back to its start twice", () => {
    const [hyphen] = glyphsOf(run("-"));
    expect(fonts.faces.regular.outline(hyphen!.id).map(([kind]) => kind)).toEqual(["M", "L", "L", "L", "Z"]);
  });

  test("has cubic curves only", () => {
    const [round] = glyphsOf(run("o"));
    const kinds = new Set(fonts.faces.regular.outline(round!.id).map(([kind]) => kind));
    expect(kinds).toEqual(new Set(["M", "C", "Z"]));
  });

  test("is read once", () => {
    const [letter] = glyphsOf(run("a"));
    expect(fonts.faces.regular.outline(letter!.id)).toBe(fonts.faces.regular.outline(letter!.id));
  });
});

describe("a run's outline", () => {
  test("of a space is empty", () => expect(runOutline(run(" "), 0.01)).toEqual([]));

  test("is in points, downwards from the baseline", () => {
    const ys = numbers(runOutline(run("H"), 0.01), "y");
    expect(Math.min(...ys)).toBe(-6.68);
    expect(Math.max(...ys)).toBeCloseTo(0);
  });

  test.each([
    ["its advance", {}, 0],
    ["letter-spacing", { letterSpacing: 2 }, 2],
    ["word spacing", { wordSpacing: 3 }, 3],
  ])("moves on by %s", (_, changes, extra) => {
    const text = extra === 3 ? " I" : "II";
    const plain = runOutline(run(text), 0.01);
    const moved = runOutline(run(text, changes), 0.01);
    expect(Math.max(...numbers(moved, "x"))).toBeCloseTo(Math.max(...numbers(plain, "x")) + extra, 2);
  });

  test("goes where offsets take a glyph, without moving the next one", () => {
    const [first, second] = glyphsOf(run("II"));
    const plain = runOutline(run("II"), 0.01);
    const lifted = runOutline(run("II", { words: [[{ ...first!, dx: 100, dy: 200 }, second!]] }), 0.01);
    const half = plain.length / 2;
    expect(lifted.slice(half)).toEqual(plain.slice(half));
    expect(lifted[0]![1]).toBeCloseTo((plain[0]![1] as number) + 1, 2);
    expect(lifted[0]![2]).toBeCloseTo((plain[0]![2] as number) - 2, 2);
  });

  test.each([
    [0.01, 2],
    [0.06, 2],
    [0.2, 1],
    [5, 0],
  ])("that may be off by %d pt has %d decimals", (tolerance, decimals) => {
    const grid = 10 ** decimals;
    for (const value of numbers(runOutline(run("Ça & là"), tolerance), "x")) {
      expect(value).toBe(Math.round(value * grid) / grid);
    }
  });

  test("is drawn in fewer words the more it may be off", () => {
    const size = (tolerance: number): number => JSON.stringify(runOutline(run("Bonjour à tous"), tolerance)).length;
    expect(size(0.1)).toBeLessThan(0.7 * size(0.01));
    expect(size(1)).toBeLessThan(0.7 * size(0.1));
  });

  test.each([0.1, 0.5, 2])("is off by no more than it may: %d pt", (tolerance) => {
    const letter = run("S", { size: 100 });
    const exact = trace(runOutline(letter, 1e-3));
    const furthest = trace(runOutline(letter, tolerance)).map(([x, y]) =>
      exact.reduce((nearest, point) => Math.min(nearest, Math.hypot(point[0] - x, point[1] - y)), Infinity),
    );
    // Curves that became lines, and points that moved to the grid.
    expect(Math.max(...furthest)).toBeLessThan(2 * tolerance + STEP);
  });
});

/** The finest distance at which `trace` tells points apart. */
const STEP = 0.25;

/** Points along a path, close to each other. */
function trace(path: Path): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  let start: [number, number] = [0, 0];
  let pen = start;
  for (const step of path) {
    const end: [number, number] = step[0] === "Z" ? start : [step.at(-2) as number, step.at(-1) as number];
    if (step[0] === "M") start = end;
    else points.push(...along([pen, ...controls(step, pen, end), end]));
    pen = end;
  }
  return points;
}

type Corner = readonly [number, number];

const controls = (step: Path[number], pen: Corner, end: Corner): readonly [Corner, Corner] =>
  step[0] === "C"
    ? [
        [step[1], step[2]],
        [step[3], step[4]],
      ]
    : [pen, end];

function along([a, b, c, d]: readonly Corner[]): [number, number][] {
  const count = Math.ceil(Math.hypot(d![0] - a![0], d![1] - a![1]) / STEP) * 2 + 1;
  const at = (t: number, axis: 0 | 1): number =>
    a![axis] * (1 - t) ** 3 + 3 * b![axis] * t * (1 - t) ** 2 + 3 * c![axis] * t ** 2 * (1 - t) + d![axis] * t ** 3;
  return Array.from({ length: count + 1 }, (_, index) => [at(index / count, 0), at(index / count, 1)]);
}
