/** A text → where it is too deep or too long to be read safely. Looked for before parsing, in one pass. */
import type { Finding } from "../finding.js";
import * as say from "./messages.js";

/** Nobody nests lists this deep; the parser recurses, and an exhausted stack can end the whole process. */
const DEEPEST = 300;
/** Longer than any chapter on one line; the parser's time grows faster than a line's length. */
const LONGEST_LINE = 100_000;

const NEWLINE = 10;
const SPACE = 32;
const DASH = 45;
const QUESTION = 63;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

export interface Excess {
  readonly finding: Finding;
  readonly offset: number;
}

/** The first place beyond a limit. Brackets inside texts count too: three hundred unclosed ones are no accident. */
export function findExcess(text: string): Excess | undefined {
  let brackets = 0;
  let lineStart = 0;
  let atStart = true;
  let dashes = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === NEWLINE) {
      lineStart = offset + 1;
      atStart = true;
      dashes = 0;
      continue;
    }
    if (offset - lineStart > LONGEST_LINE) return { finding: say.lineTooLong(), offset: lineStart };
    if (atStart) {
      if (code === DASH || code === QUESTION) dashes += 1;
      else if (code !== SPACE) atStart = false;
      if (dashes > DEEPEST || (atStart && dashes === 0 && offset - lineStart >= DEEPEST)) {
        return { finding: say.tooDeep(), offset };
      }
    }
    if (OPENING.has(code)) brackets += 1;
    else if (CLOSING.has(code)) brackets = Math.max(0, brackets - 1);
    if (brackets > DEEPEST) return { finding: say.tooDeep(), offset };
  }
  return undefined;
}
