/** A QR code → a form in whole numbers of modules, y downwards: no hairline shows between them. */
import { type QrCode, QUIET_ZONE } from "../../assets/qr.js";
import type { Color } from "../../graphics.js";
import type { ColorSpace } from "./color-space.js";
import type { Form } from "./drawing.js";
import { Ink } from "./ink.js";

/** Draws the dark modules as one path; a code that many faces show is written once. */
export function codeForm(code: QrCode, color: Color, space: ColorSpace): Form {
  const ink = new Ink(space);
  ink.fillColor(space.codeColor(color));
  ink.alpha(color.a);
  ink.draw(`${mergedRuns(code.runs)}f\n`);
  const end = code.modules + QUIET_ZONE;
  return ink.finishForm([-QUIET_ZONE, -QUIET_ZONE, end, end]);
}

/** Equal runs of neighbouring rows become one rectangle. */
function mergedRuns(runs: QrCode["runs"]): string {
  const open = new Map<number, Bar>();
  const bars: Bar[] = [];
  for (const [row, column, length] of runs) {
    const key = column * MOST_MODULES + length;
    const above = open.get(key);
    if (above && above.row + above.height === row) {
      above.height += 1;
      continue;
    }
    const bar = { row, column, length, height: 1 };
    bars.push(bar);
    open.set(key, bar);
  }
  return bars.map(({ row, column, length, height }) => `${column} ${row} ${length} ${height} re\n`).join("");
}

interface Bar {
  readonly row: number;
  readonly column: number;
  readonly length: number;
  height: number;
}

/** More than any code has on a side (177). */
const MOST_MODULES = 256;
