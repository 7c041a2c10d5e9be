/** Inks → the same colour with no more ink than paper bears: more of it dries badly and marks the sheet above. */

/** Cyan, magenta, yellow and black, 0 to 1 each. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

export const totalInk = (inks: Cmyk): number => inks[0] + inks[1] + inks[2] + inks[3];

/**
 * Grey first: what cyan, magenta and yellow have in common is grey, and black ink makes it with a third of the ink. Where
 * that does not do, the three are thinned alike; black stays.
 */
export function limitInk(inks: Cmyk, limit: number): Cmyk {
  const excess = totalInk(inks) - limit;
  if (excess <= 0) return inks;
  const [c, m, y, k] = inks;
  const grey = Math.min(excess / 2, c, m, y, 1 - k);
  const [cyan, magenta, yellow, black] = [c - grey, m - grey, y - grey, k + grey];
  const colored = cyan + magenta + yellow;
  if (colored + black <= limit) return [cyan, magenta, yellow, black];
  const share = Math.max(0, limit - black) / colored;
  return [cyan * share, magenta * share, yellow * share, black];
}
