import { describe, expect, test } from "vitest";
import { type MergeOptions, merge, type Outcome, type PoEntry, type Unit } from "../../src/catalog/index.js";
import { content, entryOf, fileOf, unitOf } from "./support.js";

interface Row {
  readonly rule: string;
  readonly units: readonly Unit[];
  readonly old: readonly PoEntry[];
  readonly minor?: MergeOptions["minor"];
  /** Id, French, translation and what is special about it. */
  readonly expected: readonly PoEntry[];
  readonly outcomes: Partial<Record<Outcome | "removed", readonly string[]>>;
}

const was = (source: string, id?: string) => ({ stale: true, previous: { id, source } });

const A = unitOf("a", "Un SMS");

const ROWS: readonly Row[] = [
  {
    rule: "the same French: kept",
    units: [A],
    old: [entryOf("a", "Un SMS", "A text")],
    expected: [entryOf("a", "Un SMS", "A text")],
    outcomes: { kept: ["a"] },
  },
  {
    rule: "the same French, not translated yet: kept",
    units: [A, unitOf("b", "Un SMS")],
    old: [entryOf("a", "Un SMS", "", { remarks: ["?"] }), entryOf("b", "Un SMS", "A text")],
    expected: [entryOf("a", "Un SMS", "", { remarks: ["?"] }), entryOf("b", "Un SMS", "A text")],
    outcomes: { kept: ["a", "b"] },
  },
  {
    rule: "the same French, stale: stays stale with its oldest French",
    units: [A],
    old: [entryOf("a", "Un SMS", "A mail", was("Un courriel"))],
    expected: [entryOf("a", "Un SMS", "A mail", was("Un courriel"))],
    outcomes: { kept: ["a"] },
  },
  {
    rule: "the earlier French of what is not stale any more goes",
    units: [A],
    old: [entryOf("a", "Un SMS", "A text", { previous: { source: "Un courriel" } })],
    expected: [entryOf("a", "Un SMS", "A text")],
    outcomes: { kept: ["a"] },
  },
  {
    rule: "only spaces, apostrophes, ellipses or the form of letters differ: kept, not stale",
    units: [unitOf("a", "L’été\u202f: … ?")],
    old: [entryOf("a", "L'e\u0301te\u0301: ...?", "Summer")],
    expected: [entryOf("a", "L’été\u202f: … ?", "Summer")],
    outcomes: { retouched: ["a"] },
  },
  {
    rule: "only spaces differ, and it was stale: stays stale",
    units: [unitOf("a", "Quoi\u202f?")],
    old: [entryOf("a", "Quoi ?", "Who?", was("Qui ?"))],
    expected: [entryOf("a", "Quoi\u202f?", "Who?", was("Qui ?"))],
    outcomes: { retouched: ["a"] },
  },
  {
    rule: "another French: stale, with the earlier one",
    units: [A],
    old: [entryOf("a", "Un courriel", "A mail")],
    expected: [entryOf("a", "Un SMS", "A mail", was("Un courriel"))],
    outcomes: { changed: ["a"] },
  },
  {
    rule: "another French again: stale, with the oldest one",
    units: [A],
    old: [entryOf("a", "Un message", "A mail", was("Un courriel"))],
    expected: [entryOf("a", "Un SMS", "A mail", was("Un courriel"))],
    outcomes: { changed: ["a"] },
  },
  {
    rule: "the French returns: not stale any more",
    units: [A],
    old: [entryOf("a", "Un message", "A text", was("Un  SMS"))],
    expected: [entryOf("a", "Un SMS", "A text")],
    outcomes: { returned: ["a"] },
  },
  {
    rule: "another French of what a person marked: stays stale even if the French returns",
    units: [A],
    old: [entryOf("a", "Un courriel", "A mail", { stale: true })],
    expected: [entryOf("a", "Un SMS", "A mail", was("Un courriel", "a"))],
    outcomes: { changed: ["a"] },
  },
  {
    rule: "the French returns of what a person marked: stays stale",
    units: [A],
    old: [entryOf("a", "Un courriel", "A text", was("Un SMS", "a"))],
    expected: [entryOf("a", "Un SMS", "A text", was("Un SMS", "a"))],
    outcomes: { changed: ["a"] },
  },
  {
    rule: "another French that the author calls minor: kept, not stale",
    units: [A, unitOf("b", "Deux")],
    old: [entryOf("a", "Un sms", "A text"), entryOf("b", "Dux", "Two")],
    minor: new Set(["a"]),
    expected: [entryOf("a", "Un SMS", "A text"), entryOf("b", "Deux", "Two", was("Dux"))],
    outcomes: { minor: ["a"], changed: ["b"] },
  },
  {
    rule: "all changes are minor: what was stale stays so",
    units: [A, unitOf("b", "Deux")],
    old: [entryOf("a", "Un sms", "A text"), entryOf("b", "Dux", "Three", was("Trois"))],
    minor: "all",
    expected: [entryOf("a", "Un SMS", "A text"), entryOf("b", "Deux", "Three", was("Trois"))],
    outcomes: { minor: ["a", "b"] },
  },
  {
    rule: "another French without a translation: no earlier French",
    units: [A],
    old: [entryOf("a", "Un courriel", "", { stale: true, remarks: ["?"], flags: ["no-wrap"] })],
    expected: [entryOf("a", "Un SMS", "", { remarks: ["?"], flags: ["no-wrap"] })],
    outcomes: { kept: ["a"] },
  },
  {
    rule: "a new text in the words of another: its translation, stale, with its id",
    units: [A, unitOf("b", "Un SMS")],
    old: [entryOf("a", "Un SMS", "A text", { remarks: ["r"], flags: ["no-wrap"] })],
    expected: [
      entryOf("a", "Un SMS", "A text", { remarks: ["r"], flags: ["no-wrap"] }),
      entryOf("b", "Un SMS", "A text", was("Un SMS", "a")),
    ],
    outcomes: { kept: ["a"], prefilled: ["b"] },
  },
  {
    rule: "a new text in the words of several: the translation in the same spelling, the first of these",
    units: [A, unitOf("d", "L’eau")],
    old: [
      entryOf("b", "L'eau", "one"),
      entryOf("a", "Un SMS", "A text"),
      entryOf("c", "L’eau", "two", { obsolete: true }),
      entryOf("e", "L’eau", "three", { obsolete: true }),
    ],
    expected: [
      entryOf("a", "Un SMS", "A text"),
      entryOf("d", "L’eau", "two", was("L’eau", "c")),
      entryOf("b", "L'eau", "one", { obsolete: true }),
      entryOf("c", "L’eau", "two", { obsolete: true }),
      entryOf("e", "L’eau", "three", { obsolete: true }),
    ],
    outcomes: { kept: ["a"], prefilled: ["d"], removed: ["b"] },
  },
  {
    rule: "a text under a new name: its translation, stale; the old entry is obsolete",
    units: [unitOf("b", "Un  SMS")],
    old: [entryOf("a", "Un SMS", "A text")],
    expected: [
      entryOf("b", "Un  SMS", "A text", was("Un SMS", "a")),
      entryOf("a", "Un SMS", "A text", { obsolete: true }),
    ],
    outcomes: { prefilled: ["b"], removed: ["a"] },
  },
  {
    rule: "a new text in the words of one whose translation is stale or missing: nothing",
    units: [unitOf("c", "Un SMS"), unitOf("d", "Deux")],
    old: [entryOf("a", "Un SMS", "A mail", was("Un courriel")), entryOf("b", "Deux", "")],
    expected: [
      entryOf("c", "Un SMS", ""),
      entryOf("d", "Deux", ""),
      entryOf("a", "Un SMS", "A mail", { ...was("Un courriel"), obsolete: true }),
    ],
    outcomes: { added: ["c", "d"], removed: ["a"] },
  },
  {
    rule: "a new text that resembles another: nothing",
    units: [unitOf("wifi-prive", "Le wifi privé")],
    old: [entryOf("wifi-public", "Le wifi public", "Public Wi-Fi")],
    expected: [
      entryOf("wifi-prive", "Le wifi privé", ""),
      entryOf("wifi-public", "Le wifi public", "Public Wi-Fi", { obsolete: true }),
    ],
    outcomes: { added: ["wifi-prive"], removed: ["wifi-public"] },
  },
  {
    rule: "an obsolete entry of the same French: revived",
    units: [A],
    old: [entryOf("a", "Un SMS", "A text", { obsolete: true, remarks: ["r"], flags: ["no-wrap"] })],
    expected: [entryOf("a", "Un SMS", "A text", { remarks: ["r"], flags: ["no-wrap"] })],
    outcomes: { revived: ["a"] },
  },
  {
    rule: "an obsolete entry of another French: revived, stale",
    units: [A],
    old: [
      entryOf("a", "Un courriel", "A mail", { obsolete: true }),
      entryOf("a", "Un message", "A message", { obsolete: true }),
    ],
    expected: [
      entryOf("a", "Un SMS", "A mail", was("Un courriel")),
      entryOf("a", "Un message", "A message", { obsolete: true }),
    ],
    outcomes: { revived: ["a"] },
  },
  {
    rule: "of several obsolete entries the one of the same words is revived",
    units: [A],
    old: [
      entryOf("a", "Un courriel", "A mail", { obsolete: true }),
      entryOf("a", "Un  SMS", "A text", { obsolete: true }),
    ],
    expected: [entryOf("a", "Un SMS", "A text"), entryOf("a", "Un courriel", "A mail", { obsolete: true })],
    outcomes: { revived: ["a"] },
  },
  {
    rule: "an obsolete entry of the same French is better than the one in use of another",
    units: [A],
    old: [entryOf("a", "Un courriel", "A mail"), entryOf("a", "Un SMS", "A text", { obsolete: true })],
    expected: [entryOf("a", "Un SMS", "A text"), entryOf("a", "Un courriel", "A mail", { obsolete: true })],
    outcomes: { revived: ["a"], removed: ["a"] },
  },
  {
    rule: "a new text: empty",
    units: [A],
    old: [],
    expected: [entryOf("a", "Un SMS", "")],
    outcomes: { added: ["a"] },
  },
  {
    rule: "a text that is gone: obsolete, without notes and places; gone for good without a translation",
    units: [],
    old: [
      entryOf("a", "Un SMS", "A text", { notes: ["n"], references: ["x:1"], remarks: ["r"], flags: ["no-wrap"] }),
      entryOf("b", "Deux", ""),
      entryOf("c", "Trois", "Three", { obsolete: true }),
    ],
    expected: [
      entryOf("a", "Un SMS", "A text", { obsolete: true, remarks: ["r"], flags: ["no-wrap"] }),
      entryOf("c", "Trois", "Three", { obsolete: true }),
    ],
    outcomes: { removed: ["a"] },
  },
  {
    rule: "an entry that somebody made without an id: serves the text in the same words, and stays",
    units: [A],
    old: [entryOf("", "Un SMS", "A text")],
    expected: [
      entryOf("a", "Un SMS", "A text", was("Un SMS", "")),
      entryOf("", "Un SMS", "A text", { obsolete: true }),
    ],
    outcomes: { prefilled: ["a"], removed: [""] },
  },
];

