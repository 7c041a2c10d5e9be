/** Address → QR code as merged runs of dark modules, at the size and error correction that print needs. */
// Of the package, only what encodes; its renderers are never loaded.
import qrSymbol from "qrcode/lib/core/qrcode.js";
import qrSegments, { type Segments } from "qrcode/lib/core/segments.js";
import qrVersion from "qrcode/lib/core/version.js";
import type { Diagnostics, Span } from "../diagnostics/diagnostic.js";
import { type Mm, mm, type Pt, toMm } from "../units.js";
import { FINDER_TOLERANCES, hasFalseFinder, type Modules } from "./false-finder.js";
import { type Problem, qrDense, qrTooLong } from "./messages.js";

/** A code without its quiet zone: `modules` a side, dark runs as [row, column, length]. */
export interface QrCode {
  readonly payload: string;
  readonly modules: number;
  readonly level: "L" | "M" | "Q" | "H";
  readonly runs: readonly (readonly [row: number, column: number, length: number])[];
}

/** Light modules that scanners need on each side (ISO/IEC 18004, section 5.3.8). */
export const QUIET_ZONE = 4;
/** What phones read by hand without trouble. */
export const DEFAULT_MODULE: Mm = 0.5;
/** The smallest module that phones held by hand still read. */
export const LEAST_MODULE: Mm = 0.4;

export interface QrOptions {
  /** The least error correction; M unless said otherwise. */
  readonly level?: QrCode["level"] | undefined;
}

const LEVELS: readonly QrCode["level"][] = ["L", "M", "Q", "H"];

/** The largest code there is: 177 modules a side. */
const LAST_VERSION = 40;

/** More codes than this are a book of addresses: encoding one again costs less than keeping them all. */
const MOST_REMEMBERED = 2000;

const remembered = new Map<string, QrCode | undefined>();

/**
 * Encodes an address in the smallest code there is for it, then with as much error correction as that size holds:
 * print wears, and the room is paid for.
 * @returns undefined when the payload is empty or longer than any code can hold (`reportQrTooLong` says so).
 */
export function encodeQr(payload: string, { level = "M" }: QrOptions = {}): QrCode | undefined {
  const key = `${level} ${payload}`;
  if (remembered.has(key)) return remembered.get(key);
  const code = payload === "" ? undefined : encode(payload, LEVELS.slice(LEVELS.indexOf(level)));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, code);
  return code;
}

/** `levels` from the least error correction that will do upwards. */
function encode(payload: string, levels: readonly QrCode["level"][]): QrCode | undefined {
  const content = new Content(payload);
  const version = content.smallestVersion(levels[0]!);
  if (version === undefined) return undefined;
  const fitting = levels.filter((one) => content.smallestVersion(one) === version).reverse();
  return clearest(content, version, fitting);
}

/** A payload cut into segments: digits, capitals and other bytes each have their own packing. */
class Content {
  readonly payload: string;
  readonly #rough: Segments;
  /** By the room that versions keep for the lengths of segments; the package searches for the best cut, slowly. */
  readonly #best = new Map<number, Segments>();

  constructor(payload: string) {
    this.payload = payload;
    this.#rough = qrSegments.rawSplit(payload);
  }

  /** What the package does before it draws; asking here spares drawing codes that are thrown away. */
  smallestVersion(level: string): number | undefined {
    const estimate = qrVersion.getBestVersionForData(this.#rough, level) ?? LAST_VERSION;
    return qrVersion.getBestVersionForData(this.#segments(estimate), level);
  }

  modules(version: number, errorCorrectionLevel: string, maskPattern?: number): Modules {
    const mask = maskPattern === undefined ? {} : { maskPattern };
    return qrSymbol.create(this.#segments(version), { errorCorrectionLevel, version, ...mask }).modules;
  }

  #segments(version: number): Segments {
    const room = LENGTH_FIELDS.findIndex((last) => version <= last);
    const known = this.#best.get(room) ?? this.#cut(version);
    this.#best.set(room, known);
    return known;
  }

  /** Most addresses are best packed as bytes from end to end, and need not be searched for a better cut. */
  #cut(version: number): Segments {
    return PACKABLE.test(this.payload)
      ? qrSegments.fromString(this.payload, version)
      : qrSegments.fromArray([{ data: this.payload, mode: "byte" }]);
  }
}

/**
 * Digits and capitals in a row that could be packed shorter than as bytes, which saves little and costs a change: at an end
 * of the payload from 4 digits or 6 signs on, elsewhere from more; and payloads without any other sign.
 */
const PACKABLE = /\d{3}|[\dA-Z $%*+./:-]{5}|^[\dA-Z $%*+./:-]*$/;

/** Versions up to each of these write the lengths of segments with the same number of bits (ISO/IEC 18004, table 3). */
const LENGTH_FIELDS = [9, 26, LAST_VERSION];

/** Every mask makes a valid code; the package chooses the one that the standard prefers. */
const MASKS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The code with the most error correction that holds only its own three finder patterns: data may happen to look like
 * a fourth, which sends scanners astray. Then other masks, then less error correction are tried, then codes that look
 * only a little like it; failing all, the preferred code stands.
 */
function clearest(content: Content, version: number, levels: readonly QrCode["level"][]): QrCode {
  const { payload } = content;
  const preferred = content.modules(version, levels[0]!);
  if (!hasFalseFinder(preferred)) return toRuns(payload, levels[0]!, preferred);
  // Most often one of the first will do: the others are drawn only when they are asked for.
  const drawn = new Map<number, Modules>();
  const others = levels.flatMap((level) => MASKS.map((mask) => ({ level, mask })));
  for (const tolerance of FINDER_TOLERANCES) {
    for (const [index, { level, mask }] of others.entries()) {
      const modules = drawn.get(index) ?? content.modules(version, level, mask);
      drawn.set(index, modules);
      if (!hasFalseFinder(modules, tolerance)) return toRuns(payload, level, modules);
    }
  }
  return toRuns(payload, levels[0]!, preferred);
}

function toRuns(payload: string, level: QrCode["level"], modules: Modules): QrCode {
  const { size, data } = modules;
  const runs: [row: number, column: number, length: number][] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const start = column;
      while (column < size && data[row * size + column]) column += 1;
      if (column > start) runs.push([row, start, column - start]);
    }
  }
  return { payload, modules: size, level, runs };
}

/** Modules a side with the quiet zone on both sides. */
const printedModules = (code: QrCode): number => code.modules + 2 * QUIET_ZONE;

/** The side of the printed code, quiet zone included. */
export const qrSide = (code: QrCode, moduleMm: Mm = DEFAULT_MODULE): Pt => mm(printedModules(code) * moduleMm);

/** `qr-dense` when a code printed `side` wide (quiet zone included) is too fine for phones, undefined otherwise. */
export function qrModuleProblem(code: QrCode, side: Pt): Problem | undefined {
  const module = toMm(side) / printedModules(code);
  // Layout works in 32-bit floats: a hair less is the same.
  if (module >= LEAST_MODULE - 1e-4) return undefined;
  const leastSide = Math.ceil(printedModules(code) * LEAST_MODULE * 10 - 1e-6) / 10;
  return qrDense(module, leastSide);
}

/** Reports that `payload` fits no code. */
export function reportQrTooLong(payload: string, diagnostics: Diagnostics, at?: Span): void {
  diagnostics.report({ ...qrTooLong(Buffer.byteLength(payload)), at });
}
