/** The name of a file of the package `hyphen` → the patterns in it. The bundle has them as plain data beside it. */
import { createRequire } from "node:module";
import type { PatternSet } from "hyphen/hyphen.js";

/** Patterns are CommonJS: asked by `require` they are there at once. */
const load = createRequire(import.meta.url) as (path: string) => PatternSet;

export const readPatternFile = (file: string): PatternSet => load(`hyphen/patterns/${file}.js`);
