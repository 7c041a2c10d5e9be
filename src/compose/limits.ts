/** How much one face may repeat: far beyond any sheet of paper, far below what would fill the memory. */

/** A grid of 30 × 30 squares is 900. */
export const LONGEST_RANGE = 1_000;

/** Turns of all loops and uses of all shared parts of one face: loops inside loops multiply. */
export const MOST_TURNS = 10_000;

/** Where Handlebars says that something was called. */
export interface CallPlace {
  readonly start: { readonly line: number; readonly column: number };
}

/** A template asks for too much; carries its place as Handlebars' own errors do. */
export class TooMuch extends Error {
  readonly lineNumber: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, place: CallPlace | undefined) {
    super(message);
    this.lineNumber = place?.start.line;
    this.column = place?.start.column;
  }
}

/** Counts the turns of one face. */
export interface Budget {
  reset(): void;
  /** Throws `TooMuch` when all turns are used. */
  spend(place: CallPlace | undefined): void;
}

export function createBudget(message: string): Budget {
  let left = MOST_TURNS;
  return {
    reset() {
      left = MOST_TURNS;
    },
    spend(place) {
      left -= 1;
      if (left < 0) throw new TooMuch(message, place);
    },
  };
}
