/** A text → where it is too deep or too long to be read safely. Looked for before parsing, in one pass. */
import type { Finding } from "../finding.js";
import * as say from "./messages.js";

/** Nobody nests lists this deep; the parser recurses, and an exhausted stack can end the whole process. */
const DEEPEST = 300;
/** Longer than any chapter on one line; the parser's time grows faster than a line's length. */
const LONGEST_LINE = 100_000;

const SPACE = 32;
const DASH = 45;
const QUESTION = 63;
const BRACKET = /[[\]{}]/g;

export interface Excess {
  readonly finding: Finding;
  readonly offset: number;
}

/** The first place beyond a limit. Brackets inside texts count too: three hundred unclosed ones are no accident. */
export function findExcess(text: string): Excess | undefined {
  let depth = 0;
  let bracket = nextBracket(text, 0);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    // What is too long is not looked through.
    const stop = Math.min(end, start + LONGEST_LINE + 1);
    const deep = tooDeepAt(text, start, stop);
    if (deep !== undefined) return { finding: say.tooDeep(), offset: deep };
    for (; bracket < stop; bracket = nextBracket(text, bracket + 1)) {
      depth = "[{".includes(text.charAt(bracket)) ? depth + 1 : Math.max(0, depth - 1);
      if (depth > DEEPEST) return { finding: say.tooDeep(), offset: bracket };
    }
    if (stop < end) return { finding: say.lineTooLong(), offset: start };
    start = end + 1;
  }
  return undefined;
}

function nextBracket(text: string, from: number): number {
  BRACKET.lastIndex = from;
  return BRACKET.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** Where a line is indented, or begins with more dashes, than anything that a person writes. */
function tooDeepAt(text: string, start: number, stop: number): number | undefined {
  let dashes = 0;
  for (let offset = start; offset < stop; offset++) {
    const code = text.charCodeAt(offset);
    if (code === DASH || code === QUESTION) dashes += 1;
    else if (code !== SPACE) return undefined;
    if (dashes > DEEPEST || (dashes === 0 && offset - start >= DEEPEST)) return offset;
  }
  return undefined;
}
