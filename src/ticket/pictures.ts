/** A sheet → two pictures of it: as it looks, in small, and as it is cut, with numbers at the lines. */
import type { RectMm } from "../deliver/index.js";
import type { Color, Path, Stroke } from "../graphics.js";
import type { Sheet } from "../impose/index.js";
import type { FacePage, Frame, FrameItem } from "../layout/index.js";
import { thumbnail } from "../layout/thumbnail.js";
import type { SetLabel } from "../render/index.js";
import { compose, type Mm, mm, type Pt, type Rect, type Size } from "../units.js";
import type { TicketLine, TicketRun } from "./ticket.js";
import { type Seen, slotName } from "./watch.js";

const BLACK: Color = { r: 0, g: 0, b: 0, a: 1 };
const WHITE: Color = { r: 1, g: 1, b: 1, a: 1 };
/** What is kept, on a plan: seen on every printer, and no ink wasted. */
const PALE: Color = { r: 0.88, g: 0.88, b: 0.88, a: 1 };

const box = ({ x, y, width, height }: Rect): Path => [
  ["M", x, y],
  ["L", x + width, y],
  ["L", x + width, y + height],
  ["L", x, y + height],
  ["Z"],
];

const filled = (path: Path, color: Color): FrameItem => ({
  kind: "path",
  at: { x: 0, y: 0 },
  path,
  fill: { kind: "color", color },
});

const stroked = (path: Path, width: Pt, dash: readonly number[] = []): FrameItem => ({
  kind: "path",
  at: { x: 0, y: 0 },
  path,
  stroke: {
    paint: { kind: "color", color: BLACK },
    width,
    cap: "butt",
    join: "miter",
    miterLimit: 10,
    dash,
  } satisfies Stroke,
});

/** The paper's edge. */
const PAPER_EDGE: Pt = 0.5;

const pageOf = (size: Size, items: readonly FrameItem[]): FacePage => ({
  frame: { size, items },
  trim: size,
  bleed: 0,
  radius: 0,
  isDrawing: true,
});

/** How much smaller a sheet must be shown to fit a box; a line's width is left around it. */
const scaleInto = (page: Size, most: Size): number =>
  Math.min((most.width - PAPER_EDGE) / page.width, (most.height - PAPER_EDGE) / page.height);

/** The front of a sheet with its faces, no larger than `most`. */
export function sheetPicture({ page, front }: Sheet, { faces }: Seen, most: Size): FacePage {
  const scale = scaleInto(page, most);
  const size = { width: page.width * scale + PAPER_EDGE, height: page.height * scale + PAPER_EDGE };
  const onPicture = [scale, 0, 0, scale, PAPER_EDGE / 2, PAPER_EDGE / 2] as const;
  const art = front.placements.flatMap(({ slot, transform, clip }): FrameItem[] => {
    const face = faces.get(slotName(slot));
    if (!face) return [];
    const frame: Frame = small(face.page.frame, scale);
    const placed: FrameItem = { kind: "frame", at: { x: 0, y: 0 }, frame, transform: compose(transform, onPicture) };
    return [
      { kind: "frame", at: { x: 0, y: 0 }, frame: { size, items: [placed] }, clip: box(scaled(clip, onPicture)) },
    ];
  });
  const paper = box({ x: PAPER_EDGE / 2, y: PAPER_EDGE / 2, width: page.width * scale, height: page.height * scale });
  return pageOf(size, [filled(paper, WHITE), ...art, stroked(paper, PAPER_EDGE)]);
}

/** A sheet of which only the places of its pieces are known. */
export function blankPicture({ page, trims }: TicketRun, most: Size): FacePage {
  const sheet = { width: mm(page.width), height: mm(page.height) };
  const scale = scaleInto(sheet, most);
  const size = { width: sheet.width * scale + PAPER_EDGE, height: sheet.height * scale + PAPER_EDGE };
  const onPicture = [scale, 0, 0, scale, PAPER_EDGE / 2, PAPER_EDGE / 2] as const;
  const paper = box({ x: PAPER_EDGE / 2, y: PAPER_EDGE / 2, width: sheet.width * scale, height: sheet.height * scale });
  return pageOf(size, [
    ...trims.map((trim) => filled(box(scaled(inPoints(trim), onPicture)), PALE)),
    stroked(paper, PAPER_EDGE),
  ]);
}

const inPoints = ({ x, y, width, height }: RectMm): Rect => ({
  x: mm(x),
  y: mm(y),
  width: mm(width),
  height: mm(height),
});

const scaled = (
  { x, y, width, height }: Rect,
  [scale, , , , dx, dy]: readonly [number, number, number, number, number, number],
): Rect => ({
  x: x * scale + dx,
  y: y * scale + dy,
  width: width * scale,
  height: height * scale,
});

/** The same face stands on several orders, at the same scale on those of the same paper. */
const smallFrames = new WeakMap<Frame, Map<string, Frame>>();