/** What the unit says anew each time is tested elsewhere. */
const withoutNotes = (entry: PoEntry): object => content({ ...entry, notes: [], references: [] });

test.each(ROWS)("$rule", ({ units, old, minor, expected, outcomes }) => {
  const { file, report } = merge(units, fileOf(old), { project: "kit", minor });
  expect(file.entries.map(withoutNotes)).toEqual(expected.map(withoutNotes));
  const found = Object.entries({ ...report.outcomes, removed: report.removed }).filter(([, ids]) => ids.length > 0);
  expect(Object.fromEntries(found)).toEqual(outcomes);
});

describe("lists", () => {
  const numbered = (texts: string): readonly Unit[] =>
    texts === "" ? [] : texts.split(" ").map((text, index) => unitOf(`jeu/un/steps.${index + 1}`, text));
  /** `A B!` is two steps, the second stale; translations are the French in small letters. */
  const list = (texts: string, rest: Partial<PoEntry> = {}): readonly PoEntry[] =>
    numbered(texts).map(({ id, text }) => entryOf(id, text, text.toLowerCase(), rest));
  const show = ({ id, source, text, stale, obsolete }: PoEntry): string =>
    `${obsolete ? `~${id.split(".").pop()}` : ""}${source}=${text}${stale ? "?" : ""}`;

  test.each([
    ["nothing changes", "A B C", "A B C", "A=a B=b C=c"],
    ["a step comes first", "A B", "N A B", "N= A=a B=b"],
    ["a step comes between", "A B", "A N B", "A=a N= B=b"],
    ["a step goes", "A B C", "B C", "B=b C=c ~1A=a"],
    ["steps change places", "A B C", "C A B", "C=c A=a B=b"],
    ["a step changes", "A B C", "A X C", "A=a X=b? C=c"],
    ["a step changes, another comes before", "A B C", "N A X C", "N= A=a X=b? C=c"],
    ["a step changes, another goes", "A B C", "B X", "B=b X=c? ~1A=a"],
    ["a step goes, another comes elsewhere", "A B C", "B C N", "B=b C=c N= ~1A=a"],
    ["all change", "A B", "X Y", "X=a? Y=b?"],
    ["all change, one more", "A B", "X Y Z", "X=a? Y=b? Z="],
    ["all go", "A B", "", "~1A=a ~2B=b"],
    ["steps of the same words", "A A B", "A B A A", "A=a B=b A=a A=a?"],
    ["a step is retouched and moves", "L'eau B", "B L’eau", "B=b L’eau=l'eau"],
    ["a step changes behind one that moved ahead", "A B C", "C X", "C=c X= ~1A=a ~2B=b"],
  ])("%s", (_, before, after, expected) => {
    const { file } = merge(numbered(after), fileOf(list(before)), { project: "kit" });
    expect(file.entries.map(show).join(" ")).toBe(expected);
  });

  test("steps are in the order of their numbers, however a tool sorts the file", () => {
    const old = list("A B C D E F G H I J K").toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const { file } = merge(numbered("Z B C D E F G H I X Y"), fileOf(old), { project: "kit" });
    expect(file.entries.map(show).join(" ")).toBe("Z=a? B=b C=c D=d E=e F=f G=g H=h I=i X=j? Y=k?");
  });

  test("an obsolete step is revived by its text, wherever it comes back; never by its number", () => {
    const old = fileOf([...list("A"), ...list("X B").map((entry) => ({ ...entry, obsolete: true }))]);
    const { file } = merge(numbered("B A N"), old, { project: "kit" });
    expect(file.entries.map(show).join(" ")).toBe("B=b A=a N= ~1X=x");
  });

  test("each field of the steps, and each list, is a list of its own", () => {
    const names = [
      "a/steps.1.title",
      "a/steps.1.text",
      "a/steps.2.title",
      "a/steps.2.text",
      "livret/x/1",
      "livret/x/2",
    ];
    const old = fileOf(names.map((id) => entryOf(id, `Mot ${id}`, id)));
    const order = [
      "a/steps.2.title",
      "a/steps.2.text",
      "a/steps.1.title",
      "a/steps.1.text",
      "livret/x/2",
      "livret/x/1",
    ];
    const units = names.map((id, index) => unitOf(id, `Mot ${order[index]}`));
    const { file, report } = merge(units, old, { project: "kit" });
    expect(file.entries.map(({ text }) => text)).toEqual(order);
    expect(report.outcomes.kept).toEqual(names);
  });

  test("ten thousand new texts are paired in good time", () => {
    const texts = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
    const { file } = merge(numbered(texts.map((text) => `${text}!`).join(" ")), fileOf(list(texts.join(" "))), {
      project: "kit",
    });
    expect(file.entries.every(({ stale }) => stale)).toBe(true);
  }, 30_000);
});

