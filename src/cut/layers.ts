/** The layers of a cut file: what each is called, and the colours by which people and programs tell them apart. */

export interface Layer {
  /** ASCII letters: some programs know no others. */
  readonly name: string;
  readonly color: string;
  /** AutoCAD's number of the colour. */
  readonly index: number;
}

export const LAYERS = {
  page: { name: "feuille", color: "#999999", index: 8 },
  marks: { name: "reperes", color: "#000000", index: 7 },
  fold: { name: "pli", color: "#0000ff", index: 5 },
  cut: { name: "coupe", color: "#ff0000", index: 1 },
} as const satisfies Readonly<Record<string, Layer>>;
