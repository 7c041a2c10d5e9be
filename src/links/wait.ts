/** How often an address was tried, and what its site asks for → how long to wait; undefined when that is too long. */
import type { Asker } from "./ask.js";

/** `retryAfter`: the header of that name, seconds or a date. One that cannot be read counts as none. */
export function waitBefore(
  attempt: number,
  retryAfter: string | undefined,
  { limits, now }: Pick<Asker, "limits" | "now">,
): number | undefined {
  const own = limits.backoff * 2 ** attempt;
  const asked = retryAfter === undefined ? undefined : millisecondsIn(retryAfter.trim(), now());
  if (asked === undefined) return own;
  return asked > limits.patience ? undefined : Math.max(own, asked);
}

function millisecondsIn(header: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
