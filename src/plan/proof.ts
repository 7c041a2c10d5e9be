/** The files of a proof → the same, each page saying that it is one: where nothing is cut off, no label said so. */
import type { Mark, Sheet, SheetSide } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import { mm, type Pt } from "../units.js";
import type { Output } from "./outputs.js";

/** Printers reach it, and the text of hardly any piece does. */
const FROM_EDGE: Pt = mm(6);
/** What hangs below the line that words stand on, and a little. */
const BELOW: Pt = mm(1);
/** A piece that is cut out says so too, and beyond the cut its colours stay whole. */
const FROM_CUT: Pt = mm(3);
const SIZE: Pt = 6;

/** What is no proof stays as it is. `margin` is what the printer of a file leaves white, where that is known. */
export function markProofs(
  outputs: readonly Output[],
  { proof }: LocalKit,
  margin: (output: Output) => Pt | undefined,
): readonly Output[] {
  if (proof === undefined) return outputs;
  return outputs.map((output) => {
    const fromEdge = Math.max(FROM_EDGE, (margin(output) ?? 0) + BELOW);
    const sheets = output.imposed.sheets.map((sheet) => marked(sheet, proof, fromEdge));
    return { ...output, imposed: { ...output.imposed, sheets } };
  });
}

function marked(sheet: Sheet, text: string, fromEdge: Pt): Sheet {
  const { page, trimBox } = sheet;
  const at = { x: page.width / 2, y: Math.min(page.height - fromEdge, trimBox.y + trimBox.height - FROM_CUT) };
  const mark = { kind: "text", text, at, size: SIZE, anchor: "middle", angle: 0, ground: true } as const;
  return { ...sheet, front: side(sheet.front, mark), back: sheet.back && side(sheet.back, mark) };
}

/** A label may be parted into lines: its first words are the same. */
const saysSo = ({ marks }: SheetSide, proof: string): boolean =>
  marks.some((mark) => mark.kind === "text" && mark.text.includes(proof.split(" · ")[0]!));

const side = (bare: SheetSide, mark: Extract<Mark, { kind: "text" }>): SheetSide =>
  saysSo(bare, mark.text) ? bare : { ...bare, marks: [...bare.marks, mark] };
