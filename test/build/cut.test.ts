/** Files for cutting machines, read back by readers of their own and laid over the printed sheets. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ManifestFile } from "../../src/deliver/manifest.js";
import { mallette } from "../cli/fake-terminal.js";
import { readDxf } from "../cut/read-dxf.js";
import { readSvg } from "../cut/read-svg.js";
import { copyKit, type Edits, linkPackages, replacing } from "../kits/temporary.js";
import { readPdf } from "./reader.js";

const CLOSE = 0.01;
const DECK = "components:\n  jeu: { title: Jeu, kind: deck, cards: cards/jeu.yaml, copies: 10 }";
const MANY = replacing("components:\n  jeu: { title: Jeu, kind: deck, cards: cards/jeu.yaml }", DECK);

interface Built {
  readonly kit: string;
  readonly folder: string;
  readonly file: ManifestFile;
  readonly err: string;
}

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

async function build(args: readonly string[], edits: Edits = { "kit.yaml": MANY }): Promise<Built> {
  const kit = copyKit("atelier", edits);
  linkPackages(kit);
  const { code, err } = await mallette(["build", "jeu", "--paper", "A4", ...args], { cwd: kit });
  expect(plain(err)).not.toContain("✖");
  expect(code).toBe(0);
  const folder = join(kit, "dist/fr");
  const [file] = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).files;
  return { kit, folder, file, err: plain(err) };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const inOrder = (boxes: readonly Box[]): readonly Box[] =>
  boxes.toSorted((a, b) => (Math.abs(a.y - b.y) > 1 ? a.y - b.y : a.x - b.x));

function expectSame(found: readonly Box[], wanted: readonly Box[]): void {
  expect(found).toHaveLength(wanted.length);
  const [one, other] = [inOrder(found), inOrder(wanted)];
  for (const [index, box] of one.entries())
    for (const side of ["x", "y", "width", "height"] as const)
      expect(Math.abs(box[side] - other[index]![side])).toBeLessThanOrEqual(CLOSE);
}

/** Fronts are on the odd pages of a file with backs. */
const frontsOn = ({ faces }: ManifestFile, sheet: number): readonly Box[] =>
  faces.filter(({ page, side }) => page === 2 * sheet - 1 && side === "front").map(({ rect }) => rect);

/** Both files of each layout, as boxes from the top left corner. */
function cutFilesOf({ folder, file }: Built) {
  const paths = file.cutFiles!.map(({ path, sheets }) => ({
    sheets,
    path,
    text: readFileSync(join(folder, path), "utf8"),
  }));
  return paths.map(({ sheets, path, text }) => {
    if (path.endsWith(".svg")) {
      const { attributes, shapes } = readSvg(text);
      const [, , width, height] = attributes.viewBox!.split(" ").map(Number);
      expect([attributes.width, attributes.height]).toEqual([`${width}mm`, `${height}mm`]);
      return { sheets, path, height: height!, shapes: shapes.map((shape) => ({ ...shape, box: boxOf(shape.points) })) };
    }
    const { header, layers, shapes } = readDxf(text);
    expect([header.get("$ACADVER"), header.get("$INSUNITS")]).toEqual(["AC1009", "4"]);
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
    const height = boxOf(shapes.find(({ layer }) => layer === "feuille")!.points).height;
    return {
      sheets,
      path,
      height,
      shapes: shapes.map((shape) => {
        expect(layers).toContain(shape.layer);
        const box = boxOf(shape.points.map(([x, y]) => [x, height - y] as const));
        return { ...shape, closed: shape.kind === "outline", box };
      }),
    };
  });
}

