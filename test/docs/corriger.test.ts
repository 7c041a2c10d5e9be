import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { ANSWERS } from "../../src/cli/links/messages.js";
import { main } from "../../src/cli/main.js";
import type { TextValue } from "../../src/content/kit.js";
import { localise } from "../../src/localise/index.js";
import { load, loadPiece, RIGHT } from "../content/memory-kit.js";
import { codeBlocks, codes, pathOf, rows, section, squeezed, textOf } from "./support.js";

const DOCUMENT = textOf("docs/corriger.md");

const folder = mkdtempSync(join(tmpdir(), "corriger-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `mallette check` says of the example kit with another title on one card. */
async function saidOf(title: string): Promise<string> {
  cpSync(pathOf("test/kits/nouvelle-carte"), folder, { recursive: true });
  const cards = join(folder, "cards/defis.yaml");
  writeFileSync(cards, readFileSync(cards, "utf8").replace("La bonne consigne", title));
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  await main(["check"], { cwd: folder, color: false, columns: undefined, print: say, say });
  return said.join("");
}

describe("the messages shown", () => {
  const shown = codeBlocks(DOCUMENT).filter(({ language }) => language === "text");
  const titles = shown.map(({ text }) => /title: (.*)/.exec(text)![1]!);

  test.each(titles.map((title, index) => ({ title, text: shown[index]!.text })))(
    "are real: $title",
    async (message) => {
      expect(squeezed(await saidOf(message.title))).toContain(squeezed(message.text));
    },
  );
});

/** A line of a piece, with the title that every piece needs. */
const problemsOf = (line: string) =>
  loadPiece(line.startsWith("title") ? `    ${line}` : `    title: Bonjour\n    ${line}`).problems;

const traps = rows(section(DOCUMENT, "Les pièges de YAML")).map(([wrong, , right]) => ({
  wrong: codes(wrong!)[0]!,
  right: codes(right!)[0]!,
}));

describe("the traps of YAML", () => {
  test.each(traps)("$wrong is told", ({ wrong }) => {
    expect(problemsOf(wrong)).not.toEqual([]);
  });

  test.each(traps)("$right is right", ({ right }) => {
    expect(problemsOf(right)).toEqual([]);
  });

  test("what the document says to stay as it is stays as it is", () => {
    const line = DOCUMENT.split("\n").find((text) => text.startsWith("`0612345678`"))!;
    for (const text of codes(line)) {
      const { kit, problems } = loadPiece(`    title: ${text}`);
      expect(problems).toEqual([]);
      expect(kit?.components[0]?.pieces[0]?.values.title).toMatchObject({ value: text });
    }
  });
});

test("what changed since an edition is told as it is shown", async () => {
  const place = pathOf("test/kits/nouvelle-carte");
  const kit = mkdtempSync(join(tmpdir(), "editions-"));
  onTestFinished(() => rmSync(kit, { recursive: true }));
  cpSync(place, kit, { recursive: true });
  symlinkSync(pathOf("node_modules"), join(kit, "node_modules"), "junction");
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const run = (line: string) =>
    main(line.split(" "), { cwd: kit, color: false, columns: undefined, print: say, say: () => {} });
  const shown = codeBlocks(section(DOCUMENT, "Ne réimprimer que ce qui a changé"));
  const [release, changes, sheetsCommand] = shown
    .filter(({ language }) => language === "sh")
    .map(({ text }) => text.trim());
  expect(await run("build -q --target home --paper A4")).toBe(0);
  expect(await run(release!.replace("npx mallette ", ""))).toBe(0);
  const cards = join(kit, "cards/defis.yaml");
  writeFileSync(cards, readFileSync(cards, "utf8").replace("La bonne consigne", "La consigne juste"));
  expect(await run(changes!.replace("npx mallette ", ""))).toBe(0);
  const [report, sheets] = shown.filter(({ language }) => language === "").map(({ text }) => text);
  expect(squeezed(said.join(""))).toBe(squeezed(report!));
  const kitFile = join(kit, "kit.yaml");
  writeFileSync(kitFile, readFileSync(kitFile, "utf8").replace(/^version: .*$/m, 'version: "1.1"'));
  expect(await run(sheetsCommand!.replace("npx mallette ", ""))).toBe(0);
  expect(squeezed(said.join(""))).toContain(squeezed(sheets!));
});

describe("the texts shown as sure", () => {
  const [folded, kept] = codeBlocks(section(DOCUMENT, "Écrire un texte")).map(({ text }) => text);
  const written = (block: string): string => {
    const { kit, problems } = loadPiece(`    title: Bonjour\n${block.trimEnd().replace("prompt:", "text:")}`);
    expect(problems.filter(({ code }) => code !== "too-long")).toEqual([]);
    const text = kit!.components[0]!.pieces[0]!.values.text as TextValue;
    return localise(kit!, "fr").html(text);
  };

  test("become one paragraph after >-", () => {
    expect(written(folded!)).toMatch(/^Attention[^<]*<em>vraiment<\/em>[^<]*$/);
  });

  test("become paragraphs and lists after |-", () => {
    expect(squeezed(written(kept!))).toMatch(/^<p>Unparagraphe.*<\/p><ul><li>un<\/li><li><strong>deux/);
  });
});

test("the answers of addresses are those that the command shows", () => {
  const shown = rows(section(DOCUMENT, "Essayer les adresses")).flatMap(([words]) => codes(words!));
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((word) => !Object.values<string>(ANSWERS).includes(word))).toEqual([]);
});

test("the redirect shown is right", () => {
  const shown = codeBlocks(DOCUMENT).find(({ text }) => text.startsWith("links:"))!;
  const { kit, problems } = load({ "kit.yaml": `${RIGHT["kit.yaml"]}${shown.text}\n` });
  expect(problems).toEqual([]);
  expect(kit?.redirect).toBe("https://go.exemple.org/");
});
