/** Words that are filled into a text → the same words, so marked that they order themselves. */

/**
 * Where lines run from right to left, what is computed (a title, a date, an id) moves no sign around it. Lines from left
 * to right carry no such marks.
 */
export const isolated = (words: string, direction: "ltr" | "rtl"): string =>
  direction === "rtl" && words !== "" ? `\u2068${words}\u2069` : words;
