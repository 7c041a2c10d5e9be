/** What must hold on every sheet, whatever the job; each check fails with the sheet's number and side. */
import { expect } from "vitest";
import type { Imposed, Mark, Placement, Sheet, SheetSide } from "../../src/impose/index.js";
import {
  mm,
  outset,
  type Point,
  type Pt,
  type Rect,
  type Size,
  toMm,
  transformPoint,
  transformRect,
} from "../../src/units.js";

const MARGIN = mm(5);
/** Far below what a printer can show, far above what arithmetic loses. */
const TINY: Pt = 1e-6;

export const sidesOf = (sheet: Sheet): readonly SheetSide[] => (sheet.back ? [sheet.front, sheet.back] : [sheet.front]);

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x + a.width > b.x + TINY &&
  b.x + b.width > a.x + TINY &&
  a.y + a.height > b.y + TINY &&
  b.y + b.height > a.y + TINY;

export const inside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - TINY &&
  inner.y >= outer.y - TINY &&
  inner.x + inner.width <= outer.x + outer.width + TINY &&
  inner.y + inner.height <= outer.y + outer.height + TINY;

export const pageRect = (page: Size): Rect => ({ x: 0, y: 0, ...page });
export const printable = (page: Size): Rect => outset(pageRect(page), -MARGIN);

/** Of a letter in a label, accents and tails included; the mean letter of a whole sentence is narrower. */
const LABEL_LETTER = 0.6;
export const PROSE_LETTER = 0.47;

/** What a mark may cover. */
export const markBox = (mark: Mark, letter = LABEL_LETTER): Rect => {
  if (mark.kind === "glue" || mark.kind === "block") return mark.area;
  if (mark.kind === "line") {
    const { from, to } = mark;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
  }
  const width = [...mark.text].length * letter * mark.size;
  const start = { start: 0, middle: -width / 2, end: -width }[mark.anchor];
  const upright = { x: start, y: -0.9 * mark.size, width, height: 1.1 * mark.size };
  const [cos, sin] = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] }[mark.angle] as [number, number];
  return transformRect([cos, sin, -sin, cos, mark.at.x, mark.at.y], upright);
};

/** Lines have no width: across, and only across, a hair makes them something to bump into. */
export const solid = (mark: Mark): Rect => {
  const box = markBox(mark);
  if (mark.kind !== "line") return box;
  return box.width < box.height
    ? { ...box, x: box.x - 0.125, width: box.width + 0.25 }
    : { ...box, y: box.y - 0.125, height: box.height + 0.25 };
};

export const linesFor = (side: SheetSide, use: string): readonly (Mark & { kind: "line" })[] =>
  side.marks.filter((mark) => mark.kind === "line").filter((mark) => mark.use === use);
export const textsOf = (side: SheetSide): readonly (Mark & { kind: "text" })[] =>
  side.marks.filter((mark) => mark.kind === "text");

const each = (result: Imposed, check: (side: SheetSide, sheet: Sheet, at: string) => void): void => {
  for (const sheet of result.sheets) {
    sidesOf(sheet).forEach((side, i) => {
      check(side, sheet, `sheet ${sheet.number}, ${i === 0 ? "front" : "back"}`);
    });
  }
};

export const trimsNeverOverlap = (result: Imposed): void =>
  each(result, (side, _, at) => {
    side.placements.forEach((a, i) => {
      for (const b of side.placements.slice(i + 1)) {
        expect(overlap(a.trim, b.trim), at).toBe(false);
        expect(overlap(a.clip, b.clip), `${at}: one's bleed on the other`).toBe(false);
      }
    });
  });

const safeBox = ({ trim, slot }: Placement): Rect => outset(trim, -slot.safe);

/** Art with bleed prints whole; art without bleed prints up to its safe margin at least. */
export const everythingPrints = (result: Imposed): void =>
  each(result, (side, { page }, at) => {
    for (const placement of side.placements) {
      const must = placement.slot.bleed > 0 ? placement.clip : safeBox(placement);
      expect(inside(must, printable(page)), `${at}: art`).toBe(true);
      expect(inside(placement.trim, pageRect(page)), `${at}: trim`).toBe(true);
    }
    for (const mark of side.marks)
      expect(inside(markBox(mark), printable(page)), `${at}: ${JSON.stringify(mark)}`).toBe(true);
  });

