/** Glyphs and runs of glyphs → their shapes: words that nobody needs to read. */
import type { Path, PathStep } from "../graphics.js";
import type { Pt } from "../units.js";
import { type GlyphRun, glyphsOf, penAdvances } from "./glyphs.js";

/** What is used of a HarfBuzz font. */
interface OutlineSource {
  glyphToJson(glyph: number): readonly { readonly type: string; readonly values: readonly number[] }[];
}

/** The outlines of a font's glyphs, in font units and upwards, each read once. */
export function glyphOutlines(font: OutlineSource): (glyph: number) => Path {
  const known = new Map<number, Path>();
  return (glyph) => {
    let path = known.get(glyph);
    if (path === undefined) {
      path = readOutline(font.glyphToJson(glyph));
      known.set(glyph, path);
    }
    return path;
  };
}

function readOutline(commands: ReturnType<OutlineSource["glyphToJson"]>): Path {
  const path: PathStep[] = [];
  let start: Place = [0, 0];
  let pen: Place = start;
  for (const { type, values } of commands) {
    if (type === "Z") {
      // HarfBuzz draws the way back to the start, too.
      const last = path.at(-1);
      if (last?.[0] === "L" && last[1] === start[0] && last[2] === start[1]) path.pop();
      path.push(["Z"]);
      continue;
    }
    path.push(type === "Q" ? cubic(pen, values) : ([type, ...values] as unknown as PathStep));
    pen = values.slice(-2) as unknown as Place;
    if (type === "M") start = pen;
  }
  return path;
}

type Place = readonly [x: number, y: number];

/** A curve with one control point as a curve with two. */
function cubic([x0, y0]: Place, values: readonly number[]): PathStep {
  const [cx, cy, x, y] = values as readonly [number, number, number, number];
  return [
    "C",
    x0 + (2 * (cx - x0)) / 3,
    y0 + (2 * (cy - y0)) / 3,
    x + (2 * (cx - x)) / 3,
    y + (2 * (cy - y)) / 3,
    x,
    y,
  ];
}

/**
 * The shape of a run, in points and downwards from the left end of its baseline, nowhere farther than about
 * `tolerance` from the true one: a curve that is as good as straight is a line. It is filled by the non-zero rule:
 * letters that touch are one shape.
 */
export function runOutline(run: GlyphRun, tolerance: Pt): Path {
  const scale = run.size / run.face.unitsPerEm;
  const advances = penAdvances(run);
  const tracer = new Tracer(tolerance);
  let pen = 0;
  for (const [index, { id, dx, dy }] of glyphsOf(run).entries()) {
    const left = pen + dx * scale;
    for (const step of run.face.outline(id)) {
      tracer.add(step, (x, y) => [left + x * scale, -(dy + y) * scale]);
    }
    pen += advances[index]!;
  }
  return tracer.path;
}

/** Steps → the same, moved and rounded, with fewer words where nobody sees it. */
class Tracer {
  readonly path: PathStep[] = [];
  readonly #tolerance: number;
  readonly #grid: number;
  #pen: Place = [0, 0];

  constructor(tolerance: number) {
    this.#tolerance = tolerance;
    this.#grid = 10 ** Math.max(0, Math.ceil(-Math.log10(tolerance)));
  }

  add(step: PathStep, place: (x: number, y: number) => Place): void {
    if (step[0] === "Z") {
      this.path.push(step);
    } else if (step[0] === "C") {
      this.#curve(place(step[1], step[2]), place(step[3], step[4]), place(step[5], step[6]));
    } else {
      this.#point(step[0], this.#rounded(place(step[1], step[2])));
    }
  }

  #curve(first: Place, second: Place, end: Place): void {
    const bulge = Math.max(
      distance(first, between(this.#pen, end, 1 / 3)),
      distance(second, between(this.#pen, end, 2 / 3)),
    );
    if (bulge * BULGE <= this.#tolerance) {
      this.#point("L", this.#rounded(end));
      return;
    }
    this.#pen = this.#rounded(end);
    this.path.push(["C", ...this.#rounded(first), ...this.#rounded(second), ...this.#pen]);
  }

  #point(kind: "M" | "L", [x, y]: Place): void {
    if (kind === "L" && x === this.#pen[0] && y === this.#pen[1]) return;
    this.#pen = [x, y];
    this.path.push([kind, x, y]);
  }

  #rounded([x, y]: Place): Place {
    return [Math.round(x * this.#grid) / this.#grid, Math.round(y * this.#grid) / this.#grid];
  }
}

/** A curve leaves its chord by at most so much of what its control points leave the thirds of the chord. */
const BULGE = 3 / 4;

/** Without `Math.hypot`, which takes care of numbers that no page holds. */
const distance = ([x0, y0]: Place, [x1, y1]: Place): number => Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);

const between = ([x0, y0]: Place, [x1, y1]: Place, part: number): Place => [
  x0 + (x1 - x0) * part,
  y0 + (y1 - y0) * part,
];
