import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openKitFiles } from "../../src/content/files.js";
import { loadKit } from "../../src/content/index.js";
import { allBlocks } from "../../src/content/walk.js";
import { Diagnostics } from "../../src/diagnostics/diagnostic.js";
import { toJsonProblems } from "../../src/diagnostics/json.js";

function open(name: string) {
  const diagnostics = new Diagnostics();
  const root = fileURLToPath(new URL(`../kits/${name}`, import.meta.url));
  const kit = loadKit(openKitFiles(root, diagnostics), diagnostics);
  return { kit, problems: toJsonProblems(diagnostics.all) };
}

test("a kit on disk loads, with its fonts", () => {
  const { kit, problems } = open("one-card");
  expect(problems).toEqual([]);
  expect(kit?.components[0]?.pieces.map((piece) => piece.id)).toEqual(["weekend-paris"]);
  expect(kit?.fonts.families[0]?.faces[0]?.path).toMatch(/BricolageGrotesque_700Bold\.ttf$/);
});

test("a booklet on disk loads, with every kind of block", () => {
  const { kit, problems } = open("livret");
  expect(problems).toEqual([]);
  const booklet = kit?.components.find(({ id }) => id === "livret");
  expect(booklet).toMatchObject({ copies: 2, binding: { cover: "self", page: "page" } });
  expect(booklet?.pieces.map(({ id }) => id)).toEqual(["bienvenue", "seance", "pour-finir"]);
  const blocks = booklet?.pieces.flatMap(({ body }) => [...allBlocks(body ?? [])]) ?? [];
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(
    new Set(["paragraph", "quote", "heading", "list", "box", "table"]),
  );
});

test("the most common mistakes of one file are told together, each at its place", () => {
  expect(open("common-mistakes").problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    "4 colon-in-text",
    "6 apostrophe-in-quotes",
    "8 text-after-quote",
    "10 cut-by-hash",
    "12 star-at-start",
    "14 braces-at-start",
    "16 special-at-start",
    "18 no-space-after-colon",
    "21 bad-indent",
    "23 unknown-key",
    "25 unclosed-quote",
  ]);
});

test("names that do not exist are told where they are written", () => {
  expect(open("wrong-names").problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    "5 unknown-choice",
    "7 unknown-template",
    "10 unknown-format",
    "14 missing-image",
    "17 unknown-link",
  ]);
});

/** Ten thousand cards are far more than a kit has; a kit of a thousand must feel instant. */
const CARDS = 10_000;

test("a kit of ten thousand cards loads", async () => {
  const { load } = await import("./memory-kit.js");
  const piece = (n: number) =>
    `  - id: p${n}\n    title: Carte ${n}\n    text: >-\n      Quoi faire ?\n    answer: share\n`;
  const cards = Array.from({ length: CARDS }, (_, n) => piece(n)).join("");
  const { kit, problems } = load({ "cards/jeu.yaml": `template: fiche\npieces:\n${cards}` });
  expect(problems).toEqual([]);
  expect(kit?.components[0]?.pieces.at(-1)).toMatchObject({ id: `p${CARDS - 1}`, number: CARDS });
});
