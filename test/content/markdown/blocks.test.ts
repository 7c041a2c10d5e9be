import { expect, test } from "vitest";
import { bodyOf, codes, loadText, shown } from "../booklet-kit.js";

test.each([
  [
    "a paragraph keeps its marks",
    "Un **mot** et [un lien](https://exemple.fr).",
    "p(Un **mot** et [un lien](https://exemple.fr).)",
  ],
  ["lines of a paragraph are joined", "un\n  deux\ntrois", "p(un\ndeux\ntrois)"],
  ["two spaces at the end of a line stay", "un  \ndeux", "p(un  \ndeux)"],
  ["headings have four levels", "# a\n## b\n### c\n#### d", "h1(a) h2(b) h3(c) h4(d)"],
  ["a heading may be underlined", "Un titre\nlong\n===\nAutre\n---", "h1(Un titre\nlong) h2(Autre)"],
  ["a heading may be closed with hashes", "## Titre ##\n## C#", "h2(Titre) h2(C#)"],
  [
    "a heading may have an anchor",
    "## Mes prompts {#prompts}\nx\n\nAutre {#b2}\n---",
    "h2#prompts(Mes prompts) p(x) h2#b2(Autre)",
  ],
  ["lists", "- a\n- b\n\n1. c\n2. d", "ul[p(a)|p(b)] ol1[p(c)|p(d)]"],
  ["a numbered list may begin elsewhere", "7. c\n8. d", "ol7[p(c)|p(d)]"],
  ["a list in a list", "- a\n  - b\n  - c\n- d", "ul[p(a) ul[p(b)|p(c)]|p(d)]"],
  ["an item of several paragraphs", "- a\n  b\n\n  c", "ul[p(a\nb) p(c)]"],
  ["quotes lose their marks", "> un\n> deux\n>\n> > trois", "quote[p(un\ndeux) quote[p(trois)]]"],
  ["a line that belongs to the quote without its mark", "> un\ndeux", "quote[p(un\ndeux)]"],
  ["a table", "| a | b |\n|---|:-:|\n| c | d \\| e |\n| f |", "table[a,b|c,d \\| e|f,]"],
  ["a table without bars at its ends", "a | b\n--- | ---\nc | d", "table[a,b|c,d]"],
  ["a box", ":::conseil {title: Oui}\nTexte\n\n- a\n:::", "conseil{title}[p(Texte) ul[p(a)]]"],
  ["a box without a body", "::conseil {title: Oui}", "conseil{title}[]"],
  ["a box interrupts a paragraph", "avant\n:::conseil\ndedans\n:::\naprès", "p(avant) conseil{}[p(dedans)] p(après)"],
  ["a box may have a space before its name", "::: conseil\nx\n:::", "conseil{}[p(x)]"],
  ["a box in a box, with fewer colons", "::::conseil\na\n:::conseil\nb\n:::\n::::", "conseil{}[p(a) conseil{}[p(b)]]"],
  ["a box in a box, with as many colons", ":::conseil\n:::conseil\nb\n:::\na\n:::", "conseil{}[conseil{}[p(b)] p(a)]"],
  ["a box in an item of a list", "- a\n\n  :::conseil\n  b\n  :::\n- c", "ul[p(a) conseil{}[p(b)]|p(c)]"],
  [
    "a box in an item in a box",
    ":::conseil\n- a\n  :::conseil\n  b\n  :::\n:::\nc",
    "conseil{}[ul[p(a) conseil{}[p(b)]]] p(c)",
  ],
  ["a box in a quote", "> :::conseil\n> a\n> :::\n\nb", "quote[conseil{}[p(a)]] p(b)"],
  ["an empty box", ":::conseil\n:::", "conseil{}[]"],
  ["protected signs", "\\# non\n\n\\- non\n\n\\:::conseil", "p(\\# non) p(\\- non) p(\\:::conseil)"],
  ["signs that are only signs", "a < b & c, R&D, un ` seul", "p(a < b & c, R&D, un ` seul)"],
  ["Windows line ends", "un\r\ndeux\r\n\r\n- a\r\n- b\r\n", "p(un\ndeux) ul[p(a)|p(b)]"],
  ["a tab after the mark of a list", "-\ta\n-\tb", "ul[p(a)|p(b)]"],
  ["no-break spaces stay", "\u00a0a\u00a0?", "p(\u00a0a\u00a0?)"],
  ["a chapter without body", "", ""],
  ["a chapter of blank lines", "\n  \n\t\n", ""],
])("%s", (_, text, blocks) => {
  const loaded = loadText(text);
  expect(codes(loaded)).toEqual([]);
  expect(shown(bodyOf(loaded))).toBe(blocks);
});

