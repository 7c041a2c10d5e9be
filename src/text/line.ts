/** One line of a segment → its pieces in visual order, justified, aligned and on their baseline. */
import { EPSILON, type Pt } from "../units.js";
import type { Atom } from "./atoms.js";
import { visualOrder } from "./bidi.js";
import { type FontFace, type GlyphWord, isWordSpace } from "./glyphs.js";
import { type Extent, unite } from "./metrics.js";
import { type LineEnd, lastAtom, lineWidth, type Position, type Segment, SHRINK, wordSpaces } from "./segment.js";
import type { Shaped } from "./shaper.js";
import type { Inline, Line, LinePiece, ParagraphSpec } from "./spec.js";

/** What all lines of a paragraph share at one width. */
export interface Column<T> {
  readonly spec: ParagraphSpec<T>;
  readonly width: Pt;
  /** By index of the inline. */
  readonly extents: readonly Extent[];
  readonly strut: Extent;
  /** Whether nothing stands out over the strut: then all lines are as high as it. */
  readonly isEven: boolean;
}

/** What is on a line, and where the line is. */
export interface LineSlot {
  readonly segment: Segment;
  readonly start: Position;
  readonly end: LineEnd;
  readonly top: Pt;
  readonly indent: Pt;
}

/** A line that has its size and its place, but no pieces yet: measuring a box needs no more. */
export interface MeasuredLine extends Omit<LineSlot, "top" | "indent">, Omit<Line<never>, "pieces"> {
  readonly wordSpacing: Pt;
}

/** Size and place of the line in `slot`. */
export function measureLine<T>(column: Column<T>, slot: LineSlot): MeasuredLine {
  const { segment, start, end, top, indent } = slot;
  const available = column.width - indent;
  const natural = lineWidth(segment, start, end);
  const isJustified = column.spec.align === "justify";
  const spaces = isJustified ? wordSpaces(segment, start, end) : NO_SPACES;
  const wordSpacing = spaces.count === 0 ? 0 : extraSpace(column, slot, available - natural) / spaces.count;
  const width = natural + wordSpacing * spaces.count;
  const extent = extentOfLine(column, slot);
  return {
    segment,
    start,
    end,
    top,
    height: extent.above + extent.below,
    baseline: top + extent.above,
    left: startOfLine(column.spec, available - width, indent),
    width,
    wordSpacing,
    hyphenated: end.hyphen,
  };
}

const NO_SPACES = { count: 0, width: 0 };

/** Gives a measured line its pieces. */
export function finishLine<T>({ spec }: Column<T>, measured: MeasuredLine): Line<T> {
  const { top, height, baseline, left, width, wordSpacing, hyphenated } = measured;
  const placed = placePieces(spec.inlines, measured, { x: left, baseline, wordSpacing });
  const pieces = placed.map((piece) => withoutTrailingSpace(piece, left + width));
  return { top, height, baseline, left, width, pieces, hyphenated };
}

/** The strut and all that stands on the line. */
function extentOfLine<T>({ extents, strut, isEven }: Column<T>, { segment, start, end }: LineSlot): Extent {
  if (isEven) return strut;
  const last = lastAtom(segment, start, end);
  let extent = strut;
  let seen = -1;
  for (let index = start.atom; index <= last; index++) {
    const { inline } = segment.atoms[index]!;
    if (inline !== seen) extent = unite(extent, extents[inline]!);
    seen = inline;
  }
  return extent;
}

/** What justification adds to all spaces of the line together; negative where a line is a little too full. */
function extraSpace<T>({ spec }: Column<T>, { segment, start, end }: LineSlot, room: Pt): Pt {
  if (spec.align !== "justify" || !spec.wrap) return 0;
  if (room < 0) {
    const most = SHRINK * wordSpaces(segment, start, end).width;
    // A word that sticks out sticks out: its line keeps its spaces.
    return -room <= most + EPSILON ? room : 0;
  }
  const isLast = end.atom >= segment.atoms.length;
  return isLast ? 0 : room;
}

function startOfLine<T>({ align, direction }: ParagraphSpec<T>, room: Pt, indent: Pt): Pt {
  const ltr = direction === "ltr";
  const first = ltr ? indent : 0;
  // What does not fit sticks out at the end of the line, where the reader expects it.
  if (align === "start" || align === "justify" || room <= 0) return ltr ? first : first + room;
  if (align === "end") return ltr ? first + room : first;
  return first + room / 2;
}

