/** Tiled panels → the page that shows how to put them together: the board in small, its seams and names, the steps. */
import { compose, type Matrix, mm, type Point, type Pt, type Rect, type Size, transformRect } from "../units.js";
import { type Furniture, moveMark, rulerInline, rulerStacked, standing, textHeight, textWidth } from "./furniture.js";
import type { Mark, Placement, Sheet } from "./sheet.js";
import type { AssemblyFacts, TileJob } from "./tile-job.js";
import { type Tiling, tileCount, tileName } from "./tiling.js";

/** Twice the printer's margin: words need air. */
const MARGIN: Pt = mm(10);
const TITLE_SIZE: Pt = 22;
/** A page that is read in the hand; smaller only if the steps are long. */
const STEP_SIZES: readonly Pt[] = [13, 12, 10.5, 9.5, 8.5, 7.5, 6.5];
const NAME_SIZES: readonly Pt[] = [14, 12, 10, 8, 6];
const PANEL_NAME_SIZE: Pt = 10;
const CAPTION_SIZE: Pt = 7;
const GAP: Pt = mm(5);
/** Between two steps, in lines. */
const STEP_GAP = 0.4;
/** The picture is what the page is for. */
const PICTURE_LEAST = 0.25;
/** And however long the steps are, something of it remains. */
const PICTURE_FLOOR: Pt = mm(10);

const text = (words: string, at: Point, size: Pt, anchor: "start" | "middle" = "start"): Mark => ({
  kind: "text",
  text: words,
  at,
  size,
  anchor,
  angle: 0,
});

/** Lines no wider than `width`; a word alone may be. */
export const wrap = (words: string, width: Pt, size: Pt): readonly string[] => {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

interface Steps {
  readonly lines: readonly { readonly words: string; readonly y: Pt }[];
  readonly size: Pt;
  readonly height: Pt;
}

const stepsAt = (steps: readonly string[], width: Pt, size: Pt): Steps => {
  const lineHeight = textHeight(size);
  let y = 0;
  const lines = steps.flatMap((step, i) => {
    if (i > 0) y += STEP_GAP * lineHeight;
    return wrap(step, width, size).map((words) => {
      y += lineHeight;
      return { words, y };
    });
  });
  return { lines, size, height: y };
};

const boardSize = (tilings: readonly Tiling[]): Size => ({
  width: tilings.reduce((sum, { panel }) => sum + panel.trim.width, 0),
  height: Math.max(...tilings.map(({ panel }) => panel.trim.height)),
});

/** One panel in small: its art, its outline, its seams, the names of its tiles (or its own). */
const drawPanel = (tiling: Tiling, map: Matrix): { readonly placement: Placement; readonly marks: readonly Mark[] } => {
  const { panel, columns, rows } = tiling;
  const { trim, bleed, safe, piece } = panel;
  const area = transformRect(map, { x: 0, y: 0, ...trim });
  const scale = map[0];
  const line = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): Mark => ({
    kind: "line",
    use: "overlap",
    from: { x: x1, y: y1 },
    to: { x: x2, y: y2 },
  });
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const xs = [...columns.map(({ from }) => area.x + from * scale), right];
  const ys = [...rows.map(({ from }) => area.y + from * scale), bottom];
  const isParted = tileCount(tiling) > 1;
  // A panel that is one sheet has its name below: nothing needs to stand on its art.
  const names = (isParted ? rows : []).flatMap((_, row) =>
    columns.map((_, column) => {
      const words = tileName(row, column);
      const [left, top, width] = [xs[column]!, ys[row]!, xs[column + 1]! - xs[column]!];
      const size = NAME_SIZES.find((at) => textWidth(words, at) <= width) ?? NAME_SIZES.at(-1)!;
      const at = { x: left + width / 2, y: (top + ys[row + 1]!) / 2 + size / 3 };
      return { ...text(words, at, size, "middle"), ground: true };
    }),
  );
  const below = { x: area.x + area.width / 2, y: bottom + textHeight(PANEL_NAME_SIZE) };
  return {
    placement: {
      slot: { piece, side: "front", trim, bleed, safe, copy: 1, sketch: true },
      transform: compose([1, 0, 0, 1, -bleed, -bleed], map),
      clip: area,
      trim: area,
    },
    marks: [
      ...xs.map((x) => line(x, area.y, x, bottom)),
      ...ys.map((y) => line(area.x, y, right, y)),
      ...names,
      text(panel.name, below, PANEL_NAME_SIZE, "middle"),
    ],
  };
};

/** The board, as large as `area` allows, in its middle at the top; the panels stand side by side. */
const drawBoard = (tilings: readonly Tiling[], area: Rect) => {
  const board = boardSize(tilings);
  const scale = Math.min(1, area.width / board.width, area.height / board.height);
  let x = area.x + (area.width - scale * board.width) / 2;
  const panels = tilings.map((tiling) => {
    const drawn = drawPanel(tiling, [scale, 0, 0, scale, x, area.y]);
    x += scale * tiling.panel.trim.width;
    return drawn;
  });
  return {
    placements: panels.map(({ placement }) => placement),
    marks: panels.flatMap(({ marks }) => marks),
    foot: area.y + scale * board.height + textHeight(PANEL_NAME_SIZE),
  };
};

/** Words beside the ruler, or below it on narrow paper. */
const rulerFor = ({ target, label }: TileJob, width: Pt): Furniture => {
  const caption = label.ruler(target.rulerLength);
  const inline = rulerInline(target.rulerLength, caption, CAPTION_SIZE);
  return inline.size.width <= width ? inline : rulerStacked(target.rulerLength, caption, CAPTION_SIZE);
};

/** The first sheet of a job that has to be put together. It is not cut, so its trim is the page itself. */
export const assemblySheet = (tilings: readonly Tiling[], facts: AssemblyFacts, job: TileJob, total: number): Sheet => {
  const page = tilings[0]!.page;
  const words = job.label.assembly(facts);
  const width = page.width - 2 * MARGIN;
  const titles = wrap(words.title, width, TITLE_SIZE);
  const top = MARGIN + titles.length * textHeight(TITLE_SIZE);
  const ruler = rulerFor(job, width);
  const foot = page.height - MARGIN - ruler.size.height - GAP;
  const space = foot - textHeight(PANEL_NAME_SIZE) - 2 * GAP - top;
  const layouts = STEP_SIZES.map((size) => stepsAt(words.steps, width, size));
  const leaving = (picture: Pt) => layouts.find((steps) => space - steps.height >= picture);
  const steps = leaving(PICTURE_LEAST * page.height) ?? leaving(PICTURE_FLOOR) ?? layouts.at(-1)!;
  const height = Math.max(PICTURE_FLOOR, space - steps.height);
  const board = drawBoard(tilings, { x: MARGIN, y: top + GAP, width, height });
  const rulerAt = standing(ruler.size, MARGIN, page.height - MARGIN - ruler.size.height, 0);
  const paper = { x: 0, y: 0, ...page };
  return {
    page,
    paper: job.paper,
    trimBox: paper,
    bleedBox: paper,
    front: {
      placements: board.placements,
      marks: [
        ...titles.map((line, i) =>
          text(line, { x: MARGIN, y: MARGIN + i * textHeight(TITLE_SIZE) + TITLE_SIZE }, TITLE_SIZE),
        ),
        ...board.marks,
        ...steps.lines.map(({ words: line, y }) => text(line, { x: MARGIN, y: board.foot + GAP + y }, steps.size)),
        ...ruler.marks.map((mark) => moveMark(mark, rulerAt, 0)),
      ],
    },
    number: 1,
    total,
  };
};
