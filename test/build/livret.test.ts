/** The real booklet, read back from its finished PDFs: its contents, its paragraphs over the pages, its folded sheets. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import type { Block, Kit } from "../../src/content/kit.js";
import { parsePlaceholders } from "../../src/content/placeholders.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { localise } from "../../src/localise/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { REPOSITORY, temporaryFolder } from "../kits/temporary.js";

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isTurned: boolean;
}

interface Page {
  /** As a reader calls it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

/** Words as they stand in the file, in points from the bottom left corner. */
async function read(path: string): Promise<readonly Page[]> {
  const data = new Uint8Array(readFileSync(path));
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const labels = await document.getPageLabels();
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [a, b, , , x, y] = item.transform as number[];
      return [{ text: item.str, x: x!, y: y!, size: Math.hypot(a!, b!), isTurned: a! < 0 }];
    });
    pages.push({ label: labels?.[number - 1] ?? "", width, height, words });
  }
  await document.destroy();
  return pages;
}

let kit: Kit;
let pages: readonly Page[];
let sheets: readonly Page[];
beforeAll(async () => {
  const diagnostics = new Diagnostics();
  kit = loadKit(openKitFiles(REPOSITORY, diagnostics), diagnostics)!;
  const request = { ...DEFAULT_REQUEST, components: ["livret"], targets: ["home", "screen"], papers: ["A4"] } as const;
  const { folder } = await (await openWorkshop(REPOSITORY)).build({ request, out: temporaryFolder() });
  pages = await read(join(folder!, "screen-a5/livret.pdf"));
  sheets = await read(join(folder!, "home-A4/livret.pdf"));
});

/** Letters and digits alone: neither spaces, hyphens nor typography count. */
const letters = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** Words on one baseline, from left to right. */
function linesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const lines: Word[][] = [];
  for (const word of words.toSorted((one, two) => two.y - one.y || one.x - two.x)) {
    const line = lines.find(([first]) => Math.abs(first!.y - word.y) < 1);
    if (line === undefined) lines.push([word]);
    else line.push(word);
  }
  return lines.map((line) => line.toSorted((one, two) => one.x - two.x));
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(" ");

describe("the contents", () => {
  /** Titles of chapters with the page that the contents name; « Séquence 2 » stands before some. */
  const entries = (): readonly (readonly [title: string, page: string])[] => {
    const contents = pages.find(({ words }) => words.some(({ text, size }) => text === "Sommaire" && size > 20))!;
    return linesOf(contents.words).flatMap((line) => {
      const [, title, page] = /^(?:Séquence \d )?(.+?)[\s.]+(\d+)$/.exec(textOf(line).replace(/\s+/g, " ")) ?? [];
      return title === undefined || page === undefined ? [] : [[title.trim(), page] as const];
    });
  };

  it("name every chapter once", () => {
    const [booklet] = kit.components.filter(({ kind }) => kind === "booklet");
    const local = localise(kit, "fr");
    const titles = booklet!.pieces.flatMap(({ values }) => (values.title?.kind === "text" ? [values.title] : []));
    const listed = entries().map(([title]) => letters(title));
    // The cover and the contents themselves are not in the contents.
    const unlisted = titles.map((title) => letters(local.plain(title))).filter((title) => !listed.includes(title));
    expect(unlisted).toHaveLength(titles.length - listed.length);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBeGreaterThan(18);
  });

  it("send to the page where the heading stands", () => {
    for (const [title, number] of entries()) {
      const page = pages.find(({ label }) => label === number);
      const headings = page?.words.filter(({ size }) => size > 20) ?? [];
      expect(letters(textOf(headings)), `${title}, page ${number}`).toContain(letters(title));
    }
  });
});

/** The paragraphs, list items and headings of the booklet in order; what is computed in them may be anything. */
function paragraphs(): readonly RegExp[] {
  const inline = (value: string): string => value.replace(/\]\([^)]*\)/g, "").replace(/\\/g, "");
  const pattern = (value: string): RegExp => {
    const parts = parsePlaceholders(inline(value)).map((part) =>
      typeof part === "string" ? letters(part) : "[\\p{L}\\p{N}]{0,90}?",
    );
    return new RegExp(parts.join(""), "u");
  };
  const within = (blocks: readonly Block[]): readonly RegExp[] =>
    blocks.flatMap((block) => {
      if (block.kind === "paragraph" || block.kind === "heading") return [pattern(block.text.value)];
      if (block.kind === "list") return block.items.flatMap(within);
      if (block.kind === "quote" || block.kind === "box") return within(block.blocks);
      return [];
    });
  const [booklet] = kit.components.filter(({ kind }) => kind === "booklet");
  return booklet!.pieces.flatMap(({ body }) => within(body ?? []));
}

