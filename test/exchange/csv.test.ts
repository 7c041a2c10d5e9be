/** CSV files as Excel, LibreOffice and people write them. */
import { describe, expect, it } from "vitest";
import { readCsv, writeCsv } from "../../src/exchange/csv.js";
import { catalogOf, csv, receive, send, TEXTS, UNITS } from "./support.js";

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

describe("a CSV that is written", () => {
  const text = textOf(send("csv", UNITS, catalogOf()));

  it("is UTF-8 with its mark, semicolons, quotes and CRLF", () => {
    expect(
      text.startsWith('\ufeff"Identifiant";"Où\u00a0?";"Français";"English (en-GB)";"Max.";"État";"Remarque"\r\n'),
    ).toBe(true);
    expect(text).toContain('"jeu/un/titre";"Jeu · jeu/un/titre";"Le Soleil";"The Sun";"12";"traduit";""\r\n');
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it("tells beside the place what has to stay and what the author says", () => {
    expect(text).toContain('"Jeu · jeu/un/texte\nÀ garder : **…** (gras)\nDit simplement"');
  });

  it("has no cell that a spreadsheet would compute", () => {
    expect(text).toContain(`"'- one\n- two"`);
    expect(text).not.toMatch(/(^|;)"[=+@-]/m);
  });
});

it.each([
  "- un",
  "=1+1",
  "+33 1",
  "@nom",
  "'- un",
  "'",
  "''=a",
  "\tun",
  "l'eau",
  'dit "oui"',
  "a;b,c\td",
  "deux\nlignes",
  "",
])("%j is read as it was written", (text) => {
  expect(
    readCsv(
      textOf(
        writeCsv([
          ["avant", text],
          [text, "après"],
        ]),
      ).slice(1),
      ";",
    ),
  ).toEqual([
    ["avant", text],
    [text, "après"],
  ]);
});

describe("reading", () => {
  const rows = Object.entries(TEXTS).map(
    ([id, text]) => [id, UNITS.find((unit) => unit.id === id)!.text, text] as const,
  );
  const bare = (separator: string): string =>
    [["Identifiant", "Français", "English (en-GB)"], ...rows]
      .map((row) => row.map((cell) => (/[;,\t\n"]/.test(cell) ? `"${cell}"` : cell)).join(separator))
      .join("\n");
  const read = (bytes: Uint8Array | string) =>
    receive(bytes).received?.rows.map(({ id, french, translation }) => [id, french, translation]);

  it.each<readonly [string, Uint8Array | string]>([
    ["semicolons", bare(";")],
    ["commas", bare(",")],
    ["tabs", bare("\t")],
    ["a byte order mark", `\ufeff${bare(";")}`],
    ["Windows line ends", bare(",").replaceAll("\n", "\r\n")],
    ["Windows-1252", Buffer.from(bare(";"), "latin1")],
    ["UTF-16, as Excel’s « Texte Unicode »", Buffer.from(`\ufeff${bare("\t")}`, "utf16le")],
    ["Excel’s line that names the separator", `sep=;\n${bare(";")}`],
    ["empty lines at the end", `${bare(";")}\n\n;;\n`],
    ["a title above", `Traduction du kit;;\n;;\n${bare(";")}`],
  ])("%s", (_, bytes) => {
    expect(read(bytes)).toEqual(rows);
  });

  it.each([
    "English;Identifiant;Français",
    "english ;IDENTIFIANT; Francais",
    "en-GB;id;fr",
    "Traduction;Id;Source",
    "msgstr;msgctxt;msgid",
    "English (en);Clé;Français",
  ])("columns in any order, by their titles: %s", (titles) => {
    expect(read(`${titles}\nThe Moon;jeu/deux/titre;La Lune`)).toEqual([["jeu/deux/titre", "La Lune", "The Moon"]]);
  });

  it("each row knows its place in the spreadsheet, whatever line ends its cells hold", () => {
    const { told } = receive(
      csv(["jeu/un/liste", "- un\n- deux", "- one\n- two"], ["jeu/deux/titre", "La Lune", "??? ??"]),
    );
    expect(told).toMatchObject([{ code: "lost-letters", line: 3 }]);
  });

  it.each([
    ["traduit", "translated"],
    ["Traduit ", "translated"],
    ["relu", "translated"],
    ["À REVOIR", "stale"],
    ["a traduire", "missing"],
    ["fini", undefined],
    ["", undefined],
  ])("the state « %s » is %s", (word, state) => {
    expect(receive(csv(["jeu/deux/titre", "La Lune", "The Moon", word])).received?.rows[0]?.state).toBe(state);
  });
});
