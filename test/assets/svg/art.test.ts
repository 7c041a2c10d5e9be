import { describe, expect, test } from "vitest";
import type { VectorShape } from "../../../src/assets/asset.js";
import { parseColor } from "../../../src/assets/svg/color.js";
import { printPath } from "../svg-writer.js";
import { draw, wrap } from "./drawing.js";

const shapes = (body: string, attributes?: string): readonly VectorShape[] =>
  draw(wrap(body, attributes)).nodes.map((node) => {
    if (node.kind !== "shape") throw new Error("a group");
    return node;
  });

describe("what a drawing is made of", () => {
  test("transforms are in the path, and strokes follow them", () => {
    const [shape] = shapes(
      '<path d="M1 1L2 3" transform="translate(25 20) scale(2 8)" stroke="red" stroke-dasharray="1 2"/>',
    );
    expect(printPath(shape!.path)).toBe("M27 28L29 44");
    expect(shape!.stroke).toMatchObject({ width: 4, dash: [4, 8], cap: "butt", join: "miter", miterLimit: 4 });
  });

  test("the view box starts at zero", () => {
    const art = draw('<svg viewBox="-5 10 20 30"><path d="M-5 10H0V15"/></svg>');
    expect([art.width, art.height]).toEqual([20, 30]);
    expect(printPath((art.nodes[0] as VectorShape).path)).toBe("M0 0L5 0L5 5");
  });

  test("numbers have three decimals, more in a tiny view box", () => {
    expect(printPath(shapes('<path d="M.123456 0L-.00001 1"/>')[0]!.path)).toBe("M0.123 0L0 1");
    expect(printPath(shapes('<path d="M.123456 0L1 1"/>', 'viewBox="0 0 1 1"')[0]!.path)).toBe("M0.1235 0L1 1");
  });

  test.each([
    ["a page wider than the view box has room beside it", 'viewBox="0 0 10 10" width="40" height="20"', [20, 10]],
    [
      "a page that slices cuts the view box",
      'viewBox="0 0 10 10" width="40" height="20" preserveAspectRatio="xMidYMid slice"',
      [10, 5],
    ],
    ["one length follows the view box", 'viewBox="0 0 10 20" width="40"', [10, 20]],
    ["percentages say nothing", 'viewBox="0 0 10 20" width="100%" height="100%"', [10, 20]],
    ["without a view box, lengths are pixels", 'width="1in" height="48"', [96, 48]],
  ])("%s", (_, attributes, size) => {
    const art = draw(wrap("<rect width='1' height='1'/>", attributes));
    expect([art.width, art.height]).toEqual(size);
    expect(art.stretch).toBe(false);
  });

  test("preserveAspectRatio none lets a drawing be stretched", () => {
    expect(draw(wrap("", 'viewBox="0 0 10 10" preserveAspectRatio="none"')).stretch).toBe(true);
  });
});

