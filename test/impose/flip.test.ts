import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backTransform, flipOf, PAPERS } from "../../src/impose/index.js";
import { compose, type Matrix, type Point, type Size, transformPoint } from "../../src/units.js";

/** A sheet of paper in space, seen from above: x right, y down, z towards the eye. */
type Space = readonly [number, number, number];

/** Turns half around the line through `through` along `axis` ("vertical" runs up the page). */
const halfTurn = ([x, y, z]: Space, axis: "vertical" | "horizontal", through: Point): Space =>
  axis === "vertical" ? [2 * through.x - x, y, -z] : [x, 2 * through.y - y, -z];

/**
 * What the printer does, in space: the back page is printed face up, as its coordinates say; then the paper is turned
 * over around the middle line along its long or short edge. Where does a point of the back page end up?
 */
const printedBehind = (at: Point, page: Size, edge: "long-edge" | "short-edge"): Space => {
  const longIsVertical = page.height >= page.width;
  const axis = (edge === "long-edge") === longIsVertical ? "vertical" : "horizontal";
  return halfTurn([at.x, at.y, 0], axis, { x: page.width / 2, y: page.height / 2 });
};

const QUARTERS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, -1, 1, 0, 0, 0],
];

const pages = fc
  .constantFrom(...PAPERS.values())
  .chain((paper) => fc.constantFrom<Size>(paper, { width: paper.height, height: paper.width }));
const edges = fc.constantFrom("long-edge" as const, "short-edge" as const);
const cases = fc.record({
  page: pages,
  edge: edges,
  quarter: fc.constantFrom(...QUARTERS),
  at: fc.record({ x: fc.double({ min: 0, max: 500, noNaN: true }), y: fc.double({ min: 0, max: 500, noNaN: true }) }),
  card: fc.record({
    width: fc.double({ min: 20, max: 400, noNaN: true }),
    height: fc.double({ min: 20, max: 400, noNaN: true }),
  }),
  u: fc.double({ min: 0, max: 1, noNaN: true }),
  v: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("backs lie behind their fronts, for every paper, flip and turn", () => {
  test("what the back shows at (u, v) is behind the front's (1−u, v)", () => {
    fc.assert(
      fc.property(cases, ({ page, edge, quarter, at, card, u, v }) => {
        const front = compose(quarter, [1, 0, 0, 1, at.x, at.y]);
        const back = backTransform(front, card.width, flipOf(page, edge));
        const ink = transformPoint(back, { x: u * card.width, y: v * card.height });
        const [x, y] = printedBehind(ink, page, edge);
        const over = transformPoint(front, { x: (1 - u) * card.width, y: v * card.height });
        expect(Math.abs(x - over.x)).toBeLessThan(1e-6);
        expect(Math.abs(y - over.y)).toBeLessThan(1e-6);
      }),
    );
  });

  test("a card held upright and turned like the page of a book shows its back upright and not mirrored", () => {
    fc.assert(
      fc.property(cases, ({ page, edge, quarter, at, card }) => {
        const front = compose(quarter, [1, 0, 0, 1, at.x, at.y]);
        const back = backTransform(front, card.width, flipOf(page, edge));
        // The card's own directions on the sheet, as its front gives them.
        const own = (matrix: Matrix, x: number, y: number): Space => {
          const zero = printedBehind(transformPoint(matrix, { x: 0, y: 0 }), page, edge);
          const end = printedBehind(transformPoint(matrix, { x, y }), page, edge);
          return [end[0] - zero[0], end[1] - zero[1], 0];
        };
        const frontRight: Space = [front[0], front[1], 0];
        const frontDown: Space = [front[2], front[3], 0];
        const dot = (a: Space, b: Space) => a[0] * b[0] + a[1] * b[1];
        const backRight = own(back, 1, 0);
        const backDown = own(back, 0, 1);
        // Turning like a page keeps what is down and swaps right with left.
        expect(dot(backDown, frontDown)).toBeCloseTo(1, 9);
        expect(dot(backRight, frontRight)).toBeCloseTo(-1, 9);
        // No mirror image was drawn.
        expect(back[0] * back[3] - back[1] * back[2]).toBeCloseTo(1, 9);
      }),
    );
  });

  test.each([
    ["portrait", "long-edge", [1, 0, 0, 1]],
    ["portrait", "short-edge", [-1, 0, 0, -1]],
    ["landscape", "long-edge", [-1, 0, 0, -1]],
    ["landscape", "short-edge", [1, 0, 0, 1]],
  ] as const)("on a %s page flipped on its %s, an upright card's back is turned by %j", (lie, edge, turn) => {
    const a4 = PAPERS.get("A4")!;
    const page = lie === "portrait" ? a4 : { width: a4.height, height: a4.width };
    const back = backTransform([1, 0, 0, 1, 50, 60], 100, flipOf(page, edge));
    expect(back.slice(0, 4).map((value) => value + 0)).toEqual(turn);
  });

  test("flipping twice leads back", () => {
    fc.assert(
      fc.property(pages, edges, (page, edge) => {
        const twice = compose(flipOf(page, edge), flipOf(page, edge));
        expect(twice.map((value) => value + 0)).toEqual([1, 0, 0, 1, 0, 0]);
      }),
    );
  });
});
