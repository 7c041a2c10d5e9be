/** The files of a proof → the same, each page saying that it is one: where nothing is cut off, no label said so. */
import type { Mark, Sheet, SheetSide } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import { mm, type Pt, type Size } from "../units.js";
import type { Output } from "./outputs.js";

/** Printers reach it, and the text of hardly any piece does. */
const FROM_EDGE: Pt = mm(6);
const SIZE: Pt = 6;

/** What is no proof stays as it is. */
export function markProofs(outputs: readonly Output[], { proof }: LocalKit): readonly Output[] {
  if (proof === undefined) return outputs;
  return outputs.map((output) => ({
    ...output,
    imposed: { ...output.imposed, sheets: output.imposed.sheets.map((sheet) => marked(sheet, proof)) },
  }));
}

const marked = (sheet: Sheet, proof: string): Sheet => ({
  ...sheet,
  front: side(sheet.front, sheet.page, proof),
  back: sheet.back && side(sheet.back, sheet.page, proof),
});

/** A label may be parted into lines: its first words are the same. */
const saysSo = ({ marks }: SheetSide, proof: string): boolean =>
  marks.some((mark) => mark.kind === "text" && mark.text.includes(proof.split(" · ")[0]!));

function side(bare: SheetSide, page: Size, proof: string): SheetSide {
  if (saysSo(bare, proof)) return bare;
  const at = { x: page.width / 2, y: page.height - FROM_EDGE };
  const mark: Mark = { kind: "text", text: proof, at, size: SIZE, anchor: "middle", angle: 0, ground: true };
  return { ...bare, marks: [...bare.marks, mark] };
}
