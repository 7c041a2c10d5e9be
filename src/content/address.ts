/** The addresses that a text may lead to. */

/** What a link on paper or in a PDF may lead to: nothing that runs. `#anchor` is a place of the same booklet. */
const SAFE = "(?:https?:\\/\\/|mailto:|#[\\p{L}])";

export const isSafeAddress = (address: string): boolean => new RegExp(`^${SAFE}`, "iu").test(address);

/** `[words](address)` with another address; one that a placeholder makes is known later. */
const REFUSED = new RegExp(
  `(?<![\\\\!])\\[[^\\[\\]\\n]{0,200}\\]\\((?!${SAFE}|\\{)(?<address>[^()\\n]{0,200})\\)`,
  "giu",
);

export interface RefusedLink {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** The links of a Markdown text that lead where no link may lead: they would be printed without their address. */
export function refusedLinks(text: string): readonly RefusedLink[] {
  if (!text.includes("](")) return [];
  return Array.from(text.matchAll(REFUSED), ({ 0: whole, index: start, groups }) => ({
    start,
    end: start + whole.length,
    address: groups?.address ?? "",
  }));
}
