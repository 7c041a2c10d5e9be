/** Atoms between two forced breaks → sums and cuts that every line breaker asks for. */
import type { Pt } from "../units.js";
import type { Atom, WordAtom } from "./atoms.js";
import { ALLOWED, EMERGENCY, isEmergency, NO_BREAK } from "./breaks.js";
import { hyphenPoints } from "./hyphenate.js";
import type { Shaped } from "./shaper.js";
import type { WordShaper } from "./words.js";

/** A place in a segment: before the character `offset` of the atom `atom`. */
export interface Position {
  readonly atom: number;
  readonly offset: number;
}

/** The end of a line; `hyphen` when the line shows one there. */
export interface LineEnd extends Position {
  readonly hyphen: boolean;
}

export const START: Position = { atom: 0, offset: 0 };

export interface Segment {
  readonly atoms: readonly Atom[];
  readonly end: LineEnd;
  /** Width of everything before each atom, on one endless line. */
  readonly before: Float64Array;
  /** By how much a line may at most be wider than the sum of its atoms: negative letter-spacing ends with its last letter. */
  readonly overhang: Pt;
  /** Whether any word may be hyphenated at all. */
  readonly hyphenates: boolean;
  /** Where a last line would hold a single short word, were it to begin there; -1 when it is no such word. */
  readonly orphan: number;
  /** Width of the last two words: room for them on one line is room to pull a word down to the orphan. */
  readonly orphanPair: Pt;
  /** Offsets at which the atom may be hyphenated. */
  hyphenOffsets(atom: number): readonly number[];
  /** Glyphs of a part of a word, with a hyphen where asked. */
  cut(atom: WordAtom, from: number, end: { readonly offset: number; readonly hyphen: boolean }): Shaped;
}

/** The segment of `atoms`. */
export function createSegment(atoms: readonly Atom[], words: WordShaper): Segment {
  const before = new Float64Array(atoms.length + 1);
  let overhang: Pt = 0;
  let hyphenates = false;
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index]!;
    before[index + 1] = before[index]! + atom.width;
    overhang = Math.max(overhang, -trailing(atom));
    hyphenates ||= atom.kind === "word" && (atom.hyphens || atom.softHyphens.length > 0);
  }
  const end: LineEnd = { atom: atoms.length, offset: 0, hyphen: false };
  const lastWord = atoms.findLastIndex((atom) => atom.kind === "word");
  const base = { atoms, end, before, overhang, hyphenates, ...findOrphan(atoms, before) };
  return {
    ...base,
    hyphenOffsets(index) {
      const atom = atoms[index]!;
      if (atom.kind !== "word") return [];
      if (atom.softHyphens.length > 0) return atom.softHyphens;
      // The last word of a paragraph stays whole: a line of three letters is no line.
      return atom.hyphens && index !== lastWord ? hyphenPoints(atom.part.text, atom.voice.lang) : [];
    },
    cut: (atom, from, { offset, hyphen }) => words.slice(atom.part, atom.voice, { from, to: offset, hyphen }),
  };
}

/** A last line of fewer letters than this looks forgotten. */
const ORPHAN_LETTERS = 4;

