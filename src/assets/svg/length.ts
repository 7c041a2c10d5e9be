/** SVG lengths, number lists and the view they are measured in. */

/** The size that percentages refer to, in user units. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export type Axis = "x" | "y" | "diagonal";

/** User units (CSS pixels) in each unit; `em` and `ex` hang on fonts, which drawings do not have. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
};

const LENGTH = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|pc|in|mm|cm|q|%)?\s*$/i;
const LIST_ITEM = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/** Reads one length; undefined when it is none. */
export function parseLength(text: string, viewport: Viewport, axis: Axis): number | undefined {
  const found = LENGTH.exec(text);
  if (found === null) return undefined;
  const value = Number(found[1]);
  if (!Number.isFinite(value)) return undefined;
  const unit = (found[2] ?? "").toLowerCase();
  return unit === "%" ? (value / 100) * extent(viewport, axis) : value * UNITS[unit]!;
}

/** What 100 % means along an axis (SVG 2, section 8.9). */
function extent({ width, height }: Viewport, axis: Axis): number {
  if (axis === "x") return width;
  return axis === "y" ? height : Math.hypot(width, height) / Math.SQRT2;
}

/** Reads a number or a percentage of 1, clamped to 0 … 1. */
export function parseShare(text: string): number | undefined {
  const found = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%)?\s*$/i.exec(text);
  if (found === null) return undefined;
  return Math.min(1, Math.max(0, Number(found[1]) / (found[2] === undefined ? 1 : 100)));
}

/** Reads numbers between spaces and commas; undefined when anything else is there. */
export function parseNumbers(text: string): readonly number[] | undefined {
  if (text.replace(LIST_ITEM, "").trim().replaceAll(/[\s,]/g, "") !== "") return undefined;
  const numbers = Array.from(text.matchAll(LIST_ITEM), ([item]) => Number(item));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}