describe.each([["home"], ["shop"]])("for %s", (target) => {
  it("every piece of every sheet has its outline where it is printed, its corners round", async () => {
    const built = await build(["--target", target, "--cut", "svg,dxf"]);
    const files = cutFilesOf(built);
    expect(new Set(files.flatMap(({ sheets }) => sheets)).size).toBe(built.file.sheets);
    expect(files.filter(({ path }) => path.endsWith(".dxf"))).toHaveLength(files.length / 2);
    for (const { sheets, shapes } of files) {
      const outlines = shapes.filter(({ layer }) => layer === "coupe");
      for (const sheet of sheets)
        expectSame(
          outlines.map(({ box }) => box),
          frontsOn(built.file, sheet),
        );
      for (const { closed, radii } of outlines) {
        expect(closed).toBe(true);
        expect(radii).toHaveLength(4);
        for (const radius of radii) expect(Math.abs(radius - 3)).toBeLessThan(CLOSE);
      }
    }
  });

  it("the marks are printed on the fronts, black, at the places that the file tells, and white is around them", async () => {
    const built = await build(["--target", target, "--cut", "svg"]);
    const pdf = await readPdf(join(built.folder, built.file.path));
    const [{ sheets, shapes, height }] = cutFilesOf(built) as [ReturnType<typeof cutFilesOf>[number]];
    const marks = shapes.filter(({ layer }) => layer === "reperes").map(({ box }) => box);
    const { width: paperWidth, height: paperHeight } = pdf.pages[0]!;
    expect(Math.abs(paperHeight - height)).toBeLessThan(CLOSE);
    expectSame(marks, [
      { x: 10, y: 10, width: 5, height: 5 },
      { x: paperWidth - 30, y: 10, width: 20, height: 0.5 },
      { x: paperWidth - 10.5, y: 10, width: 0.5, height: 20 },
      { x: 10, y: paperHeight - 30, width: 0.5, height: 20 },
      { x: 10, y: paperHeight - 10.5, width: 20, height: 0.5 },
    ]);
    const SCALE = 20;
    const page = 2 * sheets[0]! - 1;
    for (const mark of marks) {
      const inside = { x: mark.x + 0.05, y: mark.y + 0.05, width: mark.width - 0.1, height: mark.height - 0.1 };
      const { data } = await pdf.pixels(page, inside, SCALE);
      expect(data.every((value, index) => index % 4 === 3 || value === 0)).toBe(true);
    }
    const corner = { x: 8.6, y: 8.6, width: 1.3, height: 7.8 };
    const { data } = await pdf.pixels(page, corner, SCALE);
    expect(data.every((value) => value === 255)).toBe(true);
    // The machine never sees the back.
    const behind = await pdf.pixels(page + 1, { x: paperWidth - 14, y: 11, width: 3, height: 3 }, SCALE);
    expect(behind.data.every((value) => value === 255)).toBe(true);
    await pdf.close();
  });
});

describe("cards", () => {
  it("that are folded are cut as one with their back, and scored between them", async () => {
    const built = await build(["--target", "home", "--duplex", "fold", "--cut", "svg,dxf"]);
    for (const { shapes, sheets } of cutFilesOf(built)) {
      const cards = shapes.filter(({ layer }) => layer === "coupe");
      const folds = shapes.filter(({ layer }) => layer === "pli");
      const faces = built.file.faces.filter(({ page }) => page === sheets[0]);
      expect(faces).toHaveLength(2 * cards.length);
      expect(folds).toHaveLength(cards.length);
      for (const [index, { box }] of cards.entries()) {
        expect(box.width * box.height).toBeCloseTo(2 * 63 * 88, 0);
        const fold = folds[index]!.box;
        const middle = fold.width === 0 ? [fold.x, box.x + box.width / 2] : [fold.y, box.y + box.height / 2];
        expect(Math.abs(middle[0]! - middle[1]!)).toBeLessThan(CLOSE);
      }
    }
  });

  it("that are printed on a sheet turned for a printer are cut as before, the square mark at the top left", async () => {
    const PRINTERS = "salle:\n  A4: { margin: 5mm, front: { right: 1 } }\n";
    const edits = { "kit.yaml": MANY, "printers.yaml": PRINTERS };
    const built = await build(["--printer", "salle", "--duplex", "fold", "--cut", "svg"], edits);
    for (const { shapes } of cutFilesOf(built)) {
      const cards = shapes.filter(({ layer }) => layer === "coupe");
      expect(cards.length).toBeGreaterThan(0);
      for (const { box } of cards) expect(box.width * box.height).toBeCloseTo(2 * 63 * 88, 0);
      const square = shapes.find(({ layer, box }) => layer === "reperes" && Math.abs(box.width - box.height) < CLOSE);
      expect(square?.box).toMatchObject({ x: 10, y: 10 });
    }
  });

  const SQUARE = (text: string): string => MANY(text).replace("safe: 4mm, radius: 3mm", "safe: 4mm");

  it("with square corners that touch are parted by lines, none of them cut twice", async () => {
    const built = await build(["--target", "home", "--cut", "svg,dxf"], { "kit.yaml": SQUARE });
    for (const { shapes, sheets } of cutFilesOf(built)) {
      const lines = shapes.filter(({ layer }) => layer === "coupe");
      const fronts = frontsOn(built.file, sheets[0]!);
      expect(lines.every(({ closed }) => !closed)).toBe(true);
      const length = lines.reduce((sum, { box }) => sum + box.width + box.height, 0);
      const edges = new Set(
        fronts.flatMap(({ x, y, width, height }) => [
          `v ${x.toFixed(1)} ${y.toFixed(1)} ${height.toFixed(0)}`,
          `v ${(x + width).toFixed(1)} ${y.toFixed(1)} ${height.toFixed(0)}`,
          `h ${x.toFixed(1)} ${y.toFixed(1)} ${width.toFixed(0)}`,
          `h ${x.toFixed(1)} ${(y + height).toFixed(1)} ${width.toFixed(0)}`,
        ]),
      );
      expect(length).toBeCloseTo(
        [...edges].reduce((sum, edge) => sum + Number(edge.split(" ")[3]), 0),
        0,
      );
    }
  });

  it("with square corners that do not touch are outlines", async () => {
    const built = await build(["--target", "shop", "--cut", "svg"], { "kit.yaml": SQUARE });
    for (const { shapes, sheets } of cutFilesOf(built)) {
      const outlines = shapes.filter(({ layer }) => layer === "coupe");
      expect(outlines.every(({ closed, radii }) => closed && radii.length === 0)).toBe(true);
      expectSame(
        outlines.map(({ box }) => box),
        frontsOn(built.file, sheets[0]!),
      );
    }
  });
});

