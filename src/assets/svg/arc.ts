/** One elliptical arc of a path → cubic curves (SVG 2, implementation notes B.2). */
import type { PathStep } from "../../graphics.js";

export interface Arc {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly radii: readonly [rx: number, ry: number];
  /** Degrees that the ellipse is turned by. */
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** Centre, radii and angles of an arc, in radians. */
interface Centred {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly start: number;
  readonly sweep: number;
}

/** Steps that draw `arc` from its start; one cubic for each quarter turn or less (error under 0.03 % of the radius). */
export function arcToCubics(arc: Arc): readonly PathStep[] {
  const [x0, y0] = arc.from;
  const [x1, y1] = arc.to;
  if (x0 === x1 && y0 === y1) return [];
  if (arc.radii[0] === 0 || arc.radii[1] === 0) return [["L", x1, y1]];
  const turn = (arc.turn * Math.PI) / 180;
  const centred = findCentre(arc, turn);
  const count = Math.max(1, Math.ceil(Math.abs(centred.sweep) / (Math.PI / 2) - 1e-9));
  const steps = cubics(centred, turn, count);
  // The last point is stated, not computed: outlines must close without a gap.
  const last = steps[count - 1]!;
  if (last[0] === "C") steps[count - 1] = ["C", last[1], last[2], last[3], last[4], x1, y1];
  return steps;
}

function findCentre(arc: Arc, turn: number): Centred {
  const [x0, y0] = arc.from;
  const [x1, y1] = arc.to;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const halfX = (x0 - x1) / 2;
  const halfY = (y0 - y1) / 2;
  const px = cos * halfX + sin * halfY;
  const py = cos * halfY - sin * halfX;
  let rx = Math.abs(arc.radii[0]);
  let ry = Math.abs(arc.radii[1]);
  const reach = (px / rx) ** 2 + (py / ry) ** 2;
  // Radii too short to span the chord grow until they do.
  if (reach > 1) {
    rx *= Math.sqrt(reach);
    ry *= Math.sqrt(reach);
  }
  const rest = Math.max(0, 1 / Math.min(1, reach) - 1);
  const factor = Math.sqrt(reach > 1 ? 0 : rest) * (arc.large === arc.sweep ? -1 : 1);
  const cx = (factor * rx * py) / ry;
  const cy = (-factor * ry * px) / rx;
  const start = Math.atan2((py - cy) / ry, (px - cx) / rx);
  const end = Math.atan2((-py - cy) / ry, (-px - cx) / rx);
  let sweep = end - start;
  if (arc.sweep && sweep < 0) sweep += 2 * Math.PI;
  if (!arc.sweep && sweep > 0) sweep -= 2 * Math.PI;
  return { x: cos * cx - sin * cy + (x0 + x1) / 2, y: sin * cx + cos * cy + (y0 + y1) / 2, rx, ry, start, sweep };
}

function cubics({ x, y, rx, ry, start, sweep }: Centred, turn: number, count: number): PathStep[] {
  const step = sweep / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const place = (u: number, v: number): [number, number] => [
    x + cos * rx * u - sin * ry * v,
    y + sin * rx * u + cos * ry * v,
  ];
  return Array.from({ length: count }, (_, index): PathStep => {
    const a = start + index * step;
    const b = a + step;
    const first = place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a));
    const second = place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b));
    return ["C", ...first, ...second, ...place(Math.cos(b), Math.sin(b))];
  });
}
