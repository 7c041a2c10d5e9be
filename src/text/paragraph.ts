/** Paragraph spec → paragraph: shaped once, broken into lines at any width. */
import { EPSILON, type Pt, type Size } from "../units.js";
import { type AtomRun, buildAtoms, type Tools } from "./atoms.js";
import { breakBalanced } from "./balance.js";
import { breakGreedily, type Measure } from "./greedy.js";
import { type Column, finishLine, type MeasuredLine, measureLine } from "./line.js";
import { type Extent, inlineExtent, styleExtent } from "./metrics.js";
import { breakOptimally } from "./optimal.js";
import {
  createSegment,
  type LineEnd,
  lineWidth,
  nextStart,
  type Position,
  type Segment,
  START,
  widestStretch,
} from "./segment.js";
import type { Inline, Line, Lines, MissingCharacter, Paragraph, ParagraphSpec } from "./spec.js";

/** Shapes `spec` and measures it. */
export function prepareParagraph<T>(spec: ParagraphSpec<T>, tools: Tools): Paragraph<T> {
  const runs = splitAtBreaks(spec.inlines).map(({ inlines, first }) => buildAtoms(inlines, first, spec, tools));
  const segments = runs.map((run) => createSegment(run.atoms, tools.words));
  const [first] = segments;
  const indent = first && first.atoms.length > 0 ? spec.indent : 0;
  const widths = segments.map((segment) => lineWidth(segment, START, segment.end) + (segment === first ? indent : 0));
  const stretches = segments.map((segment) => widestStretch(segment, segment === first ? indent : 0));
  const maxContent = Math.max(0, ...widths);
  const strut = styleExtent(spec.strut, spec.lineHeight, tools.fonts);
  const extents = spec.inlines.map((inline) =>
    inline.kind === "break" ? NO_EXTENT : inlineExtent(inline, spec.lineHeight, tools.fonts),
  );
  const isEven = extents.every(({ above, below }) => above <= strut.above && below <= strut.below);
  const column = { spec, strut, extents, isEven };
  const broken = new Map<Pt, Lines<T>>();
  const ended = new Map<Pt, Ends>();
  const endsAt = (width: Pt): Ends => {
    const known = ended.get(width);
    if (known) return known;
    const across = Number.isFinite(width) ? width : maxContent;
    const ends = segments.map((segment, index) => lineEnds(segment, spec, across, index === 0 ? spec.indent : 0));
    ended.set(width, ends);
    return ends;
  };
  const at = (width: Pt): Lines<T> => {
    const known = broken.get(width);
    if (known) return known;
    const across = Number.isFinite(width) ? width : maxContent;
    const lines = breakSegments(segments, endsAt(width), { ...column, width: across });
    broken.set(width, lines);
    return lines;
  };
  return {
    minContent: spec.wrap ? Math.max(0, ...stretches) : maxContent,
    maxContent,
    missing: onceEach(runs),
    at,
    // Lines that are all as high as the strut need only be counted.
    heightAt: (width) => (isEven ? heightOf(endsAt(width), strut) : at(width).height),
  };
}

const NO_EXTENT = { above: 0, below: 0 };

/** The ends of the lines of each segment. */
type Ends = readonly (readonly LineEnd[])[];

/** Added up line by line, as lines are placed: so it comes to the very same number. */
function heightOf(ends: Ends, { above, below }: Extent): Pt {
  let height: Pt = 0;
  for (const ofSegment of ends) for (let line = 0; line < ofSegment.length; line++) height += above + below;
  return height;
}

type Content<T> = Exclude<Inline<T>, { kind: "break" }>;

/** Inlines between breaks, with the index of the first; nothing after a last break makes no line (as in CSS). */
function splitAtBreaks<T>(inlines: readonly Inline<T>[]): { readonly inlines: Content<T>[]; readonly first: number }[] {
  const parts: { readonly inlines: Content<T>[]; readonly first: number }[] = [{ inlines: [], first: 0 }];
  inlines.forEach((inline, index) => {
    if (inline.kind === "break") parts.push({ inlines: [], first: index + 1 });
    else parts.at(-1)!.inlines.push(inline);
  });
  const isEmpty = parts.at(-1)!.inlines.every((inline) => inline.kind === "text" && inline.text.trim() === "");
  return isEmpty ? parts.slice(0, -1) : parts;
}

function onceEach<T>(runs: readonly AtomRun<T>[]): readonly MissingCharacter<T>[] {
  const seen = new Map<T, Set<string>>();
  return runs
    .flatMap((run) => run.missing)
    .filter(({ character, tag }) => {
      const characters = seen.get(tag) ?? new Set();
      seen.set(tag, characters);
      return !characters.has(character) && characters.add(character);
    });
}

function breakSegments<T>(segments: readonly Segment[], ends: Ends, column: Column<T>): Lines<T> {
  const measured: MeasuredLine[] = [];
  let top: Pt = 0;
  let widest: Pt = 0;
  for (const [index, segment] of segments.entries()) {
    let start: Position = START;
    let indent = index === 0 ? column.spec.indent : 0;
    for (const end of ends[index]!) {
      const line = measureLine(column, { segment, start, end, top, indent });
      measured.push(line);
      top += line.height;
      widest = Math.max(widest, line.width + indent);
      start = nextStart(segment, end);
      indent = 0;
    }
  }
  return new BrokenLines(column, measured, { width: widest, height: top });
}

/** Lines that are put together when somebody looks at them: boxes are measured at many widths and drawn at one. */
class BrokenLines<T> implements Lines<T> {
  readonly width: Pt;
  readonly height: Pt;
  readonly #column: Column<T>;
  readonly #measured: readonly MeasuredLine[];
  #finished: readonly Line<T>[] | undefined;

  constructor(column: Column<T>, measured: readonly MeasuredLine[], { width, height }: Size) {
    this.width = width;
    this.height = height;
    this.#column = column;
    this.#measured = measured;
  }

  get lines(): readonly Line<T>[] {
    this.#finished ??= this.#measured.map((line) => finishLine(this.#column, line));
    return this.#finished;
  }
}

const BREAKERS = { greedy: breakGreedily, balance: breakBalanced, optimal: breakOptimally };

function lineEnds<T>(segment: Segment, spec: ParagraphSpec<T>, width: Pt, indent: Pt): readonly LineEnd[] {
  const isOneLine = !spec.wrap || lineWidth(segment, START, segment.end) <= width - indent + EPSILON;
  if (isOneLine) return [segment.end];
  const measure: Measure = { width, indent, ragged: spec.align !== "justify" };
  return BREAKERS[spec.breaking](segment, measure);
}
