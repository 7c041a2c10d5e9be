/** A sheet side → the operators of its page: faces in their places, marks over them. */
import type { FaceSlot, Mark, SheetSide } from "../../impose/sheet.js";
import type { GlyphRun } from "../../text/glyphs.js";
import { compose, mm, outset, type Point, type Pt, type Rect, type Size, transformRect } from "../../units.js";
import type { ColorSpace } from "./color-space.js";
import type { Drawing, Resource } from "./drawing.js";
import { Ink } from "./ink.js";
import { num } from "./numbers.js";
import { drawRun } from "./text.js";

const BLACK = { r: 0, g: 0, b: 0, a: 1 };
const WHITE = { r: 1, g: 1, b: 1, a: 1 };
/** 20 % ink: seen when gluing, not when playing. */
const HATCH = { r: 0.8, g: 0.8, b: 0.8, a: 1 };
const HATCH_SPACING: Pt = mm(1.5);

/** The thinnest line that every printer draws. */
const HAIRLINE: Pt = 0.25;
const LINES = {
  crop: { width: HAIRLINE, dash: [] },
  fold: { width: HAIRLINE, dash: [2, 2] },
  // As thick as the wire: it is not taken for a cut.
  staple: { width: 1, dash: [] },
  overlap: { width: HAIRLINE, dash: [4, 2] },
  register: { width: HAIRLINE, dash: [] },
  ruler: { width: 0.4, dash: [] },
  figure: { width: 0.6, dash: [] },
  knife: { width: 1.4, dash: [] },
} as const;

/** A face as a sheet places it. */
export interface PlacedFace {
  readonly name: string;
  readonly height: Pt;
  readonly resource: Resource;
}

/** The words of a mark on one line: its runs in the order in which they are read, each with its place on the baseline. */
export interface SetLabel {
  readonly width: Pt;
  readonly runs: readonly { readonly x: Pt; readonly run: GlyphRun }[];
}

export interface SideParts {
  readonly space: ColorSpace;
  face(slot: FaceSlot): PlacedFace;
  label(text: string, size: Pt, face?: "title"): SetLabel;
}

/** Draws one side of a sheet on a page of size `page`. */
export function drawSide(side: SheetSide, page: Size, parts: SideParts): Drawing {
  const ink = new Ink(parts.space);
  // Sheets count downwards, as frames do.
  ink.transform([1, 0, 0, -1, 0, page.height]);
  if (side.correction) ink.transform(side.correction);
  for (const { slot, transform, clip } of side.placements) {
    const { name, height, resource } = parts.face(slot);
    ink.save();
    ink.draw(`${rectangle(clip)}W n\n`);
    // The form is upright in PDF space: turn it over, then place it.
    ink.transform(compose([1, 0, 0, -1, 0, height], transform));
    ink.draw(`/${ink.use(name, resource)} Do\n`);
    ink.restore();
  }
  drawMarks(ink, side.marks, parts);
  return ink.finish();
}

/** Lines of one look that follow one another are one stroke: a ruler alone has a hundred. */
function drawMarks(ink: Ink, marks: readonly Mark[], parts: SideParts): void {
  let at = 0;
  while (at < marks.length) {
    const mark = marks[at]!;
    if (mark.kind !== "line") {
      drawMark(ink, mark, parts);
      at += 1;
      continue;
    }
    let lines = "";
    for (let next: Mark | undefined = mark; next?.kind === "line" && next.use === mark.use; next = marks[at]) {
      lines += segment(next.from, next.to);
      at += 1;
    }
    ink.strokeColor(BLACK);
    ink.alpha(1);
    ink.line({ ...LINES[mark.use], cap: "butt", join: "miter", miterLimit: 10 });
    ink.draw(`${lines}S\n`);
  }
}

const rectangle = ({ x, y, width, height }: Rect): string => `${num(x)} ${num(y)} ${num(width)} ${num(height)} re\n`;

const segment = (from: Point, to: Point): string => `${num(from.x)} ${num(from.y)} m\n${num(to.x)} ${num(to.y)} l\n`;

function drawMark(ink: Ink, mark: Exclude<Mark, { kind: "line" }>, parts: SideParts): void {
  if (mark.kind === "text") drawLabel(ink, mark, parts.label(mark.text, mark.size, mark.face));
  else if (mark.kind === "block") drawBlock(ink, mark.area);
  else drawHatch(ink, mark.area);
}

function drawLabel(ink: Ink, mark: Extract<Mark, { kind: "text" }>, { width, runs }: SetLabel): void {
  const share = { start: 0, middle: 0.5, end: 1 }[mark.anchor];
  const [cos, sin] = TURNS[mark.angle];
  const at = (along: Pt): Point => ({
    x: mark.at.x + (along - share * width) * cos,
    y: mark.at.y + (along - share * width) * sin,
  });
  if (mark.ground) {
    const words = { x: -share * width, y: -mark.size, width, height: mark.size * 1.3 };
    drawGround(ink, transformRect([cos, sin, -sin, cos, mark.at.x, mark.at.y], words));
  }
  for (const { x, run } of runs) {
    const start = at(x);
    drawRun(ink, run, [cos, sin, sin, -cos, start.x, start.y], BLACK);
  }
}

/** White behind words that stand on art. */
function drawGround(ink: Ink, words: Rect): void {
  ink.fillColor(WHITE);
  ink.alpha(1);
  ink.draw(`${rectangle(outset(words, Math.min(words.width, words.height) / 6))}f\n`);
}

function drawBlock(ink: Ink, area: Rect): void {
  ink.fillColor(BLACK);
  ink.alpha(1);
  ink.draw(`${rectangle(area)}f\n`);
}

/** Cosine and sine, exact: clockwise, as y counts downwards. */
const TURNS = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] } as const;

/** Lines at 45° across the area, cut off at its edges. */
function drawHatch(ink: Ink, area: Rect): void {
  ink.save();
  ink.draw(`${rectangle(area)}W n\n`);
  ink.strokeColor(HATCH);
  ink.alpha(1);
  ink.line({ width: HAIRLINE, dash: [], cap: "butt", join: "miter", miterLimit: 10 });
  const { x, y, width, height } = area;
  const step = HATCH_SPACING * Math.SQRT2;
  let lines = "";
  for (let along = step / 2; along < width + height; along += step) {
    lines += segment({ x: x + along, y }, { x: x + along - height, y: y + height });
  }
  ink.draw(`${lines}S\n`);
  ink.restore();
}
