import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { codeBlocks, codes, pathOf, rows, section, textOf } from "./support.js";

const DOCUMENT = textOf("docs/architecture.md");
const FOLDERS = rows(section(DOCUMENT, "The folders")).map(([name]) => codes(name!)[0]!);

/** Paths of all sources, from `src/`. */
const SOURCES = readdirSync(pathOf("src"), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));

const folderOf = (path: string): string | undefined => (path.includes("/") ? path.split("/")[0] : undefined);

test("the document lists exactly the folders that hold sources", () => {
  const folders = new Set(SOURCES.flatMap((path) => folderOf(path) ?? []));
  expect([...FOLDERS].sort()).toEqual([...folders].sort());
});

test("a folder imports only from those above it", () => {
  const wrong = SOURCES.flatMap((path) => {
    const rank = FOLDERS.indexOf(folderOf(path) ?? "");
    const text = readFileSync(join(pathOf("src"), path), "utf8");
    // `build.ts` and the command stand above all stages.
    if (path === "build.ts") return [];
    return Array.from(text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g), ([, name]) => name!)
      .map((name) => posix.join(posix.dirname(path), name))
      .filter((target) =>
        target === "build.js" ? folderOf(path) !== "cli" : FOLDERS.indexOf(folderOf(target) ?? "") > rank,
      )
      .map((target) => `${path} → ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("the kinds of frame items are those of the code, with their fields", () => {
  const [shown] = codeBlocks(DOCUMENT).filter(({ language }) => language === "ts");
  const kinds = (text: string): readonly string[] => Array.from(text.matchAll(/kind: "(\w+)"/g), ([, kind]) => kind!);
  const source = textOf("src/layout/frame.ts");
  expect(kinds(shown!.text)).toEqual(kinds(source));
  for (const line of shown!.text.split("\n").filter((text) => text.includes("kind:"))) {
    const [kind] = kinds(line);
    const declared = source.split(/^export /m).find((part) => part.includes(`kind: "${kind}"`))!;
    const fields = (text: string): readonly string[] => Array.from(text.matchAll(/(\w+\??):/g), ([, name]) => name!);
    const own = Array.from(declared.matchAll(/readonly (\w+\??):/g), ([, name]) => name!);
    expect([...fields(line.replace(/\/\/.*/, ""))].sort(), kind).toEqual([...own].sort());
  }
});

test("every file that the document names is there", () => {
  const named = rows(section(DOCUMENT, "Where to add")).flatMap(([, places]) => codes(places!));
  const paths = named.filter((code) => /(?:\.ts|\/)$/.test(code));
  const isThere = (path: string): boolean =>
    SOURCES.some((source) => (path.endsWith("/") ? source.startsWith(path) : `/${source}`.endsWith(`/${path}`)));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});
