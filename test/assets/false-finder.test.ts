/** Codes as scanners see them: in whole dots, which make some runs of modules a dot longer and others shorter. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hasFalseFinder, type Modules } from "../../src/assets/false-finder.js";
import { encodeQr, type QrCode } from "../../src/assets/qr.js";

const modulesOf = ({ modules: size, runs }: QrCode): Modules => {
  const data = new Uint8Array(size * size);
  for (const [row, column, length] of runs) data.fill(1, row * size + column, row * size + column + length);
  return { size, data };
};

/** The runs of dots across or down, each with its middle: [dark, length, middle]. */
function runsOf(line: readonly number[]): readonly (readonly [dark: boolean, length: number, middle: number])[] {
  const runs: [boolean, number, number][] = [];
  for (let start = 0; start < line.length; ) {
    let end = start;
    while (end < line.length && line[end] === line[start]) end += 1;
    runs.push([line[start] === 1, end - start, (start + end) / 2]);
    start = end;
  }
  return runs;
}

/** What looks like 1 : 1 : 3 : 1 : 1, each run off by half a module at most: its middle, and how large a module seems. */
const likeFinders = (line: readonly number[]): readonly (readonly [middle: number, module: number])[] => {
  const runs = runsOf(line);
  return runs.flatMap(([dark], at) => {
    const five = runs.slice(at, at + 5);
    if (!dark || five.length < 5) return [];
    const module = five.reduce((sum, [, length]) => sum + length, 0) / 7;
    const isLike = five.every(([, length], i) => Math.abs(length - (i === 2 ? 3 : 1) * module) <= 0.55 * module);
    return isLike ? [[five[2]![2], module] as const] : [];
  });
};

/** How many finder patterns a scanner sees that takes a dot for so much of a module. */
function findersIn({ size, data }: Modules, perModule: number, shift: number): number {
  const side = Math.floor(size * perModule);
  const module = (dot: number): number => Math.min(size - 1, Math.max(0, Math.floor((dot + shift) / perModule)));
  const dot = (x: number, y: number): number => data[module(y) * size + module(x)]!;
  const all = Array.from({ length: side }, (_, i) => i);
  const down = all.map((x) => likeFinders(all.map((y) => dot(x, y))));
  const seen: (readonly [x: number, y: number])[] = [];
  for (const y of all)
    for (const [x, module] of likeFinders(all.map((at) => dot(at, y)))) {
      const near = 3 * perModule;
      const crosses = down[Math.floor(x)]!.some(
        ([middle, other]) => Math.abs(middle - y) <= 0.6 * module && Math.abs(other - module) <= 0.3 * module,
      );
      if (crosses && !seen.some(([sx, sy]) => Math.abs(sx - x) < near && Math.abs(sy - y) < near)) seen.push([x, y]);
    }
  return seen.length;
}

const ADDRESSES = [...readFileSync("cards/links.yaml", "utf8").matchAll(/url: (\S+)/g)].map(([, url]) => url!);

/** The code turned by quarters, clockwise, as a card lies on its sheet. */
function turned({ size, data }: Modules, quarters: number): Modules {
  if (quarters === 0) return { size, data };
  const around = data.map((_, at) => data[(size - 1 - (at % size)) * size + Math.floor(at / size)]!);
  return turned({ size, data: around }, quarters - 1);
}

describe("codes of the kit’s addresses", () => {
  // The most that a module of half a millimetre is off at 400 dots an inch, and where the dots begin.
  const SHIFTS = [0, 0.25, 0.5, 0.75];
  const scans = (quarters: number, dots: readonly number[]) =>
    dots.flatMap((perModule) => SHIFTS.map((shift) => [perModule, shift, quarters] as const));
  // Upside down is upright, shifted.
  const SCANS = [...scans(0, [7.29, 7.37, 7.43, 9]), ...scans(1, [7.37]), ...scans(3, [7.37])];
  test.each(SCANS)(
    "hold three finder patterns and nothing like a fourth, at %s dots a module, shifted by %s, turned by %s quarters",
    (dots, shift, quarters) => {
      const four = ADDRESSES.filter((url) => findersIn(turned(modulesOf(encodeQr(url)!), quarters), dots, shift) !== 3);
      expect(four).toEqual([]);
    },
  );
});

test("a square of a finder's proportions amid the data is found out, near ones by careful scanners alone", () => {
  const code = modulesOf(encodeQr("https://example.org/")!);
  const square = (widths: readonly number[]): Modules => {
    const data = Uint8Array.from(code.data);
    const line = widths.flatMap((width, at) => Array.from({ length: width }, () => at));
    const isEdge = (at: number): boolean => at === 0 || at === widths.length - 1;
    line.forEach((across, x) => {
      line.forEach((along, y) => {
        const isDark = isEdge(across) || isEdge(along) || (across === 2 && along === 2);
        data[(9 + y) * code.size + 9 + x] = isDark ? 1 : 0;
      });
    });
    // A light edge around it, so that nothing joins it.
    for (let i = -1; i <= line.length; i++)
      for (const [x, y] of [
        [i, -1],
        [i, line.length],
        [-1, i],
        [line.length, i],
      ] as const)
        data[(9 + y) * code.size + 9 + x] = 0;
    return { size: code.size, data };
  };
  expect(hasFalseFinder(code)).toBe(false);
  expect(hasFalseFinder(square([1, 1, 3, 1, 1]))).toBe(true);
  expect(hasFalseFinder(square([2, 1, 3, 2, 1]))).toBe(true);
  expect(hasFalseFinder(square([2, 1, 3, 2, 1]), 0.62)).toBe(false);
});
