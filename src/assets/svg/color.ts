/** CSS colour text → `Color`: names, hex, rgb(), hsl(), transparent and currentColor. */
import type { Color } from "../../graphics.js";
import { COLOR_NAMES } from "./color-names.js";

const TRANSPARENT: Color = { r: 0, g: 0, b: 0, a: 0 };
const FUNCTION = /^(rgba?|hsla?)\(\s*(.*?)\s*\)$/i;
const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Reads one colour.
 * @returns the colour, `"current"` for `currentColor`, undefined when `text` is no colour.
 */
export function parseColor(text: string): Color | "current" | undefined {
  const value = text.trim();
  const lower = value.toLowerCase();
  if (lower === "currentcolor") return "current";
  if (lower === "transparent") return TRANSPARENT;
  if (HEX.test(lower)) return fromHex(lower.slice(1));
  const named = COLOR_NAMES.get(lower);
  if (named !== undefined) return fromHex(named);
  const call = FUNCTION.exec(lower);
  return call === null ? undefined : fromFunction(call[1]!, call[2]!);
}

function fromHex(digits: string): Color {
  const long = digits.length <= 4 ? digits.replace(/./g, "$&$&") : digits;
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return { r: channel(0), g: channel(2), b: channel(4), a: long.length === 8 ? channel(6) : 1 };
}

function fromFunction(name: string, inside: string): Color | undefined {
  const parts = inside.split(/\s*[,/]\s*|\s+/);
  if (parts.length < 3 || parts.length > 4) return undefined;
  const alpha = parts[3] === undefined ? 1 : share(parts[3], 1);
  const color = name.startsWith("rgb") ? fromRgb(parts) : fromHsl(parts);
  if (color === undefined || alpha === undefined) return undefined;
  return { ...color, a: alpha };
}

function fromRgb(parts: readonly string[]): Color | undefined {
  const [r, g, b] = parts.map((part) => share(part, 255));
  if (r === undefined || g === undefined || b === undefined) return undefined;
  return { r, g, b, a: 1 };
}

function fromHsl(parts: readonly string[]): Color | undefined {
  const hue = angle(parts[0]!);
  const saturation = share(parts[1]!, 100);
  const lightness = share(parts[2]!, 100);
  if (hue === undefined || saturation === undefined || lightness === undefined) return undefined;
  const reach = saturation * Math.min(lightness, 1 - lightness);
  // The closed form of CSS Color 4, section 7.1.
  const channel = (shift: number): number => {
    const k = (((shift + hue / 30) % 12) + 12) % 12;
    return clamp(lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { r: channel(0), g: channel(8), b: channel(4), a: 1 };
}

/** `50%` or a number out of `whole` → 0 to 1. */
function share(text: string, whole: number): number | undefined {
  const percent = text.endsWith("%");
  const digits = percent ? text.slice(0, -1) : text;
  return NUMBER.test(digits) ? clamp(Number(digits) / (percent ? 100 : whole)) : undefined;
}

const DEGREES_PER_UNIT: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

function angle(text: string): number | undefined {
  const [, digits, unit] = /^(.*?)(deg|grad|rad|turn)?$/.exec(text)!;
  return NUMBER.test(digits!) ? Number(digits) * DEGREES_PER_UNIT[unit ?? "deg"]! : undefined;
}
