/** A number ↔ the colour of a line: by its ink a line's glyphs are found again in the browser's PDF. */

/** Colours that differ by less than a PDF's four decimals tell of would be one. */
const STEPS = 250;

/** Black is left to the page itself. */
const FIRST = 1;

export const inkOf = (line: number): string => {
  const number = line + FIRST;
  return `rgb(${number % STEPS},${Math.floor(number / STEPS) % STEPS},${Math.floor(number / STEPS ** 2)})`;
};

/** From the three numbers, 0 to 1, of the PDF's operator `rg`; -1 for black. */
export const lineOf = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
  const level = (share: number): number => Math.round(share * 255);
  return level(red) + STEPS * level(green) + STEPS ** 2 * level(blue) - FIRST;
};
