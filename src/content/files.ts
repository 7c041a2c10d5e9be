/** Paths written in a kit → bytes, without ever leaving the kit's folder. */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, resolve, sep } from "node:path";
import type { Diagnostics, Span } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import { type Finding, problemAt } from "./finding.js";
import * as say from "./messages.js";

/** The kit's folder as the stages see it. Every read is reported when it fails and returns undefined. */
export interface KitFiles {
  /** Absolute path of the kit's folder. */
  readonly root: string;
  /** Bytes of `path` (relative to the kit, `/` between parts); `at` is where the path was written. */
  read(path: string, at?: Span): Uint8Array | undefined;
  /** Absolute path of a file of the kit, for who asks whether it changed. */
  place(path: string): string;
  /** Whether a file is there; never reports. */
  has(path: string): boolean;
  /** Names of the files in a folder of the kit, sorted; empty when there is no such folder. Never reports. */
  list(folder: string): readonly string[];
  /** Names of the folders in a folder of the kit, sorted; empty when there is none. Never reports. */
  folders(folder: string): readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** A kit of ten thousand cards is 2.5 MB; beyond this, somebody took the wrong file. */
const MOST_TEXT = 5 * MEGABYTE;
/** A full-page photograph at print resolution stays below. */
const MOST_BINARY = 100 * MEGABYTE;
const BINARY = /\.(png|jpe?g|webp|avif|gif|tiff?|ttf|otf|pdf|ic[cm])$/i;

/** Opens a kit's folder. Nothing is read yet; a folder that does not exist fails at the first read. */
export function openKitFiles(root: string, diagnostics: Diagnostics): KitFiles {
  const folder = realFolder(resolve(root));
  const find = (path: string): Found => locate(folder, path);
  return {
    root: folder,
    place: (path) => join(folder, path),
    has: (path) => find(path).real !== undefined,
    list: (path) => namesIn(folder, path),
    folders: (path) => entriesIn(folder, path, (entry) => entry.isDirectory() || entry.isSymbolicLink()),
    read(path, at) {
      const { real, finding } = find(path);
      const fail = (why: Finding) => {
        diagnostics.report(problemAt(at, why));
        return undefined;
      };
      if (real === undefined)
        return fail(finding?.code === "missing-file" ? missing(folder, path) : (finding as Finding));
      const most = BINARY.test(path) ? MOST_BINARY : MOST_TEXT;
      try {
        const { size } = statSync(real);
        if (size > most) return fail(say.fileTooBig(path, size / MEGABYTE, most / MEGABYTE));
        return readFileSync(real);
      } catch {
        return fail(say.unreadableFile(path));
      }
    },
  };
}

/** The same folder in another language: a picture in `locales/xx/assets` stands for the one of that name in `assets`. */
export function filesInLocale(files: KitFiles, tag: string): KitFiles {
  const own = (path: string): string => {
    const local = `locales/${tag}/${path}`;
    return path.startsWith("assets/") && files.has(local) ? local : path;
  };
  return {
    ...files,
    read: (path, at) => files.read(own(path), at),
    has: (path) => files.has(own(path)),
    place: (path) => files.place(own(path)),
  };
}

interface Found {
  /** Absolute path of a regular file inside the kit, symbolic links followed. */
  readonly real?: string | undefined;
  readonly finding?: Finding | undefined;
}

function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether `path` is below `folder`; both absolute and without symbolic links. */
const isInside = (folder: string, path: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function locate(folder: string, path: string): Found {
  if (path.includes("\\")) return { finding: say.backslashInPath(path) };
  if (path === "" || path.includes("\0")) return { finding: say.unreadableFile(path) };
  const wanted = resolve(folder, path);
  if (isAbsolute(path) || /^[a-zA-Z]:/.test(path) || !isInside(folder, wanted))
    return { finding: say.outsideKit(path) };
  try {
    const real = realpathSync(wanted);
    if (!isInside(folder, real)) return { finding: say.outsideKit(path) };
    return statSync(real).isFile() ? { real } : { finding: say.notAFile(path) };
  } catch (error) {
    return { finding: isAbsent(error) ? say.missingFile(path, undefined) : say.unreadableFile(path) };
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");

/** A missing file, with the name of the one beside it that was probably meant. */
function missing(folder: string, path: string): Finding {
  const cut = path.lastIndexOf("/");
  const name = path.slice(cut + 1);
  const parent = cut < 0 ? "" : path.slice(0, cut);
  const meant = suggest(name, namesIn(folder, parent === "" ? "." : parent));
  return say.missingFile(path, meant === undefined ? undefined : parent === "" ? meant : `${parent}/${meant}`);
}

const namesIn = (folder: string, path: string): readonly string[] =>
  entriesIn(folder, path, (entry) => entry.isFile() || entry.isSymbolicLink());

function entriesIn(folder: string, path: string, wanted: (entry: Dirent) => boolean): readonly string[] {
  try {
    const real = realpathSync(join(folder, path));
    if (real !== folder && !isInside(folder, real)) return [];
    return readdirSync(real, { withFileTypes: true })
      .filter(wanted)
      .map((entry) => entry.name.normalize("NFC"))
      .sort();
  } catch {
    return [];
  }
}
