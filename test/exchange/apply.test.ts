/** What came back and today's kit: each rule, and that nothing else changes. */
import { describe, expect, it } from "vitest";
import { merge, type PoEntry, type PoFile } from "../../src/catalog/index.js";
import { addReviews } from "../../src/translation/index.js";
import { entryOf, unitOf } from "../catalog/support.js";
import { catalogOf, changedIds, csv, entryIn, send, TEXTS, take, UNITS } from "./support.js";

const outcomes = (applied: ReturnType<typeof take>["applied"]) => applied?.rows.map(({ outcome }) => outcome);
const withEntry = (id: string, change: Partial<PoEntry>): PoFile =>
  catalogOf(UNITS, TEXTS, (entry) => (entry.id === id ? { ...entry, ...change } : entry));

describe("a row of a table", () => {
  const SUN = "jeu/un/titre";
  const STALE = withEntry(SUN, { stale: true, previous: { source: "Le soleil levant" } });

  it.each<readonly [string, readonly string[], PoFile, string, Partial<PoEntry>]>([
    [
      "a new translation",
      ["jeu/deux/titre", "La Lune", "The Moon"],
      catalogOf(),
      "updated",
      { text: "The Moon", stale: false },
    ],
    ["another translation", [SUN, "Le Soleil", "Sun"], catalogOf(), "updated", { text: "Sun", stale: false }],
    ["spaces around it", [SUN, "Le Soleil", " Sun \r\n"], catalogOf(), "updated", { text: "Sun" }],
    [
      "French that is only typed otherwise",
      [SUN, "Le  Soleil ", "Sun"],
      catalogOf(),
      "updated",
      { text: "Sun", stale: false },
    ],
    ["the same", [SUN, "Le Soleil", "The Sun", "traduit"], catalogOf(), "unchanged", {}],
    ["the same with spaces around", [SUN, "Le Soleil", "The Sun ", ""], catalogOf(), "unchanged", {}],
    ["the same, of an earlier French", [SUN, "Le soleil levant", "The Sun"], catalogOf(), "unchanged", {}],
    ["nothing still", ["jeu/deux/titre", "La Lune", "", "à traduire"], catalogOf(), "unchanged", {}],
    ["a stale one, as it was", [SUN, "Le Soleil", "The Sun", "à revoir"], STALE, "unchanged", {}],
    [
      "a stale one put right",
      [SUN, "Le Soleil", "Sun", "à revoir"],
      STALE,
      "updated",
      { text: "Sun", stale: false, previous: undefined },
    ],
    [
      "a stale one found right",
      [SUN, "Le Soleil", "The Sun", "traduit"],
      STALE,
      "updated",
      { text: "The Sun", stale: false, previous: undefined },
    ],
    ["a doubt", [SUN, "Le Soleil", "The Sun", "à revoir"], catalogOf(), "updated", { text: "The Sun", stale: true }],
    [
      "a new one in doubt",
      ["jeu/deux/titre", "La Lune", "Moon", "à revoir"],
      catalogOf(),
      "updated",
      { text: "Moon", stale: true },
    ],
    [
      "another French",
      ["jeu/deux/titre", "La Lune rousse", "The Moon"],
      catalogOf(),
      "stale",
      { text: "The Moon", stale: true, previous: { source: "La Lune rousse" } },
    ],
    [
      "no French",
      ["jeu/deux/titre", "", "The Moon"],
      catalogOf(),
      "stale",
      { text: "The Moon", stale: true, previous: undefined },
    ],
    [
      "a remark",
      [SUN, "Le Soleil", "The Sun", "", "Ou Sol ?"],
      catalogOf(),
      "noted",
      { text: "The Sun", remarks: ["Ou Sol ?"] },
    ],
    ["a number said in words", [SUN, "Le Soleil", "Sun"], catalogOf(), "updated", { text: "Sun" }],
  ])("%s", (_, row, catalog, outcome, entry) => {
    const { applied } = take(csv(row), { catalog });
    const before = catalog.entries.find(({ id }) => id === row[0])!;
    expect(outcomes(applied)).toEqual([outcome]);
    expect(entryIn(applied, row[0]!)).toEqual({ ...before, ...entry });
    expect(changedIds(applied, catalog)).toEqual(outcome === "unchanged" ? [] : [row[0]]);
    expect(applied?.isChanged).toBe(outcome !== "unchanged");
  });

  it("of another French does not make a translation of today's vanish", () => {
    const { applied } = take(csv([SUN, "Le soleil levant", "Sunrise"]));
    expect(entryIn(applied, SUN)).toMatchObject({
      text: "Sunrise",
      stale: true,
      previous: { source: "Le soleil levant" },
    });
    expect(entryIn(applied, SUN).remarks.at(-1)).toBe("The Sun");
  });

  it("without a state column tells nothing of states", () => {
    const { applied } = take(`id;Français;en-GB\n${SUN};Le Soleil;The Sun`, { catalog: STALE });
    expect(outcomes(applied)).toEqual(["unchanged"]);
  });

  it("adds remarks, never takes one away", () => {
    const catalog = withEntry(SUN, { remarks: ["un", "deux"] });
    const { applied } = take(csv([SUN, "Le Soleil", "Sun", "", "deux\ntrois"]), { catalog });
    expect(entryIn(applied, SUN).remarks).toEqual(["un", "deux", "trois"]);
  });
});

