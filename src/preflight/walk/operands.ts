/** What stands before an operator → the numbers that it asks for; whatever is missing is nought. */
import type { Matrix } from "../../units.js";
import type { PdfValue } from "../pdf/index.js";

export type Operands = readonly PdfValue[];

export const numberOf = (value: PdfValue | undefined): number => (typeof value === "number" ? value : 0);

/** The six numbers of a map. */
export const matrixOf = (operands: Operands): Matrix => {
  const [a, b, c, d, e, f] = operands.map(numberOf);
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
};

/** A map that leaves all as it is, where none is told. */
export const matrixOr = (numbers: readonly number[]): Matrix =>
  numbers.length === 6 ? matrixOf(numbers) : [1, 0, 0, 1, 0, 0];
