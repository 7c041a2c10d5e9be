/** A text with braces → what is wrong with them, and where a part of the text stands in its file. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Finding } from "../finding.js";
import type { TextValue } from "../kit.js";
import { type PlaceholderMistake, placeholderMistakes } from "../placeholders.js";
import * as say from "./messages.js";

const MISTAKES: Readonly<Record<PlaceholderMistake["kind"], () => Finding>> = {
  unclosed: say.openPlaceholder,
  empty: say.emptyPlaceholder,
  syntax: say.badPlaceholder,
  anchor: say.strayAnchor,
};

/** A finding and its place. */
export interface BraceMistake {
  readonly finding: Finding;
  readonly at: Span;
}

/** Braces that open nothing which could be computed. */
export const braceMistakes = (text: TextValue): readonly BraceMistake[] =>
  placeholderMistakes(text.value).map(({ kind, start, end }) => ({
    finding: MISTAKES[kind](),
    at: placeIn(text, start, end),
  }));

/**
 * The place of a part of a text. In YAML a text may be written otherwise than it reads (folded, quoted): the part is
 * looked for among its equals, in order; when it is not there, the whole text stands for it.
 */
export function placeIn({ value, at }: TextValue, start: number, end: number): Span {
  const part = value.slice(start, end);
  const written = at.source.text.slice(at.start, at.end);
  let found = written.indexOf(part);
  for (let before = value.indexOf(part); before >= 0 && before < start && found >= 0; ) {
    before = value.indexOf(part, before + 1);
    found = written.indexOf(part, found + 1);
  }
  if (found < 0) return at;
  return { source: at.source, start: at.start + found, end: at.start + found + part.length };
}
