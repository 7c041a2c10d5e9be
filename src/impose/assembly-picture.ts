/** Tiled panels → the picture of an assembly page: the board in small, its seams, the names of its tiles and panels. */
import { compose, type Matrix, type Point, type Pt, type Rect, type Size, transformRect } from "../units.js";
import { proseWidth, wrap } from "./assembly-text.js";
import { textHeight } from "./furniture.js";
import type { Mark, Placement } from "./sheet.js";
import type { TileJob } from "./tile-job.js";
import { type Tiling, tileCount, tilesIn } from "./tiling.js";

const NAME_SIZES: readonly Pt[] = [14, 12, 10, 8, 6];
/** Between the names of tiles and the picture below them. */
const NAME_GAP: Pt = 4;
const PANEL_NAME_SIZE: Pt = 10;

const middle = (words: string, at: Point, size: Pt): Mark & { kind: "text" } => ({
  kind: "text",
  text: words,
  at,
  size,
  anchor: "middle",
  angle: 0,
});

const boardSize = (tilings: readonly Tiling[]): Size => ({
  width: tilings.reduce((sum, { panel }) => sum + panel.trim.width, 0),
  height: Math.max(...tilings.map(({ panel }) => panel.trim.height)),
});

/** The names of the panels below them, where there are several. */
const panelNames = (tilings: readonly Tiling[], scale: number): readonly (readonly string[])[] =>
  tilings.length < 2 ? [] : tilings.map(({ panel }) => wrap(panel.name, scale * panel.trim.width, PANEL_NAME_SIZE));

/** Tiles of one row have their names above the picture, where they hide nothing of it. */
const isNamedAbove = (tiling: Tiling): boolean => tileCount(tiling) > 1 && tiling.rows.length === 1;

/** What stands above and below the picture. */
const around = (tilings: readonly Tiling[], scale: number): { readonly above: Pt; readonly below: Pt } => {
  const lines = Math.max(0, ...panelNames(tilings, scale).map((names) => names.length));
  return {
    above: tilings.some(isNamedAbove) ? textHeight(NAME_SIZES[0]!) + NAME_GAP : 0,
    below: (lines + (lines > 0 ? 0.5 : 0)) * textHeight(PANEL_NAME_SIZE),
  };
};

/** One panel in small: its art, its outline, its seams, the names of its tiles. */
const drawPanel = (
  tiling: Tiling,
  map: Matrix,
  name: TileJob["label"]["name"],
): { readonly placement: Placement; readonly marks: readonly Mark[] } => {
  const { panel, columns, rows } = tiling;
  const { trim, bleed, safe, piece } = panel;
  const area = transformRect(map, { x: 0, y: 0, ...trim });
  const scale = map[0];
  const line = (use: "figure" | "overlap", x1: Pt, y1: Pt, x2: Pt, y2: Pt): Mark => ({
    kind: "line",
    use,
    from: { x: x1, y: y1 },
    to: { x: x2, y: y2 },
  });
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const xs = [...columns.map(({ from }) => area.x + from * scale), right];
  const ys = [...rows.map(({ from }) => area.y + from * scale), bottom];
  // A panel that is one sheet has its name below: nothing needs to stand on its art.
  const names = (tileCount(tiling) > 1 ? tilesIn(tiling) : []).map(({ row, column, name: tile }): Mark => {
    const words = name(tile);
    const [left, top, width] = [xs[column]!, ys[row]!, xs[column + 1]! - xs[column]!];
    const size = NAME_SIZES.find((at) => proseWidth(words, at) <= width) ?? NAME_SIZES.at(-1)!;
    const x = left + width / 2;
    return isNamedAbove(tiling)
      ? { ...middle(words, { x, y: area.y - NAME_GAP }, size), face: "title" }
      : {
          ...middle(words, { x, y: (top + ys[row + 1]!) / 2 + size / 3 }, size),
          face: "title",
          ground: true,
        };
  });
  return {
    placement: {
      slot: { piece, side: "front", trim, bleed, safe, copy: 1, sketch: scale },
      transform: compose([1, 0, 0, 1, -bleed, -bleed], map),
      clip: area,
      trim: area,
    },
    marks: [
      ...[area.x, right].map((x) => line("figure", x, area.y, x, bottom)),
      ...[area.y, bottom].map((y) => line("figure", area.x, y, right, y)),
      ...xs.slice(1, -1).map((x) => line("overlap", x, area.y, x, bottom)),
      ...ys.slice(1, -1).map((y) => line("overlap", area.x, y, right, y)),
      ...names,
    ],
  };
};

/** The largest scale at which the board, with the names around it, fits. */
export const scaleIn = (tilings: readonly Tiling[], { width, height }: Size): number => {
  const board = boardSize(tilings);
  const wide = Math.min(1, width / board.width);
  const { above, below } = around(tilings, wide);
  return Math.max(0, Math.min(wide, (height - above - below) / board.height));
};

export const pictureHeight = (tilings: readonly Tiling[], scale: number): Pt => {
  const { above, below } = around(tilings, scale);
  return above + scale * boardSize(tilings).height + below;
};

/** The board, as large as `area` allows, in its middle at the top; the panels stand side by side. */
export const drawBoard = (tilings: readonly Tiling[], area: Rect, { name }: TileJob["label"]) => {
  const scale = scaleIn(tilings, area);
  const board = boardSize(tilings);
  const top = area.y + around(tilings, scale).above;
  const names = panelNames(tilings, scale);
  let x = area.x + (area.width - scale * board.width) / 2;
  const panels = tilings.map((tiling, i) => {
    const drawn = drawPanel(tiling, [scale, 0, 0, scale, x, top], name);
    const width = scale * tiling.panel.trim.width;
    const below = (names[i] ?? []).map((words, line) => {
      const y = top + scale * board.height + (line + 1.2) * textHeight(PANEL_NAME_SIZE);
      return middle(words, { x: x + width / 2, y }, PANEL_NAME_SIZE);
    });
    x += width;
    return { ...drawn, marks: [...drawn.marks, ...below] };
  });
  return {
    placements: panels.map(({ placement }) => placement),
    marks: panels.flatMap(({ marks }) => marks),
    height: pictureHeight(tilings, scale),
  };
};
