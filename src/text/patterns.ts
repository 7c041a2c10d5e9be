/** A language → its hyphenation patterns, out of the package `hyphen`. The bundle has them as files beside it. */
import { createRequire } from "node:module";
import type { PatternSet } from "hyphen/hyphen.js";
import SETS from "./patterns.json" with { type: "json" };

/** The file of each language in the package: of several spellings, that of today. */
const FILES: Readonly<Record<string, string>> = SETS;

/** Whether there are patterns under exactly this name. */
export const hasPatterns = (name: string): boolean => Object.hasOwn(FILES, name);

/** Patterns are CommonJS: asked by `require` they are there at once. */
const load = createRequire(import.meta.url) as (path: string) => PatternSet;

/** The patterns of a name that has some. */
export const readPatterns = (name: string): PatternSet => load(`hyphen/patterns/${FILES[name]}.js`);
