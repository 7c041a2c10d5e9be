/** What a sheet is (which of how many, which side, of which kit) → the words in its margin, in the kit's language. */
import type { FlipEdge, SaddleWords, SheetWords, SideKind } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import { toMm } from "../units.js";

/** Labels part into lines at their dots, where they are long. */
const DOT = " · ";

const joined = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(DOT);

/** Which edition of the kit a sheet is of; a proof says so everywhere. */
const editionOf = ({ kit, proof, print }: LocalKit): string => joined([print.name(`${kit.id} v${kit.version}`), proof]);

/** Which side of which sheet, and how it is turned over: the copy shop may not have read anything else. */
export interface SheetPlace {
  readonly number: number;
  readonly total: number;
  readonly side: SideKind;
  /** Given for fronts that have a back. */
  readonly flip?: FlipEdge | undefined;
}

const placeWords = ({ number, total, side, flip }: SheetPlace, { print }: LocalKit): string =>
  print.say("sheet-side", { n: number, total, side: flip ? print.say(`front-${flip}`) : print.say(side) });

export const rulerWords =
  ({ print }: LocalKit) =>
  (length: number): string =>
    print.say("ruler", { n: length });

/** What stands on the sheets of a deck. */
export const sheetWords = (id: string, local: LocalKit): SheetWords => ({
  label: (number, total, side, flip) =>
    joined([local.print.name(id), placeWords({ number, total, side, flip }, local), editionOf(local)]),
  ruler: rulerWords(local),
});

/** A sheet of one side by its panel, its place on it (none for a whole panel), and its number of so many. */
export const panelLabel = (
  panel: string,
  place: string | undefined,
  { number, total }: Pick<SheetPlace, "number" | "total">,
  local: LocalKit,
): string => {
  const { print } = local;
  return joined([
    print.name(panel),
    place && print.name(place),
    print.say("sheet", { n: number, total }),
    editionOf(local),
  ]);
};

/** What stands on the sheets of a booklet. */
export const saddleWords = (id: string, local: LocalKit): SaddleWords => {
  const { print } = local;
  return {
    ruler: rulerWords(local),
    sheet: (number, total, pages, side) =>
      joined([
        print.name(id),
        placeWords({ number, total, side }, local),
        print.say("pages", { pages }),
        editionOf(local),
      ]),
    creep: (thickness, most) => print.say("creep", { thickness: toMm(thickness), most: toMm(most) }),
    booklets: (count) => print.say("booklets", { n: count }),
  };
};
