/** The operators of text: where the next line stands and in which type; ISO 32000-1, 9.3 and 9.4. */
import { compose } from "../../units.js";
import { PdfString } from "../pdf/index.js";
import type { Desk } from "./desk.js";
import { matrixOf, numberOf, type Operands } from "./operands.js";
import { type State, startText } from "./state.js";

/** Whether `op` is one of those of text; then it is obeyed, but for the text that it shows, which `textShown` gives. */
export function setText(op: string, operands: Operands, state: State, desk: Desk): boolean {
  const { place } = state;
  const first = numberOf(operands[0]);
  const newLine = (x: number, y: number): void => {
    place.line = compose([1, 0, 0, 1, x, y], place.line);
    place.matrix = place.line;
  };
  switch (op) {
    case "BT":
      Object.assign(place, startText());
      return true;
    case "ET":
      return true;
    case "Tf": {
      const dict = desk.document.dict(desk.resource("Font", operands[0]));
      state.font = dict.size > 0 ? desk.font(dict) : undefined;
      state.fontSize = numberOf(operands[1]);
      return true;
    }
    case "Tr":
      state.textMode = first;
      return true;
    case "Tc":
      state.charSpace = first;
      return true;
    case "Tw":
      state.wordSpace = first;
      return true;
    case "Tz":
      state.stretch = first / 100;
      return true;
    case "TL":
      state.leading = first;
      return true;
    case "Ts":
      state.rise = first;
      return true;
    case "Tm":
      place.line = matrixOf(operands);
      place.matrix = place.line;
      return true;
    case "TD":
      state.leading = -numberOf(operands[1]);
      newLine(first, numberOf(operands[1]));
      return true;
    case "Td":
      newLine(first, numberOf(operands[1]));
      return true;
    case "T*":
      newLine(0, -state.leading);
      return true;
    case '"':
      state.wordSpace = first;
      state.charSpace = numberOf(operands[1]);
      newLine(0, -state.leading);
      return true;
    case "'":
      newLine(0, -state.leading);
      return true;
    case "Tj":
    case "TJ":
      return true;
    default:
      return false;
  }
}

const SHOWS = new Set(["Tj", "TJ", "'", '"']);

/** The strings that `op` shows, and the numbers that move between them; undefined for any other operator. */
export function textShown(op: string, operands: Operands): readonly (Uint8Array | number)[] | undefined {
  if (!SHOWS.has(op)) return undefined;
  const last = operands.at(-1);
  const parts: Operands = Array.isArray(last) ? last : [last ?? null];
  return parts.flatMap((part): (Uint8Array | number)[] =>
    part instanceof PdfString ? [part.bytes] : typeof part === "number" && op === "TJ" ? [part] : [],
  );
}
