/** A panel's tiling → its sheets: the art clipped to each tile, and the marks to cut, glue and align it. */
import { outset, type Rect } from "../units.js";
import { faceTransform } from "./cells.js";
import { type Furnished, furnish } from "./furnish.js";
import type { SheetGroup } from "./job.js";
import type { Border } from "./marks.js";
import { boundsOf, clampTo } from "./rects.js";
import type { Mark, Placement, Sheet } from "./sheet.js";
import { safeStrips } from "./strips.js";
import type { TileJob } from "./tile-job.js";
import {
  artOf,
  crosses,
  cutLines,
  glueStrips,
  outerSides,
  overlapLines,
  type Tile,
  tileAt,
  trimOf,
  wordsOnGlue,
} from "./tile-marks.js";
import { type Tiling, tileCount, tilesIn } from "./tiling.js";

/** A tile ready to be numbered: everything but the words that name its sheet. */
interface TileSheet {
  readonly tile: Tile;
  readonly place: string | undefined;
  readonly furniture: Furnished;
}

const furnishTile = (tiling: Tiling, tile: Tile, labels: readonly string[], job: TileJob): Furnished => {
  const { panel, page } = tiling;
  const sides = outerSides(tile);
  const bare = panel.bleed === 0;
  const border: Border = {
    page,
    art: artOf(tile),
    gap: bare ? job.target.markGap : 0,
    inside: bare ? sides : [],
    rules: job.target,
  };
  return furnish({
    border,
    lines: cutLines(tile, job.target),
    spare: wordsOnGlue(tile),
    tight: bare ? safeStrips(border, panel.safe, sides) : [],
    standing: [...overlapLines(tile), ...crosses(tile, job.target)],
    ruler: (length) => job.label.ruler(length),
    labels,
  });
};

const tilesOf = (tiling: Tiling, job: TileJob, total: number): readonly TileSheet[] => {
  const { panel } = tiling;
  const parted = tileCount(tiling) > 1;
  return tilesIn(tiling).map(({ row, column, name }) => {
    const tile = tileAt(tiling, row, column, job.target);
    const place = parted ? name : undefined;
    const furniture = furnishTile(tiling, tile, [job.label.tile(panel.name, place, total, total)], job);
    return { tile, place, furniture };
  });
};

const placementOf = (tiling: Tiling, tile: Tile, copy: number): Placement => {
  const { panel } = tiling;
  const { trim, bleed, safe, piece } = panel;
  const whole = { x: tile.x.origin, y: tile.y.origin, ...trim };
  return {
    slot: { piece, side: "front", trim, bleed, safe, copy },
    transform: faceTransform(panel, whole, false),
    clip: artOf(tile),
    trim: trimOf(tile),
  };
};

/** Around the bleed of the panel's own edges, and what prints beyond a seam. */
const bleedBoxOf = (tile: Tile, { kept, page }: Tiling): Rect =>
  clampTo(boundsOf([outset(trimOf(tile), kept), artOf(tile)]), page);

/** Where a panel's sheets stand in the job. */
export interface TileRun {
  readonly first: number;
  readonly total: number;
  /** The panel's first copy on these sheets. */
  readonly copy: number;
}

/** The sheets of one panel, all its copies one after the other. */
export const tileSheets = (
  tiling: Tiling,
  job: TileJob,
  run: TileRun,
): { readonly sheets: readonly Sheet[]; readonly group: SheetGroup } => {
  const { panel, page } = tiling;
  const tiles = tilesOf(tiling, job, run.total);
  const sheets: Sheet[] = [];
  for (let copy = 0; copy < panel.copies; copy++) {
    for (const { tile, place, furniture } of tiles) {
      const number = run.first + sheets.length;
      const glue: readonly Mark[] = glueStrips(tile).map(({ area }) => ({ kind: "glue", area }));
      const words = furniture.label(job.label.tile(panel.name, place, number, run.total));
      sheets.push({
        page,
        paper: job.paper,
        trimBox: trimOf(tile),
        bleedBox: bleedBoxOf(tile, tiling),
        front: {
          placements: [placementOf(tiling, tile, run.copy + copy)],
          marks: [...glue, ...furniture.marks, ...words],
        },
        number,
        total: run.total,
      });
    }
  }
  const first = trimOf(tiles[0]!.tile);
  const group: SheetGroup = {
    kind: "tiles",
    first: run.first,
    count: sheets.length,
    page,
    columns: tiling.columns.length,
    rows: tiling.rows.length,
    perSheet: 1,
    turned: false,
    margin: { x: first.x, y: first.y },
    cuts: Math.max(...tiles.map(({ tile }) => cutLines(tile, job.target).length)),
    folds: 0,
    lines: tiles.length === 1 ? cutLines(tiles[0]!.tile, job.target) : [],
    ruler: Math.min(...tiles.map(({ furniture }) => furniture.ruler)),
  };
  return { sheets, group };
};
