/** Finished PDFs of a deck, laid over one another: the words of each back lie behind those of its front. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import type { Duplex } from "../../src/impose/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { copyKit, temporaryFolder } from "../kits/temporary.js";
import { type ReadPage, type ReadPdf, readPdf, type Word } from "./reader.js";

/** The kit's cards, and where words begin on both of their sides: millimetres from the trim's left edge. */
const WIDTH = 63;
const INDENT = 6;
const LETTERS = 12;

const COPIES = { un: 1, deux: 3, trois: 1, quatre: 1, cinq: 2, six: 1, sept: 2, huit: 1, neuf: 1 } as const;
const BACKS: Readonly<Record<string, string>> = {
  un: "clair",
  deux: "clair",
  trois: "clair",
  quatre: "clair",
  cinq: "sombre",
  six: "sombre",
  sept: "sombre",
};
const PAPERS = { A4: [210, 297], A3: [297, 420], Letter: [215.9, 279.4] } as const;
type PaperName = keyof typeof PAPERS;

const pdfs = new Map<string, ReadPdf>();
const DUPLEXES = ["long-edge", "short-edge", "fold", "none"] as const;

/** Kits in a box: the second half of a sheet is that of the next one. */
const KITS = [1, 2] as const;

beforeAll(async () => {
  const root = copyKit("treize-cartes");
  const workshop = await openWorkshop(root);
  const out = temporaryFolder();
  for (const duplex of DUPLEXES)
    for (const copies of KITS) {
      const request = {
        ...DEFAULT_REQUEST,
        targets: ["home", "shop"] as const,
        papers: Object.keys(PAPERS),
        duplex,
        copies,
      };
      const result = await workshop.build({ request, out: join(out, `${duplex}-${copies}`) });
      expect(result.problems).toEqual([]);
      for (const { path } of result.manifest!.files)
        pdfs.set(`${duplex} ${copies} ${path}`, await readPdf(join(result.folder!, path)));
    }
});
afterAll(async () => {
  for (const pdf of pdfs.values()) await pdf.close();
});

/** A word that a face prints: which side of which card, where, and in which direction of unit length. */
interface Seen {
  readonly face: string;
  readonly card: string;
  readonly x: number;
  readonly y: number;
  readonly along: readonly [number, number];
}

const facesOn = ({ words }: ReadPage): readonly Seen[] =>
  words.flatMap(({ text, x, y, along }: Word) => {
    const [, face, card] = /^(recto|clair|sombre) (\S+)$/.exec(text.replace(/[\u00A0\u202F]/g, " ")) ?? [];
    if (face === undefined || card === undefined) return [];
    // At 100 %, twelve points are twelve points.
    expect(Math.hypot(...along), text).toBeCloseTo(LETTERS, 3);
    return [{ face, card, x, y, along: [along[0] / LETTERS, along[1] / LETTERS] as const }];
  });
const fronts = (seen: readonly Seen[]): readonly Seen[] => seen.filter(({ face }) => face === "recto");
const backs = (seen: readonly Seen[]): readonly Seen[] => seen.filter(({ face }) => face !== "recto");

/** A length on the back page, from that on the front page, once the paper is turned as the printer turns it. */
const turned = (page: ReadPage, duplex: Duplex, { x, y }: { x: number; y: number }) => {
  const hinge = page.height > page.width === (duplex === "long-edge") ? "upright" : "level";
  return hinge === "upright" ? { x: page.width - x, y } : { x, y: page.height - y };
};

const near = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.hypot(a.x - b.x, a.y - b.y) < 0.1;

const names = (seen: readonly Seen[]): readonly string[] => seen.map(({ face, card }) => `${face} ${card}`).sort();
const expected = (kits: number, faceOf: (card: string) => string | undefined): readonly string[] =>
  Object.entries(COPIES)
    .flatMap(([card, copies]) => Array.from({ length: copies * kits }, () => faceOf(card) && `${faceOf(card)} ${card}`))
    .filter((name) => name !== undefined)
    .sort();

const cases = DUPLEXES.flatMap((duplex) =>
  KITS.flatMap((kits) =>
    (["home", "shop"] as const).flatMap((target) =>
      (Object.keys(PAPERS) as PaperName[]).map((paper) => ({ duplex, kits, target, paper })),
    ),
  ),
);

describe.each(cases)("$duplex, $kits × thirteen cards, $target, $paper", ({ duplex, kits, target, paper }) => {
  const pages = (): readonly ReadPage[] => pdfs.get(`${duplex} ${kits} ${target}-${paper}/jeu.pdf`)!.pages;

  it("prints on that paper, and every copy of every face once", () => {
    for (const page of pages())
      expect([page.width, page.height].sort((a, b) => a - b)).toEqual(PAPERS[paper].map((mm) => expect.closeTo(mm, 2)));
    const seen = pages().flatMap(facesOn);
    expect(names(fronts(seen))).toEqual(expected(kits, () => "recto"));
    expect(names(backs(seen))).toEqual(expected(kits, (card) => BACKS[card]));
  });

  it("has each back where its front is, and nothing behind a card without a back", () => {
    const all = pages();
    if (duplex === "none") {
      // The answers follow, on sheets of their own.
      const first = all.findIndex((page) => backs(facesOn(page)).length > 0);
      expect(all.slice(0, first).every((page) => backs(facesOn(page)).length === 0)).toBe(true);
      expect(all.slice(first).every((page) => fronts(facesOn(page)).length === 0)).toBe(true);
      return;
    }
    const sides = duplex === "fold" ? all.map((page) => [page, page] as const) : pairs(all);
    for (const [front, back] of sides) {
      const left = new Set(backs(facesOn(back)));
      for (const one of fronts(facesOn(front))) {
        const [dx, dy] = one.along;
        const place =
          duplex === "fold"
            ? // Folded backwards at the front's right edge, one word comes to lie behind the other's mirror image.
              { x: one.x + WIDTH * dx, y: one.y + WIDTH * dy }
            : turned(front, duplex, { x: one.x + (WIDTH - 2 * INDENT) * dx, y: one.y + (WIDTH - 2 * INDENT) * dy });
        const behind = [...left].filter((word) => near(word, place));
        expect(names(behind)).toEqual(BACKS[one.card] ? [`${BACKS[one.card]} ${one.card}`] : []);
        for (const word of behind) {
          left.delete(word);
          // Turned like the page of a book, it reads upright.
          const end = { x: one.x + dx, y: one.y + dy };
          const [from, to] = duplex === "fold" ? [end, one] : [turned(front, duplex, one), turned(front, duplex, end)];
          expect(word.along[0]).toBeCloseTo(from.x - to.x, 6);
          expect(word.along[1]).toBeCloseTo(from.y - to.y, 6);
        }
      }
      expect([...left]).toEqual([]);
    }
  });
});

const pairs = (pages: readonly ReadPage[]): readonly (readonly [ReadPage, ReadPage])[] =>
  pages.flatMap((page, i) => (i % 2 === 0 ? [[page, pages[i + 1]!] as const] : []));

it("leaves the last sheet half empty at home, on A4, both with one kit and with two", () => {
  for (const kits of KITS) {
    const { pages } = pdfs.get(`long-edge ${kits} home-A4/jeu.pdf`)!;
    const counts = pairs(pages).map(([front]) => fronts(facesOn(front)).length);
    expect(counts).toEqual(kits === 1 ? [9, 4] : [9, 9, 8]);
  }
});
