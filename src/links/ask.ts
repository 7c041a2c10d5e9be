/** An address → where it leads today: redirects followed, what passes tried again, HEAD doubted. */
import { isRoot } from "./list.js";
import type { Failure, Method, Reply } from "./request.js";
import { waitBefore } from "./wait.js";

export type Verdict =
  | "works"
  /** It works, and the site asks to use another address from now on. */
  | "moved"
  /** It works, but only the front page of its site answers: the page itself is most likely gone. */
  | "home"
  /** The site answers browsers only, or people who log in: nobody knows from here. */
  | "guarded"
  | "gone"
  | "faulty"
  | "redirects"
  | Failure;

export interface Answer {
  readonly verdict: Verdict;
  /** The last status, where there was one. */
  readonly status?: number | undefined;
  /** Where it ended, when that is elsewhere. */
  readonly end?: string | undefined;
  /** The address that the site asks to use from now on. */
  readonly moved?: string | undefined;
}

export interface Limits {
  /** Milliseconds until the headers of an answer must be there. */
  readonly timeout: number;
  /** Milliseconds between two requests to one site. */
  readonly pause: number;
  /** Milliseconds before the first new attempt; each further one waits twice as long. */
  readonly backoff: number;
  /** Milliseconds that a site may ask to wait before a new attempt; who asks for more is not asked again. */
  readonly patience: number;
  readonly retries: number;
  readonly redirects: number;
  /** Sites asked at the same time. */
  readonly atOnce: number;
}

export interface Asker {
  readonly limits: Limits;
  request(url: URL, method: Method): Promise<Reply>;
  sleep(milliseconds: number): Promise<unknown>;
  /** Milliseconds since 1970: sites may say until when to wait. */
  now(): number;
}

/** Never rejects. */
export async function ask(address: string, asker: Asker): Promise<Answer> {
  const first = readAddress(address);
  if (first === undefined) return { verdict: "unusable" };
  const seen = new Set([first.href]);
  let url = first;
  let moved: string | undefined;
  let isForGood = true;
  const elsewhere = (): Pick<Answer, "end"> => (url === first ? {} : { end: url.href });
  for (;;) {
    const reply = await settled(url, asker);
    if ("failure" in reply) return { verdict: reply.failure, ...elsewhere() };
    const { status, location } = reply;
    if (!isRedirect(status) || location === undefined)
      return { ...judged(address, url, status, moved), ...elsewhere() };
    const next = readAddress(location, url);
    if (next === undefined || seen.has(next.href) || seen.size > asker.limits.redirects)
      return { verdict: "redirects", status, ...elsewhere() };
    seen.add(next.href);
    isForGood &&= status === 301 || status === 308;
    if (isForGood) moved = next.href;
    url = next;
  }
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Undefined for what is no address of a page. An anchor goes along unless the new address has one. */
function readAddress(written: string, from?: URL): URL | undefined {
  try {
    const url = new URL(written, from);
    url.hash ||= from?.hash ?? "";
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function judged(address: string, end: URL, status: number, moved: string | undefined): Answer {
  if (status >= 200 && status < 300) {
    const isHome = isRoot(end.href) && !isRoot(address) && siteOf(end.href) === siteOf(address);
    return { verdict: isHome ? "home" : moved === undefined ? "works" : "moved", status, ...(!isHome && { moved }) };
  }
  if ([401, 403, 407, 429, 451].includes(status)) return { verdict: "guarded", status };
  return { verdict: status >= 400 && status < 500 ? "gone" : "faulty", status };
}

const siteOf = (address: string): string => new URL(address).hostname.replace(/^www\./, "");

/** The answer that counts: asked with HEAD, then, when that is refused or doubtful, with GET; and again if it may pass. */
async function settled(url: URL, asker: Asker): Promise<Reply> {
  let reply = await asker.request(url, "HEAD");
  if (isDoubtful(reply)) reply = await asker.request(url, "GET");
  for (let attempt = 0; attempt < asker.limits.retries && mayPass(reply); attempt++) {
    const wait = waitBefore(attempt, "failure" in reply ? undefined : reply.retryAfter, asker);
    if (wait === undefined) break;
    await asker.sleep(wait);
    reply = await asker.request(url, "GET");
  }
  return reply;
}

/** Some servers know no HEAD and say so in every possible way: no page is called gone on its word alone. */
const isDoubtful = (reply: Reply): boolean =>
  "failure" in reply
    ? reply.failure === "cut" || reply.failure === "garbled"
    : reply.status >= 400 && reply.status !== 429 && reply.retryAfter === undefined;

const PASSING: readonly Failure[] = ["offline", "refused", "timeout", "cut"];

const mayPass = (reply: Reply): boolean =>
  "failure" in reply ? PASSING.includes(reply.failure) : reply.status === 429 || reply.status >= 500;
