import { expect, it } from "vitest";
import { usesOf } from "../../src/links/index.js";
import { type Files, load, RIGHT } from "../content/memory-kit.js";

const LINKS = ["cnil", "deux", "trois"].map(
  (id) => `${id}: { url: "https://${id}.org", title: T, checked: 2026-11-20 }\n`,
);
const kitWith = (files: Files) => load({ "cards/links.yaml": LINKS.join(""), ...files }).kit!;
const card = (markup: string): Files => ({ "templates/fiche.hbs": `${RIGHT["templates/fiche.hbs"]}${markup}` });

const BOOK: Files = {
  "kit.yaml": `${RIGHT["kit.yaml"]}  guide: { title: Le guide, kind: booklet, cards: cards/guide }\n`,
  "templates/chapitre.hbs":
    "---\nformat: carte\nfields:\n  title: { type: text, required: true }\n---\n<p>{{title}}</p>{{body}}\n",
  "templates/livret-page.hbs": '---\nformat: carte\n---\n<qr link="trois"/>{{{body}}}\n',
  "templates/adresse.hbs": '---\nfields:\n  to: link\n---\n<qr link="{{to.id}}"/>\n',
};

it.each<readonly [string, Files, Readonly<Record<string, readonly string[]>>]>([
  ["nowhere", {}, {}],
  [
    "by a piece",
    {
      "cards/jeu.yaml":
        "template: fiche\npieces:\n  - { id: un, title: A, more: deux }\n  - { id: deux, title: B, more: deux }\n",
    },
    { deux: ["jeu/un", "jeu/deux"] },
  ],
  ["by a template, as an address", card("{{links.trois.display}}"), { trois: ["jeu/un"] }],
  ["by a template, as a code", card('<qr class="x" link="trois"/>'), { trois: ["jeu/un"] }],
  [
    "by a template, all",
    card("{{#each links}}{{display}}{{/each}}"),
    { cnil: ["jeu/un"], deux: ["jeu/un"], trois: ["jeu/un"] },
  ],
  [
    "by a shared part",
    { ...card("{{> pied}}"), "templates/pied.hbs": "{{links.deux.display}}{{> pied}}" },
    { deux: ["jeu/un"] },
  ],
  [
    "as words on a card, where braces are braces",
    { "cards/jeu.yaml": 'template: fiche\npieces:\n  - { id: un, title: "{address deux}" }\n' },
    {},
  ],
  [
    "by the text and a box of a chapter",
    {
      ...BOOK,
      "cards/guide/01-debut.md":
        "---\ntemplate: chapitre\ntitle: Début\n---\n\nVoir {address deux}.\n\n::adresse {to: cnil}\n",
    },
    { deux: ["guide/debut"], cnil: ["guide/debut"] },
  ],
])("printed %s", (_name, files, expected) => {
  const uses = usesOf(kitWith(files), (name) => files[`templates/${name}.hbs`] as string | undefined);
  const { trois, ...others } = Object.fromEntries(uses);
  // The page around running text has a code of its own.
  expect("cards/guide/01-debut.md" in files ? others : { ...others, ...(trois && { trois }) }).toEqual(expected);
});
