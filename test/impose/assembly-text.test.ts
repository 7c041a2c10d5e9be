import { expect, test } from "vitest";
import { wrap } from "../../src/impose/assembly-text.js";

/** At 10 pt: five letters are 29.5 pt wide, a space 3. */
const WORDS = "aaaaa bbbbb ccccc ddddd";

test.each([
  ["lines are as full as they can be", WORDS, 65, ["aaaaa bbbbb", "ccccc ddddd"]],
  ["no word stands alone on the last line", WORDS, 97, ["aaaaa bbbbb", "ccccc ddddd"]],
  ["nor does a number with its unit", "aaaaa bbbbb ccccc 10\u00A0g", 98, ["aaaaa bbbbb", "ccccc 10\u00A0g"]],
  ["but a long name does", "aaaaa bbbbb ccccc dd\u00A0eeeee", 98, ["aaaaa bbbbb ccccc", "dd\u00A0eeeee"]],
  ["but where a line would lose one of two words", "aaaaa bbbbb ccccc", 65, ["aaaaa bbbbb", "ccccc"]],
  ["a word wider than the room stays whole", "aaaaaaaaaaaaaaa b", 65, ["aaaaaaaaaaaaaaa", "b"]],
  ["a name is not parted", "aaaaa bbbbb\u00A0ccccc", 65, ["aaaaa", "bbbbb\u00A0ccccc"]],
  ["but where it fits on no line", "aaaaa bbbbb\u00A0ccccc\u00A0ddddd", 65, ["aaaaa bbbbb", "ccccc ddddd"]],
])("%s", (_, words, width, expected) => {
  expect(wrap(words, width, 10)).toEqual(expected);
});
