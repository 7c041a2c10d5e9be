/** Names as they were typed → the files to look at: a folder stands for all PDFs in it. */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/index.js";
import { PURPOSES, type Purpose } from "../../preflight/index.js";
import * as say from "./messages.js";

export interface GivenFile {
  /** As people would type it. */
  readonly name: string;
  readonly path: string;
}

/** What a manifest beside a file says of it. */
export interface Known {
  readonly purpose: Purpose | undefined;
  readonly codes: ReadonlyMap<number, readonly string[]>;
}

/** `wrong`: names at which there is nothing to look at. */
export function filesNamed(
  names: readonly string[],
  cwd: string,
): { readonly files: readonly GivenFile[]; readonly wrong: readonly Diagnostic[] } {
  const files = new Map<string, GivenFile>();
  const wrong: Diagnostic[] = [];
  const add = (path: string): void => void files.set(path, { name: shown(path, cwd), path });
  for (const name of names) {
    const path = resolve(cwd, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) wrong.push(say.missingFile(name));
    else if (found.isFile()) add(path);
    // A pipe or a device would be waited for without end.
    else if (!found.isDirectory()) wrong.push(say.cannotRead(name, "ENODEV"));
    else {
      const inside = pdfsIn(path, wrong);
      if (inside.length === 0) wrong.push(say.emptyFolder(name));
      inside.forEach(add);
    }
  }
  return { files: [...files.values()], wrong };
}

/** A shop's folder has a few levels; what links make endless ends there. */
const DEEPEST = 8;

/** In the order of their names. Hidden folders are not for people; one that cannot be read is told. */
function pdfsIn(folder: string, wrong: Diagnostic[], depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  return entriesOf(folder, wrong)
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return pdfsIn(path, wrong, depth + 1);
      return entry.isFile() && /\.pdf$/i.test(entry.name) ? [path] : [];
    });
}

function entriesOf(folder: string, wrong: Diagnostic[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    wrong.push(say.cannotRead(folder, (error as NodeJS.ErrnoException).code));
    return [];
  }
}

/** More does not fit into memory beside what it unpacks to; printers take less. */
const LARGEST = 1024 ** 3;

export function readFile({ name, path }: GivenFile): { readonly bytes: Uint8Array } | { readonly wrong: Diagnostic } {
  try {
    if (statSync(path).size > LARGEST) return { wrong: say.hugeFile(name) };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { wrong: say.cannotRead(name, (error as NodeJS.ErrnoException).code) };
  }
}

/** Levels above a file at which its manifest may be: `dist/fr/manifest.json` tells of `dist/fr/home-A4/plateau.pdf`. */
const LEVELS = 3;

/** Undefined without a manifest, or with one that does not know the file: then nothing is compared. */
export function knownOf(path: string, manifests: Map<string, unknown>): Known | undefined {
  let folder = dirname(path);
  for (let level = 0; level < LEVELS; level++) {
    const manifest = manifestIn(folder, manifests);
    const file = listIn(manifest, "files").find((one) => one.path === relative(folder, path).replaceAll("\\", "/"));
    if (file) {
      const codes = new Map<number, string[]>();
      for (const { page, url } of listIn(file, "codes")) {
        if (typeof page === "number" && typeof url === "string") codes.set(page, [...(codes.get(page) ?? []), url]);
      }
      return { purpose: PURPOSES.find((purpose) => purpose === file.target), codes };
    }
    folder = dirname(folder);
  }
  return undefined;
}

function manifestIn(folder: string, manifests: Map<string, unknown>): unknown {
  if (!manifests.has(folder)) manifests.set(folder, readManifest(join(folder, "manifest.json")));
  return manifests.get(folder);
}

/** Any other program's is none; so is one that cannot be read. */
function readManifest(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listIn = (value: unknown, key: string): readonly Record<string, unknown>[] => {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
};

const shown = (path: string, cwd: string): string => {
  const near = relative(cwd, path);
  return near.startsWith("..") || isAbsolute(near) ? path : near;
};
