import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { openWorkshop } from "../../src/build.js";
import { FIELD_TYPES } from "../../src/content/schema/template.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { codeBlocks, codes, pageTexts, pathOf, rows, section, squeezed, textOf } from "./support.js";

const KIT = "test/kits/nouvelle-carte";
const DOCUMENT = textOf("docs/nouvelle-carte.md");

const folder = mkdtempSync(join(tmpdir(), "nouvelle-carte-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Challenge {
  readonly id: string;
  readonly title: string;
  readonly challenge: string;
  readonly minutes: number;
  readonly hint: string;
}
const cards = (parse(textOf(`${KIT}/cards/defis.yaml`)) as { readonly pieces: readonly Challenge[] }).pieces;
const printed = (text: string): string => squeezed(text.replaceAll("**", ""));

const REQUEST = { ...DEFAULT_REQUEST, targets: ["home"], papers: ["A4"] } as const;

describe("the example of a new kind of card", () => {
  test("is shown in the document file by file, as it is", () => {
    const files = readdirSync(pathOf(KIT), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(pathOf(KIT).length + 1));
    const shown = new Map(codeBlocks(DOCUMENT).flatMap(({ file, text }) => (file ? [[file, text] as const] : [])));
    expect([...shown.keys()].sort()).toEqual(files.sort());
    for (const [file, text] of shown) expect(text, file).toBe(textOf(`${KIT}/${file}`));
  });

  test("builds: what is said in front is on the first page, the hints are behind", async () => {
    const workshop = await openWorkshop(pathOf(KIT));
    const result = await workshop.build({ request: REQUEST, out: folder });
    expect(result.problems).toEqual([]);
    const pages = await pageTexts(readFileSync(join(folder, "fr/home-A4/defis.pdf")));
    expect(pages).toHaveLength(2);
    const [front, back] = pages;
    for (const card of cards) {
      expect(front).toContain(printed(card.title));
      expect(front).toContain(printed(card.challenge));
      expect(front).toContain(printed(`${card.minutes} minutes`));
      expect(front).not.toContain(printed(card.hint));
      expect(back).toContain(printed(card.hint));
    }
  });

  test("fits into the Mallette IA by the steps of the document", async () => {
    const mallette = join(folder, "mallette");
    for (const part of ["assets", "cards", "fonts", "templates", "kit.yaml"])
      cpSync(pathOf(part), join(mallette, part), { recursive: true });
    for (const file of ["cards/defis.yaml", "templates/defi.hbs"])
      cpSync(pathOf(`${KIT}/${file}`), join(mallette, file));
    const append = (file: string, edit: (text: string) => string): void =>
      writeFileSync(join(mallette, file), edit(readFileSync(join(mallette, file), "utf8")));
    append("cards/ui.yaml", (text) => text + textOf(`${KIT}/cards/ui.yaml`));
    const line = textOf(`${KIT}/kit.yaml`).trimEnd().split("\n").at(-1)!;
    append("kit.yaml", (text) => text.replace(/^components:\n/m, (found) => `${found}${line}\n`));

    const workshop = await openWorkshop(mallette);
    const result = await workshop.build({ request: { ...REQUEST, components: ["defis"] } });
    expect(result.problems).toEqual([]);
    expect(result.manifest?.pieces.map(({ id }) => id).sort()).toEqual(cards.map(({ id }) => `defis/${id}`).sort());
  });
});

test("the document explains exactly the types that a field may have", () => {
  const types = rows(section(DOCUMENT, "2. Le gabarit")).map(([type]) => codes(type!)[0]!);
  expect(types).toEqual(FIELD_TYPES);
});
