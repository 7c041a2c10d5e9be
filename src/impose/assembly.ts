/** Tiled panels → the page that shows how to put them together: the board in small, its seams and names, the steps. */
import { compose, type Matrix, mm, type Point, type Pt, type Rect, type Size, transformRect } from "../units.js";
import { drawFigures, figuresHeight, type Neighbours, type NumberedFigure } from "./assembly-figures.js";
import { proseWidth, type Steps, stepsAt, wrap } from "./assembly-text.js";
import {
  asTheyRead,
  type Furniture,
  moveMark,
  rulerInline,
  rulerStacked,
  standing,
  textHeight,
  wording,
} from "./furniture.js";
import { asTheyStand } from "./page-order.js";
import type { Mark, Placement, Sheet } from "./sheet.js";
import type { AssemblyFacts, TileJob } from "./tile-job.js";
import { type Tiling, tileCount, tileName } from "./tiling.js";

/** Twice the printer's margin: words need air. */
const MARGIN: Pt = mm(10);
/** A title as wide as the page is large, within what looks like a title. */
const titleSize = ({ width }: Size): Pt => Math.min(36, Math.max(22, width / 22));
/** As large as there is room for: the page lies on the table while hands are busy. */
const STEP_SIZES: readonly Pt[] = [26, 22, 20, 18, 16.5, 15, 14, 13, 12, 10.5, 9.5, 8.5, 7.5, 6.5];
const NAME_SIZES: readonly Pt[] = [14, 12, 10, 8, 6];
/** Between the names of tiles and the picture below them. */
const NAME_GAP: Pt = 4;
const PANEL_NAME_SIZE: Pt = 10;
const CAPTION_SIZE: Pt = 7;
const LABEL_SIZES: readonly Pt[] = [8, 7, 6];
const LABEL_LINES: readonly number[] = [1, 2, 3];
/** Between the parts of the page: at least, and where there is room. */
const GAP: Pt = mm(5);
const GAP_MOST: Pt = mm(18);
/** Of the largest picture: what it may give up for steps that are read easily. */
const PICTURE_SMALLER = 0.8;
/** The picture is what the page is for. */
const PICTURE_LEAST = 0.25;
/** And however long the steps are, something of it remains. */
const PICTURE_FLOOR: Pt = mm(10);

