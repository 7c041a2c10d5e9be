/** Chapters of a booklet → which stand under which: a front matter says it (`under: sequence-2`), their order shows it. */
import type { Piece, TextValue } from "./kit.js";
import { textIn } from "./values.js";

export interface NestedChapter {
  readonly piece: Piece;
  /** How many chapters it stands under, one under the other. */
  readonly depth: number;
  /** The name of a chapter that it cannot stand under: unknown, further down, or with others in between. */
  readonly stray?: TextValue | undefined;
}

/** In their order. A chapter may stand under the one before it, and under all that this one stands under. */
export function nestChapters(pieces: readonly Piece[]): readonly NestedChapter[] {
  let path: readonly string[] = [];
  return pieces.map((piece) => {
    const under = textIn(piece.values, "under");
    const place = under === undefined ? -1 : path.indexOf(under.value);
    path = [...path.slice(0, place + 1), piece.id];
    return { piece, depth: path.length - 1, stray: under?.value && place < 0 ? under : undefined };
  });
}
