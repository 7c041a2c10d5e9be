/** What a booklet knows of itself and of its kit: the answers to placeholders and to the helpers of its templates. */
import type { Component, FieldValue, Kit, Piece, TextValue } from "../../content/kit.js";
import { leavesIn, valuesOf } from "../../content/walk.js";

/** A line of the contents. */
export interface TocEntry {
  readonly id: string;
  readonly title: TextValue;
  /** 1 for chapters, 2 for their `##`, and so on. */
  readonly level: number;
  /** How many chapters its chapter stands under. */
  readonly depth: number;
  /** What its chapter counts as: 2 for « Séquence 2 ». */
  readonly number?: number | undefined;
}

/** What only the finished pages tell. A pass that guesses is followed by another, until nothing changes. */
export interface PageFacts {
  /** The printed number of the page on which a chapter or an anchor begins. */
  page(id: string): string;
}

/** A piece among those that a template lists, and whose fields it may ask for. */
export interface ListedPiece {
  readonly component: Component;
  readonly piece: Piece;
}

export interface Book {
  readonly kit: Kit;
  readonly component: Component;
  readonly toc: readonly TocEntry[];
  readonly pages: PageFacts;
}

/** The field by which a chapter says how many minutes it takes. */
const DURATION = "duration";

export const titleOf = ({ component, toc }: Book, id: string): TextValue | undefined =>
  toc.find((entry) => entry.id === id)?.title ?? textField(chapterNamed(component, id), "title");

/** Minutes of several chapters together; what has no duration takes none. */
export const minutesOf = ({ component }: Book, ids: readonly string[]): number =>
  ids.reduce((sum, id) => {
    const value = chapterNamed(component, id)?.values[DURATION];
    return sum + (value?.kind === "number" ? value.value : 0);
  }, 0);

const chapterNamed = ({ pieces }: Component, id: string): Piece | undefined => pieces.find((piece) => piece.id === id);

const textField = (piece: Piece | undefined, name: string): TextValue | undefined => {
  const value = piece?.values[name];
  return value?.kind === "text" || value?.kind === "markdown" ? value : undefined;
};

/** Pieces of a component, in its order; `filters` ask for a template or for the value of a field. */
export function piecesOf(
  { kit }: Book,
  componentId: string,
  filters: ReadonlyMap<string, unknown>,
): readonly ListedPiece[] {
  const component = kit.components.find(({ id }) => id === componentId);
  if (!component) return [];
  const wanted = [...filters];
  return component.pieces
    .filter((piece) => wanted.every(([name, value]) => factOf(piece, name) === String(value)))
    .map((piece) => ({ component, piece }));
}

/** Names of pieces (`debats/cameras`) that boxes of the booklet show, in the order of its pages. */
export function shownPieces({ kit, component }: Book): readonly string[] {
  const known = new Set(kit.components.flatMap(({ id, pieces }) => pieces.map((piece) => `${id}/${piece.id}`)));
  const values = component.pieces.flatMap((piece) => [...valuesOf(piece)]).flatMap((each) => [...leavesIn(each)]);
  const named = values.flatMap((value) => (value.kind === "text" && known.has(value.value) ? [value.value] : []));
  return [...new Set(named)];
}

/** How many of them lie in the box: four copies of a blank card are four cards. */
export const countOf = (book: Book, componentId: string, filters: ReadonlyMap<string, unknown>): number =>
  piecesOf(book, componentId, filters).reduce((sum, { piece }) => sum + piece.copies, 0);

/** A piece's id or template, or one of its values, as a word. */
function factOf(piece: Piece, name: string): string | undefined {
  if (name === "template") return piece.template;
  if (name === "id") return piece.id;
  const value: FieldValue | undefined = piece.values[name];
  return value && "value" in value ? String(value.value) : undefined;
}

/** `donnees/definition definition`: the text of a card. */
export function cardText({ kit }: Book, name: string, field: string): TextValue | undefined {
  const [component, id] = name.split("/");
  const piece = kit.components.find((one) => one.id === component)?.pieces.find((one) => one.id === id);
  return textField(piece, field);
}
