/** A pause in a long computation: Ctrl-C and a reader that went away are heard only then. */
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";

/** Short enough to stop at once, long enough to cost nothing. */
const BREATH_MS = 50;

/** Ordinary kits stay far below. */
const THRIFT_FROM_BYTES = 64 * 1024 * 1024;

let last = performance.now();
let thrifty = false;

/** Call it between any two steps: it pauses only when the last pause is some time ago. */
export async function breath(): Promise<void> {
  if (performance.now() - last < BREATH_MS) return;
  await setImmediate();
  last = performance.now();
  // V8 lets garbage grow to gigabytes where the machine has them; a book of ten thousand cards shares it with others.
  if (thrifty || process.memoryUsage().heapUsed < THRIFT_FROM_BYTES) return;
  thrifty = true;
  setFlagsFromString("--heap-growing-percent=30");
}
