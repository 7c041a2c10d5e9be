/** A pause in a long computation: Ctrl-C and a reader that went away are heard only then. */
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics, setFlagsFromString } from "node:v8";

/** Short enough to stop at once, long enough to cost nothing. */
const BREATH_MS = 50;

/** Ordinary kits stay far below. */
const THRIFT_FROM_BYTES = 64 * 1024 * 1024;

/** `performance` would load a module of Node that nothing else needs. */
const now = (): number => Number(process.hrtime.bigint() / 1_000_000n);

let last = now();
let thrifty = false;

/** Call it between any two steps: it pauses only when the last pause is some time ago. */
export async function breath(): Promise<void> {
  if (now() - last < BREATH_MS) return;
  await setImmediate();
  last = now();
  // V8 lets garbage grow to gigabytes where the machine has them; a book of ten thousand cards shares it with others.
  if (thrifty || getHeapStatistics().used_heap_size < THRIFT_FROM_BYTES) return;
  thrifty = true;
  setFlagsFromString("--heap-growing-percent=30");
}
