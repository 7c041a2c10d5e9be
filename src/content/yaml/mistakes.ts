/** A line that YAML refuses → what is wrong with it and how it should be written. */
import { looseText, misaligned, nestedUnderText, oddWhiteSpace } from "./indentation.js";
import { gluedKey, partsOf } from "./line.js";
import * as say from "./messages.js";
import type { Detector, Mistake } from "./mistake.js";
import { colonInText, quoteTrouble, safe, signAtStart } from "./quoting.js";

/** Asked in this order; the first that recognises the line explains it. */
const DETECTORS: readonly Detector[] = [
  oddWhiteSpace,
  gluedColon,
  quoteTrouble,
  signAtStart,
  nestedUnderText,
  colonInText,
  looseText,
  misaligned,
];

/** What is wrong with `line`, as far as its own text and its neighbours tell. */
export function mistakeOn(lines: readonly string[], line: number): Mistake | undefined {
  for (const detect of DETECTORS) {
    const found = detect(lines, line);
    if (found !== undefined) return found;
  }
  return undefined;
}

function gluedColon(lines: readonly string[], line: number): Mistake | undefined {
  const { indent, dashes, key, value } = partsOf(lines[line] ?? "");
  const found = key === "" ? gluedKey(value) : undefined;
  if (found === undefined) return undefined;
  const prefix = indent + dashes;
  return {
    finding: say.noSpaceAfterColon(found.key),
    line,
    column: prefix.length,
    length: found.key.length + 1,
    repaired: [`${prefix}${found.key}: ${safe(found.value)}`],
  };
}
