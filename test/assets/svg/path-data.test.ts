import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePathData } from "../../../src/assets/svg/path-data.js";
import { printPath } from "../svg-writer.js";

const ends = (d: string): (readonly number[])[] =>
  parsePathData(d)!.flatMap((step) => (step[0] === "Z" ? [] : [step.slice(-2) as unknown as readonly number[]]));

describe("path data", () => {
  test.each([
    ["lines in every form", "M1 2L3 4H5V6l1 1h-2v-3z", "M1 2L3 4L5 4L5 6L6 7L4 7L4 4Z"],
    ["pairs after a move are lines", "M1 2 3 4m1 1 2 2", "M1 2L3 4M4 5L6 7"],
    ["a relative move at the start is absolute", "m5 5 1 1", "M5 5L6 6"],
    ["numbers without spaces", "M.5.5-1-1e1.25 0", "M0.5 0.5L-1 -10L0.25 0"],
    ["commas and line ends", "M 1,2\n\tL3 , 4", "M1 2L3 4"],
    ["smooth cubics mirror the last handle", "M0 0C0 1 1 2 2 2S4 1 4 0", "M0 0C0 1 1 2 2 2C3 2 4 1 4 0"],
    ["a smooth cubic after a line starts straight", "M0 0L2 2S4 1 4 0", "M0 0L2 2C2 2 4 1 4 0"],
    ["quadratics become cubics", "M0 0Q3 3 6 0", "M0 0C2 2 4 2 6 0"],
    ["smooth quadratics mirror the last control", "M0 0Q3 3 6 0T12 0", "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0"],
    ["drawing after a close starts where it closed", "M1 1h2v2zl5 5", "M1 1L3 1L3 3ZM1 1L6 6"],
    ["a relative move after a close counts from its start", "M1 1h2v2zm1 1h1", "M1 1L3 1L3 3ZM2 2L3 2"],
    ["an arc without radius is a line", "M0 0A0 5 0 0 1 4 4", "M0 0L4 4"],
    ["nothing", "  ", ""],
  ])("reads %s", (_, d, expected) => {
    const numbers = printPath(parsePathData(d)!).replaceAll(/-?\d+\.\d{6,}/g, (text) =>
      String(+Number(text).toFixed(6)),
    );
    expect(numbers).toBe(expected);
  });

  test.each(["M", "M1", "L1 2", "M1 2X", "M1 2 3", "M0 0A1 1 0 2 0 3 3", "M0 0C1 2 3 4 5", "M1 2 # 3", "M1e999 0"])(
    "refuses the broken %s",
    (d) => expect(parsePathData(d)).toBeUndefined(),
  );

  test("flags need no spaces around them", () => {
    expect(parsePathData("M0 0a1 1 0 01.5.5")).toEqual(parsePathData("M0 0a1 1 0 0 1 .5 .5"));
    expect(parsePathData("M0 0a1 1 0 10.5.5")).toEqual(parsePathData("M0 0a1 1 0 1 0 .5 .5"));
  });

  test("every point of an arc lies on its circle, and it ends where it says", () => {
    const along = (t: number, p: readonly number[]): number =>
      (1 - t) ** 3 * p[0]! + 3 * (1 - t) ** 2 * t * p[1]! + 3 * (1 - t) * t * t * p[2]! + t ** 3 * p[3]!;
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 6.1, noNaN: true }), fc.boolean(), (angle, sweep) => {
        const turn = sweep ? angle : -angle;
        const [x, y] = [10 * Math.cos(turn), 10 * Math.sin(turn)];
        const path = parsePathData(`M10 0A10 10 0 ${angle > Math.PI ? 1 : 0} ${sweep ? 1 : 0} ${x} ${y}`)!;
        let from: readonly number[] = [10, 0];
        for (const step of path.slice(1)) {
          const [, x1, y1, x2, y2, x3, y3] = step as readonly [string, ...number[]];
          for (const t of [0.2, 0.5, 0.8]) {
            const [px, py] = [along(t, [from[0]!, x1!, x2!, x3!]), along(t, [from[1]!, y1!, y2!, y3!])];
            expect(Math.abs(Math.hypot(px, py) - 10)).toBeLessThan(0.01);
          }
          from = [x3!, y3!];
        }
        expect(from).toEqual([x, y]);
      }),
    );
  });

  test("an arc too short for its chord grows to reach the end", () => {
    expect(ends("M0 0A1 1 0 0 1 10 0").at(-1)).toEqual([10, 0]);
    expect(Math.min(...ends("M0 0A1 1 0 0 1 10 0").map(([, y]) => y!))).toBeCloseTo(-5, 6);
  });

  test("what was read can be printed and read again without change", () => {
    const number = fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100);
    const numbers = (count: number) => fc.array(number, { minLength: count, maxLength: count });
    const letter = fc.constantFrom("M", "L", "H", "V", "C", "S", "Q", "T", "Z", "A");
    const arity: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0, A: 5 };
    const command = fc.tuple(letter, fc.boolean(), fc.boolean(), fc.boolean()).chain(([kind, relative, large, sweep]) =>
      numbers(arity[kind]!).map((n) => {
        const flagged = kind === "A" ? [...n.slice(0, 3), +large, +sweep, ...n.slice(3)] : n;
        return (relative ? kind.toLowerCase() : kind) + flagged.join(" ");
      }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const once = parsePathData(`M0 0${commands.join("")}`);
        expect(once).toBeDefined();
        expect(parsePathData(printPath(once!))).toEqual(once);
      }),
    );
  });
});
