/** Sheets of a board → the panels that its tiles, laid together, do not cover. */
import type { Placement, Sheet } from "../impose/index.js";
import { inverse, type Pt, type Rect, transformRect } from "../units.js";
import type { WantedPiece } from "./cards.js";
import { type Miss, TOLERANCE } from "./miss.js";
import { isPrinted } from "./paper.js";

/** The part of its panel's trim that a tile shows, in the panel's own coordinates. */
const partOf = ({ slot, transform, trim, clip }: Placement): Rect => {
  const [left, top] = [Math.max(trim.x, clip.x), Math.max(trim.y, clip.y)];
  const shown = {
    x: left,
    y: top,
    width: Math.min(trim.x + trim.width, clip.x + clip.width) - left,
    height: Math.min(trim.y + trim.height, clip.y + clip.height) - top,
  };
  const part = transformRect(inverse(transform), shown);
  return { ...part, x: part.x - slot.bleed, y: part.y - slot.bleed };
};

export function missesOfTiles(sheets: readonly Sheet[], wanted: ReadonlyMap<string, WantedPiece>): readonly Miss[] {
  const tiles = new Map<string, Placement[]>();
  for (const { front } of sheets)
    for (const placement of front.placements.filter(isPrinted)) {
      const key = `${placement.slot.copy} ${placement.slot.piece}`;
      const known = tiles.get(key);
      if (known) known.push(placement);
      else tiles.set(key, [placement]);
    }
  return [...wanted.values()].flatMap(({ piece, copies }) =>
    Array.from({ length: copies }, (_, i) => i + 1).flatMap((copy): readonly Miss[] => {
      const parts = tiles.get(`${copy} ${piece}`);
      return parts && covers(parts.map(partOf), parts[0]!.slot.trim) ? [] : [{ piece, fault: { kind: "gap", copy } }];
    }),
  );
}

/** Whether parts hide all of a trim: looked at between any two edges next to each other. */
function covers(parts: readonly Rect[], { width, height }: Placement["slot"]["trim"]): boolean {
  const columns = between(
    parts.flatMap((part) => [part.x, part.x + part.width]),
    width,
  );
  const rows = between(
    parts.flatMap((part) => [part.y, part.y + part.height]),
    height,
  );
  return columns.every((x) => rows.every((y) => parts.some((part) => holds(part, x, y))));
}

const holds = (part: Rect, x: Pt, y: Pt): boolean =>
  x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height;

/** The middles between edges along a length, strips thinner than the tolerance left out. */
function between(edges: readonly Pt[], length: Pt): readonly Pt[] {
  const sorted = [0, ...edges, length].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
  return sorted.slice(1).flatMap((at, i) => (at - sorted[i]! > TOLERANCE ? [(at + sorted[i]!) / 2] : []));
}
