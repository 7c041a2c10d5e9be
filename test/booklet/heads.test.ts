import { expect, test } from "vitest";
import type { OrderedPage } from "../../src/booklet/order.js";
import { runningHeads } from "../../src/booklet/pages.js";
import type { Book } from "../../src/compose/index.js";
import type { Piece } from "../../src/content/kit.js";
import { EMPTY_KIT, text } from "../localise/support.js";

/** Sections `a` to `f`; `x` is a heading below them. */
const toc = [..."abcdef", "x"].map((id) => ({ id, title: text(id), level: id === "x" ? 3 : 2, depth: 0 }));
const book: Book = { kit: EMPTY_KIT, component: {} as Book["component"], toc, pages: { page: () => "1" } };
const chapters = new Map(["1", "2"].map((id) => [id, { id } as Piece]));

/** `1^ab`: a page of chapter 1 that `a` opens, and on which `b` begins; `-` is a blank page. */
function page(written: string): OrderedPage {
  const [id = "", opens, ids = ""] = /^(\d)(\^?)(\w*)$/.exec(written)?.slice(1) ?? [];
  const anchors = new Map([...ids].map((anchor, index) => [anchor, 10 * index + (opens ? 0 : 5)] as const));
  const flow = { items: [], anchors, opening: new Set(opens ? [ids[0]!] : []), side: undefined };
  const chapter = chapters.get(id);
  const content = { kind: "flow", flow } as const;
  const shown = chapter && { content, anchors, side: undefined, isFirst: false };
  return { name: written, label: "1", side: "right", chapter, page: shown };
}

const heads = (written: string): string =>
  runningHeads(written.split(" ").map(page), book)
    .map((head) => head?.value ?? "-")
    .join(" ");

test.each([
  ["the section that opens the page wins over the one before", "1a 1^b", "a b"],
  ["else the one that goes on", "1a 1b 1", "a a b"],
  ["else the first that begins", "1 1ab 1", "- a b"],
  ["of several on a page the last goes on", "1^abc 1 1d", "a c c"],
  ["a heading below a section that opens the page does not count", "1a 1^xb 1", "a a b"],
  ["a chapter begins without a section", "1a 2 2^b", "a - b"],
  ["a blank page has none", "1a - 2b", "a - b"],
])("%s", (_, pages, expected) => {
  expect(heads(pages)).toBe(expected);
});
