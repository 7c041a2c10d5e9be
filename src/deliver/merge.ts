/** What earlier builds made + what this one made → the manifest of what is there, and what no longer belongs. */
import { readFileSync } from "node:fs";
import { FIRST_SCHEMA, MANIFEST_SCHEMA, type Manifest, type ManifestFile, type ManifestOrder } from "./manifest.js";

/** `home-A4/donnees.pdf`, `press/donnees.pdf`. A manifest that names anything else was not written by us: its files are not ours to touch. */
const OUR_PATH = /^(press|(home|shop|press|screen)-[A-Za-z][A-Za-z0-9-]*)\/[a-z][a-z0-9-]*(-EPREUVE)?\.pdf$/;
/** `home-A4/donnees-decoupe-1-a-4.svg`, beside its PDF. */
const OUR_CUT = /^-decoupe-\d+(-a-\d+)?\.(svg|dxf)$/;

/** `shop-A4/bon-d-impression.json`, `mallette-ia-1.0-fr-A4-imprimeur.zip` */
const OUR_COMPANION =
  /^((home|shop)-[A-Za-z][A-Za-z0-9-]*\/[a-z][a-z0-9-]*(-EPREUVE)?\.(pdf|json)|[A-Za-z0-9][A-Za-z0-9.-]*\.zip)$/;

/** Whether a path in a manifest is one that a build gives. */
export const isOurPath = (path: string): boolean => OUR_PATH.test(path);

/** The manifest of an earlier build; undefined when there is none or it is not ours. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const read = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    const ours =
      [FIRST_SCHEMA, MANIFEST_SCHEMA].includes(read.schema) &&
      read.files.every(
        (file) => isOurPath(file.path) && (file.cutFiles ?? []).every(({ path }) => isBeside(path, file)),
      ) &&
      (read.orders ?? []).every(({ files }) => files.every(({ path }) => OUR_COMPANION.test(path))) &&
      read.pieces.every((piece) => typeof piece.id === "string");
    return ours ? read : undefined;
  } catch {
    return undefined;
  }
}

/** An earlier manifest without what a merger with `now` does not take over: most of it, after a build of the whole kit. */
export function withoutReplaced(before: Manifest | undefined, now: Manifest, wholeKit: boolean): Manifest | undefined {
  if (!before) return undefined;
  const made = new Set(now.files.map(({ path }) => path));
  return {
    ...before,
    pieces: wholeKit ? [] : before.pieces,
    files: before.files.map((file) => (made.has(file.path) ? { ...file, faces: [], codes: [] } : file)),
  };
}

const isBeside = (path: string, file: ManifestFile): boolean => {
  const name = file.path.replace(/\.pdf$/, "");
  return path.startsWith(name) && OUR_CUT.test(path.slice(name.length));
};

/** A file, and what goes with it. */
const pathsOf = ({ path, cutFiles = [] }: ManifestFile): readonly string[] => [
  path,
  ...cutFiles.map((file) => file.path),
];

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
  const kept = new Set(files.flatMap(pathsOf));
  const orders = mergeOrders(earlier, now, folders, new Set(files.map(({ path }) => folderOf(path))));
  const ids = new Set(now.pieces.map(({ id }) => id));
  const pieces = wholeKit ? [] : (earlier?.pieces ?? []).filter(({ id }) => !ids.has(id));
  return {
    manifest: {
      ...now,
      ...(orders.orders.length > 0 && { orders: orders.orders }),
      files: files.sort((a, b) => byName(a.path, b.path)),
      pieces: [...now.pieces, ...pieces].sort((a, b) => byName(a.id, b.id)),
    },
    stale: [...(earlier?.files ?? []).flatMap(pathsOf).filter((path) => !kept.has(path)), ...orders.stale],
  };
}

/** What tells of a folder is made anew with it, or goes: nothing may tell of files as they were before. */
function mergeOrders(
  before: Manifest | undefined,
  now: Manifest,
  made: ReadonlySet<string>,
  there: ReadonlySet<string>,
): { readonly orders: readonly ManifestOrder[]; readonly stale: readonly string[] } {
  const fresh = now.orders ?? [];
  const earlier = before?.orders ?? [];
  const kept = earlier.filter(({ folder }) => !made.has(folder) && there.has(folder));
  const orders = [...fresh, ...kept].toSorted((a, b) => byName(a.folder, b.folder));
  const paths = new Set(orders.flatMap(({ files }) => files.map(({ path }) => path)));
  const gone = earlier.flatMap(({ files }) => files.map(({ path }) => path)).filter((path) => !paths.has(path));
  return { orders, stale: gone };
}
