/** A heading's text, as written → its words and its anchor: `Prompts {#prompts}`. */
import { ID } from "../schema/shape.js";
import { part, type Stretch, trimmed } from "./stretch.js";

export interface HeadingParts {
  readonly words: Stretch;
  /** Between `{#` and `}`, right or wrong. */
  readonly anchor?: Stretch | undefined;
}

const ANCHOR = /(?<!\\)\{#([^{}\n]*)\}$/;
/** Letters, digits and hyphens, beginning with a letter. */
const RIGHT_ANCHOR = /^[A-Za-z][A-Za-z0-9-]*$/;

export function headingParts(text: Stretch): HeadingParts {
  const found = ANCHOR.exec(text.value);
  if (found === null) return { words: text };
  const start = found.index + "{#".length;
  return {
    words: trimmed(part(text, 0, found.index)),
    anchor: part(text, start, start + (found[1] ?? "").length),
  };
}

export const isAnchor = (name: string): boolean => RIGHT_ANCHOR.test(name);

/** How a wrong anchor was probably meant; empty when nothing is left of it. */
export const likelyAnchor = (written: string): string => ID.fix?.(written) ?? "";

/** What stands after `##` and before the hashes that may close the line. */
export function headingText(line: Stretch): Stretch {
  const opened = /^#+/.exec(line.value)?.[0].length ?? 0;
  const text = trimmed(part(line, opened));
  const { value } = text;
  let end = value.length;
  while (value[end - 1] === "#") end--;
  const closes = end === 0 || value[end - 1] === " " || value[end - 1] === "\t";
  return closes ? trimmed(part(text, 0, end)) : text;
}
