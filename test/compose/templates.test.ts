import { describe, expect, it } from "vitest";
import { text } from "../localise/support.js";
import { compose, front, group, inside, list, shown, type Trial } from "./support.js";

const TITLE: Trial = { values: { titre: text("l'eau <b>") } };

describe("a template prints", () => {
  it.each<[rule: string, template: string, trial: Trial, printed: string]>([
    ["a text, escaped", "{{titre}}", TITLE, "l’eau <b>"],
    ["a text inside an attribute as plain words", '<i id="{{titre}}"></i>', TITLE, '<i id="l’eau <b>"></i>'],
    [
      "quotes in an attribute",
      "<i id='{{t}}'></i>",
      { values: { t: text("' a=\"x\" '") } },
      "<i id=\"' a=« x » '\"></i>".replace("« x »", "«\u00A0x\u00A0»").replace("a=", "a="),
    ],
    [
      "Markdown in an attribute without its elements",
      '<img alt="{{t}}"/>',
      { values: { t: text("**a** [b](https://c.fr)", "markdown") } },
      '<img alt="a b"></img>',
    ],
    ["nothing for a field left out", "<p>{{sous}}</p>", { absent: ["sous"] }, "<p></p>"],
    ["the other branch for an empty text", "{{#if t}}1{{else}}2{{/if}}", { values: { t: text("  ") } }, "2"],
    [
      "a loop with its numbers",
      "{{#each l}}{{@index}}{{this}}{{/each}}",
      { values: { l: list(text("a"), text("b")) } },
      "0a1b",
    ],
    [
      "a loop over part of a list",
      "{{#each (slice l 1)}}{{t}}{{/each}}",
      { values: { l: list(group({ t: text("a") }), group({ t: text("b") })) } },
      "b",
    ],
    ["a loop over a range", "{{#each (range 3)}}{{this}}{{/each}}", {}, "123"],
    ["nothing for a range below one", "{{#each (range -3)}}{{this}}{{/each}}", {}, ""],
    ["a group", "{{#with g}}{{t}}{{/with}}", { values: { g: group({ t: text("a") }) } }, "a"],
    ["a link", "{{links.cnil.display}}", {}, "www.cnil.fr"],
    [
      "a word by a choice",
      "{{lookup ui.r choix}}",
      { values: { choix: text("oui") }, ui: { "r.oui": "Partager" } },
      "Partager",
    ],
    ["words named as objects' own", "{{lookup ui 'b'}}", { ui: { "constructor.a": "x", b: "y" } }, "y"],
    ["a comparison", "{{#if (eq t 'a')}}1{{/if}}", { values: { t: text("a") } }, "1"],
    ["sums", "{{add 1 2}}", {}, "3"],
    ["a date in the kit's language", "{{longdate kit.date}}", {}, "24 novembre 2026"],
    ["a number in the kit's language", "{{decimal 8.25}}", {}, "8,25"],
    ["a day in figures", '{{shortdate "2026-11-24"}}', {}, "24/11/2026"],
    ["words in the language's quotes", "{{quoted t}}", { values: { t: text("a < b") } }, "«\u00A0a < b\u00A0»"],
    ["a share", "{{percent 1 l 'n'}}", { values: { l: list(group({ n: text("4") })) } }, "25"],
    ["no share of nothing", "{{percent 1 l 'n'}}", { values: { l: list() } }, "0"],
    [
      "a shared part with what it is given",
      "{{> bas mot=titre}}",
      { ...TITLE, parts: { bas: "<i>{{mot}}</i>" } },
      "<i>l’eau <b></i>",
    ],
    ["entities of XML", "&amp; &lt; &#233;", {}, "& < é"],
  ])("%s", (_rule, template, trial, printed) => {
    const composed = front(template, trial);
    expect(composed.problems).toEqual([]);
    expect(inside(composed)).toBe(printed);
  });

  it("front and back", () => {
    const { piece } = compose("<front><p></p></front>\n<back><b></b></back>\n");
    expect([piece!.front.name, piece!.back!.name]).toEqual(["front", "back"]);
  });
});

