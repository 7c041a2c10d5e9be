/** A number that the program writes itself → the same in the digits of a language. */

/** Writes numbers as `String` does, each digit in its place that of the language: no grouping, no other sign. */
export function digitsOf(intl: string): (number: number | string) => string {
  // What languages know of themselves takes Node a while to load: it is asked when the first number is written.
  let ten: readonly string[] | undefined;
  return (number) => {
    ten ??= tenDigits(intl);
    return ten[0] === "0" ? String(number) : String(number).replace(/\d/g, (digit) => ten![Number(digit)]!);
  };
}

/** Kits of these languages, unless they say otherwise, need not wait for the answer. */
const WRITTEN_AS_HERE = /^(?:de|en|es|fr|it|nl|pt)(?:-[A-Z]{2})?$/;

const known = new Map<string, readonly string[]>();

/** Zero to nine. */
function tenDigits(intl: string): readonly string[] {
  if (WRITTEN_AS_HERE.test(intl)) return [..."0123456789"];
  // Highest first: no language drops the zero at the end.
  const ten =
    known.get(intl) ?? [...new Intl.NumberFormat(intl, { useGrouping: false }).format(9_876_543_210)].reverse();
  known.set(intl, ten);
  return ten;
}
