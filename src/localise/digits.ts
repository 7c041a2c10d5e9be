/** A number that the program writes itself → the same in the digits of a language. */

/** Writes numbers as `String` does, each digit in its place that of the language: no grouping, no other sign. */
export function digitsOf(intl: string): (number: number | string) => string {
  const known = writers.get(intl);
  if (known) return known;
  // Highest first: no language drops the zero at the end.
  const ten = [...new Intl.NumberFormat(intl, { useGrouping: false }).format(9_876_543_210)].reverse();
  const write =
    ten.join("") === "0123456789"
      ? String
      : (number: number | string): string => String(number).replace(/\d/g, (digit) => ten[Number(digit)]!);
  writers.set(intl, write);
  return write;
}

const writers = new Map<string, (number: number | string) => string>();