describe("a template is refused at its exact place", () => {
  it.each<[rule: string, template: string, code: string, place: string, says: string, trial?: Trial]>([
    ["for words", "<front>\n  <p>Bonjour à tous</p></front>", "template-words", "2:6", "« Bonjour à tous »"],
    ["for words beside a value", "<front>{{titre}} cartes</front>", "template-words", "1:18", "« cartes »", TITLE],
    [
      "for words between two tags of a value",
      '<front><p class="{{titre}}">ici</p></front>',
      "template-words",
      "1:29",
      "« ici »",
      TITLE,
    ],
    [
      "for words in an alternative text",
      '<front><img alt="Un robot"/></front>',
      "template-words",
      "1:18",
      "« Un robot »",
    ],
    [
      "for words beside a value in an alternative text",
      '<front><img alt="{{titre}} vu de face"/></front>',
      "template-words",
      "1:28",
      "« vu de face »",
      TITLE,
    ],
    [
      "for words in a shared part",
      "<front>{{> bas}}</front>",
      "template-words",
      "bas:1:1",
      "« mot »",
      { parts: { bas: "mot" } },
    ],
    ["for an unknown name", "<front>\n{{titer}}</front>", "template-unknown-name", "2:3", "« titre »", TITLE],
    [
      "for an unknown name in a condition",
      "<front>{{#if titer}}{{/if}}</front>",
      "template-unknown-name",
      "1:14",
      "« titre »",
      TITLE,
    ],
    [
      "for an unknown name given to a shared part",
      "<front>{{> bas mot=titer}}</front>",
      "template-unknown-name",
      "1:20",
      "« titre »",
      { ...TITLE, parts: { bas: "{{mot}}" } },
    ],
    [
      "for an unknown name in an attribute",
      '<front id="{{titer}}"></front>',
      "template-unknown-name",
      "1:14",
      "« titre »",
      TITLE,
    ],
    [
      "for an unknown name of a list's items",
      "<front>{{#each l}}{{#if titer}}{{/if}}{{/each}}</front>",
      "template-unknown-name",
      "1:25",
      "« titre »",
      { values: { l: list(group({ t: text("a"), titre: text("b") })) } },
    ],
    [
      "for an unknown word",
      "<front>{{ui.carte.duré}}</front>",
      "template-unknown-name",
      "1:10",
      "« ui.carte.duree »",
      { ui: { "carte.duree": "x" } },
    ],
    [
      "for an unknown word in a shared part",
      "<front>{{> bas}}</front>",
      "template-unknown-name",
      "bas:2:3",
      "« ui.duree »",
      { parts: { bas: "\n{{ui.dure}}" }, ui: { duree: "x" } },
    ],
    [
      "for a name that a shared part was not given",
      "<front>\n{{> bas}}</front>",
      "template-unknown-name",
      "bas:3:3",
      "« mot »",
      { parts: { bas: "\n\n{{mot}}" } },
    ],
    [
      "for an unknown helper",
      "<front>{{#if (equal 1 2)}}{{/if}}</front>",
      "template-unknown-helper",
      "1:15",
      "« equal »",
    ],
    [
      "for an unknown block",
      "<front>{{#eache l}}{{/eache}}</front>",
      "template-unknown-helper",
      "1:11",
      "« each »",
      { values: { l: list() } },
    ],
    [
      "for a helper named as objects' own",
      "<front>{{toString 1}}</front>",
      "template-unknown-helper",
      "1:10",
      "« toString »",
    ],
    ["for writing to the console", "<front>{{log 1}}</front>", "template-unknown-helper", "1:10", "« log »"],
    ["for three braces", "<front>{{{titre}}}</front>", "template-raw", "1:8", "trois accolades", TITLE],
    [
      "for an ampersand that does the same",
      "<front>{{&titre}}</front>",
      "template-raw",
      "1:8",
      "trois accolades",
      TITLE,
    ],
    ["for an inline part", '<front>{{#*inline "a"}}{{/inline}}</front>', "template-unsupported", "1:8", ""],
    ["for a part with a block", "<front>{{#> bas}}{{/bas}}</front>", "template-unsupported", "1:8", ""],
    ["for a part whose name is computed", "<front>{{> (lookup . 'a')}}</front>", "template-unsupported", "1:8", ""],
    ["for a missing shared part", "<front>{{> bsa}}</front>", "template-unknown-partial", "1:8", "« bsa »"],
    ["for a block that is not closed", "<front>\n{{#if titre}}</front>", "template-syntax", "2", "", TITLE],
    ["for an element that does not exist", "<front><tabel></tabel></front>", "unknown-element", "1:8", "« <tabel> »"],
    ["for an element in capitals", "<front><P></P></front>", "unknown-element", "1:8", "« <P> »"],
    ["for an element that is not closed", "<front><p><b></p></front>", "unclosed-element", "1:11", "« <b> »"],
    ["for a front that is not closed", "<front><br/>", "unclosed-element", "1:1", "« <front> »"],
    ["for a closing tag too many", "<front></div></front>", "stray-closing", "1:1", ""],
    ["for an element outside", "<front></front>\n<p></p>", "bad-root", "2:1", "« <p> »"],
    ["for a second front", "<front></front><front></front>", "bad-root", "1:16", "« <front> »"],
    ["without a front", "<back></back>", "no-front", "1:1", ""],
    [
      "for an address that runs",
      '<front><a href="javascript:x"></a></front>',
      "unsafe-address",
      "1:8",
      "« javascript:x »",
    ],
  ])("%s", (_rule, template, code, place, says, trial) => {
    const { problems } = compose(template, trial);
    const file = place.includes("bas") ? place.replace("bas", "templates/bas.hbs") : `templates/carte.hbs:${place}`;
    expect(problems[0]).toMatchObject({ code });
    expect(problems[0]!.place.startsWith(file), `${problems[0]!.place} is ${file}`).toBe(true);
    expect(`${problems[0]!.message} ${problems[0]!.hint}`).toContain(says);
  });

  it("all its words are said, not only the first", () => {
    const { problems } = front(
      "<p>Un mot</p><p>{{titre}}</p><p>Deux mots</p>".replace("<p>{{titre}}</p>", "{{kit.id}}"),
    );
    expect(problems.map(({ code }) => code)).toEqual(["template-words", "template-words"]);
  });
});

