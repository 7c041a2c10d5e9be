/** `63mm`, `6.3cm`, `2.5in`, `12pt` → points. */
import { MM_PER_INCH, PT_PER_INCH, type Pt } from "../../units.js";

const UNITS: Readonly<Record<string, number>> = {
  mm: PT_PER_INCH / MM_PER_INCH,
  cm: (10 * PT_PER_INCH) / MM_PER_INCH,
  in: PT_PER_INCH,
  pt: 1,
};

export type LengthReading =
  | { readonly kind: "length"; readonly value: Pt }
  | { readonly kind: "negative" }
  /** `correct`: how it should be written, where that is plain. */
  | { readonly kind: "no-unit" | "wrong"; readonly correct?: string | undefined };

/** Zero needs no unit; a comma, a missing or an unknown unit are told apart so that each gets its own sentence. */
export function readLength(written: string): LengthReading {
  const found = /^([-−]?)(\d+(?:([.,])\d+)?)[ \u00a0\u202f]?([a-zA-Z]*)$/.exec(written);
  if (found === null) return { kind: "wrong" };
  const [, minus = "", digits = "", point = "", unit = ""] = found;
  const value = Number(digits.replace(",", "."));
  if (minus !== "" && value !== 0) return { kind: "negative" };
  if (unit === "" && value !== 0) return { kind: "no-unit", correct: `${digits.replace(",", ".")}mm` };
  const factor = unit === "" ? 1 : UNITS[unit.toLowerCase()];
  if (factor === undefined) return { kind: "wrong" };
  if (point === "," || unit !== unit.toLowerCase()) {
    return { kind: "wrong", correct: `${digits.replace(",", ".")}${unit.toLowerCase()}` };
  }
  return { kind: "length", value: value * factor };
}
