/** Numbers, matrices, colours and outlines → PDF operators. */
import type { Color, Path } from "../../graphics.js";
import type { Matrix, Point } from "../../units.js";

/** `.5` for 500: what follows a whole number, by its thousandths. */
const DECIMALS = Array.from({ length: 1000 }, (_, thousandths) =>
  thousandths === 0 ? "" : `.${String(thousandths).padStart(3, "0").replace(/0+$/, "")}`,
);

/**
 * Three decimals: a thousandth of a point is less than any printer's dot. Never an exponent, which PDF does not know. A kit
 * has half a million numbers, and to write fractions takes JavaScript five times as long as this.
 */
export const num = (value: number): string => {
  const thousandths = Math.round(Math.abs(value) * 1000);
  if (thousandths === 0) return "0";
  return `${value < 0 ? "-" : ""}${Math.floor(thousandths / 1000)}${DECIMALS[thousandths % 1000]!}`;
};

/** Matrices multiply large coordinates, so they keep six decimals. */
const precise = (value: number): string => {
  const rounded = Math.round(value * 1e6) / 1e6;
  // Below 1e-6 JavaScript would write an exponent, and the rounding has already made it 0.
  return rounded === 0 ? "0" : Math.abs(rounded) < 1e-5 ? rounded.toFixed(6) : `${rounded}`;
};

export const matrix = (map: Matrix): string =>
  `${precise(map[0])} ${precise(map[1])} ${precise(map[2])} ${precise(map[3])} ${num(map[4])} ${num(map[5])}`;

/** A colour channel: four decimals tell all 8-bit values apart. */
export const channel = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4;

/** Channels of a colour: one where it is grey, so that black text is printed with black ink alone. */
export const channels = ({ r, g, b }: Color): readonly number[] => {
  const red = channel(r);
  const green = channel(g);
  const blue = channel(b);
  return red === green && green === blue ? [red] : [red, green, blue];
};

/** A number of at most four decimals, as `channel` gives it. */
export const channelText = (value: number): string => (value < 1e-3 && value > 0 ? value.toFixed(4) : `${value}`);

/** An outline, moved to `at`. An upright rectangle becomes one operator. */
export function outline(path: Path, at: Point): string {
  const rectangle = asRectangle(path, at);
  if (rectangle !== undefined) return rectangle;
  const { x, y } = at;
  let operators = "";
  for (const step of path) {
    switch (step[0]) {
      case "M":
        operators += `${num(step[1] + x)} ${num(step[2] + y)} m\n`;
        break;
      case "L":
        operators += `${num(step[1] + x)} ${num(step[2] + y)} l\n`;
        break;
      case "C":
        operators += `${num(step[1] + x)} ${num(step[2] + y)} ${num(step[3] + x)} ${num(step[4] + y)} ${num(step[5] + x)} ${num(step[6] + y)} c\n`;
        break;
      case "Z":
        operators += "h\n";
    }
  }
  return operators;
}

/** Clockwise from the top left corner, as layout and drawings write rectangles. */
function asRectangle(path: Path, at: Point): string | undefined {
  if (path.length !== 5 || path[4]![0] !== "Z") return undefined;
  const [start, right, corner, left] = path as readonly (readonly [string, number, number])[];
  if (start![0] !== "M" || right![0] !== "L" || corner![0] !== "L" || left![0] !== "L") return undefined;
  const [, x, y] = start!;
  const [, x1, y1] = corner!;
  if (right![1] !== x1 || right![2] !== y || left![1] !== x || left![2] !== y1) return undefined;
  return `${num(x + at.x)} ${num(y + at.y)} ${num(x1 - x)} ${num(y1 - y)} re\n`;
}
