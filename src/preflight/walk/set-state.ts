/** The operators that change how things are drawn: places, colours, and the settings of ISO 32000-1, 8.4.5. */
import { compose } from "../../units.js";
import { isName, type PdfDict, type PdfValue } from "../pdf/index.js";
import type { Desk } from "./desk.js";
import type { Ink } from "./ink.js";
import { matrixOf, numberOf, type Operands } from "./operands.js";
import { type ColorSpace, channelsOf, firstColor } from "./spaces.js";
import type { State } from "./state.js";

/** Whether `op` is one of those that set the state; then it is obeyed. */
export function setState(op: string, operands: Operands, state: State, desk: Desk): boolean {
  const first = numberOf(operands[0]);
  switch (op) {
    case "cm":
      state.ctm = compose(matrixOf(operands), state.ctm);
      return true;
    case "w":
      state.lineWidth = Math.abs(first);
      return true;
    case "gs":
      extend(state, operands[0], desk);
      return true;
    case "g":
    case "rg":
    case "k":
    case "G":
    case "RG":
    case "K": {
      const name = { g: "DeviceGray", rg: "DeviceRGB", k: "DeviceCMYK" }[op.toLowerCase()]!;
      setSpace(op < "a", state, desk.space(name), operands);
      return true;
    }
    case "cs":
    case "CS":
      setSpace(op === "CS", state, desk.space(operands[0]), undefined);
      return true;
    case "sc":
    case "scn":
    case "SC":
    case "SCN":
      setColor(op < "a", operands, state, desk);
      return true;
    default:
      return false;
  }
}

function setSpace(isStroke: boolean, state: State, space: ColorSpace, values: Operands | undefined): void {
  setInk(isStroke, state, { space, values: values?.map(numberOf) ?? firstColor(space) }, undefined);
}

function setInk(isStroke: boolean, state: State, ink: Ink, pattern: PdfDict | undefined): void {
  if (isStroke) {
    state.stroke = ink;
    state.strokePattern = pattern;
  } else {
    state.fill = ink;
    state.fillPattern = pattern;
  }
}

/** More inks than a press has. */
const MOST_CHANNELS = 32;

function setColor(isStroke: boolean, operands: Operands, state: State, desk: Desk): void {
  const { space } = isStroke ? state.stroke : state.fill;
  const last = operands.at(-1);
  const values = operands.filter((one) => typeof one === "number").slice(0, MOST_CHANNELS);
  if (isName(last)) setInk(isStroke, state, { space, values }, desk.document.dict(desk.resource("Pattern", last)));
  else
    setInk(
      isStroke,
      state,
      { space, values: values.length < channelsOf(space) ? firstColor(space) : values },
      undefined,
    );
}

/** The settings that a page names together. */
function extend(state: State, name: PdfValue | undefined, desk: Desk): void {
  const { document } = desk;
  const dict = document.dict(desk.resource("ExtGState", name));
  const number = (key: string): number | undefined => document.number(dict.get(key));
  state.lineWidth = number("LW") ?? state.lineWidth;
  state.fillAlpha = number("ca") ?? state.fillAlpha;
  state.strokeAlpha = number("CA") ?? state.strokeAlpha;
  state.overprintMode = number("OPM") ?? state.overprintMode;
  const stroke = document.get(dict.get("OP"));
  const fill = document.get(dict.get("op"));
  if (typeof stroke === "boolean") state.strokeOverprint = stroke;
  if (typeof fill === "boolean") state.fillOverprint = fill;
  else if (typeof stroke === "boolean") state.fillOverprint = stroke;
  const blend = document.get(dict.get("BM"));
  const mode = document.name(Array.isArray(blend) ? blend[0] : blend);
  if (mode !== undefined) state.blend = mode === "Compatible" ? "Normal" : mode;
  if (dict.has("SMask")) state.isMasked = document.name(dict.get("SMask")) !== "None";
  const [font, size] = document.array(dict.get("Font"));
  if (typeof size !== "number") return;
  state.font = desk.font(document.dict(font));
  state.fontSize = size;
}
