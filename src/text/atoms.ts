/** Inlines → atoms: shaped words, spaces and objects in logical order, each knowing whether a line may end after it. */
import type { Pt } from "../units.js";
import { bidiLevels } from "./bidi.js";
import { ALLOWED, breakOpportunities, habitsOf, NO_BREAK, type Opportunity } from "./breaks.js";
import type { Inline, Isolate, MissingCharacter, ParagraphSpec, TextStyle } from "./spec.js";
import type { FontStore } from "./store.js";
import {
  collapseSpaces,
  findSoftHyphens,
  INVISIBLE,
  isSpace,
  mayHyphenate,
  NO_OFFSETS,
  neighboursOf,
  type Place,
  tokenEnd,
} from "./tokens.js";
import { type Part, type Voice, voiceOf, type Word, type WordShaper } from "./words.js";

interface Base {
  /** Index of its inline in the paragraph. */
  readonly inline: number;
  readonly width: Pt;
  /** Bidi level: odd from right to left. */
  readonly level: number;
  /** Whether a line may end after it. */
  readonly after: Opportunity;
}

/** A word, or the part of it that one face draws. */
export interface WordAtom extends Base {
  readonly kind: "word";
  readonly part: Part;
  readonly voice: Voice;
  readonly size: Pt;
  readonly letterSpacing: Pt;
  /** Offsets of soft hyphens that the author wrote. */
  readonly softHyphens: readonly number[];
  /** Whether patterns may add hyphens. */
  readonly hyphens: boolean;
}

/** A space of any width. */
export interface SpaceAtom extends Base {
  readonly kind: "space";
  readonly part: Part;
  readonly size: Pt;
  readonly letterSpacing: Pt;
  /** True for spaces between words, which justification stretches. */
  readonly stretches: boolean;
  /** True for plain spaces, which do not count at the ends of a line. */
  readonly hangs: boolean;
}

export interface ObjectAtom extends Base {
  readonly kind: "object";
}

export type Atom = WordAtom | SpaceAtom | ObjectAtom;

/** The tools that paragraphs of one kit share. */
export interface Tools {
  readonly fonts: FontStore;
  readonly words: WordShaper;
}

/** Atoms between two breaks that the author asked for. */
export interface AtomRun<T> {
  readonly atoms: readonly Atom[];
  readonly missing: readonly MissingCharacter<T>[];
}

const NO_ISOLATES: readonly Isolate[] = [];
/** Atoms of `inlines`, none of which is a break; `first` is the index of the first one in the paragraph. */
export function buildAtoms<T>(
  inlines: readonly Exclude<Inline<T>, { kind: "break" }>[],
  first: number,
  spec: ParagraphSpec<T>,
  tools: Tools,
): AtomRun<T> {
  const texts = collapseSpaces(inlines);
  const text = texts.join("");
  const opportunities = breakOpportunities(text, habitsOf(inlines) ?? spec.strut.lang);
  const stretches = texts.map((part, index) => ({ text: part, isolates: inlines[index]!.isolates ?? NO_ISOLATES }));
  const levels = bidiLevels(stretches, spec.direction);
  const atoms: Atom[] = [];
  const missing: MissingCharacter<T>[] = [];
  let start = 0;
  inlines.forEach((inline, index) => {
    const place: Place = {
      text,
      start,
      end: start + texts[index]!.length,
      opportunities,
      levels,
      inline: first + index,
    };
    start = place.end;
    if (inline.kind === "object") {
      const after = opportunities[place.end] as Opportunity;
      atoms.push({
        kind: "object",
        inline: place.inline,
        width: inline.width,
        level: levels?.[place.start] ?? 0,
        after,
      });
      return;
    }
    const lost = addTextAtoms(atoms, place, inline.style, tools);
    for (const character of lost) missing.push({ character, tag: inline.tag });
  });
  return { atoms, missing };
}

/** Adds the words and spaces of a text inline; returns the characters that nothing draws. */
function addTextAtoms(atoms: Atom[], place: Place, style: TextStyle, tools: Tools): readonly string[] {
  const chain = tools.fonts.chain(style.families, style.weight, style.italic);
  const voice = voiceOf(style);
  const leftToRight = tools.words.dictionary(chain, voice, false);
  const rightToLeft = place.levels ? tools.words.dictionary(chain, voice, true) : leftToRight;
  const hasInvisible = place.text.search(INVISIBLE) >= 0;
  const missing: string[] = [];
  for (let start = place.start; start < place.end; ) {
    const end = tokenEnd(place, start);
    const token = place.text.slice(start, end);
    const level = place.levels?.[start] ?? 0;
    const after = place.opportunities[end] as Opportunity;
    const text = hasInvisible ? token.replace(INVISIBLE, "") : token;
    const word =
      text === "" ? NOTHING : level % 2 === 1 ? rightToLeft(text, neighboursOf(place, start, end)) : leftToRight(text);
    if (word.missing.length > 0) missing.push(...word.missing);
    // A token of which nothing is drawn (a zero-width space) still lets the line end after it.
    if (word.parts.length === 0) allowAfterLast(atoms, after);
    addWordAtoms(atoms, word, { place, style, voice, token, start, level, after });
    start = end;
  }
  return missing;
}

/** A token where it stands. */
interface Token {
  readonly place: Place;
  readonly style: TextStyle;
  readonly voice: Voice;
  /** As written, soft hyphens included. */
  readonly token: string;
  readonly start: number;
  readonly level: number;
  readonly after: Opportunity;
}

function addWordAtoms(
  atoms: Atom[],
  { parts }: Word,
  { place, style, voice, token, start, level, after }: Token,
): void {
  const { inline } = place;
  const { size } = style;
  const isWhole = parts.length === 1 && level % 2 === 0;
  const hangs = token === " ";
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    const letterSpacing = JOINED_SCRIPTS.has(part.script) ? 0 : style.letterSpacing;
    const width = (part.shaped.advance * size) / part.face.unitsPerEm + part.shaped.clusters * letterSpacing;
    const next = index === parts.length - 1 ? after : NO_BREAK;
    if (isSpace(token.charCodeAt(0))) {
      const stretches = hangs || token === "\u00a0";
      atoms.push({ kind: "space", inline, width, level, after: next, part, size, letterSpacing, stretches, hangs });
    } else {
      const softHyphens = isWhole ? findSoftHyphens(token) : NO_OFFSETS;
      const hyphens = isWhole && style.hyphens && mayHyphenate(place, start, token, style.lang);
      atoms.push({
        kind: "word",
        inline,
        width,
        level,
        after: next,
        part,
        voice,
        size,
        letterSpacing,
        softHyphens,
        hyphens,
      });
    }
  }
}

const NOTHING: Word = { parts: [], missing: [] };

/** Letters of these scripts hang together: spacing them out would tear the word. */
const JOINED_SCRIPTS: ReadonlySet<string> = new Set(["Arab", "Syrc", "Nkoo", "Mong"]);

function allowAfterLast(atoms: Atom[], after: Opportunity): void {
  const last = atoms.at(-1);
  if (last && after === ALLOWED) atoms[atoms.length - 1] = { ...last, after };
}
