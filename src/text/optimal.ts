/** Segment and widths → line ends chosen for the paragraph as a whole (Knuth and Plass). Only this file knows tex-linebreak. */
import { createRequire } from "node:module";
import type { InputItem } from "tex-linebreak";
import { EPSILON, type Pt } from "../units.js";
import type { Atom, WordAtom } from "./atoms.js";
import { AFTER_HYPHEN, BEFORE_SIGN, EMERGENCY } from "./breaks.js";
import { breakGreedily, HYPHENS_IN_A_ROW, type Measure } from "./greedy.js";
import { forgottenFrom } from "./last-line.js";
import {
  type LineEnd,
  lineWidth,
  mayCutAfter,
  mayEndAfter,
  nextStart,
  type Position,
  type Segment,
  SHRINK,
  START,
  wordSpaces,
} from "./segment.js";

type TexLinebreak = typeof import("tex-linebreak");

let tex: TexLinebreak | undefined;

/** Loaded when the first long text comes by; synchronous because lines are asked for synchronously. */
function loadTex(): TexLinebreak {
  tex ??= createRequire(import.meta.url)("tex-linebreak") as TexLinebreak;
  return tex;
}

/** How far a space grows before a line counts as loose, as a part of its width. */
const STRETCH = 0.6;
/** Ragged lines may end this far from the margin, in ems, before the end counts as uneven. */
const RAGGED_STRETCH = 3;
/** What a hyphen costs (a line break that nobody allows costs 1000): ragged text can do without. */
const HYPHEN_COST = { justified: 60, ragged: 400 };
/** Cutting an address is the last thing to do, at a hyphen the very last. */
const CUT_COST: Readonly<Record<number, number>> = { [EMERGENCY]: 900, [BEFORE_SIGN]: 950, [AFTER_HYPHEN]: 990 };
/** Discourages hyphens below each other; the limit itself is checked on the result. */
const DOUBLE_HYPHEN_PENALTY = 3000;
/** Lines looser than this are tried only when nothing tighter exists. */
const LOOSEST = 4;
/** Words come down to a last line that looks forgotten as long as no line above grows looser, or ends farther from the margin. */
const GIVES_WORDS = { loosest: 3.5, gap: 0.45 };

/** What a solution must keep to. */
interface Terms {
  /** With and without hyphens, what is better first. */
  readonly hyphens: readonly boolean[];
  /** The looseness to try for; `null` takes what there is. */
  readonly loosest: readonly (number | null)[];
  /** The last line begins before this atom. */
  readonly lastBefore: number;
}

const FREE: Terms = { hyphens: [true, false], loosest: [LOOSEST, null], lastBefore: Number.POSITIVE_INFINITY };

/** Line ends of the segment, or those of `breakGreedily` where no good paragraph exists (a word wider than the line). */
export function breakOptimally(segment: Segment, measure: Measure): readonly LineEnd[] {
  const ends = solve(segment, measure, FREE);
  if (!ends) return breakGreedily(segment, measure);
  const forgotten = forgottenFrom(segment, measure.width);
  const isForgotten = ends.length > 1 && ends.at(-2)!.atom >= forgotten;
  return (isForgotten && fillLastLine(segment, measure, { ends, forgotten })) || ends;
}

interface Forgotten {
  readonly ends: readonly LineEnd[];
  readonly forgotten: number;
}

/** Line ends with a fuller last line, at the cost of neither a line nor a hyphen more. */
function fillLastLine(segment: Segment, measure: Measure, { ends, forgotten }: Forgotten) {
  const terms: Terms = { hyphens: [false, true], loosest: [loosestGiver(segment, measure)], lastBefore: forgotten };
  const fuller = solve(segment, measure, terms);
  const isBetter = fuller && fuller.length <= ends.length && countHyphens(fuller) <= countHyphens(ends);
  return isBetter ? fuller : undefined;
}

function loosestGiver({ atoms }: Segment, { width, ragged }: Measure): number {
  const largest = Math.max(...atoms.map((atom) => (atom.kind === "object" ? 0 : atom.size)));
  return ragged && largest > 0
    ? Math.min(GIVES_WORDS.loosest, (GIVES_WORDS.gap * width) / (RAGGED_STRETCH * largest))
    : 1;
}

const countHyphens = (ends: readonly LineEnd[]): number => ends.filter((end) => end.hyphen).length;

function solve(segment: Segment, measure: Measure, terms: Terms): readonly LineEnd[] | undefined {
  for (const hyphens of terms.hyphens) {
    const ends = solveWith(segment, measure, { ...terms, hyphens });
    if (ends && !tooManyHyphens(ends)) return fits(segment, measure, ends) ? ends : undefined;
  }
  return undefined;
}

type SomeTerms = Omit<Terms, "hyphens"> & { readonly hyphens: boolean };

function solveWith(segment: Segment, measure: Measure, terms: SomeTerms): readonly LineEnd[] | undefined {
  const { items, ends } = texItems(segment, measure, terms);
  for (const maxAdjustmentRatio of terms.loosest) {
    try {
      const options = { maxAdjustmentRatio, doubleHyphenPenalty: DOUBLE_HYPHEN_PENALTY };
      const breakpoints = loadTex().breakLines([...items], measure.width, options);
      return breakpoints.slice(1).map((index) => ends.get(index)!);
    } catch (error) {
      if (!(error instanceof loadTex().MaxAdjustmentExceededError)) throw error;
    }
  }
  return undefined;
}

