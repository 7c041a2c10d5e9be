/** Finished PDFs → the output folder, whole or not at all: written aside first, moved into place at the end. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileState } from "../file-state.js";
import { attempt, exchangeFiles, removeIfEmpty } from "./exchange.js";
import { type Manifest, type ManifestFile, manifestParts } from "./manifest.js";
import { type MergedManifest, mergeManifests, readManifest, withoutReplaced } from "./merge.js";
import { writing } from "./output-error.js";
import { inTurn } from "./turns.js";

/** Files on their way; nothing shows in the output folder before `finish`. */
export interface Delivery {
  /** Begins a file; `path` is relative to the output folder. It and its sink throw OutputErrors. */
  open(path: string): Sink;
  /** A file as it will be there: one that was added, or one of earlier builds; undefined when there is none. */
  read(path: string): Uint8Array | undefined;
  /** The files of earlier builds that will stay beside those of `made`. */
  left(made: Manifest, wholeKit: boolean): readonly ManifestFile[];
  /**
   * Puts every file into place and writes the manifest of what is now there. A build of the whole kit also removes
   * what earlier builds left. Throws an OutputError; then nothing has changed.
   *
   * `left` is what some of the files say stays beside them. False, and nothing has changed, when another build put
   * other files there in the meantime: what was said must be said anew.
   */
  finish(made: Manifest, wholeKit: boolean, left?: readonly ManifestFile[]): boolean;
  /**
   * Puts every file into place without a manifest, and takes from `folders` what earlier runs left there: files whose
   * names `isOurs` knows. Throws an OutputError; then nothing has changed.
   */
  replace(folders: readonly string[], isOurs: (name: string) => boolean): void;
  /** Forgets everything that was added; does nothing after `finish`. */
  cancel(): void;
}

/** A file being written. */
export interface Sink {
  write(chunk: Uint8Array): void;
  /** Ends the file: only then it belongs to the delivery. */
  close(): void;
}

/** The name of a build's manifest in its folder. */
export const MANIFEST = "manifest.json";
/** Followed by the id of the process. */
const WAITING = ".en-cours-";

/** What this process wrote last, which it need not read again. */
let lastWritten: { readonly place: string; readonly state: string; readonly manifest: Manifest } | undefined;

