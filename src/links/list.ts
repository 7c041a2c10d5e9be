/** The links of a kit in some languages, and who prints them → one row for each written address, the most doubtful first. */
import type { Link } from "../content/kit.js";

/** An address as it is written in one file. */
export interface LinkRow extends Link {
  /** The languages asked for in which it is printed. */
  readonly locales: readonly string[];
  /** Whether it only leads to the front page of a site. */
  readonly root: boolean;
  /** Pieces that show its code or its address, `component/piece`. */
  readonly printedIn: readonly string[];
}

/** The links that a kit prints in one language. */
export interface LocaleLinks {
  readonly locale: string;
  readonly links: ReadonlyMap<string, Link>;
}

/** Sorted by what needs attention: checked never or longest ago, then front pages, then those that nothing prints. */
export function listLinks(
  languages: readonly LocaleLinks[],
  uses: ReadonlyMap<string, readonly string[]>,
): readonly LinkRow[] {
  const rows = new Map<string, LinkRow>();
  for (const { locale, links } of languages) {
    for (const link of links.values()) {
      // The same address of two languages is written once: the place tells them apart.
      const key = `${link.urlAt.source.name}:${link.urlAt.start}`;
      const locales = [...(rows.get(key)?.locales ?? []), locale];
      rows.set(key, { ...link, locales, root: isRoot(link.url), printedIn: uses.get(link.id) ?? [] });
    }
  }
  return [...rows.values()].toSorted(byAttention);
}

/** Sorting is stable: what is equal stays in the order of the file. A day that is missing comes before all others. */
const byAttention = (a: LinkRow, b: LinkRow): number =>
  (a.checked < b.checked ? -1 : a.checked > b.checked ? 1 : 0) ||
  Number(b.root) - Number(a.root) ||
  Math.min(a.printedIn.length, 1) - Math.min(b.printedIn.length, 1);

/** Whether an address has neither a path nor a question nor an anchor. */
export const isRoot = (address: string): boolean => /^https?:\/\/[^/?#]+\/?$/i.test(address);