const FORBIDDEN = 1000;
const penalty = (cost: number, width: Pt = 0, flagged = false): InputItem => ({
  type: "penalty",
  cost,
  width,
  flagged,
});
const glue = (width: Pt, stretch: Pt, shrink: Pt): InputItem => ({ type: "glue", width, stretch, shrink });
const box = (width: Pt): InputItem => ({ type: "box", width });

interface TexParagraph {
  readonly items: readonly InputItem[];
  /** The line end that each breakpoint among the items stands for. */
  readonly ends: ReadonlyMap<number, LineEnd>;
}

function texItems(segment: Segment, measure: Measure, { hyphens, lastBefore }: SomeTerms): TexParagraph {
  const items: InputItem[] = measure.indent === 0 ? [] : [box(measure.indent)];
  const ends = new Map<number, LineEnd>();
  const addEnd = (end: LineEnd, opening: readonly InputItem[]) => {
    for (const item of opening) {
      ends.set(items.length, end);
      items.push(item);
    }
  };
  for (const [index, atom] of segment.atoms.entries()) {
    const slack = measure.ragged ? RAGGED_STRETCH * (atom.kind === "object" ? atom.width : atom.size) : 0;
    const end: LineEnd = { atom: index + 1, offset: 0, hyphen: false };
    const isEarly = end.atom < lastBefore;
    const mayEnd = isEarly && mayEndAfter(segment, index, measure.width);
    if (atom.kind === "space" && mayEnd)
      addEnd(end, slack ? raggedEnd(penalty(0), atom.width, slack) : [spaceGlue(atom)]);
    else {
      // Nothing stretches or shrinks in a ragged line: a space that may not end it is as wide as any word.
      if (atom.kind === "space" && atom.stretches && !slack) items.push(penalty(FORBIDDEN), spaceGlue(atom));
      else if (atom.kind === "word" && hyphens) {
        const cost = measure.ragged ? HYPHEN_COST.ragged : HYPHEN_COST.justified;
        for (const { width, cut, hyphenWidth } of syllables(segment, index)) {
          items.push(box(width));
          const hyphen = penalty(cost, hyphenWidth, true);
          if (cut && index < lastBefore)
            addEnd(cut, slack ? [penalty(FORBIDDEN), ...raggedEnd(hyphen, 0, slack)] : [hyphen]);
        }
      } else items.push(box(atom.width));
      const cost = mayEnd
        ? 0
        : isEarly && mayCutAfter(segment, index, measure.width)
          ? CUT_COST[atom.after]
          : undefined;
      if (cost !== undefined) addEnd(end, slack ? raggedEnd(penalty(cost), 0, slack) : [penalty(cost)]);
    }
  }
  ends.set(items.length + 2, segment.end);
  items.push(penalty(FORBIDDEN), glue(0, FILL, 0), penalty(-FORBIDDEN));
  return { items, ends };
}

/** A line end before the margin (the first glue fills it), or else a space of its own width. */
const raggedEnd = (breakpoint: InputItem, space: Pt, slack: Pt): readonly InputItem[] => [
  glue(0, slack, 0),
  breakpoint,
  glue(space, -slack, 0),
];

/** Room at the end of the last line: enough never to count as loose. */
const FILL: Pt = 100_000;

const spaceGlue = ({ width }: Atom): InputItem => glue(width, STRETCH * width, SHRINK * width);

interface Syllable {
  readonly width: Pt;
  /** The line end after it, absent after the last one. */
  readonly cut?: LineEnd;
  readonly hyphenWidth: Pt;
}

/** A word as the stretches between its hyphens. */
function syllables(segment: Segment, index: number): readonly Syllable[] {
  const atom = segment.atoms[index] as WordAtom;
  const widthTo = (offset: number, hyphen: boolean): Pt => {
    const { advance, clusters } = segment.cut(atom, 0, { offset, hyphen });
    return (advance * atom.size) / atom.part.face.unitsPerEm + clusters * atom.letterSpacing;
  };
  let done: Pt = 0;
  const found = segment.hyphenOffsets(index).map((offset): Syllable => {
    const end = widthTo(offset, false);
    const width = end - done;
    done = end;
    return { width, cut: { atom: index, offset, hyphen: true }, hyphenWidth: widthTo(offset, true) - end };
  });
  return [...found, { width: atom.width - done, hyphenWidth: 0 }];
}

function tooManyHyphens(ends: readonly LineEnd[]): boolean {
  let row = 0;
  for (const end of ends) {
    row = end.hyphen ? row + 1 : 0;
    if (row > HYPHENS_IN_A_ROW) return true;
  }
  return false;
}

/** Whether every line fits once its spaces have shrunk as far as they may. */
function fits(segment: Segment, measure: Measure, ends: readonly LineEnd[]): boolean {
  let start: Position = START;
  return ends.every((end, line) => {
    const width = measure.width - (line === 0 ? measure.indent : 0);
    const fitting =
      lineWidth(segment, start, end) - (measure.ragged ? 0 : SHRINK * wordSpaces(segment, start, end).width) <=
      width + EPSILON;
    start = nextStart(segment, end);
    return fitting;
  });
}
