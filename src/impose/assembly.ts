/** Tiled panels → the page that shows how to put them together: the board in small, its seams and names, the steps. */
import { mm, type Pt, type Size } from "../units.js";
import { drawFigures, figuresHeight, type Neighbours, type NumberedFigure } from "./assembly-figures.js";
import { drawBoard, pictureHeight, scaleIn } from "./assembly-picture.js";
import { type Steps, stepsAt, titleSize, wrap } from "./assembly-text.js";
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
import type { Mark, Sheet } from "./sheet.js";
import type { AssemblyFacts, TileJob } from "./tile-job.js";
import { type Tiling, tileCount, tilesIn } from "./tiling.js";

/** Twice the printer's margin: words need air. */
const MARGIN: Pt = mm(10);
/** Display faces are wider than those of sentences, by which words are measured. */
const TITLE_WIDER = 1.06;
/** As large as there is room for: the page lies on the table while hands are busy. */
const STEP_SIZES: readonly Pt[] = [26, 22, 20, 18, 16.5, 15, 14, 13, 12, 10.5, 9.5, 8.5, 7.5, 6.5];
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
  const nameAt = (row: number, column: number): string =>
    name(tilesIn(parted).find((tile) => tile.row === row && tile.column === column)!.name);
  return {
    under: nameAt(0, 0),
    over: isLeft ? nameAt(0, 1) : nameAt(1, 0),
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
  const titles = wrap(title, width / TITLE_WIDER, size);
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
  // Only words turn round: picture and figures show paper, and its left is on the left for everybody.
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
            return { kind: "text", text: line, at, size, anchor: "start", angle: 0, face: "title" };
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