const text = (words: string, at: Point, size: Pt, anchor: "start" | "middle" = "start"): Mark & { kind: "text" } => ({
  kind: "text",
  text: words,
  at,
  size,
  anchor,
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
  const names = (tileCount(tiling) > 1 ? rows : []).flatMap((_, row) =>
    columns.map((_, column): Mark => {
      const words = name(tileName(tiling, row, column));
      const [left, top, width] = [xs[column]!, ys[row]!, xs[column + 1]! - xs[column]!];
      const size = NAME_SIZES.find((at) => proseWidth(words, at) <= width) ?? NAME_SIZES.at(-1)!;
      const x = left + width / 2;
      return isNamedAbove(tiling)
        ? { ...text(words, { x, y: area.y - NAME_GAP }, size, "middle"), face: "title" }
        : {
            ...text(words, { x, y: (top + ys[row + 1]!) / 2 + size / 3 }, size, "middle"),
            face: "title",
            ground: true,
          };
    }),
  );
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
const scaleIn = (tilings: readonly Tiling[], { width, height }: Size): number => {
  const board = boardSize(tilings);
  const wide = Math.min(1, width / board.width);
  const { above, below } = around(tilings, wide);
  return Math.max(0, Math.min(wide, (height - above - below) / board.height));
};

const pictureHeight = (tilings: readonly Tiling[], scale: number): Pt => {
  const { above, below } = around(tilings, scale);
  return above + scale * boardSize(tilings).height + below;
};

/** The board, as large as `area` allows, in its middle at the top; the panels stand side by side. */
const drawBoard = (tilings: readonly Tiling[], area: Rect, { name }: TileJob["label"]) => {
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
      return text(words, { x: x + width / 2, y }, PANEL_NAME_SIZE, "middle");
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

/** Words beside the ruler, or below it on narrow paper. */
const rulerFor = ({ target, label }: TileJob, width: Pt): Furniture => {
  const caption = label.ruler(target.rulerLength);
  const inline = rulerInline(target.rulerLength, caption, CAPTION_SIZE);
  return inline.size.width <= width ? inline : rulerStacked(target.rulerLength, caption, CAPTION_SIZE);
};

/** The sheet's name at the foot of the page, as on every other sheet; long names take several lines. */
const labelFor = (words: string, { width }: Size, margin: Pt): Furniture => {
  const settings = LABEL_LINES.flatMap((lines) => LABEL_SIZES.map((size) => ({ size, lines })));
  const fits = settings
    .map((setting) => wording([words], setting))
    .find(({ size }) => size.width <= width - 2 * margin);
  return fits ? { size: fits.size, marks: fits.marks(words) } : { size: { width: 0, height: 0 }, marks: [] };
};

/** The first tile that lies over another, and the one below it: what the figures show. */
const neighboursOf = (tilings: readonly Tiling[], { name }: TileJob["label"]): Neighbours | undefined => {
  const parted = tilings.find((tiling) => tileCount(tiling) > 1);
  if (!parted) return undefined;
  const isLeft = parted.columns.length > 1;
  return {
    under: name(tileName(parted, 0, 0)),
    over: name(isLeft ? tileName(parted, 0, 1) : tileName(parted, 1, 0)),
    edge: isLeft ? "left" : "top",
  };
};

/** The parts of the page from top to bottom, as large as they fit together. */
interface Parts {
  readonly steps: Steps;
  readonly picture: Pt;
  readonly figures: Pt;
  /** Around each of them. */
  readonly gap: Pt;
}

const partsIn = (space: Size, steps: readonly Steps[], figures: Pt, tilings: readonly Tiling[]): Parts => {
  const wanted = pictureHeight(tilings, scaleIn(tilings, { ...space, height: Number.POSITIVE_INFINITY }));
  const gaps = figures > 0 ? 4 : 3;
  const fitting = (picture: Pt, drawn: Pt): Parts | undefined => {
    const used = (set: Steps): Pt => set.height + picture + drawn;
    const set = steps.find((one) => used(one) + gaps * GAP <= space.height);
    return set && { steps: set, picture, figures: drawn, gap: Math.min(GAP_MOST, (space.height - used(set)) / gaps) };
  };
  const smaller = PICTURE_SMALLER * wanted;
  const large = Math.min(wanted, PICTURE_LEAST * space.height);
  const least = Math.min(wanted, PICTURE_FLOOR);
  const tries = [
    fitting(wanted, figures),
    fitting(smaller, figures),
    fitting(large, figures),
    fitting(large, 0),
    fitting(least, 0),
  ];
  // Small steps under a whole picture are read less easily than larger ones under a smaller picture.
  const legible = tries.find((parts) => parts && parts.steps.size >= STEP_LEGIBLE);
  const last = steps.at(-1)!;
  return (
    legible ??
    tries.find((parts) => parts !== undefined) ?? {
      steps: last,
      picture: Math.max(least, space.height - last.height - gaps * GAP),
      figures: 0,
      gap: GAP,
    }
  );
};

/** What one reads standing at a table. */
const STEP_LEGIBLE: Pt = 14;

/** The first sheet of a job that has to be put together. It is not cut, so its trim is the page itself. */
export const assemblySheet = (tilings: readonly Tiling[], facts: AssemblyFacts, job: TileJob, total: number): Sheet => {
  const page = tilings[0]!.page;
  const { title, steps: told } = job.label.assembly(facts);
  const steps = told.map((step, i) => ({ ...step, number: job.label.step(i + 1) }));
  const margin = job.target.printerMargin;
  const width = page.width - 2 * MARGIN;
  const size = titleSize(page);
  const titles = wrap(title, width, size);
  const top = MARGIN + titles.length * textHeight(size);
  const label = labelFor(job.label.assemblyLabel(total), page, margin);
  const ruler = rulerFor(job, width);
  const labelTop = page.height - margin - label.size.height;
  const rulerTop = Math.min(page.height - MARGIN, labelTop - GAP / 2) - ruler.size.height;
  const neighbours = neighboursOf(tilings, job.label);
  const figures = steps.flatMap(({ figure, number }): readonly NumberedFigure[] =>
    figure && neighbours ? [{ number, figure }] : [],
  );
  const space = { width, height: rulerTop - top };
  const parts = partsIn(
    space,
    STEP_SIZES.map((at) => stepsAt(steps, width, at)),
    figuresHeight(figures, width),
    tilings,
  );
  const pictureTop = top + parts.gap;
  const pictureArea = { x: MARGIN, y: pictureTop, width, height: parts.picture };
  const board = drawBoard(asTheyStand(tilings, job.direction), pictureArea, job.label);
  const stepsTop = pictureTop + board.height + parts.gap;
  const figuresArea = { x: MARGIN, y: stepsTop + parts.steps.height + parts.gap, width, height: parts.figures };
  const rulerAt = standing(ruler.size, MARGIN, rulerTop, 0);
  const labelAt = standing(label.size, (page.width - label.size.width) / 2, labelTop, 0);
  const paper = { x: 0, y: 0, ...page };
  const words = (marks: readonly Mark[]) => asTheyRead(marks, page, job.direction);
  return {
    page,
    paper: job.paper,
    trimBox: paper,
    bleedBox: paper,
    front: {
      placements: board.placements,
      marks: [
        ...words(
          titles.map((line, i): Mark => {
            const at = { x: MARGIN, y: MARGIN + i * textHeight(size) + size };
            return { ...text(line, at, size), face: "title" };
          }),
        ),
        ...board.marks,
        ...words(parts.steps.marks(MARGIN, stepsTop)),
        ...(parts.figures > 0 && neighbours ? drawFigures(figures, figuresArea, neighbours, job.direction) : []),
        ...words(ruler.marks.map((mark) => moveMark(mark, rulerAt, 0))),
        ...label.marks.map((mark) => moveMark(mark, labelAt, 0)),
      ],
    },
    number: 1,
    total,
  };
};
