/** Builds that end at the same time → one after the other, so that a folder and its manifest always agree. */
import { closeSync, mkdirSync, openSync, rmSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "./exchange.js";

/** A file that must not exist yet: making it succeeds for one process only, and costs a disk less than a folder does. */
const LOCK = ".a-tour-de-role";

/** Putting files into place takes milliseconds: a lock that never changes for so long was left by a dead process. */
const PATIENCE_MS = 5000;
const STEP_MS = 20;

/** Runs `work` while no other build puts files into `folder`. */
export function inTurn<T>(folder: string, work: () => T, patience = PATIENCE_MS): T {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, LOCK);
  acquire(lock, patience);
  try {
    return work();
  } finally {
    attempt(() => unlinkSync(lock));
  }
}

function acquire(lock: string, patience: number): void {
  let owner: number | undefined;
  let waited = 0;
  while (!taken(lock)) {
    const seen = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    waited = seen === owner ? waited + STEP_MS : 0;
    owner = seen;
    if (waited > patience) rmSync(lock, { recursive: true, force: true });
    sleep(STEP_MS);
  }
}

function taken(lock: string): boolean {
  try {
    closeSync(openSync(lock, "wx"));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

const sleep = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