/** Opens a delivery into `folder`. The files wait in a folder inside it, so that moving them is one rename each. */
export function openDelivery(folder: string): Delivery {
  const waiting = join(folder, `${WAITING}${process.pid}`);
  const fresh = new Map<string, string>();
  const unfinished = new Set<number>();
  let opened = 0;
  // The outermost folder that this build had to make.
  let made: string | undefined;

  const open = (path: string): Sink => {
    const told = join(folder, path);
    const place = join(waiting, `nouveau-${opened++}`);
    const file = writing(told, () => {
      const first = mkdirSync(waiting, { recursive: true });
      made ??= first;
      return openSync(place, "w");
    });
    unfinished.add(file);
    return {
      write: (chunk) => writing(told, () => writeWhole(file, chunk)),
      close: () =>
        writing(told, () => {
          unfinished.delete(file);
          closeSync(file);
          fresh.set(path, place);
        }),
    };
  };
  const close = (): void => {
    process.off("exit", cancel);
    for (const file of unfinished) attempt(() => closeSync(file));
    unfinished.clear();
    attempt(() => removeFolder(waiting));
  };
  const cancel = (): void => {
    close();
    removeEmptyFolders(folder, made);
  };
  let earlier: { readonly state: string; readonly manifest: Manifest | undefined } | undefined;
  // The manifest of a large kit is ten megabytes long: it is read once, unless another build changes it.
  const merge = (manifest: Manifest, wholeKit: boolean): MergedManifest => {
    const place = join(folder, MANIFEST);
    const state = fileState(place);
    if (earlier?.state !== state) {
      const isLast = lastWritten?.place === place && lastWritten.state === state;
      const before = isLast ? lastWritten!.manifest : readManifest(place);
      earlier = { state, manifest: withoutReplaced(before, manifest, wholeKit) };
    }
    return mergeManifests(earlier.manifest, manifest, wholeKit);
  };
  const leftBeside = (manifest: Manifest, wholeKit: boolean): readonly ManifestFile[] => {
    const own = new Set(manifest.files.map(({ path }) => path));
    return merge(manifest, wholeKit).manifest.files.filter(({ path }) => !own.has(path));
  };
  // Ctrl-C ends the process wherever it is: nothing half done may stay.
  process.once("exit", cancel);
  /**
   * `findStale` is asked when no other process writes into the folder; without an answer nothing is put there.
   * `settledNow` is told of it before any other process may write again.
   */
  const settle = (findStale: () => readonly string[] | undefined, settledNow = (): void => undefined): boolean => {
    const settled = writing(folder, () =>
      inTurn(folder, () => {
        const stale = findStale();
        if (!stale) return false;
        exchangeFiles({ folder, fresh, old: waiting }, stale);
        settledNow();
        made = undefined;
        return true;
      }),
    );
    if (!settled) return false;
    close();
    clearAbandoned(folder);
    return true;
  };
  return {
    open,
    cancel,
    read(path) {
      const waits = fresh.get(path);
      const place = waits ?? join(folder, path);
      return writing(path, () => (existsSync(place) ? readFileSync(place) : undefined));
    },
    left: leftBeside,
    finish(made, wholeKit, left) {
      const place = join(folder, MANIFEST);
      let manifest = made;
      const findStale = (): readonly string[] | undefined => {
        if (left && !sameFiles(left, leftBeside(made, wholeKit))) return undefined;
        const merged = merge(made, wholeKit);
        manifest = merged.manifest;
        const file = open(MANIFEST);
        for (const chunk of inChunks(manifestParts(manifest))) file.write(chunk);
        file.close();
        return merged.stale;
      };
      return settle(findStale, () => {
        lastWritten = { place, state: fileState(place), manifest };
      });
    },
    replace: (folders, isOurs) => {
      settle(() =>
        folders
          .flatMap((name) => filesIn(join(folder, name)).map((file) => `${name}/${file}`))
          .filter((path) => !fresh.has(path) && isOurs(path.slice(path.lastIndexOf("/") + 1))),
      );
    },
  };
}

/** With the files in it; Node's own way of removing folders takes longer, for it expects any depth. */
function removeFolder(path: string): void {
  for (const name of readdirSync(path)) unlinkSync(join(path, name));
  rmdirSync(path);
}

/** Names of what is in a folder; nothing where there is none. */
const filesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

const sameFiles = (some: readonly ManifestFile[], others: readonly ManifestFile[]): boolean =>
  some.length === others.length &&
  some.every(({ path, sha256 }, at) => others[at]!.path === path && others[at]!.sha256 === sha256);

/** As much as a disk likes to take at once. */
const CHUNK_SIGNS = 1 << 16;

/** Short texts, joined to what is worth writing. */
function* inChunks(parts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for (const part of parts) {
    text += part;
    if (text.length < CHUNK_SIGNS) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text) yield encoder.encode(text);
}

/** A disk may take less than it is given. */
function writeWhole(file: number, chunk: Uint8Array): void {
  for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
}

/** Takes away the empty folders that a cancelled build made, from `folder` up to `outermost`. */
function removeEmptyFolders(folder: string, outermost: string | undefined): void {
  if (outermost === undefined) return;
  for (let place = folder; !relative(outermost, place).startsWith(".."); place = dirname(place))
    attempt(() => removeIfEmpty(place));
}

/** A process that was killed could not clean up behind it. */
function clearAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const id = name.startsWith(WAITING) ? Number(name.slice(WAITING.length)) : 0;
    if (id > 0 && id !== process.pid && !isRunning(id)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, for somebody else.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
