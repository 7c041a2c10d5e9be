/** What printers ask of a file, by the name of a product. All lengths in millimetres, as they say them. */
import type { PressSpec } from "../../content/kit.js";
import { type Mm, mm, type Pt, type Size } from "../../units.js";
import type { PressRequest } from "../request.js";

export interface PressProduct {
  /** Undefined for no product in particular: any size, the usual for the rest. */
  readonly name?: string | undefined;
  /** Sizes once cut, either way up; none: all are taken. */
  readonly trims: readonly Size[];
  readonly bleed: Pt;
  /** Each front followed by its back, or a file of fronts and one of backs. */
  readonly order: "interleaved" | "two-files";
  /** Crop marks: none, or beyond the bleed. */
  readonly marks: "none" | "offset";
  /** Most ink of all four together: 3 is 300 %. */
  readonly inkLimit: number;
}

interface Row {
  readonly trims?: readonly (readonly [width: Mm, height: Mm])[];
  readonly bleed?: Mm;
  readonly order?: PressProduct["order"];
  readonly marks?: PressProduct["marks"];
  /** Per cent. */
  readonly ink?: number;
}

/** What most printers in Europe ask: 3 mm, single pages, no marks, and the limit of coated paper. */
const USUAL = { bleed: 3, order: "interleaved", marks: "none", ink: 300 } as const;

/** Cards by their trade names, European and American sizes; leaflets by ISO 216; then what differs from the usual. */
export const PRODUCTS: Readonly<Record<string, Row>> = {
  poker: {
    trims: [
      [63, 88],
      [63.5, 88.9],
    ],
  },
  bridge: {
    trims: [
      [57, 89],
      [57.15, 88.9],
    ],
  },
  tarot: {
    trims: [
      [70, 120],
      [69.85, 120.65],
    ],
  },
  "mini-carte": {
    trims: [
      [44, 68],
      [41, 63],
    ],
  },
  "carte-carree": { trims: [[70, 70]] },
  a7: { trims: [[74, 105]] },
  a6: { trims: [[105, 148]] },
  a5: { trims: [[148, 210]] },
  a4: { trims: [[210, 297]] },
  a3: { trims: [[297, 420]] },
  // Large online printers: less bleed, and machines that cut without looking for marks.
  "en-ligne-2mm": { bleed: 2 },
  // A shop around the corner that imposes by hand and cuts along marks.
  atelier: { bleed: 5, marks: "offset" },
  // Printers of card games whose software pairs a file of fronts with one of backs.
  "cartes-deux-fichiers": { order: "two-files" },
  // Plain offset paper drinks more ink and dries later.
  "papier-mat": { ink: 280 },
  // Digital presses of print-on-demand; the lowest limit in use.
  "a-la-demande": { bleed: 3.175, ink: 240 },
};

/** Names that may follow `--product`: ours and the kit's own, which go before ours. */
export const productNames = (press: PressSpec | undefined): readonly string[] => [
  ...new Set([...(press?.products.keys() ?? []), ...Object.keys(PRODUCTS)]),
];

/** What is asked for: the product, and what the command says otherwise. `name` is one of `productNames`. */
export function productOf(
  { product: name, bleed, order, marks }: PressRequest,
  press: PressSpec | undefined,
): PressProduct {
  const own = name === undefined ? undefined : press?.products.get(name);
  const row = own || name === undefined ? undefined : PRODUCTS[name];
  const { width, height } = own ?? {};
  return {
    name,
    trims:
      width !== undefined && height !== undefined
        ? [{ width, height }]
        : (row?.trims ?? []).map(([across, down]) => ({ width: mm(across), height: mm(down) })),
    bleed: bleed ?? own?.bleed ?? mm(row?.bleed ?? USUAL.bleed),
    order: order ?? own?.order ?? row?.order ?? USUAL.order,
    marks: marks ?? own?.marks ?? row?.marks ?? USUAL.marks,
    inkLimit: (own?.ink ?? row?.ink ?? USUAL.ink) / 100,
  };
}

/** A hundredth of an inch apart is the same product: nobody cuts finer. */
const SAME: Pt = mm(0.25);

/** Whether a trim is one of the product's, either way up. */
export const takes = ({ trims }: PressProduct, { width, height }: Size): boolean =>
  trims.length === 0 ||
  trims.some(
    (trim) =>
      (Math.abs(trim.width - width) < SAME && Math.abs(trim.height - height) < SAME) ||
      (Math.abs(trim.width - height) < SAME && Math.abs(trim.height - width) < SAME),
  );
