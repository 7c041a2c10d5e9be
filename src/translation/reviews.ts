/**
 * Who reviewed what: `locales/xx/reviews.json` holds a sum of original and translation for each text. Any change of
 * either makes the review lapse.
 */
import type { PoEntry, PoFile } from "../catalog/index.js";
import type { Source } from "../diagnostics/index.js";
import { fingerprint } from "../fingerprint.js";

/** By id of the text. */
export type Reviews = Readonly<Record<string, string>>;

const sumOf = ({ source, text }: PoEntry): string => fingerprint(`${source}\u0000${text}`);

/** Undefined when the file is not what we write. */
export function readReviews(source: Source | undefined): Reviews | undefined {
  if (source === undefined) return {};
  try {
    const read: unknown = JSON.parse(source.text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Reviews) : undefined;
  } catch {
    return undefined;
  }
}

const reviewable = ({ obsolete, stale, text }: PoEntry): boolean => !obsolete && !stale && text !== "";

/** The ids of translations that somebody reviewed as they are now. */
export const reviewedIds = (catalog: PoFile | undefined, reviews: Reviews): ReadonlySet<string> =>
  new Set(
    (catalog?.entries ?? [])
      .filter((entry) => reviewable(entry) && reviews[entry.id] === sumOf(entry))
      .map(({ id }) => id),
  );

/** The reviews with those of `ids` added; reviews of texts that are no more are dropped. Sorted, so that diffs are small. */
export function addReviews(catalog: PoFile, reviews: Reviews, ids: ReadonlySet<string>): Reviews {
  const known = catalog.entries.filter(reviewable);
  const kept = known.flatMap((entry) => {
    const sum = ids.has(entry.id) ? sumOf(entry) : reviews[entry.id];
    return sum === undefined ? [] : [[entry.id, sum] as const];
  });
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const reviewsText = (reviews: Reviews): string => `${JSON.stringify(reviews, undefined, 2)}\n`;
