import { describe, expect, it } from "vitest";
import type { FieldValue, TextValue } from "../../src/content/kit.js";
import type { Source } from "../../src/diagnostics/diagnostic.js";
import { text } from "../localise/support.js";
import { compose, elements, group, list, texts } from "./support.js";

const YAML: Source = { name: "cards/jeu.yaml", text: 'titre: Bonjour\nliste:\n  - un\n  - "**deux** mots"\n' };
const written = (words: string, field: string, kind: TextValue["kind"] = "text"): FieldValue & TextValue => {
  const start = YAML.text.indexOf(words);
  return { kind, value: words, field, at: { source: YAML, start, end: start + words.length } };
};

describe("each element knows its tag in the template", () => {
  it.each([
    ["on one line", "<front><p><b></b></p></front>"],
    ["on several lines", "<front>\n  <p>\n    <b></b>\n  </p>\n</front>\n"],
    ["with Windows line ends", "<front>\r\n  <p>\r\n    <b></b>\r\n  </p>\r\n</front>\r\n"],
    [
      "after a block that stands alone on its lines",
      "<front>\n  {{#if titre}}\n  <p>\n  {{/if}}{{#if titre}}\n    <b></b></p>\n  {{/if}}\n</front>",
    ],
    ["after a comment", "<front>\n{{! un mot }}\n{{!-- un autre --}}\n<!-- l'autre -->\n<p><b></b></p></front>"],
    ["after a style", "<style>\np { color: red }\n</style>\n<front><p><b></b></p></front>"],
    [
      "with values in attributes",
      '<front class="{{titre}} x"><p id="{{titre}}"><b class="a{{titre}}"></b></p></front>',
    ],
    ["below a front matter", "<front>\n<p><b></b></p></front>", "---\nformat: carte\n---\n"],
  ])("%s", (_rule, body, head = "") => {
    const { piece, problems, source } = compose(body, { values: { titre: written("Bonjour", "titre") }, head });
    expect(problems).toEqual([]);
    for (const { name, at } of elements(piece!.front)) {
      expect(at!.source).toBe(source);
      expect(source.text.slice(at!.start, at!.end)).toBe(`<${name}`);
    }
    expect(elements(piece!.front).map(({ name }) => name)).toEqual(["front", "p", "b"]);
  });

  it("in each turn of a loop", () => {
    const values = { liste: list(text("a"), text("b")) };
    const { piece, source } = compose("<front>\n{{#each liste}}\n<p>{{this}}</p>\n{{/each}}\n</front>", { values });
    const places = elements(piece!.front)
      .slice(1)
      .map(({ at }) => at!.start);
    expect(places).toEqual([source.text.indexOf("<p"), source.text.indexOf("<p")]);
  });

  it("in a shared part, in that part", () => {
    const { piece } = compose("<front>\n{{> bas}}\n</front>", { parts: { bas: "\n<p></p>" } });
    const p = elements(piece!.front)[1]!;
    expect(p.at).toMatchObject({ source: { name: "templates/bas.hbs" }, start: 1, end: 3 });
  });

  it("elements of Markdown have the tag around them", () => {
    const { piece, source } = compose("<front><p>{{titre}}</p></front>", {
      values: { titre: text("**a**", "markdown") },
    });
    expect(elements(piece!.front)[2]).toMatchObject({ name: "strong", at: { start: source.text.indexOf("<p") } });
  });

  it("a template's styles begin where they stand in the file", () => {
    const head = "---\nformat: carte\n---\n";
    const { styles, source } = compose("<style>p { color: red }</style>\n<front></front>", { head });
    expect(styles.map(({ start, text: css }) => source.text.slice(start, start + css.length))).toEqual([
      "p { color: red }",
    ]);
  });
});

describe("each text knows where it was written", () => {
  const values = {
    titre: written("Bonjour", "titre"),
    liste: list(written("un", "liste[0]"), written("**deux** mots", "liste[1]", "markdown")),
    cadre: group({ titre: written("Bonjour", "cadre.titre") }),
  };
  it("in fields, list items, groups and words of the templates", () => {
    const body =
      "<front>{{titre}}<p>{{#each liste}}<i>{{this}}</i>{{/each}}</p>{{cadre.titre}}{{ui.mot}} · {{kit.version}}</front>";
    const { piece, problems } = compose(body, { values, ui: { mot: "Oui" } });
    expect(problems).toEqual([]);
    const origins = texts(piece!.front).map((node) => [
      node.text,
      node.field,
      node.content?.source.text.slice(node.content.start, node.content.end),
    ]);
    expect(origins).toEqual([
      ["Bonjour", "titre", "Bonjour"],
      ["un", "liste[0]", "un"],
      ["deux", "liste[1]", "**deux** mots"],
      [" mots", "liste[1]", "**deux** mots"],
      ["Bonjour", "cadre.titre", "Bonjour"],
      ["Oui", "mot", "Oui"],
      [" · 1.0", undefined, undefined],
    ]);
  });

  it.each<[what: string, state: TextValue["state"], isProof: boolean, says: object]>([
    ["one without a translation, on a proof", "missing", true, { state: "missing", lang: "fr" }],
    ["one without a translation, printed for good", "missing", false, { state: undefined, lang: "fr" }],
    ["one to be reviewed, on a proof", "stale", true, { state: "stale", lang: undefined }],
    ["one to be reviewed, printed for good", "stale", false, { state: undefined, lang: undefined }],
    ["a translated one", undefined, true, { state: undefined, lang: undefined }],
  ])("and in a translation how it stands: %s", (_, state, isProof, says) => {
    const values = { titre: { ...written("**deux** mots", "titre", "markdown"), state } };
    const proof = isProof && { proof: { missing: 1, stale: 1 } };
    const { piece } = compose("<front>{{titre}}</front>", { values, locale: "de", ...proof });
    const words = texts(piece!.front);
    expect(words.map(({ state, language }) => ({ state, lang: language?.lang }))).toEqual([says, says]);
    expect(words[0]!.language).toBe(words[1]!.language);
  });

  it("signs that serve as marks do not come from texts", () => {
    const { piece } = compose("<front>{{titre}}</front>", { values: { titre: text("a\uE0005\uE001b\uE002c") } });
    expect(texts(piece!.front)).toMatchObject([{ text: "a5bc", field: "texte" }]);
  });
});
