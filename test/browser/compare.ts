/** Lines as we set them, and as a browser sets them → every difference, told with its words, fonts and glyphs. */
import { glyphsOf, penAdvances } from "../../src/text/glyphs.js";
import type { Line } from "../../src/text/spec.js";
import { scaleOf } from "./page.js";
import type { SetSegment } from "./recorder.js";
import type { PlacedGlyph } from "./skia.js";

/** From one glyph to the next, in ems: what the browser's rounding to 1/64 pixel can make. */
const NEAR = 0.001;

interface OurGlyph extends PlacedGlyph {
  /** The characters that it stands for, as far as it is the first to do so. */
  readonly text: string;
}

export interface Difference {
  readonly words: string;
  /** Other glyphs, or the same ones elsewhere. */
  readonly kind: "glyphs" | "places";
  /** One sentence for each glyph, from left to right; of other glyphs the first only. */
  readonly what: readonly string[];
  /** What stands elsewhere. */
  readonly moved: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The lines of `segments` that `theirs`, by the number of the line, shows otherwise. */
export function differences(
  segments: readonly SetSegment[],
  theirs: ReadonlyMap<number, readonly PlacedGlyph[]>,
): readonly Difference[] {
  let number = 0;
  return segments.flatMap((segment) =>
    segment.lines.flatMap(({ line }) => {
      const ours = placedGlyphs(line, scaleOf(segment));
      const other = fromBaseline(theirs.get(number++) ?? []);
      const found = otherGlyphs(ours, other) ?? otherPlaces(ours, other);
      return found ? [{ words: wordsOf(line), ...found, ours: listed(ours), theirs: listed(other) }] : [];
    }),
  );
}

/** The glyphs of a line in visual order, in pixels of the page. */
function placedGlyphs({ pieces, left }: Line<unknown>, scale: number): readonly OurGlyph[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== "glyphs") return [];
    const { face, size } = piece.run;
    const glyphs = glyphsOf(piece.run);
    const unit = (size * scale) / face.unitsPerEm;
    const advances = penAdvances(piece.run);
    let pen = (piece.x - left) * scale;
    return glyphs.map(({ id, dx, dy, text }, index): OurGlyph => {
      const placed = { font: face.postScriptName, id, size: size * scale, x: pen + dx * unit, y: dy * unit, text };
      pen += advances[index]! * scale;
      return placed;
    });
  });
}

/** Heights above the baseline, which is where most glyphs stand. */
function fromBaseline(glyphs: readonly PlacedGlyph[]): readonly PlacedGlyph[] {
  const counts = new Map<number, number>();
  for (const { y } of glyphs) counts.set(y, (counts.get(y) ?? 0) + 1);
  const [baseline = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return glyphs.map((glyph) => ({ ...glyph, y: glyph.y - baseline }));
}

type Found = Pick<Difference, "kind" | "what" | "moved">;

function otherGlyphs(ours: readonly OurGlyph[], theirs: readonly PlacedGlyph[]): Found | undefined {
  const first = ours.findIndex((glyph, index) => named(glyph) !== named(theirs[index]));
  const tell = (what: string): Found => ({ kind: "glyphs", what: [what], moved: "" });
  if (first >= 0) return tell(`glyph ${first + 1} is ${named(ours[first])}, ${named(theirs[first])} in the browser`);
  return ours.length === theirs.length ? undefined : tell(`${ours.length} glyphs, ${theirs.length} in the browser`);
}

/** Each glyph is measured from the one on its left, so that one that moved is told once. */
function otherPlaces(ours: readonly OurGlyph[], theirs: readonly PlacedGlyph[]): Found | undefined {
  const what: string[] = [];
  let moved = "";
  ours.forEach((glyph, index) => {
    const other = theirs[index]!;
    const left = Math.max(0, index - 1);
    const right = (glyph.x - ours[left]!.x - (other.x - theirs[left]!.x)) / glyph.size;
    const up = (glyph.y - other.y) / glyph.size;
    if (Math.abs(right) <= NEAR && Math.abs(up) <= NEAR) return;
    what.push(`glyph ${index + 1}, ${named(glyph)}: ${right.toFixed(3)} em to the right, ${up.toFixed(3)} em up`);
    moved += glyph.text;
  });
  return what.length > 0 ? { kind: "places", what, moved } : undefined;
}

const named = (glyph: PlacedGlyph | undefined): string => (glyph ? `${glyph.font} ${glyph.id}` : "none");

/** The line as it is read, as far as its runs tell. */
export const wordsOf = ({ pieces }: Line<unknown>): string =>
  pieces
    .toSorted((a, b) => a.order - b.order)
    .map((piece) => {
      if (piece.kind === "object") return "□";
      const { rtl } = piece.run;
      const glyphs = glyphsOf(piece.run);
      return (rtl ? glyphs.toReversed() : glyphs).map(({ text }) => text).join("");
    })
    .join("");

/** Glyphs with their places in thousandths of an em, fonts named where they change. */
function listed(glyphs: readonly PlacedGlyph[]): string {
  let font = "";
  return glyphs
    .map((glyph) => {
      const name = glyph.font === font ? "" : `${glyph.font}: `;
      font = glyph.font;
      const x = Math.round((1000 * (glyph.x - glyphs[0]!.x)) / glyph.size);
      const y = Math.round((1000 * glyph.y) / glyph.size);
      return `${name}${glyph.id}@${x}${y === 0 ? "" : `,${y}`}`;
    })
    .join(" ");
}
