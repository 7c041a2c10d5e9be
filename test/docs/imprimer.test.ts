import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { openWorkshop, type Workshop } from "../../src/build.js";
import { readCommandLine } from "../../src/cli/command-line.js";
import { main } from "../../src/cli/main.js";
import type { Manifest } from "../../src/deliver/index.js";
import { PAPERS } from "../../src/impose/index.js";
import { type BuildRequest, DEFAULT_REQUEST } from "../../src/plan/request.js";
import { codeBlocks, codes, pathOf, rows, section, textOf } from "./support.js";

const DOCUMENT = textOf("docs/imprimer.md");
const TIMEOUT = 120_000;

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop(pathOf("."));
});

async function manifestOf(request: Partial<BuildRequest>): Promise<Manifest> {
  const { manifest, problems } = await workshop.build({ request: { ...DEFAULT_REQUEST, ...request } });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return manifest!;
}

type Cells = readonly string[];

/** A table as the document writes it, with the ordinary spaces that people type. */
const written = (head: Cells, body: readonly Cells[]): string =>
  [`| ${head.join(" | ")} |`, `|${"---|".repeat(head.length)}`, ...body.map((cells) => `| ${cells.join(" | ")} |`)]
    .join("\n")
    .replace(/[\u00a0\u202f]/g, " ");

const nameOf = (path: string): string => path.slice(path.indexOf("/") + 1);
const folderOf = (path: string): string => path.slice(0, path.indexOf("/"));

/** In the order of the box: a common file where the first of its decks is. */
function fileNames({ files }: Manifest, order: Cells): readonly string[] {
  const names = new Map(files.map(({ path, components }) => [nameOf(path), components]));
  const place = (components: Cells): number => Math.min(...components.map((id) => order.indexOf(id)));
  return [...names].sort(([, a], [, b]) => place(a) - place(b) || b.length - a.length).map(([name]) => name);
}

const FOLDERS = ["home-A4", "home-A3", "shop-A4", "shop-A3", "shop-plotter"];
const COMPONENTS = Object.keys((parse(textOf("kit.yaml")) as { readonly components: object }).components);

/** Sheets of each file in each folder, and of each folder. */
function sheetTable(manifest: Manifest): string {
  const body = fileNames(manifest, COMPONENTS).map((name) => {
    const same = manifest.files.filter(({ path }) => nameOf(path) === name);
    const counts = FOLDERS.map((folder) => same.find(({ path }) => folderOf(path) === folder)?.sheets ?? "–");
    const twoSided = same.some(({ pages, sheets }) => pages > sheets);
    return [`\`${name}\``, same[0]!.title, twoSided ? "oui" : "non", ...counts.map(String)];
  });
  const sums = FOLDERS.map((folder) =>
    manifest.files.filter(({ path }) => folderOf(path) === folder).reduce((sum, { sheets }) => sum + sheets, 0),
  );
  const head = ["fichier", "contenu", "recto verso", ...FOLDERS.map((folder) => `\`${folder}\``)];
  return written(head, [...body, ["**ensemble**", "", "", ...sums.map(String)]]);
}

const DECKS = ["donnees", "algorithmes", "fictions", "debats"];

async function singleSidedTable(): Promise<string> {
  const request = { components: DECKS, targets: ["home"], papers: ["A4"] } as const;
  const fold = await manifestOf({ ...request, duplex: "fold" });
  const none = await manifestOf({ ...request, duplex: "none" });
  const sheets = (manifest: Manifest, name: string): string =>
    String(manifest.files.find(({ path }) => nameOf(path) === name)?.sheets ?? "–");
  const names = [...new Set([...fileNames(fold, COMPONENTS), ...fileNames(none, COMPONENTS)])];
  const body = names.map((name) => [`\`${name}\``, sheets(fold, name), sheets(none, name)]);
  return written(["fichier, `home-A4`", "plier et coller", "sans verso"], body);
}

describe("the tables of sheets", () => {
  test("say what a build of the whole kit makes", { timeout: TIMEOUT }, async () => {
    expect(section(DOCUMENT, "Combien de feuilles")).toContain(sheetTable(await manifestOf({})));
  });

  test("say what the decks take without a printer that turns the paper", { timeout: TIMEOUT }, async () => {
    expect(section(DOCUMENT, "Sans recto verso")).toContain(await singleSidedTable());
  });
});

const commands = codeBlocks(DOCUMENT)
  .filter(({ language }) => language === "sh")
  .flatMap(({ text }) => text.trim().split("\n"));

/** Where files go, and whether they are packed too: the check writes nothing. */
const ONLY_FOR_FILES = /(?: --out \S+| --zip)/g;
/** Builds as anybody may ask for them; all else wants a printer, an edition or a file that is not in the kit. */
const builds = commands.filter((command) => command.startsWith("npx mallette build") && !command.includes("--printer"));

test.each(builds)("%s works", { timeout: TIMEOUT }, async (command) => {
  const [, , , ...words] = command.replace(ONLY_FOR_FILES, "").split(" ");
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const terminal = { cwd: pathOf("."), color: false, columns: undefined, print: say, say };
  const code = await main(["check", ...words], terminal);
  expect({ code, said: code === 0 ? "" : said.join("") }).toEqual({ code: 0, said: "" });
});

test.each(commands)("%s is written as the command wants it", (command) => {
  const [npx, mallette, ...words] = command.split(" ");
  expect([npx, mallette]).toEqual(["npx", "mallette"]);
  const { command: known, problems } = readCommandLine(words);
  expect([known?.name, problems]).toEqual([words[0], []]);
});

test("the pictures shown are there, and those that are there are shown", () => {
  const shown = [...`${DOCUMENT}${textOf("README.md")}`.matchAll(/\]\((?:docs\/)?pictures\/(\S+?)\)/g)].map(
    ([, name]) => name,
  );
  expect(shown.sort()).toEqual(readdirSync(pathOf("docs/pictures")).sort());
});

test("the folders named are those that a build makes", () => {
  const folders = rows(section(DOCUMENT, "Fabriquer les fichiers")).flatMap(([names]) => codes(names!));
  expect(folders.sort()).toEqual([...FOLDERS, "screen-a5", "screen-A4"].sort());
});

test("the papers named are those that need no declaration", () => {
  const line = DOCUMENT.split("\n").find((text) => text.startsWith("Papiers connus"))!;
  expect(codes(line).filter((name) => name !== "kit.yaml")).toEqual([...PAPERS.keys()]);
});

test("the poster's example is the file that the kit brings", () => {
  const shown = codeBlocks(DOCUMENT).find(({ file }) => file === "kit.local.example.yaml");
  expect(shown?.text).toBe(textOf("kit.local.example.yaml"));
});
