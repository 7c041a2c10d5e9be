/** The kit in Arabic, read back from its PDFs: every text that was written is found there, letter by letter. */
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import type { Unit } from "../../src/catalog/index.js";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import type { Manifest } from "../../src/deliver/manifest.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { openLanguage, unitsOf } from "../../src/translation/index.js";
import { REPOSITORY, temporaryFolder } from "../kits/temporary.js";
import { type ReadPage, readPdf } from "./reader.js";

let units: readonly Unit[];
let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  const diagnostics = new Diagnostics();
  const files = openKitFiles(REPOSITORY, diagnostics);
  const original = loadKit(files, diagnostics)!;
  const { kit } = openLanguage("ar", { kit: original, files }, { final: false, components: [] }, diagnostics);
  const components = kit.components.map(({ id }) => id);
  // What a picture shows is told, not printed.
  units = unitsOf(kit).filter(({ id }) => components.includes(id.split("/")[0]!) && !id.endsWith("/alt"));
  const request = { ...DEFAULT_REQUEST, targets: ["home", "screen"], papers: ["A4"] } as const;
  const result = await (await openWorkshop(REPOSITORY)).build({ request, locale: "ar", out: temporaryFolder() });
  manifest = result.manifest!;
  folder = result.folder!;
});

/** Letters, their signs, and digits: neither spaces, line ends nor marks of direction count. */
const letters = (text: string): string => text.normalize("NFC").replace(/[^\p{L}\p{N}\p{M}]/gu, "");

/** What a text says between its line ends and what is computed in it; addresses of links are not printed. */
const partsOf = ({ text }: Unit): readonly string[] =>
  text
    .replace(/\]\([^)]*\)/g, "")
    .replace(/^\d+\. /gm, "")
    .split(/\{[^}]*\}|\n/)
    .map(letters)
    .filter((part) => /\p{Script=Arabic}/u.test(part));

/** Millimetres at the head and the foot of a page of the booklet: running heads and page numbers. */
const MARGIN = 14;

/** Of the booklet page after page, of all others sheet after sheet. */
const isRead = (path: string): boolean => path.startsWith("screen-a5/") || !path.includes("livret");

type Reader = (path: string, isBooklet: boolean) => Promise<string> | string;

/** The texts of which a part is not found, when `read` reads the PDFs. */
async function lost(read: Reader): Promise<{ readonly all: number; readonly lost: readonly string[] }> {
  let found = "";
  for (const { path } of manifest.files.filter((file) => isRead(file.path)))
    found += `\n${letters(await read(join(folder, path), path.startsWith("screen")))}`;
  const written = units.filter((unit) => partsOf(unit).length > 0);
  const missing = written.filter((unit) => !partsOf(unit).every((part) => found.includes(part)));
  return { all: written.length, lost: missing.map(({ id }) => id) };
}

async function byPdfJs(path: string, isBooklet: boolean): Promise<string> {
  const pdf = await readPdf(path);
  const isText = ({ height }: ReadPage, y: number): boolean => !isBooklet || (y > MARGIN && y < height - MARGIN);
  const text = pdf.pages.map((page) =>
    page.words
      .filter(({ y }) => isText(page, y))
      .map((word) => word.text)
      .join(""),
  );
  await pdf.close();
  return text.join("");
}

const POINTS = 72 / 25.4;

function byPoppler(path: string, isBooklet: boolean): string {
  const [width, height] = [148, 210 - 2 * MARGIN].map((side) => String(Math.round(side * POINTS)));
  const part = ["-x", "0", "-y", String(Math.round(MARGIN * POINTS)), "-W", width!, "-H", height!];
  return execFileSync("pdftotext", [...(isBooklet ? part : []), path, "-"], { encoding: "utf8", maxBuffer: 2 ** 26 });
}

const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;

describe("every text that was written is found in the PDFs, in its order", () => {
  it("by pdf.js, which shows PDFs in Firefox", async () => {
    const { all, lost: missing } = await lost(byPdfJs);
    expect(missing).toEqual([]);
    expect(all).toBeGreaterThan(850);
  });

  // Poppler puts the words of a line in an order of its own where Latin ones stand among them.
  it.skipIf(!hasPoppler)("by Poppler, but for few with Latin words (skipped without its pdftotext)", async () => {
    const { lost: missing } = await lost(byPoppler);
    const isArabic = (id: string): boolean => !/\p{Script=Latin}/u.test(units.find((unit) => unit.id === id)!.text);
    expect(missing.filter(isArabic)).toEqual([]);
    expect(missing.length).toBeLessThan(5);
  });
});
