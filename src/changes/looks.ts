/** Manifests → whether a piece looks the same in two of them, on the papers for which both were made. */
import type { Manifest, ManifestPiece } from "../deliver/index.js";

/** By paper and side: what it looked like there. More than one hash only where files of several builds lie together. */
type Looks = ReadonlyMap<string, ReadonlySet<string>>;

/** Every piece of a manifest with the looks of its faces. */
export function looksIn({ files }: Manifest): ReadonlyMap<string, Looks> {
  const looks = new Map<string, Map<string, Set<string>>>();
  for (const { paper, faces } of files) {
    for (const { piece, side, hash } of faces) {
      const own = looks.get(piece) ?? new Map<string, Set<string>>();
      looks.set(piece, own);
      const key = `${paper}|${side}`;
      const seen = own.get(key) ?? new Set();
      // A side that its template leaves empty has no hash.
      own.set(key, seen.add(hash ?? ""));
    }
  }
  return looks;
}

/** Pieces of which files of several builds show several looks on one paper. */
export const mixedPieces = (manifest: Manifest): readonly string[] =>
  [...looksIn(manifest)].filter(([, own]) => [...own.values()].some(({ size }) => size > 1)).map(([piece]) => piece);

/** A piece and its looks in one of two manifests. */
export interface Seen {
  readonly piece: ManifestPiece;
  readonly looks: Looks | undefined;
}

/**
 * What was printed decides, face by face; then the hash of all looks, which also knows of backs that were not printed
 * (`--duplex none`) but not on which paper.
 */
export function looksSame(before: Seen, after: Seen): boolean {
  const common = [...(before.looks ?? [])].flatMap(([key, hashes]) => {
    const now = after.looks?.get(key);
    return now ? [[hashes, now] as const] : [];
  });
  if (common.some(([old, now]) => !sameSet(old, now))) return false;
  if (before.piece.hash === after.piece.hash) return true;
  // The hash is of other papers: only a poster, as large as its paper, looks different on them.
  return common.length > 0 && !gainsSide(before, after) && !gainsSide(after, before);
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

/** Whether `after` has a side that `before` lacks on a paper that both have. */
function gainsSide({ looks: before }: Seen, { looks: after }: Seen): boolean {
  const papers = new Set([...(before?.keys() ?? [])].map(paperOf));
  return [...(after?.keys() ?? [])].some((key) => papers.has(paperOf(key)) && !before?.has(key));
}

const paperOf = (key: string): string => key.slice(0, key.lastIndexOf("|"));
