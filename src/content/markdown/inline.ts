/** The words of a paragraph → the marks in them that a chapter may not hold, each with its place. */
import { refusedLinks } from "../address.js";
import type { Finding } from "../finding.js";
import * as say from "./messages.js";

export interface Misplaced {
  readonly start: number;
  readonly end: number;
  readonly finding: Finding;
}

/** A protected sign, or one of the marks that are refused. */
const MARKS =
  /\\[!-/:-@[-`{-~]|(?<image>!\[(?:[^\]\n]{0,200}\]\([^)\n]{0,200}\))?)|<(?<address>(?:https?|mailto):[^\s<>]+)>|(?<tag><\/?[a-z][^<>]*>|<!--)|(?<entity>&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)|(?<ticks>`+)/gi;

/** Marks are only looked for: which of them a text may hold, and how they look, a later stage knows. */
export function misplacedIn(text: string): readonly Misplaced[] {
  const found: Misplaced[] = refusedLinks(text).map(({ start, end, address }) => ({
    start,
    end,
    finding: say.refusedLink(address),
  }));
  if (!/[!<&`]/.test(text)) return found;
  const ticks = new Map<number, number>();
  for (const { 0: whole, index: start, groups = {} } of text.matchAll(MARKS)) {
    const end = start + whole.length;
    if (groups.image !== undefined) found.push({ start, end, finding: say.noImage() });
    else if (groups.address !== undefined) found.push({ start, end, finding: say.noBareAddress(groups.address) });
    else if (groups.tag !== undefined) found.push({ start, end, finding: say.noHtml() });
    else if (groups.entity !== undefined) found.push({ start, end, finding: say.noEntity(whole) });
    else if (groups.ticks !== undefined) {
      // A lone backtick is a sign like any other; two that match make code.
      const opened = ticks.get(whole.length);
      ticks.delete(whole.length);
      if (opened === undefined) ticks.set(whole.length, start);
      else found.push({ start: opened, end, finding: say.noCode() });
    }
  }
  return found;
}