/** A face lies on its trim at 100 %, and prints its trim and no more than its bleed. */
export const facesLieOnTheirTrims = (result: Imposed): void =>
  each(result, (side, _, at) => {
    for (const { slot, transform, trim, clip } of side.placements) {
      const [a, b, c, d] = transform;
      expect(a * d - b * c, `${at}: neither scaled nor mirrored`).toBeCloseTo(1, 9);
      expect([a, b, c, d].map(Math.abs).sort(), `${at}: turned by quarters`).toEqual([0, 0, 1, 1]);
      const own = transformRect(transform, { x: slot.bleed, y: slot.bleed, ...slot.trim });
      expect(inside(own, trim) && inside(trim, own), `${at}: trim`).toBe(true);
      expect(inside(trim, clip), `${at}: clip holds the trim`).toBe(true);
      expect(inside(clip, outset(trim, slot.bleed)), `${at}: clip within the bleed`).toBe(true);
    }
  });

/** Cut and fold marks stand outside all art, or, for faces without bleed, on a trim's edge. */
export const marksStayOffTheArt = (result: Imposed): void =>
  each(result, (side, _, at) => {
    for (const mark of [...linesFor(side, "crop"), ...linesFor(side, "fold")]) {
      const box = markBox(mark);
      for (const { clip, slot } of side.placements) {
        const bump = slot.bleed > 0 ? overlap(solid(mark), clip) : overlap(box, clip);
        expect(bump, `${at}: ${JSON.stringify(mark)}`).toBe(false);
      }
      expect(Math.max(box.width, box.height), at).toBeGreaterThan(mm(3) - 0.03);
      expect(Math.max(box.width, box.height), at).toBeLessThan(mm(5) + 0.03);
    }
  });

/** Ruler, label and words touch neither marks nor art nor one another. */
export const wordsTouchNothing = (result: Imposed): void =>
  each(result, (side, _, at) => {
    const texts = textsOf(side).map((mark) => markBox(mark));
    const rulers = linesFor(side, "ruler").map(solid);
    const marks = ["crop", "fold", "register", "overlap"].flatMap((use) => linesFor(side, use)).map(solid);
    const arts = side.placements.map((placement) => (placement.slot.bleed > 0 ? placement.clip : safeBox(placement)));
    const free = (box: Rect, others: readonly Rect[], what: string) => {
      for (const other of others) expect(overlap(box, other), `${at}: ${what}`).toBe(false);
    };
    texts.forEach((text, i) => {
      free(text, texts.slice(i + 1), "text on text");
      free(text, rulers, "text on the ruler");
      free(text, marks, "text on a mark");
      free(text, arts, "text on art");
    });
    for (const ruler of rulers) {
      free(ruler, marks, "ruler on a mark");
      free(ruler, arts, "ruler on art");
    }
    for (const { size } of textsOf(side)) expect(size).toBeGreaterThanOrEqual(6);
  });

/** The length of the side's ruler in millimetres; 0 without one. */
export const rulerLength = (side: SheetSide): number => {
  const lengths = linesFor(side, "ruler").map((mark) => Math.max(markBox(mark).width, markBox(mark).height));
  return Math.round(toMm(Math.max(0, ...lengths)) * 1000) / 1000;
};

/** Where a point of the back page lies on the front page, once the paper has been turned over. */
export const seenFromFront = ({ x, y }: Point, page: Size, edge: "long-edge" | "short-edge"): Point => {
  const acrossTheWidth = page.height >= page.width === (edge === "long-edge");
  return acrossTheWidth ? { x: page.width - x, y } : { x, y: page.height - y };
};

/** Every front that has a back meets it: point by point, the back's (w−u, v) behind the front's (u, v). */
export const backsLieBehindFronts = (
  result: Imposed,
  edge: "long-edge" | "short-edge",
  withBack: (piece: string) => boolean,
): void => {
  const name = ({ slot }: Placement) => `${slot.piece} ${slot.copy}`;
  for (const sheet of result.sheets) {
    const backs = new Map((sheet.back?.placements ?? []).map((placement) => [name(placement), placement]));
    const fronts = sheet.front.placements.filter(({ slot }) => withBack(slot.piece));
    expect([...backs.keys()].sort(), `sheet ${sheet.number}`).toEqual(fronts.map(name).sort());
    for (const front of fronts) {
      const back = backs.get(name(front))!;
      const { slot } = front;
      for (const [u, v] of [
        [0, 0],
        [0.3, 0.8],
        [1, 1],
      ] as const) {
        const at = { x: slot.bleed + u * slot.trim.width, y: slot.bleed + v * slot.trim.height };
        const turned = { x: slot.bleed + (1 - u) * slot.trim.width, y: at.y };
        const over = transformPoint(front.transform, at);
        const under = seenFromFront(transformPoint(back.transform, turned), sheet.page, edge);
        expect(Math.hypot(over.x - under.x, over.y - under.y), `sheet ${sheet.number}`).toBeLessThan(1e-6);
      }
    }
  }
};
