/** A page's border, its cut lines and its words → all marks of a sheet: cuts, folds, ruler, label. */
import { type Mm, mm, type Pt } from "../units.js";
import {
  type Furniture,
  label,
  rulerBare,
  rulerInline,
  rulerStacked,
  type Setting,
  type Wording,
  wording,
} from "./furniture.js";
import { marksOf, reachesOf, SIDES, type Side } from "./marks.js";
import { CLEARANCE, type Strip } from "./room.js";
import { type Bare, type Settled, type State, settle, stand, type Wish } from "./settle.js";
import type { Mark } from "./sheet.js";
import { LABEL_SIDES } from "./strips.js";

export interface FurnishJob extends Bare {
  /** Strips beside the margins that nobody keeps: an empty cell, a glue strip. */
  readonly spare: readonly Strip[];
  /** Strips on what people keep, along a cut or the paper's edge: for want of any other, and for the label alone. */
  readonly tight?: readonly Strip[] | undefined;
  /** The ruler's words, given its length; none where nothing is measured. */
  readonly ruler: ((length: Mm) => string) | undefined;
  /** The labels that will stand in the same place: one for each sheet and side. */
  readonly labels: readonly string[];
}

export interface Furnished {
  /** Cut and fold marks, the ruler and its words. */
  readonly marks: readonly Mark[];
  /** Length of the ruler that found room; 0 if none did. */
  readonly ruler: Mm;
  /** The label's marks, given its words; none if there is no room. */
  readonly label: (text: string) => readonly Mark[];
}

/** Sizes that a label may have, the best first; never under 6 pt. */
const LABEL_SIZES = [8, 7, 6] as const;
const LABEL_LEAST = 6;
/** Long words (a proof says what is missing) take several lines rather than no room at all. */
const LABEL_SETTINGS: readonly Setting[] = [
  ...LABEL_SIZES.map((size) => ({ size, lines: 1 })),
  ...[2, 3, 4].map((lines) => ({ size: LABEL_LEAST, lines })),
];
/** On what people keep, as small as can be. */
const TIGHT_SETTINGS: readonly Setting[] = LABEL_SETTINGS.filter(({ size }) => size === LABEL_LEAST);
const CAPTION_SIZES = [7, 6] as const;
/** The ruler goes to the top, the label to the bottom, so that each has a side. */
const RULER_SIDES: readonly Side[] = SIDES;
/** A mark that touches the ruler looks like one of its ticks; closer only on paper that has no other room. */
const RULER_CLEARANCES: readonly Pt[] = [mm(2), mm(1.5), CLEARANCE];

/** A ruler in its place. */
interface Ruler {
  readonly marks: readonly Mark[];
  readonly state: State;
  readonly length: Mm;
}

const standingRuler = ({ shape, spot }: Settled<Furniture>): readonly Mark[] => stand(shape.marks, shape.size, spot);

/** With its words beside or below it; or, where the margin is thin, alone, and its words between the marks. */
const settleRuler = (job: FurnishJob, state: State, length: Mm, clearance: Pt): Ruler | undefined => {
  const words = job.ruler?.(length);
  if (words === undefined) return undefined;
  const wish: Wish = { sides: RULER_SIDES, strips: job.spare, clearance };
  const shapes = CAPTION_SIZES.flatMap((size) => [rulerInline(length, words, size), rulerStacked(length, words, size)]);
  const together = settle(job, state, shapes, wish);
  if (together) return { marks: standingRuler(together), state: together.state, length };
  const bare = settle(job, state, [rulerBare(length)], wish);
  if (!bare) return undefined;
  const captions = CAPTION_SIZES.map((size) => label([words], size));
  const near = [...(bare.side ? [bare.side] : []), ...RULER_SIDES];
  const caption = settle(job, bare.state, captions, { ...wish, sides: near, clearance: CLEARANCE });
  return caption && { marks: [...standingRuler(bare), ...standingRuler(caption)], state: caption.state, length };
};

/** Half of 100 mm on paper too small for it: the promise is a length that one can check. */
const anyRuler = (job: FurnishJob, state: State): Ruler | undefined => {
  const { rulerLength } = job.border.rules;
  for (const length of [rulerLength, rulerLength / 2]) {
    for (const clearance of RULER_CLEARANCES) {
      const ruler = settleRuler(job, state, length, clearance);
      if (ruler) return ruler;
    }
  }
  return undefined;
};

/** In the waste, else, as small as can be, beside a cut. */
const settleLabel = (job: FurnishJob, state: State): Settled<Wording> | undefined => {
  const shapes = (settings: readonly Setting[]) => settings.map((setting) => wording(job.labels, setting));
  const wish: Wish = { sides: LABEL_SIDES, strips: job.spare, clearance: CLEARANCE };
  return (
    settle(job, state, shapes(LABEL_SETTINGS), wish) ??
    settle(job, state, shapes(TIGHT_SETTINGS), { ...wish, sides: [], strips: job.tight ?? [] })
  );
};

/** More pages than this that differ are a book of odd papers. */
const MOST_KNOWN = 200;
const known = new Map<string, Furnished>();

/**
 * Puts ruler and label where they touch nothing, and the marks of all lines around them. A page that was furnished before
 * is so again: an edit of a card changes no margin.
 */
export const furnish = (job: FurnishJob): Furnished => {
  const { rulerLength } = job.border.rules;
  const words = [rulerLength, rulerLength / 2].map((length) => job.ruler?.(length));
  const key = JSON.stringify({ ...job, words });
  const found = known.get(key);
  if (found) return found;
  const made = furnishAnew(job);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
};

const furnishAnew = (job: FurnishJob): Furnished => {
  const start: State = { reaches: reachesOf(job.border), taken: [] };
  const ruler = anyRuler(job, start);
  const words = settleLabel(job, ruler?.state ?? start);
  const { reaches } = (words ?? ruler)?.state ?? start;
  return {
    marks: [...marksOf(job.lines, job.border.page, reaches), ...job.standing, ...(ruler?.marks ?? [])],
    ruler: ruler?.length ?? 0,
    label: (text) => (words ? stand(words.shape.marks(text), words.shape.size, words.spot) : []),
  };
};
