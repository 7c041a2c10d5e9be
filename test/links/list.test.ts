import { expect, it } from "vitest";
import { isRoot, listLinks } from "../../src/links/list.js";
import { load } from "../content/memory-kit.js";

it.each([
  ["https://a.org", true],
  ["https://a.org/", true],
  ["HTTP://a.org:8080/", true],
  ["https://a.org/?p=77", false],
  ["https://a.org?p=77", false],
  ["https://a.org/#ici", false],
  ["https://a.org/page", false],
])("%s is the front page of a site: %s", (address, expected) => {
  expect(isRoot(address)).toBe(expected);
});

const linksOf = (...lines: readonly (readonly [id: string, url: string, checked: string])[]) =>
  load({
    "cards/links.yaml": lines
      .map(([id, url, checked]) => `${id}: { url: "${url}", title: T${checked && `, checked: ${checked}`} }\n`)
      .join(""),
  }).kit!.links;

it("what needs attention comes first, and what is equal stays in the order of the file", () => {
  const links = linksOf(
    ["fine-2", "https://a.org/2", "2026-11-20"],
    ["fine-1", "https://a.org/1", "2026-11-20"],
    ["recent-root", "https://a.org", "2026-11-21"],
    ["unused", "https://a.org/3", "2026-11-20"],
    ["root", "https://b.org", "2026-11-20"],
    ["never", "https://a.org/4", ""],
    ["old", "https://a.org/5", "2025-01-31"],
  );
  const uses = new Map([...links.keys()].filter((id) => id !== "unused").map((id) => [id, ["jeu/un"]]));
  const rows = listLinks([{ locale: "fr", links }], uses);
  expect(rows.map(({ id }) => id)).toEqual(["never", "old", "root", "unused", "fine-2", "fine-1", "recent-root"]);
});

it("an address of several languages is one row, that of one language another", () => {
  const links = linksOf(["un", "https://a.org/1", "2026-11-20"], ["deux", "https://a.org/2", "2026-11-20"]);
  const source = { name: "locales/en/links.yaml", text: "" };
  const own = { ...links.get("un")!, url: "https://en.a.org/1", urlAt: { source, start: 0, end: 0 } };
  const english = new Map([...links, ["un", own] as const]);
  const rows = listLinks(
    [
      { locale: "fr", links },
      { locale: "en", links: english },
    ],
    new Map(),
  );
  expect(rows.map(({ id, url, locales }) => [id, url, locales])).toEqual([
    ["un", "https://a.org/1", ["fr"]],
    ["deux", "https://a.org/2", ["fr", "en"]],
    ["un", "https://en.a.org/1", ["en"]],
  ]);
});