function findOrphan(
  atoms: readonly Atom[],
  before: Float64Array,
): { readonly orphan: number; readonly orphanPair: Pt } {
  const last = chunkStart(atoms, atoms.length);
  const previous = chunkStart(atoms, last);
  const chunk = atoms.slice(last);
  const isOrphan = previous > 0 && chunk.every((atom) => atom.kind !== "object") && !hasLetters(chunk, ORPHAN_LETTERS);
  return { orphan: isOrphan ? last : -1, orphanPair: before[atoms.length]! - before[previous]! };
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether the words hold at least `least` letters and digits. */
function hasLetters(atoms: readonly Atom[], least: number): boolean {
  let count = 0;
  for (const atom of atoms) {
    if (atom.kind !== "word") continue;
    for (const character of atom.part.text) {
      // Most letters are plain ones, and the table of all others takes its time to load.
      if ((character >= "a" && character <= "z") || LETTER.test(character)) count += character.length;
      if (count >= least) return true;
    }
  }
  return false;
}

/** Index of the first atom of the unbreakable stretch that ends before `end`. */
function chunkStart(atoms: readonly Atom[], end: number): number {
  let start = end - 1;
  while (start > 0 && atoms[start - 1]!.after === NO_BREAK) start--;
  return Math.max(start, 0);
}

/** Width of a line that holds the whole atoms from `from` to before `end`: what line breakers ask for most. */
export function stretchWidth({ atoms, before }: Segment, from: number, end: number): Pt {
  let last = end - 1;
  while (last >= from && hangs(atoms[last]!)) last--;
  return last < from ? 0 : before[last + 1]! - before[from]! - trailing(atoms[last]!);
}

/** Width of one line without justification: trailing spaces hang, and no letter-spacing follows the last letter. */
export function lineWidth(segment: Segment, from: Position, to: LineEnd): Pt {
  if (from.offset === 0 && to.offset === 0) return stretchWidth(segment, from.atom, to.atom);
  const last = lastAtom(segment, from, to);
  if (last < from.atom) return 0;
  let width: Pt = segment.before[last + 1]! - segment.before[from.atom]!;
  const sameAtom = from.atom === to.atom;
  if (from.offset > 0) width += cutGain(segment, from, sameAtom && to.offset > 0 ? to : undefined);
  if (to.offset > 0 && !(sameAtom && from.offset > 0)) width += cutGain(segment, { atom: to.atom, offset: 0 }, to);
  return width - trailing(segment.atoms[last]!);
}

/** How much wider (mostly negative) the part of a word is than the whole word; without `end` it goes to its last letter. */
function cutGain(segment: Segment, from: Position, end: LineEnd | undefined): Pt {
  const atom = segment.atoms[from.atom] as WordAtom;
  const shaped = segment.cut(atom, from.offset, end ?? { offset: atom.part.text.length, hyphen: false });
  const width = (shaped.advance * atom.size) / atom.part.face.unitsPerEm + shaped.clusters * atom.letterSpacing;
  return width - atom.width;
}

/** Index of the last atom that shows on the line: spaces at its end do not. */
export function lastAtom({ atoms }: Segment, from: Position, to: LineEnd): number {
  let last = to.offset > 0 ? to.atom : to.atom - 1;
  while (last >= from.atom && hangs(atoms[last]!)) last--;
  return last;
}

/** Where the line after `end` begins: spaces at its beginning are dropped. */
export function nextStart({ atoms }: Segment, end: LineEnd): Position {
  if (end.offset > 0) return { atom: end.atom, offset: end.offset };
  let atom = end.atom;
  while (atom < atoms.length && hangs(atoms[atom]!)) atom++;
  return { atom, offset: 0 };
}

/** Plain spaces hang in the margin; a no-break space that the author put at the end keeps its width. */
const hangs = (atom: Atom): boolean => atom.kind === "space" && atom.hangs;

const trailing = (atom: Atom): Pt => (atom.kind === "object" ? 0 : atom.letterSpacing);

/** Width of the widest stretch that cannot be broken, the first one indented; an address counts as its pieces. */
export function widestStretch(segment: Segment, indent: Pt): Pt {
  const { atoms } = segment;
  let widest: Pt = 0;
  let start = 0;
  for (let index = 0; index < atoms.length; index++) {
    if (atoms[index]!.after === NO_BREAK && index < atoms.length - 1) continue;
    widest = Math.max(widest, stretchWidth(segment, start, index + 1) + (start === 0 ? indent : 0));
    start = index + 1;
    while (start < atoms.length && hangs(atoms[start]!)) start++;
  }
  return widest;
}

/** Whether a line may end after `atom`, an opportunity that leaves an orphan aside not counted. */
export const mayEndAfter = (segment: Segment, atom: number, width: Pt): boolean =>
  atom + 1 < segment.atoms.length &&
  segment.atoms[atom]!.after === ALLOWED &&
  !(atom + 1 === segment.orphan && segment.orphanPair <= width);

/**
 * Whether a line of `width` may cut an address after `atom`: after a slash, or where the stretch between two better places
 * fits no line.
 */
export function mayCutAfter(segment: Segment, atom: number, width: Pt): boolean {
  const { atoms } = segment;
  const kind = atoms[atom]!.after;
  if (!isEmergency(kind) || kind === EMERGENCY) return kind === EMERGENCY;
  const isBetter = ({ after }: Atom): boolean => after !== NO_BREAK && after < kind;
  let start = atom;
  while (start > 0 && !isBetter(atoms[start - 1]!)) start--;
  let end = atom + 1;
  while (end < atoms.length && !isBetter(atoms[end - 1]!)) end++;
  return stretchWidth(segment, start, end) > width;
}

/** How far a space between words may shrink, as a part of its width, before words seem to touch. */
export const SHRINK = 0.28;

/** The spaces of a line that justification may change. */
export function wordSpaces(
  segment: Segment,
  from: Position,
  to: LineEnd,
): { readonly count: number; readonly width: Pt } {
  const last = lastAtom(segment, from, to);
  let count = 0;
  let width: Pt = 0;
  for (let index = from.atom; index <= last; index++) {
    const atom = segment.atoms[index]!;
    if (atom.kind !== "space" || !atom.stretches) continue;
    count++;
    width += atom.width;
  }
  return { count, width };
}
