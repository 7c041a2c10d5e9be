/** Types of two packages that ship none, as far as this stage uses them. */

declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may or must end, as an offset; undefined after the last. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null | undefined;
  }
}

declare module "hyphen/hyphen.js" {
  /** What `hyphen/patterns/xx.js` holds. */
  export type PatternSet = readonly unknown[];
  /** From patterns to what puts soft hyphens into a text. */
  export default function createHyphenator(patterns: PatternSet): (text: string) => string;
}
