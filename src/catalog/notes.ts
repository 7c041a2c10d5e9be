/** A unit → what its translators are told above the text: notes, flags and the place of the French. */
import { parsePlaceholders } from "../content/placeholders.js";
import { visibleLength } from "../content/validate/text-length.js";
import { positionOf } from "../diagnostics/position.js";
import * as say from "./messages.js";
import type { Unit } from "./unit.js";

/** One a line: where it is, how long it may be, what has to stay, what the author says. */
export function notesFor(unit: Unit): readonly string[] {
  const kept = keptParts(unit);
  return [
    unit.where,
    ...lengthNotes(unit),
    ...(kept.length === 0 ? [] : [say.toKeep(kept)]),
    ...(unit.note === undefined ? [] : [unit.note]),
  ].flatMap((note) => note.split(/\s*[\r\n]+\s*/).filter((line) => line !== ""));
}

function lengthNotes({ text, kind, max, fits }: Unit): readonly string[] {
  if (max !== undefined) return [say.maxLength(max, visibleLength(text, kind))];
  if (fits === undefined) return [];
  return [fits === "any" ? say.ANY_LENGTH : say.fittingLength(fits, visibleLength(text, kind))];
}

const MAX_LENGTH = "max-length";

/** The flags of an entry with the limit of its field: Poedit and the GNU tools drop it at every save. */
export const flagsFor = ({ max }: Unit, flags: readonly string[]): readonly string[] => [
  ...flags.filter((flag) => flag.split(":")[0] !== MAX_LENGTH),
  ...(max === undefined ? [] : [`${MAX_LENGTH}:${max}`]),
];

export const referenceFor = ({ at }: Unit): string => `${at.source.name}:${positionOf(at).line}`;

/** Marks and computed words that a translation needs as well; each is named once. */
function keptParts({ text, kind }: Unit): readonly string[] {
  const computed = parsePlaceholders(text).flatMap((part) =>
    typeof part === "string" ? [] : [text.slice(part.start, part.end).replace(/\s+/g, " ")],
  );
  return [...new Set([...(kind === "markdown" ? marksIn(text) : []), ...computed])];
}

function marksIn(text: string): readonly string[] {
  const words = text.replace(/\\[\s\S]/g, "");
  const links = Array.from(words.matchAll(/\[[^[\]]+\]\(([^()\s]+)\)/g), ([, address = ""]) => say.linkTo(address));
  const withoutBold = words.replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, "$2");
  return [
    ...(withoutBold === words ? [] : [say.BOLD]),
    ...(/\*[^\s*][^*]*\*|(?<![\p{L}\p{N}])_[^\s_][^_]*_(?![\p{L}\p{N}])/u.test(withoutBold) ? [say.ITALIC] : []),
    ...(/^[ \t]*(?:[-+*]|\d+[.)])[ \t]/m.test(words) ? [say.LIST] : []),
    ...links,
  ];
}
