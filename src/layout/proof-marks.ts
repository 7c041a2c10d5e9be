/**
 * Lines of a text that is not translated, or whose original changed → hatching behind them. Told apart without colour:
 * by the way the hatching leans and by a full or dashed frame. Nothing moves by it.
 */
import type { Color, Path, PathStep, Stroke } from "../graphics.js";
import type { Line } from "../text/index.js";
import { mm, type Point, type Pt, type Rect } from "../units.js";
import type { InlineTag } from "./box.js";
import type { FrameItem } from "./frame.js";
import { solid } from "./shapes.js";

type State = "missing" | "stale";

interface Look {
  /** Pale enough to read over, dark enough to be seen in grey. */
  readonly hatching: Color;
  readonly frame: Color;
  readonly dash: readonly Pt[];
}

const LOOKS: Readonly<Record<State, Look>> = {
  missing: { hatching: { r: 0.92, g: 0.66, b: 0.62, a: 1 }, frame: { r: 0.78, g: 0.25, b: 0.2, a: 1 }, dash: [] },
  stale: { hatching: { r: 0.85, g: 0.74, b: 0.44, a: 1 }, frame: { r: 0.55, g: 0.42, b: 0.05, a: 1 }, dash: [2, 1.5] },
};
const HATCHING_WIDTH: Pt = 0.4;
const FRAME_WIDTH: Pt = 0.6;
const SPACING: Pt = mm(1.4);

/** Marks for the words of a line; `at` is the paragraph's corner. */
export function proofMarks(line: Line<InlineTag>, at: Point): readonly FrameItem[] {
  return stretchesOf(line).flatMap(({ state, from, to }) => {
    const rect = { x: at.x + from, y: at.y + line.top, width: to - from, height: line.height };
    const { hatching, frame, dash } = LOOKS[state];
    return [
      drawn(hatch(rect, state), rect, { color: hatching, width: HATCHING_WIDTH, dash: [] }),
      drawn(outline(rect), rect, { color: frame, width: FRAME_WIDTH, dash }),
    ];
  });
}

interface Stretch {
  readonly state: State;
  readonly from: Pt;
  readonly to: Pt;
}

/** Neighbouring words of one state are marked as one. */
function stretchesOf({ pieces }: Line<InlineTag>): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const piece of pieces) {
    const state = piece.tag?.text?.state;
    if (state === undefined) continue;
    const last = found.at(-1);
    const [from, to] = [piece.x, piece.x + piece.width];
    if (last?.state === state)
      found[found.length - 1] = { state, from: Math.min(last.from, from), to: Math.max(last.to, to) };
    else found.push({ state, from, to });
  }
  return found;
}

interface Pen extends Pick<Stroke, "width" | "dash"> {
  readonly color: Color;
}

function drawn(path: Path, { x, y }: Rect, { color, width, dash }: Pen): FrameItem {
  const stroke: Stroke = { paint: solid(color), width, cap: "butt", join: "miter", miterLimit: 4, dash };
  return { kind: "path", at: { x, y }, role: { type: "Artifact" }, path, stroke };
}

const outline = ({ width, height }: Rect): Path => [
  ["M", 0, 0],
  ["L", width, 0],
  ["L", width, height],
  ["L", 0, height],
  ["Z"],
];

/** Lines at 45°, cut off at the edges; to be translated they rise, to be reviewed they fall. */
function hatch({ width, height }: Rect, state: State): Path {
  const path: PathStep[] = [];
  for (let along = SPACING / 2; along < width + height; along += SPACING) {
    const low = Math.max(0, along - width);
    const high = Math.min(height, along);
    const x = (y: Pt): Pt => along - y;
    const y = (value: Pt): Pt => (state === "missing" ? value : height - value);
    path.push(["M", x(low), y(low)], ["L", x(high), y(high)]);
  }
  return path;
}
