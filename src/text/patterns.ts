/** A language → its hyphenation patterns, out of the package `hyphen`. */
import type { PatternSet } from "hyphen/hyphen.js";
import { readPatternFile } from "./pattern-file.js";
import SETS from "./patterns.json" with { type: "json" };

/** The file of each language in the package: of several spellings, that of today. */
const FILES: Readonly<Record<string, string>> = SETS;

/** Whether there are patterns under exactly this name. */
export const hasPatterns = (name: string): boolean => Object.hasOwn(FILES, name);

/** The patterns of a name that has some. */
export const readPatterns = (name: string): PatternSet => readPatternFile(FILES[name]!);
