/** A grid → where each cell's faces lie, in reading order. */
import type { Matrix, Pt, Rect, Size } from "../units.js";
import { backRect, backTransform } from "./flip.js";
import type { Grid } from "./grid.js";
import type { FaceSlot, Placement } from "./sheet.js";

/** A place for a face: a placement that waits for its face. */
export type Place = Omit<Placement, "slot">;

/** A cell holds a front and, where it is to be folded, the back beside it. */
export interface Cell {
  readonly front: Place;
  readonly beside?: Place | undefined;
}

export interface CellFace {
  readonly trim: Size;
  readonly bleed: Pt;
}

/** Frame → sheet, for a face whose trim fills `trim`; turned faces lie a quarter turn clockwise. */
export const faceTransform = (face: CellFace, trim: Rect, turned: boolean): Matrix =>
  turned
    ? [0, 1, -1, 0, trim.x + face.trim.height + face.bleed, trim.y - face.bleed]
    : [1, 0, 0, 1, trim.x - face.bleed, trim.y - face.bleed];

const placeIn = (face: CellFace, trim: Rect, clip: Rect, turned: boolean): Place => ({
  transform: faceTransform(face, trim, turned),
  clip,
  trim,
});

/** Where the fold parts a rectangle: `at` is an x for upright cells, a y for cells on their side. */
const halves = (rect: Rect, at: Pt, turned: boolean): readonly [Rect, Rect] =>
  turned
    ? [
        { ...rect, height: at - rect.y },
        { ...rect, y: at, height: rect.y + rect.height - at },
      ]
    : [
        { ...rect, width: at - rect.x },
        { ...rect, x: at, width: rect.x + rect.width - at },
      ];

/**
 * A front on the left and its back on the right, both upright. Folded backwards along the line between them, printed
 * sides out, the back is where one finds it by turning the card like a page. Bleed ends at the fold: beyond it is the
 * other face.
 */
const foldedCell = (face: CellFace, trim: Rect, clip: Rect, turned: boolean): Cell => {
  const fold = turned ? trim.y + trim.height / 2 : trim.x + trim.width / 2;
  const [frontTrim, backTrim] = halves(trim, fold, turned);
  const [frontClip, backClip] = halves(clip, fold, turned);
  return {
    front: placeIn(face, frontTrim, frontClip, turned),
    beside: placeIn(face, backTrim, backClip, turned),
  };
};

/** All cells of a grid, row by row; clipped to the trim where neighbours share a cut, to the kept bleed elsewhere. */
export const cellsOf = (grid: Grid, face: CellFace, fold: boolean): readonly Cell[] => {
  const { bounds, cell, columns, rows, gutter, kept, turned } = grid;
  const inner = Math.min(gutter / 2, kept);
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const trim = {
        x: bounds.x + column * (cell.width + gutter),
        y: bounds.y + row * (cell.height + gutter),
        width: cell.width,
        height: cell.height,
      };
      const left = column === 0 ? kept : inner;
      const right = column === columns - 1 ? kept : inner;
      const top = row === 0 ? kept : inner;
      const bottom = row === rows - 1 ? kept : inner;
      const clip = {
        x: trim.x - left,
        y: trim.y - top,
        width: trim.width + left + right,
        height: trim.height + top + bottom,
      };
      cells.push(fold ? foldedCell(face, trim, clip, turned) : { front: placeIn(face, trim, clip, turned) });
    }
  }
  return cells;
};

/** The same place seen from the other side of the paper. */
export const placeBehind = (place: Place, face: CellFace, flip: Matrix): Place => ({
  transform: backTransform(place.transform, face.trim.width + 2 * face.bleed, flip),
  clip: backRect(place.clip, flip),
  trim: backRect(place.trim, flip),
});

export const place = (slot: FaceSlot, at: Place): Placement => ({
  slot,
  transform: at.transform,
  clip: at.clip,
  trim: at.trim,
});
