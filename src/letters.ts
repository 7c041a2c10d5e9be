/** A pattern that asks for letters of any script → the same in two copies, of which the one for Latin texts is quick to make. */

/** A regular expression with `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}` or `\p{N}` in it. */
export interface LetterPattern {
  /** The expression to use on `text`: both copies find the same in it. */
  of(text: string): RegExp;
}

/**
 * What Unicode's classes hold among the signs of `LATIN_TEXT`. V8 takes half a millisecond to put together a class of all
 * the world's letters, for each expression anew, and few kits need it.
 */
const IN_LATIN: Readonly<Record<string, string>> = {
  "\\p{L}": "A-Za-zªµºÀ-ÖØ-öø-ÿŒœŸ",
  "\\p{Lu}": "A-ZÀ-ÖØ-ÞŒŸ",
  "\\p{Ll}": "a-zµß-öø-ÿœ",
  "\\p{M}": "",
  "\\p{N}": "0-9²³¹¼-¾",
};
/** Latin-1, what French adds to it, general punctuation, the euro, and the private-use signs of our own rules. */
const LATIN_TEXT = /^[\t-\u00ff\u0152\u0153\u0178\u2000-\u206f\u20ac\ue000-\uf8ff]*$/;

/** Classes as they stand in a set (`[…]`), and alone. */
const PARTS = /\\p\{\w+\}|\\.|\[\^?|\]/gsu;

/** `flags` must hold `u`, as classes of Unicode do. */
export function letterPattern(source: string, flags: string): LetterPattern {
  let latin: RegExp | undefined;
  let any: RegExp | undefined;
  return {
    of(text) {
      if (LATIN_TEXT.test(text)) {
        latin ??= new RegExp(latinSource(source), flags);
        return latin;
      }
      any ??= new RegExp(source, flags);
      return any;
    },
  };
}

function latinSource(source: string): string {
  let inSet = false;
  return source.replace(PARTS, (part) => {
    if (part.startsWith("[")) inSet = true;
    if (part === "]") inSet = false;
    const letters = IN_LATIN[part];
    if (letters === undefined) return part;
    return inSet ? letters : `[${letters}]`;
  });
}
