/** A deck of which one card was edited is read as if all of it were read anew: the same values at the same places. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Node } from "../../../src/content/yaml/node.js";
import { parseYaml } from "../../../src/content/yaml/parse.js";
import { patch } from "../../../src/content/yaml/patch.js";
import type { Source } from "../../../src/diagnostics/diagnostic.js";

const DECK = `template: carte
pieces:
  - id: un
    title: Bonjour
    text: >-
      Une phrase
      sur deux lignes

  # une remarque
  - id: deux
    title: "Au revoir"
    steps:
      - couper
      - coller
  - id: trois
    title: Merci
`;

function read(text: string): { parsed: ReturnType<typeof parseYaml>; silent: boolean; source: Source } {
  const source = { name: "deck.yaml", text };
  let silent = true;
  const report = (): void => {
    silent = false;
  };
  return { parsed: parseYaml(source, { report }), silent, source };
}

/** A tree as text: every value with its place. */
function shown(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  const at = `${node.at.start}–${node.at.end}`;
  if (node.kind === "scalar") return [at, node.plain, node.value];
  if (node.kind === "list") return [at, node.flow, node.items.map(shown)];
  return [at, node.flow, node.entries.map(({ key, keyAt, value, bare }) => [key, keyAt.start, bare, shown(value)])];
}

const sourcesOf = (node: Node): readonly Source[] => [
  node.at.source,
  ...(node.kind === "list" ? node.items.flatMap(sourcesOf) : []),
  ...(node.kind === "map" ? node.entries.flatMap(({ keyAt, value }) => [keyAt.source, ...sourcesOf(value)]) : []),
];

/** What patching gives, after it was compared with reading all. */
function patched(before: string, after: string): boolean {
  const known = read(before);
  const whole = read(after);
  const result = known.silent ? patch(known, whole.source) : undefined;
  if (result === undefined) return false;
  expect(whole.silent).toBe(true);
  expect(result.broken).toEqual(whole.parsed.broken);
  expect(shown(result.root)).toEqual(shown(whole.parsed.root));
  expect(new Set(sourcesOf(result.root!))).toEqual(new Set([whole.source]));
  return true;
}

describe("one card was edited", () => {
  it.each([
    ["a word of the first card", "Bonjour", "Bonsoir à vous"],
    ["a line of a folded text", "sur deux lignes", "sur deux lignes\n      et même trois"],
    ["a field more", "    title: Merci\n", "    title: Merci\n    note: fin\n"],
    ["an item of an inner list", "couper", "découper"],
    ["the last card", "Merci", "Merci bien"],
    ["a remark inside a card", '"Au revoir"', '"Au revoir" # à voir'],
    ["the name of a card", "id: deux", "id: deuxième"],
  ])("%s: only that card is read", (_, from, to) => {
    expect(DECK).toContain(from);
    expect(patched(DECK, DECK.replace(from, to))).toBe(true);
  });

  it.each([
    ["a card more", "  - id: trois", "  - id: encore\n  - id: trois"],
    ["a card less", '  - id: deux\n    title: "Au revoir"\n    steps:\n      - couper\n      - coller\n', ""],
    ["the template", "template: carte", "template: fiche"],
    ["a quote that stays open", '"Au revoir"', '"Au revoir'],
    ["a card that moves to the left", "  - id: trois\n    title: Merci", "- id: trois\n  title: Merci"],
    ["a line that ends the list", "    title: Merci\n", "    title: Merci\nautre: 1\n"],
    ["a colon in a text", "Bonjour", "Bonjour : tous"],
    ["the line's end before the next card", "lignes\n\n  # une remarque\n", "lignes "],
  ])("%s: all is read", (_, from, to) => {
    expect(DECK).toContain(from);
    expect(patched(DECK, DECK.replace(from, to))).toBe(false);
  });

  it("whatever is typed anywhere", () => {
    const typed = fc.oneof(
      fc.constantFrom(
        "",
        " ",
        "\n",
        "\n  - ",
        "- ",
        "#",
        " #",
        ": ",
        "'",
        '"',
        "|",
        ">-",
        "{",
        "}",
        "[",
        "&a",
        "*a",
        "---\n",
        "\t",
        "x",
      ),
      fc.string({ maxLength: 4 }),
    );
    const edit = fc.record({ at: fc.nat(DECK.length), less: fc.nat(12), more: fc.array(typed, { maxLength: 4 }) });
    let some = 0;
    fc.assert(
      fc.property(edit, ({ at, less, more }) => {
        if (patched(DECK, DECK.slice(0, at) + more.join("") + DECK.slice(at + less))) some += 1;
      }),
      { numRuns: 3000 },
    );
    expect(some).toBeGreaterThan(300);
  });
});
