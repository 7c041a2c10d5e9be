/** PDF functions of one input → their values: how a spot colour is made of others, how a gradient runs. */
import type { PdfDocument, PdfValue } from "../pdf/index.js";

export type PdfFunction = (input: number) => readonly number[];

/** Stitched functions of stitched functions. */
const DEEPEST = 5;

/** Undefined for kinds that no program of print makers writes here (PostScript), and for what is no function. */
export function functionOf(document: PdfDocument, value: PdfValue | undefined, depth = 0): PdfFunction | undefined {
  const found = document.get(value);
  if (Array.isArray(found)) {
    const parts = found.map((one) => functionOf(document, one, depth + 1));
    return depth < DEEPEST && parts.every((part) => part !== undefined)
      ? (input) => parts.flatMap((part) => part!(input))
      : undefined;
  }
  const dict = document.dict(found);
  const kind = document.number(dict.get("FunctionType"));
  if (depth > DEEPEST) return undefined;
  if (kind === 2) return exponential(document, dict);
  if (kind === 3) return stitched(document, dict, depth);
  return kind === 0 ? sampled(document, found) : undefined;
}

const or = (numbers: readonly number[], otherwise: readonly number[]): readonly number[] =>
  numbers.length > 0 ? numbers : otherwise;

function exponential(document: PdfDocument, dict: ReturnType<PdfDocument["dict"]>): PdfFunction {
  const start = or(document.numbers(dict.get("C0")), [0]);
  const end = or(document.numbers(dict.get("C1")), [1]);
  const power = document.number(dict.get("N")) ?? 1;
  return (input) => start.map((from, index) => from + Math.max(input, 0) ** power * ((end[index] ?? from) - from));
}

function stitched(
  document: PdfDocument,
  dict: ReturnType<PdfDocument["dict"]>,
  depth: number,
): PdfFunction | undefined {
  const parts = document.array(dict.get("Functions")).map((one) => functionOf(document, one, depth + 1));
  const [low = 0, high = 1] = document.numbers(dict.get("Domain"));
  const bounds = [low, ...document.numbers(dict.get("Bounds")), high];
  const encode = document.numbers(dict.get("Encode"));
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  return (input) => {
    let index = 0;
    while (index < parts.length - 1 && input >= (bounds[index + 1] ?? high)) index += 1;
    const [from = 0, to = 1] = [bounds[index], bounds[index + 1]];
    const [start = 0, end = 1] = [encode[2 * index], encode[2 * index + 1]];
    const share = to === from ? 0 : (input - from) / (to - from);
    return parts[index]!(start + share * (end - start));
  };
}

/** A table; the nearest row stands for what lies between. Only of one input and of whole bytes. */
function sampled(document: PdfDocument, value: PdfValue): PdfFunction | undefined {
  const stream = document.stream(value);
  if (stream === undefined) return undefined;
  const sizes = document.numbers(stream.dict.get("Size"));
  const range = document.numbers(stream.dict.get("Range"));
  const outputs = range.length / 2;
  const rows = sizes[0] ?? 0;
  if (sizes.length !== 1 || document.number(stream.dict.get("BitsPerSample")) !== 8 || rows < 1) return undefined;
  const { bytes } = document.unpack(stream);
  return (input) => {
    const row = Math.round(Math.min(Math.max(input, 0), 1) * (rows - 1));
    return Array.from({ length: outputs }, (_, index) => {
      const [low = 0, high = 1] = [range[2 * index], range[2 * index + 1]];
      return low + ((bytes[row * outputs + index] ?? 0) / 255) * (high - low);
    });
  };
}
