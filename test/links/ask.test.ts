import { describe, expect, it } from "vitest";
import { type Answer, type Asker, ask, type Limits } from "../../src/links/ask.js";
import { openNetwork } from "../../src/links/network.js";
import {
  deserted,
  endless,
  hangUp,
  inTurn,
  onHead,
  type Page,
  redirect,
  serve,
  serveWords,
  silence,
  status,
} from "./server.js";

const QUICK: Partial<Limits> = { timeout: 300, backoff: 1_000, patience: 30_000 };

/** The network of this computer, on which nobody waits: what would have been waited is noted. */
function impatient(now = 0): { readonly asker: Asker; readonly waited: readonly number[] } {
  const waited: number[] = [];
  const network = openNetwork("essai", { limits: QUICK, allowsPrivate: true });
  const asker = { ...network, now: () => now, sleep: async (time: number) => void waited.push(time) };
  return { asker, waited };
}

interface Case {
  readonly name: string;
  readonly pages: Readonly<Record<string, Page>>;
  readonly from?: string;
  /** Addresses from the server's root. */
  readonly answer: Answer;
  readonly asked?: readonly string[];
  readonly waited?: readonly number[];
}

const OK = status(200);
const HTML = onHead(OK, endless);

const CASES: readonly Case[] = [
  {
    name: "a page that is there is asked once",
    pages: { "/a": HTML },
    answer: { verdict: "works", status: 200 },
    asked: ["HEAD /a"],
  },
  ...[400, 403, 404, 405, 500, 501].map((code) => ({
    name: `a page that answers HEAD with ${code} is asked with GET`,
    pages: { "/a": onHead(status(code), OK) },
    answer: { verdict: "works", status: 200 } as const,
    asked: ["HEAD /a", "GET /a"],
    waited: [],
  })),
  {
    name: "a server that hangs up on HEAD is asked with GET",
    pages: { "/a": onHead(hangUp, OK) },
    answer: { verdict: "works", status: 200 },
    asked: ["HEAD /a", "GET /a"],
  },
  {
    name: "a page without end is not waited for",
    pages: { "/a": onHead(status(405), endless) },
    answer: { verdict: "works", status: 200 },
  },
  {
    name: "a page that is gone",
    pages: {},
    answer: { verdict: "gone", status: 404 },
    asked: ["HEAD /a", "GET /a"],
    waited: [],
  },
  { name: "a page that is gone for good", pages: { "/a": status(410) }, answer: { verdict: "gone", status: 410 } },
  ...[401, 403, 451].map((code) => ({
    name: `a page that answers ${code} is for a person to look at`,
    pages: { "/a": status(code) },
    answer: { verdict: "guarded", status: code } as const,
  })),
  {
    name: "a fault that passes",
    pages: { "/a": inTurn(status(500), status(500), OK) },
    answer: { verdict: "works", status: 200 },
    asked: ["HEAD /a", "GET /a", "GET /a"],
    waited: [1000],
  },
  {
    name: "a fault that stays is tried twice more",
    pages: { "/a": status(502) },
    answer: { verdict: "faulty", status: 502 },
    asked: ["HEAD /a", "GET /a", "GET /a", "GET /a"],
    waited: [1000, 2000],
  },
  {
    name: "a site that asks to wait is waited for",
    pages: { "/a": inTurn(status(429, { "retry-after": "7" }), OK) },
    answer: { verdict: "works", status: 200 },
    asked: ["HEAD /a", "GET /a"],
    waited: [7000],
  },
  {
    name: "a site may say until when",
    pages: { "/a": inTurn(status(503, { "retry-after": "Thu, 01 Jan 1970 00:00:09 GMT" }), OK) },
    answer: { verdict: "works", status: 200 },
    waited: [9000],
  },
  {
    name: "a site that asks for an hour is not asked again",
    pages: { "/a": status(429, { "retry-after": "3600" }) },
    answer: { verdict: "guarded", status: 429 },
    asked: ["HEAD /a"],
    waited: [],
  },
  {
    name: "a redirect for good gives the new address",
    pages: { "/a": redirect(301, "/b"), "/b": OK },
    answer: { verdict: "moved", status: 200, end: "/b", moved: "/b" },
  },
  {
    name: "one for now does not",
    pages: { "/a": redirect(302, "/b"), "/b": OK },
    answer: { verdict: "works", status: 200, end: "/b" },
  },
  {
    name: "what is for good is for good up to the first redirect for now",
    pages: { "/a": redirect(308, "/b"), "/b": redirect(307, "/c"), "/c": redirect(301, "/d"), "/d": OK },
    answer: { verdict: "moved", status: 200, end: "/d", moved: "/b" },
  },
  {
    name: "an anchor goes along",
    pages: { "/a": redirect(301, "/b"), "/b": OK },
    from: "/a#milieu",
    answer: { verdict: "moved", status: 200, end: "/b#milieu", moved: "/b#milieu" },
  },
  {
    name: "letters in a new address are read",
    pages: { "/a": redirect(301, Buffer.from("/été").toString("latin1")), "/%C3%A9t%C3%A9": OK },
    answer: { verdict: "moved", status: 200, end: "/%C3%A9t%C3%A9", moved: "/%C3%A9t%C3%A9" },
  },
  {
    name: "a page that became the front page is told",
    pages: { "/a": redirect(301, "/"), "/": OK },
    answer: { verdict: "home", status: 200, end: "/" },
  },
  {
    name: "a redirect to a page that is gone",
    pages: { "/a": redirect(302, "/b") },
    answer: { verdict: "gone", status: 404, end: "/b" },
  },
  {
    name: "a redirect that comes round",
    pages: { "/a": redirect(302, "/b"), "/b": redirect(302, "/a") },
    answer: { verdict: "redirects", status: 302, end: "/b" },
  },
  {
    name: "a redirect to itself",
    pages: { "/a": redirect(301, "/a") },
    answer: { verdict: "redirects", status: 301 },
    asked: ["HEAD /a"],
  },
  {
    name: "five redirects are followed",
    pages: { ...Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`/${n}`, redirect(302, `/${n + 1}`)])), "/5": OK },
    from: "/0",
    answer: { verdict: "works", status: 200, end: "/5" },
  },
  {
    name: "six are not",
    pages: Object.fromEntries([0, 1, 2, 3, 4, 5].map((n) => [`/${n}`, redirect(302, `/${n + 1}`)])),
    from: "/0",
    answer: { verdict: "redirects", status: 302, end: "/5" },
  },
  {
    name: "a redirect to what is no page",
    pages: { "/a": redirect(302, "mailto:a@example.org") },
    answer: { verdict: "redirects", status: 302 },
  },
  {
    name: "a redirect to nothing readable",
    pages: { "/a": redirect(302, "http://[") },
    answer: { verdict: "redirects", status: 302 },
  },
  {
    name: "a redirect that names no address",
    pages: { "/a": status(302) },
    answer: { verdict: "faulty", status: 302 },
  },
  {
    name: "a server that says nothing is tried twice more",
    pages: { "/a": silence },
    answer: { verdict: "timeout" },
    asked: ["HEAD /a", "GET /a", "GET /a"],
    waited: [1000, 2000],
  },
  { name: "a server that always hangs up", pages: { "/a": hangUp }, answer: { verdict: "cut" } },
];