describe("no template can run code", () => {
  it.each([
    "{{constructor.constructor}}",
    "{{__proto__}}",
    "{{titre.constructor}}",
    "{{titre.toHTML}}",
    "{{#with constructor}}{{name}}{{/with}}",
    "{{#each __proto__}}{{this}}{{/each}}",
    "{{#with titre}}{{constructor.constructor}}{{/with}}",
    '{{lookup (lookup this "constructor") "constructor"}}',
    "{{@root.constructor}}",
    "{{../constructor}}",
    "{{add constructor 1}}",
  ])("%s prints nothing of JavaScript", (template) => {
    const composed = front(template, TITLE);
    const printed = composed.piece ? inside(composed) : "";
    expect(printed).toBe("");
  });
});

describe("a template that would never end is refused", () => {
  it.each<[rule: string, template: string, code: string, place: string, trial?: Trial]>([
    ["a huge range", "<front>\n  {{#each (range 100000000)}}a{{/each}}</front>", "template-too-large", "2:11"],
    [
      "ranges inside ranges",
      "<front>{{#each (range 900)}}{{#each (range 900)}}{{/each}}{{/each}}</front>",
      "template-too-large",
      "1:29",
    ],
    [
      "a part that includes itself",
      "<front>{{> bas}}</front>",
      "template-endless",
      "bas:2:1",
      { parts: { bas: "\n{{> bas}}" } },
    ],
    [
      "parts that include each other",
      "<front>{{> bas}}</front>",
      "template-endless",
      "haut:1:1",
      { parts: { bas: "{{> haut}}", haut: "{{> bas}}" } },
    ],
    [
      "parts that double each other",
      "<front>{{> p0}}</front>",
      "template-too-large",
      "",
      {
        parts: Object.fromEntries(
          Array.from({ length: 31 }, (_, n) => [`p${n}`, n === 30 ? "" : `{{> p${n + 1}}}{{> p${n + 1}}}`]),
        ),
      },
    ],
  ])("%s", (_rule, template, code, place, trial) => {
    const { piece, problems } = compose(template, trial);
    expect(piece).toBeUndefined();
    expect(problems).toMatchObject([{ code }]);
    expect(problems[0]!.place).toContain(place.replace(/^(bas|haut)/, "templates/$1.hbs"));
  });

  it("a part used many times is no circle", () => {
    const composed = front("{{> bas}}{{> bas}}{{> haut}}", { parts: { bas: "<i></i>", haut: "{{> bas}}" } });
    expect(inside(composed)).toBe("<i></i><i></i><i></i>");
  });

  it("each face has its own count", () => {
    const composed = front("{{#each (range 900)}}{{#each (range 10)}}{{/each}}{{/each}}");
    expect(composed.problems).toEqual([]);
  });
});

describe("a field may not take a name that templates use themselves", () => {
  it.each([
    ["a helper's", "count"],
    ["a loop's", "each"],
    ["the kit's", "kit"],
    ["the words'", "ui"],
  ])("%s: « %s »", (_whose, name) => {
    const { problems } = compose("<front><p>{{titre}}</p></front>", {
      values: { titre: text("a"), [name]: text("b") },
    });
    expect(problems.map(({ code }) => code)).toContain("template-reserved-name");
  });

  it("but « date » is free", () => {
    const { problems } = compose("<front><p>{{date}}</p></front>", { values: { date: text("Jeudi") } });
    expect(problems).toEqual([]);
  });
});

describe("the roots of a piece's faces say the language and the direction of its words", () => {
  const BOTH = "<front><p></p></front><back></back>";
  it.each<[locale: string, template: string, fronts: string, backs: string]>([
    ["fr", BOTH, 'lang="fr" dir="ltr"', 'lang="fr" dir="ltr"'],
    ["ar", BOTH, 'lang="ar" dir="rtl"', 'lang="ar" dir="rtl"'],
    ["he-IL", BOTH, 'lang="he-IL" dir="rtl"', 'lang="he-IL" dir="rtl"'],
    ["ar", '<front dir="ltr"><p></p></front><back></back>', 'lang="ar" dir="ltr"', 'lang="ar" dir="rtl"'],
    ["ar", '<front lang="fr"></front><back></back>', 'lang="fr" dir="rtl"', 'lang="ar" dir="rtl"'],
  ])("%s: %s", (locale, template, fronts, backs) => {
    const { piece, problems } = compose(template, { locale });
    expect(problems).toEqual([]);
    expect(shown(piece!.front)).toContain(`<front ${fronts}>`);
    expect(shown(piece!.back)).toContain(`<back ${backs}>`);
  });
});
