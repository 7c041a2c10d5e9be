/** A source → where its front matter ends and what follows it begins; templates and chapters open with one. */
import type { Source } from "../../diagnostics/diagnostic.js";

export interface FrontMatter {
  /** Where the YAML stops. The opening `---` is YAML's own start of a document: offsets stay those of the whole file. */
  readonly end: number;
  /** Offset of what follows; undefined when the front matter is not closed. */
  readonly bodyStart: number | undefined;
}

/** Undefined when the source has none: its first line is not `---`. */
export function frontMatter({ text }: Source): FrontMatter | undefined {
  if (!/^---[ \t]*(?:\r\n?|\n)/.test(text)) return undefined;
  const close = /(?:\r\n?|\n)---[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(OPENING));
  if (close === null) return { end: text.length, bodyStart: undefined };
  const end = OPENING + close.index;
  return { end: end + 1, bodyStart: end + close[0].length };
}

/** Characters of the opening `---`. */
const OPENING = 3;
