/** A review holds as long as neither the French nor its translation changes. */
import { describe, expect, it } from "vitest";
import { addReviews, reviewedIds } from "../../src/translation/index.js";
import { copyKit } from "../kits/temporary.js";
import { catalogOf, loadedKit } from "./support.js";

const kit = loadedKit(copyKit("atelier"));
const catalog = catalogOf(kit, ({ text }) => `${text} (en)`);
const all = new Set(catalog.entries.map(({ id }) => id));
const changed = (id: string, change: object) => ({
  ...catalog,
  entries: catalog.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
});

describe("reviews", () => {
  const reviews = addReviews(catalog, {}, all);

  it("hold for every text that was read", () => expect(reviewedIds(catalog, reviews)).toEqual(all));

  it.each([
    ["the translation", { text: "Something else" }],
    ["the French", { source: "Autre chose" }],
    ["the state", { stale: true }],
  ])("lapse when %s changes", (_, change) => {
    const after = reviewedIds(changed("jeu/lune/title", change), reviews);
    expect(after.has("jeu/lune/title")).toBe(false);
    expect(after.size).toBe(all.size - 1);
  });

  it("of a text without translation cannot be made", () => {
    const empty = changed("jeu/lune/title", { text: "" });
    expect(reviewedIds(empty, addReviews(empty, {}, all)).has("jeu/lune/title")).toBe(false);
  });
});
