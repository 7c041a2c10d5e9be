import { expect, it } from "vitest";
import type { Asker } from "../../src/links/ask.js";
import { askAll } from "../../src/links/ask-all.js";
import { LIMITS } from "../../src/links/network.js";

/** Sites that answer after a turn of the clock; the clock moves only when everybody waits. */
function sites(redirects: Readonly<Record<string, string>> = {}) {
  const running = new Set<string>();
  const log: string[] = [];
  let most = 0;
  const asker: Asker = {
    limits: LIMITS,
    now: () => 0,
    sleep: async (time) => void log.push(`pause ${time}`),
    async request(url) {
      expect(running).not.toContain(url.host);
      running.add(url.host);
      log.push(url.href);
      most = Math.max(most, running.size);
      await new Promise((resolve) => setImmediate(resolve));
      running.delete(url.host);
      const location = redirects[url.href];
      return location === undefined ? { status: 200 } : { status: 302, location };
    },
  };
  return { asker, log, most: () => most };
}

it("asks a few sites at once, each one request at a time", async () => {
  const addresses = Array.from({ length: 40 }, (_, index) => `https://site-${index % 8}.org/${index}`);
  const { asker, log, most } = sites();
  const heard: string[] = [];
  const answers = await askAll(addresses, asker, (address) => heard.push(address));
  expect(most()).toBe(LIMITS.atOnce);
  expect([...answers.keys()].sort()).toEqual([...addresses].sort());
  expect([...heard].sort()).toEqual([...addresses].sort());
  // Four of five on each site wait for the one before.
  expect(log.filter((one) => one === "pause 500")).toHaveLength(32);
});

it("asks an address that is written twice once", async () => {
  const { asker, log } = sites();
  await askAll(["https://a.org/1", "https://a.org/1"], asker);
  expect(log).toEqual(["https://a.org/1"]);
});

it("keeps to one request at a time where redirects meet", async () => {
  const names = ["a", "b", "c", "d"];
  const redirects = Object.fromEntries(names.map((name) => [`https://${name}.org/`, `https://common.org/${name}`]));
  const { asker, most } = sites(redirects);
  const answers = await askAll(Object.keys(redirects), asker);
  expect(most()).toBe(4);
  expect([...answers.values()].map(({ end }) => end)).toEqual(names.map((name) => `https://common.org/${name}`));
});

it("has nothing to ask of an empty list", async () => {
  expect((await askAll([], sites().asker)).size).toBe(0);
});
