/** A small kit in Arabic, from its folder to its PDFs: mirrored, bound on the right, and read back as it was written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest, RectMm } from "../../src/deliver/manifest.js";
import { buildKit } from "../kits/building.js";
import { copyKit } from "../kits/temporary.js";
import { type ReadPdf, readPdf, type Word } from "./reader.js";

let manifest: Manifest;
let folder: string;
const pdfs = new Map<string, ReadPdf>();

beforeAll(async () => {
  const kit = copyKit("droite-a-gauche");
  const request = { targets: ["home", "shop", "screen"], papers: ["A4"] } as const;
  const result = await buildKit(kit, join(kit, "dist"), request);
  expect(result.problems).toEqual([]);
  manifest = result.manifest!;
  folder = result.folder!;
  for (const { path } of manifest.files) pdfs.set(path, await readPdf(join(folder, path)));
}, 60_000);
afterAll(async () => {
  for (const pdf of pdfs.values()) await pdf.close();
});

const within = ({ x, y, width, height }: RectMm, word: Word): boolean =>
  word.x >= x && word.x <= x + width && word.y >= y && word.y <= y + height;

/** The words of a face in the order in which a reader of the PDF finds them. */
function wordsOn(path: string, piece: string, side: "front" | "back" = "front"): readonly Word[] {
  const face = manifest.files
    .find((file) => file.path === path)!
    .faces.find((f) => f.piece === piece && f.side === side)!;
  return pdfs.get(path)!.pages[face.page - 1]!.words.filter((word) => word.text.trim() && within(face.rect, word));
}

/** All that a face says: its words, without the spaces that readers guess between them. */
const said = (...place: Parameters<typeof wordsOn>): string =>
  wordsOn(...place)
    .map(({ text }) => text)
    .join("")
    .replace(/\s/g, "");

const squeezed = (...words: readonly string[]): string => words.join("").replace(/\s/g, "");

describe("what the PDFs say is what was written, in the order in which it is read", () => {
  it("on the pages of the booklet, ligatures, numbers, addresses and computed words included", () => {
    expect(said("screen-a5/livret.pdf", "livret/p-1")).toBe(
      squeezed(
        "1",
        "مرحبًا",
        "في هذه الحقيبة 1 بطاقة. عنوان الموقع www.cafe-ia.org، والهاتف 3939.",
        "قبل البدء",
        "• نطفئ الهواتف؛ • نجلس في دائرة: • سبعة أشخاص، • أو ثمانية؛",
        "• ونقرأ «الجلسة» في الصفحة 3.",
        "الآلة لا تعرف ما تقول، لكنها تقوله بثقة.",
      ),
    );
    expect(said("screen-a5/livret.pdf", "livret/p-4")).toContain(
      squeezed("كل شيء في موقع المقهى، أو بالهاتف 3939. الإصدار 1.0، 24 نوفمبر 2026."),
    );
  });

  it("on the back of a card", () => {
    expect(said("home-A4/jeu.pdf", "jeu/sora", "back")).toContain(
      squeezed("1. ننظر إلى الصورة. 2. نسأل ChatGPT «من؟» 3. نقارن مع 50% من الأجوبة."),
    );
  });
});

describe("the kit is mirrored without a word about it in its templates", () => {
  it("words, numbers and their boxes lie where an Arabic reader looks for them", () => {
    const places = (side: "front" | "back"): readonly string[] => {
      const { rect } = manifest.files[0]!.faces.find((face) => face.piece === "jeu/sora" && face.side === side)!;
      return wordsOn("home-A4/jeu.pdf", "jeu/sora", side).map(
        ({ text, x, y }) => `${Math.round(x - rect.x)} ${Math.round(y - rect.y)} ${text}`,
      );
    };
    expect(manifest.files[0]!.path).toBe("home-A4/jeu.pdf");
    expect(places("front")).toMatchSnapshot();
    expect(places("back")).toMatchSnapshot();
  });

  it("the road runs from right to left, from one panel to the next", () => {
    const faces = manifest.files.find(({ path }) => path === "shop-plotter/plateau.pdf")!.faces;
    const [one, two] = ["plateau/un", "plateau/deux"].map((name) => faces.find(({ piece }) => piece === name)!.rect);
    expect(one!.x).toBeCloseTo(two!.x + two!.width, 1);
  });
});

describe("the booklet is bound on the right", () => {
  // The kit has it flipped on the short edge: its backs are upright.
  it("its first page lies left of the fold, its last right of it, on the same side of the sheet", () => {
    const faces = manifest.files.find(({ path }) => path === "home-A4/livret.pdf")!.faces;
    const order = [1, 2].map((page) =>
      faces
        .filter((face) => face.page === page)
        .toSorted((a, b) => a.rect.x - b.rect.x)
        .map(({ piece }) => piece),
    );
    expect(order).toEqual([
      ["livret/p-1", "livret/p-4"],
      ["livret/p-3", "livret/p-2"],
    ]);
  });

  it("two by two, its first page stands alone on the left", () => {
    const faces = manifest.files.find(({ path }) => path === "screen-A4/livret.pdf")!.faces;
    const first = faces.find(({ piece }) => piece === "livret/p-1")!;
    const second = faces.find(({ piece }) => piece === "livret/p-2")!;
    expect(first.page).toBe(1);
    expect(first.rect.x).toBeLessThan(second.rect.x);
  });

  it("folios stand on the outside: left on the first page, right on the last", () => {
    const folio = (number: number): number =>
      wordsOn("screen-a5/livret.pdf", `livret/p-${number}`).find(({ text }) => text.trim() === String(number))!.x;
    expect(folio(1)).toBeLessThan(30);
    expect(folio(3)).toBeLessThan(30);
    expect(folio(4)).toBeGreaterThan(118);
  });

  it("every PDF tells viewers which of two pages comes first", () => {
    for (const { path } of manifest.files)
      expect(readFileSync(join(folder, path)).toString("latin1"), path).toContain("/Direction /R2L");
  });
});
