/** Address → QR code as merged runs of dark modules, at the size and error correction that print needs. */
import { createRequire } from "node:module";
import type { Diagnostics, Span } from "../diagnostics/diagnostic.js";
import { type Mm, mm, type Pt, toMm } from "../units.js";
import { qrDense, qrTooLong } from "./messages.js";

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

/** The parts of the `qrcode` package that encode; its renderers are never loaded. */
interface QrCore {
  readonly symbol: {
    create(
      payload: string,
      options: { readonly errorCorrectionLevel: string; readonly version: number },
    ): { readonly modules: Modules };
  };
  readonly segments: {
    rawSplit(payload: string): readonly unknown[];
    fromString(payload: string, version: number): readonly unknown[];
  };
  readonly version: {
    getBestVersionForData(segments: readonly unknown[], level: string): number | undefined;
  };
}

interface Modules {
  readonly size: number;
  readonly data: Uint8Array;
}

/** The largest code there is: 177 modules a side. */
const LAST_VERSION = 40;

let loaded: QrCore | undefined;

function load(): QrCore {
  const require = createRequire(import.meta.url);
  loaded ??= {
    symbol: require("qrcode/lib/core/qrcode.js"),
    segments: require("qrcode/lib/core/segments.js"),
    version: require("qrcode/lib/core/version.js"),
  };
  return loaded;
}

/**
 * Encodes an address in the smallest code there is for it, then with as much error correction as that size holds:
 * print wears, and the room is paid for.
 * @returns undefined when the payload is empty or longer than any code can hold (`reportQrTooLong` says so).
 */
export function encodeQr(payload: string, options: QrOptions = {}): QrCode | undefined {
  if (payload === "") return undefined;
  const core = load();
  const levels = LEVELS.slice(LEVELS.indexOf(options.level ?? "M"));
  const version = smallestVersion(core, payload, levels[0]!);
  if (version === undefined) return undefined;
  const level = levels.findLast((one) => smallestVersion(core, payload, one) === version)!;
  return toRuns(payload, level, core.symbol.create(payload, { errorCorrectionLevel: level, version }).modules);
}

/** What the package does before it draws; asking here spares drawing codes that are thrown away. */
function smallestVersion({ segments, version }: QrCore, payload: string, level: string): number | undefined {
  const estimate = version.getBestVersionForData(segments.rawSplit(payload), level) ?? LAST_VERSION;
  return version.getBestVersionForData(segments.fromString(payload, estimate), level);
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

/** Reports `qr-dense` when a code printed `side` wide (quiet zone included) is too fine for phones. */
export function checkQrModule(code: QrCode, side: Pt, diagnostics: Diagnostics, at?: Span): void {
  const module = toMm(side) / printedModules(code);
  // Layout works in 32-bit floats: a hair less is the same.
  if (module >= LEAST_MODULE - 1e-4) return;
  const leastSide = Math.ceil(printedModules(code) * LEAST_MODULE * 10 - 1e-6) / 10;
  diagnostics.report({ ...qrDense(module, leastSide), at });
}

/** Reports that `payload` fits no code. */
export function reportQrTooLong(payload: string, diagnostics: Diagnostics, at?: Span): void {
  diagnostics.report({ ...qrTooLong(Buffer.byteLength(payload)), at });
}
