/** A paragraph as it was set → its characters as they were written, each stretch with its face, its line, its isolates. */
import type { Atom } from "../../src/text/atoms.js";
import { addressesIn } from "../../src/text/breaks.js";
import { lastAtom } from "../../src/text/segment.js";
import type { Isolate } from "../../src/text/spec.js";
import type { SetSegment } from "./recorder.js";

/** Characters of one atom. */
export interface Stretch {
  readonly text: string;
  readonly atom: Atom;
  readonly isolates: readonly Isolate[];
  /** The line that it stands on, or whose end swallows it. */
  readonly line: number;
  /** Printed, or a space at the end of a line, or a mark of which nothing is seen. */
  readonly part: "printed" | "end" | "mark";
}

/** How many isolates two stretches stand in together. */
export const breakOff = (one: readonly Isolate[], other: readonly Isolate[]): number => {
  const first = one.findIndex((isolate, index) => isolate !== other[index]);
  return first < 0 ? one.length : first;
};

/** The stretches of a paragraph in the order in which they are read. */
export function stretchesOf(segment: SetSegment): readonly Stretch[] {
  const { atoms } = segment.segment;
  const isArabic = hasArabic(segment);
  const stretches: Stretch[] = [];
  let next = 0;
  for (const [index, inline] of segment.spec.inlines.entries()) {
    const first = next;
    while (atoms[next]?.inline === index) next++;
    if (next === first || inline.kind === "break") continue;
    const own = atoms.slice(first, next);
    const placeOf = (atom: number, offset: number) => placeIn(segment, first + atom, offset);
    if (inline.kind === "text") {
      const isolates = (inline.isolates ?? []).filter(({ automatic }) => isArabic || !automatic);
      // An address is read from left to right wherever Arabic stands around it; a browser must be told so.
      const addresses = isArabic ? addressesIn(inline.text) : [];
      stretches.push(...spell({ text: inline.text, isolates, addresses }, own, placeOf));
    }
    if (inline.kind === "object")
      stretches.push({ text: "", atom: own[0]!, isolates: inline.isolates ?? [], ...placeOf(0, 0) });
  }
  return stretches;
}

/** Words that run from right to left give those in isolates a reason to be there. */
export const hasArabic = ({ spec }: SetSegment): boolean =>
  spec.inlines.some((inline) => inline.kind === "text" && /\p{Script=Arabic}/u.test(inline.text));

interface Written {
  readonly text: string;
  readonly isolates: readonly Isolate[];
  readonly addresses: ReturnType<typeof addressesIn>;
}

type LinePlace = Pick<Stretch, "line" | "part">;

/** Matches what was written with what was drawn: marks of direction and soft hyphens are in the first only. */
function spell(
  { text, isolates, addresses }: Written,
  atoms: readonly Atom[],
  placeOf: (atom: number, offset: number) => LinePlace,
): readonly Stretch[] {
  const isolated = addresses.map((place) => ({ ...place, isolate: { direction: "ltr" } as const }));
  const stretches: Stretch[] = [];
  let atom = 0;
  let offset = 0;
  for (const [index, sign] of text.split("").entries()) {
    while (atom < atoms.length - 1 && offset >= drawn(atoms[atom]!).length) [atom, offset] = [atom + 1, 0];
    const isDrawn = drawn(atoms[atom]!)[offset] === sign;
    if (!isDrawn && !INVISIBLE.test(sign)) continue;
    const address = isolated.find(({ start, end }) => index >= start && index < end);
    const place = placeOf(atom, isDrawn ? offset : Math.max(0, offset - 1));
    const part = isDrawn ? place.part : "mark";
    const within = address ? [...isolates, address.isolate] : isolates;
    stretches.push({ text: sign, atom: atoms[atom]!, isolates: within, line: place.line, part });
    if (isDrawn) offset++;
  }
  return joined(stretches);
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    const isSame =
      last?.atom === stretch.atom &&
      last.line === stretch.line &&
      last.part === stretch.part &&
      last.isolates.length === stretch.isolates.length &&
      breakOff(last.isolates, stretch.isolates) === last.isolates.length;
    if (isSame) result[result.length - 1] = { ...last, text: last.text + stretch.text };
    else result.push(stretch);
  }
  return result;
}

const drawn = (atom: Atom): string => (atom.kind === "object" ? "" : atom.part.text);

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** The line on which a character of an atom stands: the last one that begins before it. */
function placeIn({ lines, segment }: SetSegment, atom: number, offset: number): LinePlace {
  const line = lines.findLastIndex(
    ({ measured: { start } }) => start.atom < atom || (start.atom === atom && start.offset <= offset),
  );
  const { start, end } = lines[line]!.measured;
  return { line, part: atom > lastAtom(segment, start, end) ? "end" : "printed" };
}