describe("what is refused or let go is told at its row", () => {
  it.each<readonly [string, readonly (readonly string[])[], readonly object[], readonly string[]]>([
    [
      "lost marks",
      [["jeu/un/texte", "Une **étoile**, la plus proche.", "A star."]],
      [{ code: "other-marks", line: 2 }],
      ["refused"],
    ],
    ["too long", [["jeu/un/titre", "Le Soleil", "The rising Sun"]], [{ code: "too-long", line: 2 }], ["refused"]],
    [
      "a strange reference",
      [["jeu/un/titre", "Le Soleil", "{page a}"]],
      [{ code: "strange-reference", line: 2 }],
      ["refused"],
    ],
    [
      "too long, of another French",
      [["jeu/un/titre", "Un Soleil", "The rising Sun"]],
      [{ code: "too-long", line: 2 }],
      ["refused"],
    ],
    ["emptied", [["jeu/un/titre", "Le Soleil", " "]], [{ code: "emptied-translation", line: 2 }], ["emptied"]],
    [
      "unknown",
      [
        ["jeu/un/titre", "Le Soleil", "The Sun"],
        ["jeu/trois", "Mars", "Mars"],
      ],
      [{ code: "unknown-text", line: 3 }],
      ["unchanged", "unknown"],
    ],
    [
      "no id",
      [
        ["jeu/un/titre", "Le Soleil", "The Sun"],
        ["", "Mars", "Mars"],
      ],
      [{ code: "unknown-text", line: 3 }],
      ["unchanged", "unknown"],
    ],
    ["all unknown", [["jeu/trois", "Mars", "Mars"]], [{ code: "other-kit", line: 1 }], []],
    [
      "twice, differently",
      [
        ["jeu/un/titre", "Le Soleil", "Sun"],
        ["jeu/deux/titre", "La Lune", "Moon"],
        ["jeu/un/titre", "Le Soleil", "Sol"],
      ],
      [
        { code: "repeated-text", line: 2 },
        { code: "repeated-text", line: 4 },
      ],
      ["repeated", "updated", "repeated"],
    ],
    [
      "twice, alike",
      [
        ["jeu/un/titre", "Le Soleil", "Sun"],
        ["jeu/un/titre", "Le Soleil", "Sun"],
      ],
      [{ code: "repeated-text", line: 3 }],
      ["updated", "repeated"],
    ],
  ])("%s", (_, rows, problems, expected) => {
    const { applied, told } = take(csv(...rows));
    expect(told).toMatchObject(problems);
    expect(told).toHaveLength(problems.length);
    expect(outcomes(applied) ?? []).toEqual(expected);
    const updated = applied?.rows.filter(({ outcome }) => outcome === "updated").map(({ id }) => id) ?? [];
    if (applied !== undefined) expect(changedIds(applied, catalogOf())).toEqual(updated);
  });

  it("a refused row does not hold the others back", () => {
    const { applied } = take(
      csv(["jeu/un/texte", "Une **étoile**, la plus proche.", "A star."], ["jeu/deux/titre", "La Lune", "The Moon"]),
    );
    expect(changedIds(applied, catalogOf())).toEqual(["jeu/deux/titre"]);
  });

  it("a lost number is told, and the row taken", () => {
    const units = [unitOf("a", "En 1950")];
    const { applied, told } = take(csv(["a", "En 1950", "In the fifties"]), { units, catalog: catalogOf(units, {}) });
    expect(told).toMatchObject([{ code: "lost-number", line: 2 }]);
    expect(outcomes(applied)).toEqual(["updated"]);
  });

  it("what was wrong before and did not change is left alone", () => {
    const catalog = withEntry("jeu/un/texte", { text: "A star." });
    expect(take(send("csv", UNITS, catalog), { catalog }).told).toEqual([]);
  });
});

