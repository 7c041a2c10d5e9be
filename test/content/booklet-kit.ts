/** A small right kit with a booklet, in memory: a deck of two cards, one chapter, one box. */
import type { Block, Piece } from "../../src/content/kit.js";
import { type Files, type Loaded, load, RIGHT } from "./memory-kit.js";

export const BOOKLET: Files = {
  "kit.yaml": `${RIGHT["kit.yaml"]}  livret: { title: Le livret, kind: booklet, cards: cards/livret }
`.replace("  carte:", "  a5: { width: 148mm, height: 210mm, safe: 8mm }\n  carte:"),
  "cards/jeu.yaml": `template: fiche
pieces:
  - id: un
    title: Bonjour
    answer: share
    count: 3
  - id: deux
    title: Bonsoir
    answer: keep
`,
  "cards/livret/01-bienvenue.md": `---
template: chapitre
title: Bienvenue
duration: 5
---
Bonjour.
`,
  "templates/chapitre.hbs": `---
format: a5
fields:
  title: { type: text, max: 40 }
  intro: markdown
  duration: number
---
<flow page="feuille"><h1>{{title}}</h1>{{body}}</flow>
`,
  "templates/feuille.hbs": `<front><slot/>{{page.number}}</front>
`,
  "templates/conseil.hbs": `---
fields:
  title: { type: text, max: 20 }
  icon: icon
  size: { type: choice, of: [small, large] }
  more: link
  picture: image
---
<section>{{body}}</section>
`,
};

export const loadBooklet = (changes: Files): Loaded => load({ ...BOOKLET, ...changes });

/** Lines above the text of `loadText`. */
const FRONT = "---\ntemplate: chapitre\ntitle: Séance\n---\n";

/** Loads the booklet with a second chapter, \`seance\`, whose text begins on line 1 of what is given. */
export function loadText(text: string): Loaded {
  const loaded = loadBooklet({ "cards/livret/02-seance.md": FRONT + text });
  const lines = FRONT.split("\n").length - 1;
  const problems = loaded.problems.map((problem) => ({ ...problem, line: (problem.line ?? 0) - lines }));
  return { ...loaded, problems };
}

export const chaptersOf = ({ kit }: Loaded): readonly Piece[] =>
  kit?.components.find(({ kind }) => kind === "booklet")?.pieces ?? [];

export const bodyOf = (loaded: Loaded): readonly Block[] => chaptersOf(loaded)[1]?.body ?? [];

/** `unknown-key 4:5`, one word and place a problem. */
export const codes = ({ problems }: Loaded): readonly string[] =>
  problems.map(({ code, line, col }) => `${code} ${line}:${col}`);

/** Blocks in few signs: `h2#a(Un)`, `ul[p(a)|p(b)]`, `conseil{title}[p(x)]`. */
export function shown(blocks: readonly Block[]): string {
  return blocks.map(shownOne).join(" ");
}

function shownOne(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `h${block.level}${block.anchor === undefined ? "" : `#${block.anchor}`}(${block.text.value})`;
    case "paragraph":
      return `p(${block.text.value})`;
    case "quote":
      return `quote[${shown(block.blocks)}]`;
    case "list": {
      const items = block.items.map(shown).join("|");
      return `${block.ordered ? `ol${block.start}` : "ul"}[${items}]`;
    }
    case "table":
      return `table[${[block.head, ...block.rows].map((row) => row.map(({ value }) => value).join(",")).join("|")}]`;
    case "box":
      return `${block.template}{${Object.keys(block.values).join(",")}}[${shown(block.blocks)}]`;
  }
}
