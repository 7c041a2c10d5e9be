/** Finished files → the output folder, whole or not at all: written aside first, moved into place at the end. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder that cannot be written to is the environment's fault, not the kit's. */
export class OutputError extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.path = path;
  }
}

/** Files on their way; nothing shows in the output folder before `commit`. */
export interface Delivery {
  /** Keeps a finished file; `path` is relative to the output folder. */
  add(path: string, bytes: Uint8Array): void;
  /** Moves every file into place, then removes `stale` ones. */
  commit(stale: readonly string[]): void;
  /** Forgets everything that was added. */
  cancel(): void;
}

/** Opens a delivery into `out`. The files wait in a folder inside it, so that moving them is one rename each. */
export function openDelivery(out: string): Delivery {
  const waiting = join(out, `.en-cours-${process.pid}`);
  const paths: string[] = [];
  const cancel = (): void => {
    process.off("exit", cancel);
    rmSync(waiting, { recursive: true, force: true });
  };
  // Ctrl-C ends the process wherever it is: nothing half done may stay.
  process.once("exit", cancel);
  return {
    cancel,
    add: (path, bytes) =>
      guarded(out, () => {
        const place = join(waiting, path);
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, bytes);
        paths.push(path);
      }),
    commit: (stale) =>
      guarded(out, () => {
        for (const path of paths) {
          mkdirSync(dirname(join(out, path)), { recursive: true });
          renameSync(join(waiting, path), join(out, path));
        }
        for (const path of stale) rmSync(join(out, path), { force: true });
        cancel();
      }),
  };
}

function guarded<T>(out: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new OutputError(out, error);
  }
}
