/** Address → QR code as merged runs of dark modules, at the size and error correction that print needs. */
import { createRequire } from "node:module";
import type { Diagnostics, Span } from "../diagnostics/diagnostic.js";
import { type Mm, mm, type Pt, toMm } from "../units.js";
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

/** The parts of the `qrcode` package that encode; its renderers are never loaded. */
interface QrCore {
  readonly symbol: {
    create(
      payload: string,
      options: { readonly errorCorrectionLevel: string; readonly version: number; readonly maskPattern?: number },
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
  const fitting = levels.filter((one) => smallestVersion(core, payload, one) === version).reverse();
  return clearest(core, payload, version, fitting);
}

/** Every mask makes a valid code; the package chooses the one that the standard prefers. */
const MASKS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The code with the most error correction that holds only its own three finder patterns: data may happen to look like
 * a fourth, which sends scanners astray. Then other masks, then less error correction are tried; failing all, the
 * preferred code stands.
 */
function clearest(core: QrCore, payload: string, version: number, levels: readonly QrCode["level"][]): QrCode {
  const encode = (level: QrCode["level"], maskPattern?: number): Modules =>
    core.symbol.create(payload, {
      errorCorrectionLevel: level,
      version,
      ...(maskPattern !== undefined && { maskPattern }),
    }).modules;
  const preferred = encode(levels[0]!);
  if (!hasFalseFinder(preferred)) return toRuns(payload, levels[0]!, preferred);
  for (const level of levels) {
    for (const mask of MASKS) {
      const modules = encode(level, mask);
      if (!hasFalseFinder(modules)) return toRuns(payload, level, modules);
    }
  }
  return toRuns(payload, levels[0]!, preferred);
}

/** Dark and light runs through the middle of a finder pattern, in modules. */
const FINDER = [1, 1, 3, 1, 1];
const FINDER_SIDE = 7;
/** Scanners take runs that are off by half a module (ISO/IEC 18004, reference decoding algorithm), and a little more. */
const FINDER_TOLERANCE = 0.62;

function hasFalseFinder({ size, data }: Modules): boolean {
  const row =
    (at: number) =>
    (index: number): boolean =>
      data[at * size + index] === 1;
  const column =
    (at: number) =>
    (index: number): boolean =>
      data[index * size + at] === 1;
  for (let y = 0; y < size; y++) {
    for (const across of likeFinders(row(y), size)) {
      const isAtSide = across.middle < FINDER_SIDE || across.middle > size - FINDER_SIDE;
      const isOwn = (y < FINDER_SIDE && isAtSide) || (y >= size - FINDER_SIDE && across.middle < FINDER_SIDE);
      // A middle between two modules is either of them, by the way the code lies under the camera.
      const crosses = [Math.floor(across.middle), Math.ceil(across.middle) - 1].some((x) =>
        likeFinders(column(x), size).some(
          (down) =>
            Math.abs(down.middle - y - 0.5) <= across.module &&
            Math.abs(down.module - across.module) <= 0.35 * across.module,
        ),
      );
      if (!isOwn && crosses) return true;
    }
  }
  return false;
}

/** A sequence that looks like a finder pattern: where its middle is, how large its modules seem. */
interface LikeFinder {
  readonly middle: number;
  readonly module: number;
}

/** The 1:1:3:1:1 sequences along a line, dark first. */
function likeFinders(isDark: (index: number) => boolean, size: number): LikeFinder[] {
  const starts: number[] = [];
  for (let index = 0; index < size; index++) if (index === 0 || isDark(index) !== isDark(index - 1)) starts.push(index);
  const lengthOf = (run: number): number => (starts[run + 1] ?? size) - starts[run]!;
  const found: LikeFinder[] = [];
  for (let run = 0; run + FINDER.length <= starts.length; run++) {
    if (!isDark(starts[run]!)) continue;
    const lengths = FINDER.map((_, offset) => lengthOf(run + offset));
    const module = lengths.reduce((sum, length) => sum + length, 0) / FINDER_SIDE;
    const alike = FINDER.every(
      (length, offset) => Math.abs(lengths[offset]! - length * module) <= FINDER_TOLERANCE * module,
    );
    if (alike) found.push({ middle: starts[run + 2]! + lengths[2]! / 2, module });
  }
  return found;
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

/** `qr-dense` when a code printed `side` wide (quiet zone included) is too fine for phones, undefined otherwise. */
export function qrModuleProblem(code: QrCode, side: Pt): Problem | undefined {
  const module = toMm(side) / printedModules(code);
  // Layout works in 32-bit floats: a hair less is the same.
  if (module >= LEAST_MODULE - 1e-4) return undefined;
  const leastSide = Math.ceil(printedModules(code) * LEAST_MODULE * 10 - 1e-6) / 10;
  return qrDense(module, leastSide);
}

/** Reports `qrModuleProblem`. */
export function checkQrModule(code: QrCode, side: Pt, diagnostics: Diagnostics, at?: Span): void {
  const problem = qrModuleProblem(code, side);
  if (problem) diagnostics.report({ ...problem, at });
}

/** Reports that `payload` fits no code. */
export function reportQrTooLong(payload: string, diagnostics: Diagnostics, at?: Span): void {
  diagnostics.report({ ...qrTooLong(Buffer.byteLength(payload)), at });
}
