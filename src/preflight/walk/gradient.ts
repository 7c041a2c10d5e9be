/** A gradient → colours along it. */
import type { PdfDict, PdfDocument } from "../pdf/index.js";
import { functionOf } from "./functions.js";
import type { Ink } from "./ink.js";
import type { ColorSpace } from "./spaces.js";

const SAMPLES = 16;

/** None where the file does not say them in a way that we read. */
export function inksAlong(document: PdfDocument, dict: PdfDict, space: ColorSpace): readonly Ink[] {
  const run = functionOf(document, dict.get("Function"));
  const [from = 0, to = 1] = document.numbers(dict.get("Domain"));
  if (run === undefined) return [];
  return Array.from({ length: SAMPLES + 1 }, (_, step) => ({
    space,
    values: run(from + (step / SAMPLES) * (to - from)),
  }));
}
