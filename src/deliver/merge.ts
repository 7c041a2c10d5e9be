/** What earlier builds made + what this one made → the manifest of what is there, and what no longer belongs. */
import { readFileSync } from "node:fs";
import { FIRST_SCHEMA, MANIFEST_SCHEMA, type Manifest, type ManifestFile } from "./manifest.js";

/** `home-A4/donnees.pdf`, `press/donnees.pdf`. A manifest that names anything else was not written by us: its files are not ours to touch. */
const OUR_PATH = /^(press|(home|shop|press|screen)-[A-Za-z][A-Za-z0-9-]*)\/[a-z][a-z0-9-]*(-EPREUVE)?\.pdf$/;

/** Whether a path in a manifest is one that a build gives. */
export const isOurPath = (path: string): boolean => OUR_PATH.test(path);

/** The manifest of an earlier build; undefined when there is none or it is not ours. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const read = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    const ours =
      [FIRST_SCHEMA, MANIFEST_SCHEMA].includes(read.schema) &&
      read.files.every((file) => isOurPath(file.path)) &&
      read.pieces.every((piece) => typeof piece.id === "string");
    return ours ? read : undefined;
  } catch {
    return undefined;
  }
}

const folderOf = (path: string): string => path.slice(0, path.indexOf("/"));
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface MergedManifest {
  readonly manifest: Manifest;
  /** Files of the earlier build that no longer belong to the kit. */
  readonly stale: readonly string[];
}

/**
 * A build of part of the kit keeps what it says of the other files. A build of the whole kit drops what it no longer
 * makes from the folders that it made.
 */
export function mergeManifests(before: Manifest | undefined, now: Manifest, wholeKit: boolean): MergedManifest {
  const earlier = before?.kit === now.kit ? before : undefined;
  const made = new Set(now.files.map(({ path }) => path));
  const folders = new Set(now.files.map(({ path }) => folderOf(path)));
  const others = (earlier?.files ?? []).filter(({ path }) => !made.has(path));
  const isStale = ({ path }: ManifestFile): boolean => wholeKit && folders.has(folderOf(path));
  const files = [...now.files, ...others.filter((file) => !isStale(file))];
  const ids = new Set(now.pieces.map(({ id }) => id));
  const pieces = wholeKit ? [] : (earlier?.pieces ?? []).filter(({ id }) => !ids.has(id));
  return {
    manifest: {
      ...now,
      files: files.sort((a, b) => byName(a.path, b.path)),
      pieces: [...now.pieces, ...pieces].sort((a, b) => byName(a.id, b.id)),
    },
    stale: others.filter(isStale).map(({ path }) => path),
  };
}
