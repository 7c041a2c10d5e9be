/** A pause in a long computation: Ctrl-C and a reader that went away are heard only then, and memory is given back. */
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Ordinary kits stay far below; a kit of thousands of cards is worth the tenth of a second that tidying up takes. */
const TIDY_FROM_BYTES = 120 * 1024 * 1024;

let collect: (() => void) | undefined;
let tidied = 0;

/** V8 lets garbage grow to gigabytes where the machine has them; other programs of a shared machine would miss them. */
export async function breath(): Promise<void> {
  await setImmediate();
  const { heapUsed } = process.memoryUsage();
  if (heapUsed < TIDY_FROM_BYTES + tidied) return;
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  tidied = process.memoryUsage().heapUsed;
}