describe("in a list, a row follows its French", () => {
  const steps = (...texts: readonly string[]) => texts.map((text, index) => unitOf(`jeu/un/pas.${index}`, text));
  const SENT = steps("Asseyez-vous.", "Lisez.", "Parlez.");
  const sent = catalogOf(SENT, { "jeu/un/pas.0": "Sit.", "jeu/un/pas.1": "Read.", "jeu/un/pas.2": "Talk." });
  const today = (...texts: readonly string[]) => {
    const units = steps(...texts);
    return { units, catalog: merge(units, sent, { project: "essai", language: "en-GB" }).file };
  };
  const edited = csv(["jeu/un/pas.1", "Lisez.", "Read it."]);
  const all = (applied: ReturnType<typeof take>["applied"]) =>
    applied?.file.entries.filter(({ obsolete }) => !obsolete).map(({ text }) => text);

  it.each([
    ["to its new place", ["Entrez.", "Asseyez-vous.", "Lisez.", "Parlez."], ["", "Sit.", "Read it.", "Talk."]],
    [
      "to the text that it became",
      ["Entrez.", "Asseyez-vous.", "Lisez la carte.", "Parlez."],
      ["", "Sit.", "Read it.", "Talk."],
    ],
    ["nowhere, when its text is gone", ["Asseyez-vous.", "Parlez."], ["Sit.", "Talk."]],
  ])("%s", (_, texts, expected) => {
    const kept = today(...texts);
    expect(all(take(csv(["jeu/un/pas.0", "Asseyez-vous.", "Sit."]), kept).applied)).toBeDefined();
    const { applied, told } = take(`${edited}\r\n"jeu/un/pas.0";"Asseyez-vous.";"Sit."`, kept);
    expect(all(applied)).toEqual(expected);
    expect(told.map(({ code }) => code)).toEqual(expected.length === 2 ? ["unknown-text"] : []);
  });
});

