/** What a sheet is (which of how many, which side, of which kit) → the words in its margin, in the kit's language. */
import type { FlipEdge, SaddleWords, SheetWords, SideKind } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import { toMm } from "../units.js";

/** Labels part into lines at their dots, where they are long. */
const DOT = " · ";

/** A kit, and what the margins of sheets say that only replace pieces of an earlier edition. */
export interface SheetKit extends LocalKit {
  readonly since?: string | undefined;
}

/** Parts that each order themselves; at the end which edition of the kit it is of, and on a proof that it is one. */
const labelled = (parts: readonly (string | undefined)[], { kit, proof, print, since }: SheetKit): string =>
  [...parts, `${kit.id} v${kit.version}`, since]
    .flatMap((part) => (part ? [print.name(part)] : []))
    .concat(proof ?? [])
    .join(DOT);

/** Which side of which sheet, and how it is turned over: the copy shop may not have read anything else. */
export interface SheetPlace {
  readonly number: number;
  readonly total: number;
  readonly side: SideKind;
  /** Given for fronts that have a back. */
  readonly flip?: FlipEdge | undefined;
}

const placeWords = ({ number, total, side, flip }: SheetPlace, { print }: LocalKit): string => {
  const words = flip ? print.say(`front-${flip}`) : print.say(side);
  return print.say("sheet-side", { n: number, total, side: { words } });
};

export const rulerWords =
  ({ print }: LocalKit) =>
  (length: number): string =>
    print.say("ruler", { n: length });

/** What stands on the sheets of a deck; common sheets of several have no name of their own. */
export const sheetWords = (id: string | undefined, local: SheetKit): SheetWords => ({
  label: (number, total, side, flip) => labelled([id, placeWords({ number, total, side, flip }, local)], local),
  ruler: rulerWords(local),
  part: local.print.say("part"),
});

/** A sheet of one side by its panel, its place on it (none for a whole panel), and its number of so many. */
export const panelLabel = (
  panel: string,
  place: string | undefined,
  { number, total }: Pick<SheetPlace, "number" | "total">,
  local: SheetKit,
): string => labelled([panel, place, local.print.say("sheet", { n: number, total })], local);

/** A page that is read and not cut, by its number of so many. */
export const labelWords = (number: number, total: number, local: SheetKit): string =>
  labelled([local.print.say("sheet", { n: number, total })], local);

/** What stands on the sheets of a booklet. */
export const saddleWords = (id: string, local: SheetKit): SaddleWords => {
  const { print } = local;
  return {
    ruler: rulerWords(local),
    sheet: (number, total, pages, side) =>
      labelled([id, placeWords({ number, total, side }, local), print.say("pages", { pages })], local),
    flip: (edge) => print.name(print.say(`both-${edge}`)),
    staple: print.say("staple"),
    creep: (thickness, most) => print.name(print.say("creep", { thickness: toMm(thickness), most: toMm(most) })),
    booklets: (count) => print.name(print.say("booklets", { n: count })),
  };
};
