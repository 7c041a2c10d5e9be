/** Kit + request → the pieces of which pictures are made, and how their files are called. */
import type { Component, Kit, Piece } from "../content/kit.js";
import type { LocalKit } from "../localise/index.js";
import { fileName } from "./messages.js";

/** The components whose pictures are asked for: all but booklets, which are read page by page in their PDF, or those named. */
export const picturedComponents = (kit: Kit, asked: readonly string[]): readonly Component[] =>
  kit.components.filter(({ id, kind }) => (asked.length === 0 ? kind !== "booklet" : asked.includes(id)));

/** Folder of a component's pictures: `screen/donnees`. */
export const pictureFolder = (size: string, component: Component, local: LocalKit): string =>
  `${size}/${fileName(component.id, local)}`;

/** Numbered in the kit's order and as wide as the last number, so that folders show them in that order. */
export function pictureName(index: number, total: number, id: string, side?: "front" | "back"): string {
  const width = Math.max(2, `${total}`.length);
  const number = `${index + 1}`.padStart(width, "0");
  return `${number}-${id}${side === undefined ? "" : SIDE[side]}.png`;
}

const SIDE = { front: "-recto", back: "-verso" } as const;

/** A picture of many cards: the game asks for its columns, rows and cards, so its name says them. */
export function deckName(
  component: Component,
  { columns, rows, count }: { readonly columns: number; readonly rows: number; readonly count: number },
  part: number | undefined,
): string {
  const number = part === undefined ? "" : `-${part}`;
  return `${component.id}${number}-${columns}x${rows}-${count}-cartes`;
}

/** Whether a file in a folder of pictures was made by us: only such are taken away. */
export const isPictureName = (name: string): boolean =>
  /^\d{2,}-[a-z][a-z0-9-]*\.png$/.test(name) || /^[a-z][a-z0-9-]*-(\d+x\d+-\d+-cartes(-versos)?|dos)\.png$/.test(name);

/** Pieces in the deck as it lies on a table: copies follow one another. */
export const dealtPieces = ({ pieces }: Component): readonly Piece[] =>
  pieces.flatMap((piece) => Array.from({ length: piece.copies }, () => piece));