describe("the rest of an entry", () => {
  test("notes, places and the limit are written anew; other flags stay", () => {
    const old = entryOf("a", "Un SMS", "A text", {
      notes: ["vieux"],
      references: ["vieux:1"],
      flags: ["max-length:30", "no-wrap", "max-length"],
    });
    const unit = unitOf("a", "Un SMS", { max: 40, where: "Ici" });
    const [entry] = merge([unit], fileOf([old]), { project: "kit" }).file.entries;
    expect(entry).toMatchObject({ references: ["cards/jeu.yaml:2"], flags: ["no-wrap", "max-length:40"] });
    expect(entry!.notes).toEqual(["Ici", "MAX_LENGTH: 40 — signes, espaces compris (source : 6)"]);
    const [free] = merge([A], fileOf([old]), { project: "kit" }).file.entries;
    expect(free!.flags).toEqual(["no-wrap"]);
  });

  test("a translation keeps its place in the translator's file, and a missing one has that of the French", () => {
    const at = { source: { name: "en.po", text: "x" }, start: 0, end: 1 };
    const units = [A, unitOf("b", "Un SMS"), unitOf("c", "Deux")];
    const { file } = merge(
      units,
      fileOf([entryOf("a", "Un courriel", "x", { at }), entryOf("z", "Un SMS", "y", { at })]),
      {
        project: "kit",
      },
    );
    expect(file.entries.slice(0, 3).map((entry) => entry.at.source.name)).toEqual(["en.po", "en.po", "cards/jeu.yaml"]);
  });
});

test("the header keeps what translators and their tools wrote", () => {
  const header = new Map([
    ["Project-Id-Version", "kit 0.9"],
    ["PO-Revision-Date", "2026-11-23"],
    ["Last-Translator", "Ada"],
    ["Language", "en"],
    ["Content-Type", "text/plain; charset=ISO-8859-1"],
    ["X-Generator", "Poedit 3.2.2"],
    ["X-Poedit-Basepath", "."],
  ]);
  const { file } = merge([], fileOf([], { header, headerComments: ["Merci"] }), {
    project: "kit 1.0",
    language: "pt-BR",
  });
  expect(Object.fromEntries(file.header)).toEqual({
    "Project-Id-Version": "kit 1.0",
    "PO-Revision-Date": "2026-11-23",
    "Last-Translator": "Ada",
    "Language-Team": "",
    Language: "pt_BR",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "X-Generator": "Poedit 3.2.2",
    "X-Poedit-Basepath": ".",
  });
  expect(file.headerComments).toEqual(["Merci"]);
});