/** rule · text · code line:column · correction */
const MISTAKES: readonly (readonly [string, string, string, string?])[] = [
  ["HTML is refused", "a\n\n<div>x</div>", "raw-html 3:1"],
  ["HTML in a text is refused", "un <br> deux", "raw-html 1:4"],
  ["a remark of HTML is refused", "a <!-- b --> c", "raw-html 1:3"],
  ["entities are refused", "un&nbsp;deux", "html-entity 1:3"],
  ["images are refused", "Voir ![un dessin](dessin.svg)", "image-in-text 1:6"],
  ["code is refused", "- tapez `ls`", "code-in-text 1:9"],
  ["code of several lines is refused", "a\n\n```js\nlet a\n```", "code-in-text 3:1"],
  ["indentation is no code", "a\n\n    b", "indented-text 3:5"],
  ["a tab at the start is no code", "\tb", "indented-text 1:2"],
  ["rules are refused", "a\n\n***\n\nb", "rule-in-text 3:1"],
  ["definitions are refused", "a\n\n[cnil]: https://www.cnil.fr", "link-definition 3:1"],
  ["bare addresses are refused", "> voir <https://www.cnil.fr>", "bare-address 1:8"],
  ["a link leads to an address", "voir [la Cnil](cnil.fr)", "bad-address 1:6"],
  ["a heading is not deeper than four", "##### a", "heading-too-deep 1:7"],
  ["a heading has words", "a\n\n##", "empty-heading 3:1"],
  ["a heading has more than an anchor", "## {#a}", "empty-heading 1:4"],
  ["a heading has a space after its hashes", "##Titre", "glued-heading 1:1", "## Titre"],
  ["an anchor has no accent", "## Été {#été}", "bad-anchor 1:10", "## Été {#ete}"],
  ["an anchor begins with a letter", "## a {#2}", "bad-anchor 1:8"],
  ["an anchor is taken once", "## a {#x}\n\n## b {#x}", "duplicate-anchor 3:8"],
  ["an anchor is no chapter", "## a {#bienvenue}", "duplicate-anchor 1:8"],
  ["an anchor stands on a heading", "un mot {#x}", "stray-anchor 1:8"],
  ["a table has as many columns as its head", "> | a | b |\n> |---|\n> | c |", "broken-table 2:3"],
  ["a row has no more cells than the head", "| a | b |\n|---|---|\n| c | d | e |", "too-many-cells 3:11"],
  ["a table ends with a blank line", "| a | b |\n|---|---|\n| c | d |\nfin", "row-without-bar 4:1"],
  ["a box is a template", ":::conseils\nx\n:::", "unknown-template 1:4"],
  ["a box is closed", "a\n\n:::conseil\nx", "unclosed-box 3:1"],
  ["a box is closed by as many colons", "::::conseil\n:::conseil\nx\n::::", "unclosed-box 2:1"],
  ["a closing line closes something", "a\n\n:::\nb", "stray-fence 3:1"],
  ["a box has a name", ":::{title: x}\na", "box-without-name 1:1"],
  ["a box has braces, not words", ":::conseil Attention\nx\n:::", "text-after-box 1:12"],
  ["nothing follows the braces", "::conseil {title: a} b", "text-after-box 1:11"],
  ["braces are closed on their line", "::conseil {title: a,\nicon: b}", "unclosed-bracket 1:11"],
  ["a value of a box is checked", "::conseil {size: larg}", "unknown-choice 1:18", "::conseil {size: large}"],
  ["a key of a box is checked", "- ::conseil {titre: a}", "unknown-key 1:14", "- ::conseil {title: a}"],
  ["a text of a box has its length", "::conseil {title: aaaaaaaaaaaaaaaaaaaaaaaaa}", "too-long 1:19"],
  ["a comma in a box cuts a text", "::conseil {title: un, deux}", "cut-by-comma 1:23"],
  ["a key of a box has its space", "::conseil {title:un}", "no-space-after-colon 1:12", "::conseil {title: un}"],
  ["a key of a box stands once", "::conseil {title: a, title: b}", "duplicate-key 1:22"],
  ["a text with braces stands between quotes", "::conseil {title: Un {page x} }", "flow-syntax 1:11"],
  ["a text with an apostrophe does not stand between apostrophes", "::conseil {title: 'l'eau'}", "flow-syntax 1:22"],
  ["a text does not begin with a star", "::conseil {title: *x* }", "alias-used 1:19"],
  ["a bracket of a box is closed", "::conseil {title: [x}", "flow-syntax 1:21"],
  ["a link of a box exists", "::conseil {more: cnl}", "unknown-link 1:18"],
  ["a picture of a box exists", "> ::conseil {picture: evenements/tallos.svg}", "missing-image 1:23"],
];

for (const [rule, text, problem, correction] of MISTAKES) {
  test(rule, () => {
    const loaded = loadText(text);
    expect(codes(loaded)).toEqual([problem]);
    expect(loaded.problems[0]?.correction).toBe(correction);
    expect(loaded.problems[0]?.file).toBe("cards/livret/02-seance.md");
  });
}

test("a box finds the template that was meant", () => {
  expect(loadText(":::conseils\nx\n:::").problems[0]?.hint).toContain("conseil");
});

test("a box whose end is not where it begins is told at both places", () => {
  expect(codes(loadText(":::conseil\nx\n  :::"))).toEqual(["unclosed-box 1:1", "stray-fence 3:3"]);
});

test("mistakes inside a box without template are told too", () => {
  expect(codes(loadText(":::rien\n`a`\n:::"))).toEqual(["unknown-template 1:4", "code-in-text 2:1"]);
});

test.each([
  ["quotes", "> ".repeat(50_000)],
  ["lists", "- ".repeat(50_000)],
  ["lists below one another", Array.from({ length: 200 }, (_, n) => `${"  ".repeat(n)}- a`).join("\n")],
  ["boxes", ":::conseil\n".repeat(2000)],
])("thousands of nested %s are refused, quickly", (_, text) => {
  const found = loadText(`${text}x`).problems.map(({ code }) => code);
  expect(found).toContain("too-deep");
});

test("a file of a megabyte is read", () => {
  const part = "## Un titre\n\nDes mots et **du gras**, sur\ndeux lignes.\n\n- a\n- b\n\n::conseil {title: x}\n\n";
  const loaded = loadText(part.repeat(1_000_000 / part.length));
  expect(codes(loaded)).toEqual([]);
  expect(bodyOf(loaded).length).toBeGreaterThan(40_000);
});

test("a paragraph full of mistakes is read", () => {
  expect(loadText("`a` <b> ".repeat(50_000)).problems.length).toBeLessThan(30);
});