describe("a PO file", () => {
  const po = (change: (text: string) => string, catalog = catalogOf()): string =>
    change(Buffer.from(send("po", UNITS, catalog)).toString());
  const entry = '#, max-length:12\nmsgctxt "jeu/un/titre"';

  it.each<readonly [string, (text: string) => string, Partial<PoEntry>]>([
    [
      "stale stays stale, whatever was edited",
      (text) => text.replace(entry, `#, fuzzy, max-length:12\nmsgctxt "jeu/un/titre"`).replace("The Sun", "Sun"),
      { text: "Sun", stale: true },
    ],
    [
      "remarks are kept",
      (text) => text.replace("#. Jeu · jeu/un/titre", "# Sol ?\n#. Jeu · jeu/un/titre"),
      { remarks: ["Sol ?"] },
    ],
    [
      "another French",
      (text) => text.replace('"Le Soleil"\nmsgstr "The Sun"', '"Un Soleil"\nmsgstr "A Sun"'),
      { text: "A Sun", stale: true, previous: { source: "Un Soleil" } },
    ],
  ])("%s", (_, change, expected) => {
    const { applied, told } = take(po(change));
    expect(told).toEqual([]);
    expect(changedIds(applied, catalogOf())).toEqual(["jeu/un/titre"]);
    expect(entryIn(applied, "jeu/un/titre")).toMatchObject(expected);
  });

  it("found right in Poedit is not stale any more", () => {
    const catalog = withEntry("jeu/un/titre", { stale: true, previous: { source: "Un Soleil" } });
    const { applied } = take(
      po((text) => text.replace("#, fuzzy, ", "#, "), catalog),
      { catalog },
    );
    expect(entryIn(applied, "jeu/un/titre")).toMatchObject({ text: "The Sun", stale: false, previous: undefined });
  });

  it("of an earlier French keeps what it was made from, the oldest that is known", () => {
    const sent = catalogOf([unitOf("a", "Deux")], { a: "Two" }, (one) => ({
      ...one,
      stale: true,
      previous: { source: "Un" },
    }));
    const text = Buffer.from(send("po", [unitOf("a", "Deux")], sent))
      .toString()
      .replace('"Two"', '"Both"');
    const units = [unitOf("a", "Trois")];
    const { applied } = take(text, { units, catalog: sent });
    expect(entryIn(applied, "a")).toMatchObject({
      source: "Trois",
      text: "Both",
      stale: true,
      previous: { source: "Un" },
    });
  });

  it("says who translated, once something changed", () => {
    const signed = (text: string) => text.replace("Last-Translator: ", "Last-Translator: Ana <ana@exemple.fr>");
    expect(take(po(signed)).applied?.file.header.get("Last-Translator")).toBe("");
    const { applied } = take(po((text) => signed(text).replace("The Sun", "Sun")));
    expect(applied?.file.header.get("Last-Translator")).toBe("Ana <ana@exemple.fr>");
  });
});

describe("reviews", () => {
  const xliff = (change: (text: string) => string): string =>
    change(Buffer.from(send("xliff", UNITS, catalogOf())).toString());
  const approve = (text: string): string =>
    text.replace('size-unit="char" approved="no"', 'size-unit="char" approved="yes"');

  it("approved in XLIFF is reviewed, as it is or as it was corrected", () => {
    expect(take(xliff(approve)).applied).toMatchObject({ isChanged: false, approved: ["jeu/un/titre"] });
    expect(take(xliff((text) => approve(text).replace("The Sun", "Sun"))).applied).toMatchObject({
      isChanged: true,
      approved: ["jeu/un/titre"],
    });
  });

  it("approved before is nothing new", () => {
    const reviews = addReviews(catalogOf(), {}, new Set(["jeu/un/titre"]));
    expect(take(xliff(approve), { reviews }).applied).toMatchObject({ approved: [], reviews });
  });

  it.each([
    ["of another French", (text: string) => approve(text).replace("Le Soleil", "Un Soleil")],
    ["refused", (text: string) => approve(text).replace("The Sun", "The rising Sun")],
    [
      "to be reviewed",
      (text: string) => approve(text).replace('state="translated">The Sun', 'state="needs-review-translation">The Sun'),
    ],
    ["empty", (text: string) => approve(text).replace("The Sun", "")],
  ])("approved but %s is not reviewed", (_, change) => {
    expect(take(xliff(change)).applied?.approved).toEqual([]);
  });

  it("« relu » in a table counts for a translation that was not touched", () => {
    expect(take(csv(["jeu/un/titre", "Le Soleil", "The Sun", "relu"])).applied?.approved).toEqual(["jeu/un/titre"]);
    expect(take(csv(["jeu/un/titre", "Le Soleil", "Sun", "relu"])).applied?.approved).toEqual([]);
  });
});

it("what the kit has no more stays as it is, and so does a catalog that is behind the kit when nothing came back", () => {
  const obsolete = entryOf("jeu/vieux", "Vieux", "Old", { obsolete: true });
  const catalog = { ...catalogOf(), entries: [...catalogOf().entries, obsolete] };
  const { applied } = take(csv(["jeu/deux/titre", "La Lune", "The Moon"]), { catalog });
  expect(applied?.file.entries.at(-1)).toEqual(obsolete);
  const behind = take(csv(["jeu/un/titre", "Le Soleil", "The Sun"]), {
    units: [...UNITS, unitOf("jeu/trois", "Mars")],
  });
  expect(behind.applied?.isChanged).toBe(false);
});
