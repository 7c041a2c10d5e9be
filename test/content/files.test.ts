import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKitFiles } from "../../src/content/files.js";
import { Diagnostics } from "../../src/diagnostics/diagnostic.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kit é "));
  mkdirSync(join(folder, "kit", "cards"), { recursive: true });
  writeFileSync(join(folder, "secret.yaml"), "secret");
  writeFileSync(join(folder, "kit", "cards", "jeu.yaml"), "jeu");
  symlinkSync(join(folder, "secret.yaml"), join(folder, "kit", "cards", "lien.yaml"));
  symlinkSync(folder, join(folder, "kit", "dehors"));
  symlinkSync(join(folder, "kit", "cards", "jeu.yaml"), join(folder, "kit", "dedans.yaml"));
  writeFileSync(join(folder, "kit", "gros.yaml"), "");
  truncateSync(join(folder, "kit", "gros.yaml"), 100 * 1024 * 1024);
});

afterAll(() => rmSync(folder, { recursive: true }));

function read(path: string) {
  const diagnostics = new Diagnostics();
  const files = openKitFiles(join(folder, "kit"), diagnostics);
  const has = files.has(path);
  expect(diagnostics.all).toEqual([]);
  const bytes = files.read(path);
  return { has, text: bytes && Buffer.from(bytes).toString(), problems: diagnostics.all };
}

test.each([["cards/jeu.yaml"], ["dedans.yaml"], ["cards/../cards/jeu.yaml"]])("%s is read", (path) => {
  expect(read(path)).toEqual({ has: true, text: "jeu", problems: [] });
});

test.each([
  ["../secret.yaml", "outside-kit"],
  ["cards/../../secret.yaml", "outside-kit"],
  ["/etc/passwd", "outside-kit"],
  ["C:/secret.yaml", "outside-kit"],
  ["cards/lien.yaml", "outside-kit"],
  ["dehors/secret.yaml", "outside-kit"],
  ["..", "outside-kit"],
  ["cards\\jeu.yaml", "backslash-in-path"],
  ["cards", "not-a-file"],
  ["cards/jeux.yaml", "missing-file"],
  ["cards/jeu.yaml/x", "missing-file"],
  ["", "unreadable-file"],
])("%s is refused: %s", (path, code) => {
  const { has, text, problems } = read(path);
  expect(has).toBe(false);
  expect(text).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test("a file of 100 MB is refused before it is read", () => {
  const { text, problems } = read("gros.yaml");
  expect(text).toBeUndefined();
  expect(problems[0]).toMatchObject({ code: "file-too-big", message: expect.stringContaining("100 Mo") });
});

test("a missing file is told with the one that was probably meant", () => {
  expect(read("cards/jeux.yaml").problems[0]?.hint).toContain("cards/jeu.yaml");
});

test("a folder outside the kit is not listed", () => {
  const files = openKitFiles(join(folder, "kit"), new Diagnostics());
  expect(files.list("cards")).toEqual(["jeu.yaml", "lien.yaml"]);
  expect([files.list(".."), files.list("dehors"), files.list("rien")]).toEqual([[], [], []]);
  expect(files.folders(".")).toContain("cards");
  expect([files.folders(".."), files.folders("dehors"), files.folders("cards/jeu.yaml")]).toEqual([[], [], []]);
});

test("a kit whose folder does not exist has no files", () => {
  expect(openKitFiles(join(folder, "rien"), new Diagnostics()).has("kit.yaml")).toBe(false);
});