describe("a build", () => {
  const cutFiles = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(svg|dxf)$/.test(path));

  it("names the sheets that a file is for, and tells of the files", async () => {
    const { folder, file, err } = await build(["--target", "home", "--cut", "svg"]);
    expect(file.cutFiles).toEqual([
      { path: "home-A4/jeu-decoupe-1-a-2.svg", sheets: [1, 2] },
      { path: "home-A4/jeu-decoupe-3.svg", sheets: [3] },
    ]);
    expect(cutFiles(folder)).toHaveLength(2);
    expect(err).toContain("Découpe à la machine : 2 fichiers à côté des PDF.");
  });

  it("gives the same bytes again", async () => {
    const texts = await Promise.all(
      [1, 2].map(async () => {
        const { folder, file } = await build(["--target", "home", "--cut", "svg,dxf"]);
        return [file.path, ...file.cutFiles!.map(({ path }) => path)].map((path) =>
          readFileSync(join(folder, path), "latin1"),
        );
      }),
    );
    expect(texts[0]).toEqual(texts[1]);
  });

  it("without --cut takes away the outlines of sheets that it prints anew without marks", async () => {
    const { kit, folder } = await build(["--target", "home", "--cut", "svg"]);
    expect(cutFiles(folder)).toHaveLength(2);
    await mallette(["build", "jeu", "--paper", "A4", "--target", "home", "-q"], { cwd: kit });
    expect(cutFiles(folder)).toEqual([]);
    expect(existsSync(join(folder, "home-A4/jeu.pdf"))).toBe(true);
  });

  it("of pieces that leave the marks no room prints them for a knife, and says so", async () => {
    const large = replacing("width: 63mm, height: 88mm", "width: 190mm, height: 270mm");
    const { file, err } = await build(["--target", "home", "--cut", "svg"], { "kit.yaml": large });
    expect(file.cutFiles).toBeUndefined();
    expect(err).toContain(
      "home-A4/jeu.pdf se coupe à la main : les repères d’une machine de découpe n’y ont pas de place sur A4.",
    );
    expect(err).toContain("--paper");
  });

  it("of nothing that a machine cuts says so", async () => {
    const kit = copyKit("atelier");
    linkPackages(kit);
    const { code, err } = await mallette(["check", "fiches", "plateau", "--cut", "svg"], { cwd: kit });
    expect(code).toBe(0);
    expect(plain(err)).toContain("Rien de ce qui est demandé ne se coupe à la machine.");
  });

  it("in a format that there is not says which there are", async () => {
    const { code, err } = await mallette(["build", "--cut", "ai"]);
    expect(code).toBe(2);
    expect(plain(err)).toContain("Choix possibles : svg, dxf.");
  });
});
