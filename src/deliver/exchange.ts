/** New files, waiting in a folder → their places, all of them or none. */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { writing } from "./output-error.js";

export interface Exchange {
  /** The folder that changes. */
  readonly folder: string;
  /** Where the new files wait, by the paths that they will have. On the same disk: moving is renaming. */
  readonly fresh: ReadonlyMap<string, string>;
  /** A folder for what the files replace. */
  readonly old: string;
}

/**
 * Moves the files that wait into place and removes `stale` ones. A file appears whole, in one step; when
 * one cannot be moved (a PDF that is open elsewhere, a full disk), the others go back to what they were.
 */
export function exchangeFiles({ folder, fresh, old }: Exchange, stale: readonly string[]): void {
  const undo: (() => void)[] = [];
  const keepOld = (path: string): void => {
    const place = join(folder, path);
    if (!existsSync(place)) {
      undo.push(() => rmSync(place, { force: true }));
      return;
    }
    const kept = join(old, `ancien-${undo.length}`);
    keepBeside(place, kept);
    undo.push(() => renameSync(kept, place));
  };
  try {
    for (const [path, waiting] of fresh) {
      const place = join(folder, path);
      writing(place, () => {
        mkdirSync(dirname(place), { recursive: true });
        keepOld(path);
        renameSync(waiting, place);
      });
    }
    for (const path of stale) {
      const place = join(folder, path);
      writing(place, () => {
        keepOld(path);
        rmSync(place, { force: true });
      });
    }
  } catch (error) {
    for (const step of undo.reverse()) attempt(step);
    throw error;
  }
  for (const path of stale) attempt(() => removeIfEmpty(dirname(join(folder, path))));
}

/** A second name for a file costs nothing; some disks (FAT, shared folders) know none. */
function keepBeside(place: string, kept: string): void {
  try {
    linkSync(place, kept);
  } catch {
    copyFileSync(place, kept);
  }
}

/** For what is done after the fact: one file that will not go back must not keep the others from it. */
export function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The error that led here, if any, is the one to tell.
  }
}

export function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