describe("paints", () => {
  test("currentColor stays open, with its opacity", () => {
    const art = draw(wrap('<path d="M0 0H9V9" fill="currentColor" opacity=".2"/>'));
    expect((art.nodes[0] as VectorShape).fill).toEqual({ kind: "current", opacity: 0.2 });
    expect(art.usesCurrentColor).toBe(true);
    expect(draw(wrap('<path d="M0 0H9V9"/>')).usesCurrentColor).toBe(false);
  });

  test("a colour's alpha holds every opacity above it", () => {
    const [shape] = shapes('<g opacity=".5"><path d="M0 0H9V9" fill="#ff000080" fill-opacity=".5"/></g>');
    expect(shape!.fill).toEqual({ kind: "color", color: { r: 1, g: 0, b: 0, a: 0.1255 } });
  });

  test("only overlapping shapes fade as a group", () => {
    const apart = '<path d="M0 0H9V9"/><path d="M20 0H29V9"/>';
    const overlapping = '<path d="M0 0H9V9"/><path d="M5 0H29V9"/>';
    expect(draw(wrap(`<g opacity=".5">${apart}</g>`)).nodes.map(({ kind }) => kind)).toEqual(["shape", "shape"]);
    expect(draw(wrap(`<g opacity=".5">${overlapping}</g>`)).nodes).toMatchObject([{ kind: "group", opacity: 0.5 }]);
  });

  test("what nobody would see is left out", () => {
    expect(
      shapes('<path d="M0 0H9" fill="none"/><path d="M0 0H9V9" opacity="0"/><rect width="0" height="9"/>'),
    ).toEqual([]);
  });

  test("a clip that hides nothing is left out", () => {
    expect(
      shapes(
        '<clipPath id="c"><rect width="100" height="100"/></clipPath><g clip-path="url(#c)"><circle cx="50" cy="50" r="9"/></g>',
      ),
    ).toHaveLength(1);
  });

  test("a squeezed radial gradient keeps its circle and carries the squeeze", () => {
    const [shape] = shapes(
      '<radialGradient id="a"><stop/><stop offset="1" stop-color="red"/></radialGradient><rect width="80" height="20" fill="url(#a)"/>',
    );
    expect(shape!.fill).toMatchObject({
      kind: "gradient",
      gradient: { kind: "radial", coords: [20, 20, 0, 20, 20, 20], transform: [2, 0, 0, 0.5, 0, 0] },
    });
  });

  test("a linear gradient never needs a transform", () => {
    const [shape] = shapes(
      '<linearGradient id="a" x2="1" y2="1"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="80" height="20" fill="url(#a)"/>',
    );
    const { gradient } = shape!.fill as Extract<VectorShape["fill"], { kind: "gradient" }>;
    expect(gradient.transform).toBeUndefined();
    // Its middle band still runs from corner to corner.
    const [x0, y0, x1, y1] = gradient.coords as [number, number, number, number];
    expect(
      [80 - 0, 0 - 20].map((value, index) => value * [x1 - x0, y1 - y0][index]!).reduce((a, b) => a + b),
    ).toBeCloseTo(0, 1);
  });
});

describe("keys", () => {
  const key = (svg: string): string => draw(svg).key;

  test("drawings that show the same share a key, however they are written", () => {
    expect(key(wrap('<rect x="1" y="2" width="3" height="4" fill="red"/>'))).toBe(
      key(wrap('<!-- x --><g transform="translate(1 2)"><path style="fill:#f00" d="M0 0h3v4h-3z"/></g>')),
    );
    expect(key(wrap(""))).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    ["colour", '<rect width="3" height="4" fill="blue"/>'],
    ["shape", '<rect width="3" height="4.01" fill="red"/>'],
  ])("another %s is another key", (_, body) => {
    expect(key(wrap(body))).not.toBe(key(wrap('<rect width="3" height="4" fill="red"/>')));
  });
});

describe("colours", () => {
  const hex = (text: string): string | undefined => {
    const color = parseColor(text);
    if (color === undefined || color === "current") return color;
    return [color.r, color.g, color.b, color.a]
      .map((v) =>
        Math.round(v * 255)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("");
  };

  test.each([
    ["#fa0", "ffaa00ff"],
    ["#FA08", "ffaa0088"],
    ["#12345678", "12345678"],
    ["RebeccaPurple", "663399ff"],
    ["transparent", "00000000"],
    ["currentColor", "current"],
    ["rgb(255 0 0 / 50%)", "ff000080"],
    ["rgb(300, -5, 10.4)", "ff000aff"],
    ["hsl(120deg 100% 25%)", "008000ff"],
    ["hsla(-.25turn, 50%, 50%, .4)", "8040bf66"],
  ])("%s is read", (text, expected) => expect(hex(text)).toBe(expected));

  test.each(["#12", "#12345", "rouge", "rgb(1,2)", "hsl(red,1%,1%)", "rgb(var(--x))", ""])("%s is no colour", (text) =>
    expect(parseColor(text)).toBeUndefined(),
  );
});