function small(frame: Frame, scale: number): Frame {
  const known = smallFrames.get(frame) ?? new Map<string, Frame>();
  smallFrames.set(frame, known);
  const key = scale.toFixed(4);
  const made = known.get(key) ?? thumbnail(frame, scale);
  known.set(key, made);
  return made;
}

/** Figures at the lines. */
const NUMBER_SIZE: Pt = 9;
/** Room for them around the paper. */
const BAND: Pt = mm(5);
/** Figures nearer to one another would run together. */
const APART: Pt = 3;

const CUT: Pt = 0.8;
const FOLD: Pt = 0.6;
const STAPLE: Pt = 2;
const STAPLE_LENGTH: Pt = mm(3);

/** Sets the figures. */
export type SetText = (text: string, size: Pt) => SetLabel;

interface Plan {
  readonly scale: number;
  readonly page: Size;
}

/** The cutting plan of a run, to scale, in a picture no larger than `most`. */
export function planPicture(run: TicketRun, most: Size, number: (value: number) => string, set: SetText): FacePage {
  const page = { width: mm(run.page.width), height: mm(run.page.height) };
  const scale = scaleInto(page, { width: most.width - 2 * BAND, height: most.height - 2 * BAND });
  const plan = { scale, page };
  const size = { width: page.width * scale + 2 * BAND, height: page.height * scale + 2 * BAND };
  const paper = box({ x: BAND, y: BAND, width: page.width * scale, height: page.height * scale });
  const trims = run.trims.map(({ x, y, width, height }) =>
    filled(box({ x: along(x, plan), y: along(y, plan), width: mm(width) * scale, height: mm(height) * scale }), PALE),
  );
  const items = [
    ...trims,
    stroked(paper, PAPER_EDGE),
    ...run.folds.map((fold) => stroked(across(fold, plan, 0), FOLD, [3, 2])),
    ...staplesOn(run, plan),
    ...run.cuts.map((cut) => stroked(across(cut, plan, OVERSHOOT), CUT)),
    ...figures(run.cuts, plan, number, set),
  ];
  return pageOf(size, items);
}

/** Cuts go over the paper's edge, as a knife does. */
const OVERSHOOT: Pt = 3;

const along = (at: Mm, { scale }: Plan): Pt => BAND + mm(at) * scale;

function across({ from, at }: TicketLine, plan: Plan, over: Pt): Path {
  const { page, scale } = plan;
  const place = along(at, plan);
  return from === "left"
    ? [
        ["M", place, BAND - over],
        ["L", place, BAND + page.height * scale + over],
      ]
    : [
        ["M", BAND - over, place],
        ["L", BAND + page.width * scale + over, place],
      ];
}

/** Where the heights of staples meet the folds. */
function staplesOn({ folds, staples }: TicketRun, plan: Plan): readonly FrameItem[] {
  return staples.flatMap((staple) =>
    folds
      .filter(({ from }) => from !== staple.from)
      .map((fold) => {
        const [x, y] = fold.from === "left" ? [fold.at, staple.at] : [staple.at, fold.at];
        const half = STAPLE_LENGTH / 2;
        const [dx, dy] = fold.from === "left" ? [0, half] : [half, 0];
        const [px, py] = [along(x, plan), along(y, plan)];
        return stroked(
          [
            ["M", px - dx, py - dy],
            ["L", px + dx, py + dy],
          ],
          STAPLE,
        );
      }),
  );
}

/** Each cut's number at one of its ends, the other where the first is taken; none where both are: the list has it. */
function figures(
  cuts: readonly TicketLine[],
  plan: Plan,
  number: (value: number) => string,
  set: SetText,
): readonly FrameItem[] {
  const { page, scale } = plan;
  const taken: Record<string, readonly (readonly [Pt, Pt])[]> = {};
  return cuts.flatMap(({ from, at }, index) => {
    const label = set(number(index + 1), NUMBER_SIZE);
    const room = from === "left" ? label.width : NUMBER_SIZE * CAP;
    const middle = along(at, plan);
    const reach = [middle - room / 2 - APART / 2, middle + room / 2 + APART / 2] as const;
    const side = (["near", "far"] as const).find((end) =>
      (taken[`${from} ${end}`] ?? []).every(([low, high]) => reach[1] <= low || reach[0] >= high),
    );
    if (!side) return [];
    taken[`${from} ${side}`] = [...(taken[`${from} ${side}`] ?? []), reach];
    const gap = OVERSHOOT + 1;
    const x =
      from === "left"
        ? middle - label.width / 2
        : side === "near"
          ? BAND - gap - label.width
          : BAND + page.width * scale + gap;
    const y =
      from === "top"
        ? middle + (NUMBER_SIZE * CAP) / 2
        : side === "near"
          ? BAND - gap
          : BAND + page.height * scale + gap + NUMBER_SIZE * CAP;
    return label.runs.map(
      (piece): FrameItem => ({ kind: "glyphs", at: { x: x + piece.x, y }, run: piece.run, color: BLACK }),
    );
  });
}

/** Figures are about as high as this share of their size. */
const CAP = 0.7;