/** Indices of the atoms on the line, from left to right. */
function atomsInOrder({ segment, start, end }: MeasuredLine): readonly number[] {
  const last = lastAtom(segment, start, end);
  const indices: number[] = [];
  let isTurned = false;
  for (let index = start.atom; index <= last; index++) {
    indices.push(index);
    isTurned ||= segment.atoms[index]!.level > 0;
  }
  if (!isTurned) return indices;
  return visualOrder(indices.map((index) => segment.atoms[index]!.level)).map((place) => indices[place]!);
}

/** What an atom shows of itself on the line; undefined for an object. */
function shapedOn({ segment, start, end }: MeasuredLine, index: number): Shaped | undefined {
  const atom = segment.atoms[index]!;
  if (atom.kind === "object") return undefined;
  const from = index === start.atom ? start.offset : 0;
  const isCut = from > 0 || (index === end.atom && end.offset > 0);
  if (atom.kind === "space" || !isCut) return atom.part.shaped;
  const cut = index === end.atom && end.offset > 0 ? end : { offset: atom.part.text.length, hyphen: false };
  return segment.cut(atom, from, cut);
}

interface Pen {
  readonly x: Pt;
  readonly baseline: Pt;
  readonly wordSpacing: Pt;
}

/** Neighbours of one inline, face and direction become one run. */
function placePieces<T>(inlines: readonly Inline<T>[], line: MeasuredLine, pen: Pen): readonly LinePiece<T>[] {
  const { atoms } = line.segment;
  const order = atomsInOrder(line);
  const pieces: LinePiece<T>[] = [];
  let x = pen.x;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && joins(atoms[order[from]!]!, atoms[order[to]!]!)) to++;
    const piece = makePiece(inlines, line, order.slice(from, to), { ...pen, x });
    pieces.push(piece);
    x += piece.width;
    from = to;
  }
  return pieces;
}

const joins = (a: Atom, b: Atom): boolean =>
  a.kind !== "object" &&
  b.kind !== "object" &&
  a.inline === b.inline &&
  a.part.face === b.part.face &&
  a.letterSpacing === b.letterSpacing &&
  a.level % 2 === b.level % 2;

function makePiece<T>(
  inlines: readonly Inline<T>[],
  line: MeasuredLine,
  indices: readonly number[],
  pen: Pen,
): LinePiece<T> {
  // Atoms that run from right to left begin at the end.
  const order = Math.min(indices[0]!, indices.at(-1)!) - line.start.atom;
  const atom = line.segment.atoms[indices[0]!]!;
  const inline = inlines[atom.inline]!;
  if (inline.kind === "object") {
    const { width, height, drop, tag } = inline;
    return { kind: "object", order, x: pen.x, y: pen.baseline + drop - height, width, height, tag };
  }
  if (inline.kind === "break" || atom.kind === "object") throw new Error("An atom names an inline of another kind.");
  const { style, tag, link } = inline;
  const face: FontFace = atom.part.face;
  const words: GlyphWord[] = [];
  let advance = 0;
  let clusters = 0;
  let spaces = 0;
  for (let index = 0; index < indices.length; index++) {
    const shaped = shapedOn(line, indices[index]!);
    if (!shaped || shaped.glyphs.length === 0) continue;
    words.push(shaped.glyphs);
    advance += shaped.advance;
    clusters += shaped.clusters;
    if (pen.wordSpacing !== 0) spaces += shaped.glyphs.filter(isWordSpace).length;
  }
  const { letterSpacing } = atom;
  const run = {
    face,
    size: style.size,
    words,
    letterSpacing,
    wordSpacing: pen.wordSpacing,
    rtl: atom.level % 2 === 1,
  };
  const width = (advance * style.size) / face.unitsPerEm + clusters * letterSpacing + spaces * pen.wordSpacing;
  return {
    kind: "glyphs",
    order,
    x: pen.x,
    raise: style.raise,
    run,
    width,
    style,
    tag,
    ...(link === undefined ? {} : { link }),
  };
}

/** Letter-spacing after the last letter of a line is not part of it: an underline must not show it. */
const withoutTrailingSpace = <T>(piece: LinePiece<T>, end: Pt): LinePiece<T> =>
  piece.x + piece.width > end + EPSILON ? { ...piece, width: end - piece.x } : piece;
