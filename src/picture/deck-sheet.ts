/** So many cards of a size → the pictures that Tabletop Simulator cuts into cards: grids, how large, which card where. */
import { type Point, PT_PER_INCH, type Size } from "../units.js";
import { TTS_MOST_PIXELS } from "./view.js";

/** A picture of several cards. */
export interface DeckSheet {
  readonly columns: number;
  readonly rows: number;
  /** Index of its first card, and how many it carries. */
  readonly first: number;
  readonly count: number;
  /** One card. */
  readonly cell: Size;
  readonly pixels: Size;
  readonly dpi: number;
}

/** What the game accepts. */
const LEAST_SIDE = 2;
const MOST_COLUMNS = 10;
const MOST_ROWS = 7;
/** The last place of a grid is no card: it shows what others see of a card in somebody's hand. */
const HIDDEN = 1;
const MOST_CARDS = MOST_COLUMNS * MOST_ROWS - HIDDEN;

/** More than this is not seen on a table. */
const MOST_DPI = 300;

/** Divides a deck as evenly as it goes into as few pictures as it needs. */
export function deckSheets(count: number, card: Size): readonly DeckSheet[] {
  const sheets = Math.ceil(count / MOST_CARDS);
  return Array.from({ length: sheets }, (_, index) => {
    const first = Math.round((index * count) / sheets);
    const next = Math.round(((index + 1) * count) / sheets);
    return { ...gridFor(next - first, card), first, count: next - first };
  });
}

/** The grid in which cards are largest; of equal ones, that with the fewest places. */
function gridFor(count: number, card: Size): Omit<DeckSheet, "first" | "count"> {
  let best: { readonly dpi: number; readonly columns: number; readonly rows: number } | undefined;
  for (let columns = LEAST_SIDE; columns <= MOST_COLUMNS; columns++) {
    const rows = Math.max(LEAST_SIDE, Math.ceil((count + HIDDEN) / columns));
    if (rows > MOST_ROWS) continue;
    const side = Math.max(columns * card.width, rows * card.height) / PT_PER_INCH;
    const dpi = Math.min(MOST_DPI, TTS_MOST_PIXELS / side);
    const isBetter = !best || dpi > best.dpi || (dpi === best.dpi && columns * rows < best.columns * best.rows);
    if (isBetter) best = { dpi, columns, rows };
  }
  const { dpi, columns, rows } = best!;
  const pixelsFor = (length: number): number => Math.max(1, Math.floor((length / PT_PER_INCH) * dpi));
  const cell = { width: pixelsFor(card.width), height: pixelsFor(card.height) };
  return { dpi, columns, rows, cell, pixels: { width: columns * cell.width, height: rows * cell.height } };
}

/** Top left corners of the cells: those of the cards in reading order, then that of the hidden card, the last of the grid. */
export function cellsOn({ columns, rows, count, cell }: DeckSheet): {
  readonly cards: readonly Point[];
  readonly hidden: Point;
} {
  const at = (index: number): Point => ({
    x: (index % columns) * cell.width,
    y: Math.floor(index / columns) * cell.height,
  });
  return { cards: Array.from({ length: count }, (_, index) => at(index)), hidden: at(columns * rows - 1) };
}