/** Where the text ends: below and above stand page numbers and running heads. */
const FOOT = 40;
const HEAD = 42;

describe("the text, page by page", () => {
  interface Line {
    readonly page: number;
    readonly text: string;
  }

  /** In the order in which the file gives them, as a screen reader does. */
  const lines = (): readonly Line[] =>
    pages.flatMap(({ words, height }, page) => {
      const found: { y: number; text: string }[] = [];
      // Running heads and page numbers stand between the parts of a paragraph, but not in it.
      for (const { text, y } of words.filter((word) => word.y > FOOT && word.y < height - HEAD)) {
        const last = found.at(-1);
        if (last !== undefined && Math.abs(last.y - y) < 1) last.text += ` ${text}`;
        else found.push({ y, text });
      }
      return found.map(({ text }) => ({ page, text }));
    });

  /** Where each paragraph stands: how many of its lines are on each of its pages. */
  function spread(): { readonly found: number; readonly all: number; readonly split: readonly string[] } {
    const all = lines();
    const starts: number[] = [];
    let text = "";
    for (const line of all) {
      starts.push(text.length);
      text += letters(line.text);
    }
    const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
    const split: string[] = [];
    const wanted = paragraphs();
    let from = 0;
    let found = 0;
    for (const paragraph of wanted) {
      const match = new RegExp(paragraph.source, "gu");
      match.lastIndex = from;
      const hit = match.exec(text);
      // A heading that a box prints elsewhere, or a text beyond the next two pages, is not this one.
      if (hit === null || hit.index - from > 6000) continue;
      found += 1;
      from = hit.index + hit[0].length;
      const own = all.slice(lineAt(hit.index), lineAt(from - 1) + 1);
      const places = [...new Set(own.map(({ page }) => page))];
      const counts = places.map((page) => own.filter((line) => line.page === page).length);
      if (places.length > 1) split.push(places.map((page, at) => `p${page + 1}:${counts[at]}`).join(" "));
    }
    return { found, all: wanted.length, split };
  }

  it("reads in order, words at line ends joined", () => {
    const { found, all } = spread();
    expect(found / all).toBeGreaterThan(0.97);
    // A hyphen that is not in the text is a soft one in the file: a cut word is found, copied and read as one.
    expect(lines().filter(({ text }) => /\p{Ll}-$/u.test(text))).toEqual([]);
    const written = new Set(kit.sources.flatMap(({ text }) => text.split(/[^\p{L}]+/u)));
    const cut = lines().filter(({ text }, at, all) => {
      const [end = ""] = /\p{L}+\u00AD?$/u.exec(text) ?? [];
      const [start = ""] = /^\p{L}+/u.exec(all[at + 1]?.text ?? "") ?? [];
      return !written.has(end) && written.has(end.replace("\u00AD", "") + start);
    });
    expect(cut.length).toBeGreaterThan(3);
  });

  it("leaves no line of a paragraph alone at the foot or the head of a page", () => {
    const { split } = spread();
    expect(split.length).toBeGreaterThan(2);
    expect(split.filter((parts) => /:1\b/.test(parts))).toEqual([]);
  });
});

describe("the sheets, folded in the mind", () => {
  /** The two page numbers that somebody sees on a side who turned the sheet over like a page of a book. */
  const folios = ({ words, width, height }: Page): readonly number[] => {
    const upright = words.map((word) => (word.isTurned ? { ...word, x: width - word.x, y: height - word.y } : word));
    const foot = upright.filter(({ text, y, size }) => /^\d{1,2}$/.test(text) && y < FOOT && size > 8.5);
    return foot.toSorted((one, two) => one.x - two.x).map(({ text }) => Number(text));
  };

  it("give the pages in order, from the first to the last", () => {
    const sides = sheets.map(folios);
    expect(sides.every((side) => side.length === 2)).toBe(true);
    const first: number[] = [];
    const last: number[] = [];
    for (let side = 0; side < sides.length; side += 2) {
      const [frontLeft, frontRight] = sides[side]!;
      const [backLeft, backRight] = sides[side + 1]!;
      first.push(frontRight!, backLeft!);
      last.unshift(backRight!, frontLeft!);
    }
    const read = [...first, ...last];
    expect(read).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
  });
});