describe("an address is asked", () => {
  it.each(CASES)("$name", async ({ pages, from = "/a", answer, asked, waited }) => {
    const server = await serve(pages);
    const tools = impatient();
    const { end, moved, ...found } = await ask(server.path(from), tools.asker);
    const short = (url: string | undefined) => url?.replace(server.base, "");
    expect({ ...found, end: short(end), moved: short(moved) }).toEqual({ end: undefined, moved: undefined, ...answer });
    if (asked) expect(server.asked).toEqual(asked);
    if (waited) expect(tools.waited).toEqual(waited);
  });

  it("says who asks, and for which kit", async () => {
    const server = await serve({ "/a": OK });
    await ask(server.path("/a"), impatient().asker);
    expect([...server.userAgents]).toEqual(["mallette-links (link check of the kit essai)"]);
  });

  it.each([
    ["where nothing listens", deserted, "refused"],
    ["that is no web site", () => serveWords("SSH-2.0-OpenSSH_9.6\r\n"), "garbled"],
    ["that says nothing at all", () => serveWords(""), "cut"],
  ] as const)("at a place %s", async (_name, place, verdict) => {
    expect(await ask(`${await place()}/a`, impatient().asker)).toEqual({ verdict });
  });

  it("over a secure connection that the site does not have", async () => {
    const server = await serve({ "/a": OK });
    const address = server.path("/a").replace("http:", "https:");
    expect(await ask(address, impatient().asker)).toEqual({ verdict: "certificate" });
  });

  it.each(["", "http://[", "ftp://example.org/", "mailto:a@example.org"])("%j is not asked", async (address) => {
    expect(await ask(address, impatient().asker)).toEqual({ verdict: "unusable" });
  });
});
