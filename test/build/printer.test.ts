/** Files for a printer that misses: everything on them is moved by exactly what undoes it, on every kind of component. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument, OPS, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import type { Duplex } from "../../src/impose/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { compose, IDENTITY, type Matrix, toMm, transformPoint } from "../../src/units.js";
import { places } from "../kits/building.js";
import { copyKit, temporaryFolder } from "../kits/temporary.js";
import { readPdf } from "./reader.js";

interface Miss {
  readonly right: number;
  readonly down: number;
  readonly turn?: number;
  readonly width?: number;
  readonly height?: number;
}

interface Misses {
  readonly front: Miss;
  readonly back: Miss;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Moves only, by other numbers on the back; and all that a printer can do wrong. */
const MOVES = { front: { right: 1.2, down: -0.7 }, back: { right: -0.4, down: 2.1 } } as const;
const WORSE = {
  front: { right: 0.8, down: 0.3, turn: 0.4, width: 99.4, height: 100.3 },
  back: { right: -1.1, down: 0.6, turn: -0.3, width: 99.2, height: 100.5 },
} as const;

const yaml = (miss: Miss): string =>
  `{ ${Object.entries(miss)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
const profile = (margin: number, { front, back }: Misses): string =>
  `    margin: ${margin.toFixed(6)}mm\n    front: ${yaml(front)}\n    back: ${yaml(back)}\n`;

/** What the printer makes of a point of the page, in millimetres, told by the numbers in its profile alone. */
const printedBy = (
  { right, down, turn = 0, width = 100, height = 100 }: Miss,
  page: { readonly width: number; readonly height: number },
) => {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return ({ x, y }: Place): Place => {
    const [u, v] = [((x - page.width / 2) * width) / 100, ((y - page.height / 2) * height) / 100];
    return { x: page.width / 2 + u * cos - v * sin + right, y: page.height / 2 + u * sin + v * cos + down };
  };
};

/** How far a corner of A4 must move for the printer to put it in its place: found by trying. */
function reach(miss: Miss): number {
  const printed = printedBy(miss, { width: 210, height: 297 });
  const moves = [0, 210].flatMap((x) =>
    [0, 297].map((y) => {
      let drawn = { x, y };
      for (let i = 0; i < 50; i++) {
        const at = printed(drawn);
        drawn = { x: drawn.x + x - at.x, y: drawn.y + y - at.y };
      }
      return Math.hypot(drawn.x - x, drawn.y - y);
    }),
  );
  return Math.max(...moves);
}

const NONE: Misses = { front: { right: 0, down: 0 }, back: { right: 0, down: 0 } };

/** Sheets are planned alike where margins are: what correction may push over the edge is added to them. */
const marginFor = ({ front, back }: Misses): number => 8 - Math.max(reach(front), reach(back));

const PRINTERS = `droite:
  A4:
${profile(8, NONE)}
decalee:
  A4:
${profile(marginFor(MOVES), MOVES)}
de-travers:
  A4:
${profile(marginFor(WORSE), WORSE)}`;

/** Places of everything on a page, in millimetres from its top left corner, in the order in which it is drawn. */
interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly (Place & { readonly text: string })[];
  readonly paths: readonly (readonly Place[])[];
  readonly trim: { readonly x: number; readonly y: number };
}

async function drawnIn(path: string): Promise<readonly Drawn[]> {
  const pdf = await readPdf(path);
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: VerbosityLevel.ERRORS })
    .promise;
  const pages = [];
  for (const [i, { width, height, words, boxes }] of pdf.pages.entries())
    pages.push({
      width,
      height,
      texts: words.filter(({ text }) => text.trim() !== ""),
      paths: await pathsOn(await document.getPage(i + 1), height),
      trim: boxes.TrimBox,
    });
  await document.destroy();
  await pdf.close();
  return pages;
}

/** Boxes around paths, as corners on the page. */
async function pathsOn(page: PDFPageProxy, height: number): Promise<readonly (readonly Place[])[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: (readonly Place[])[] = [];
  const kept: Matrix[] = [];
  let at: Matrix = IDENTITY;
  fnArray.forEach((operator: number, i: number) => {
    const args = argsArray[i];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(at);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) at = kept.pop() ?? IDENTITY;
    if (operator === OPS.transform) at = compose(args as Matrix, at);
    if (operator === OPS.paintFormXObjectBegin && args[0]) at = compose([...args[0]] as unknown as Matrix, at);
    if (operator === OPS.constructPath && args[2]) {
      const [left, top, right, bottom] = args[2] as readonly [number, number, number, number];
      const corners = [
        { x: left, y: top },
        { x: right, y: bottom },
      ];
      found.push(
        corners.map((corner) => {
          const { x, y } = transformPoint(at, corner);
          return { x: toMm(x), y: height - toMm(y) };
        }),
      );
    }
  });
  return found;
}

/** What the kit lacks to have all kinds of component. */
const MORE_KINDS = {
  "kit.yaml": (text: string): string =>
    `${text.replace("components:", "  affiche: { size: paper, safe: 8mm }\ncomponents:")}
  matrice: { title: Matrice, kind: matrix, cards: cards/matrice.yaml }
  affiche: { title: Affiche, kind: poster, cards: cards/affiche.yaml }
`,
  "cards/matrice.yaml": "template: volet\npieces:\n  - { id: ciel, title: Le ciel }\n",
  "cards/affiche.yaml": "template: affiche\npieces:\n  - { id: nuit, title: La nuit }\n",
  "templates/affiche.hbs":
    '---\nformat: affiche\nfields:\n  title: { type: text, required: true }\n---\n<style>\n.nuit { padding: 12mm }\n</style>\n<front class="nuit"><h1>{{title}}</h1></front>\n',
};

const root: Record<string, string> = {};
const out = temporaryFolder();

async function build(kit: string, printer: string | undefined, duplex: Duplex | undefined) {
  const workshop = await openWorkshop(root[kit]!);
  const request = { ...DEFAULT_REQUEST, targets: ["home"] as const, papers: ["A4"], duplex, printer };
  const result = await workshop.build({ request, out: join(out, `${kit}-${duplex ?? "own"}`) });
  expect(places(result)).toBe("");
  return result;
}

const pagesOf = async (kit: string, printer: string | undefined, duplex: Duplex | undefined) => {
  const { manifest, folder } = await build(kit, printer, duplex);
  const files = manifest!.files;
  const pages: { file: string; isBack: boolean; drawn: Drawn }[] = [];
  for (const { path, pages: count, sheets } of files)
    for (const [i, drawn] of (await drawnIn(join(folder!, path))).entries())
      pages.push({ file: path.split("/")[1]!, isBack: count > sheets && i % 2 === 1, drawn });
  return { pages, files };
};

beforeAll(() => {
  // A deck, sheets, a board, a matrix and a poster; a deck and a booklet.
  root.atelier = copyKit("atelier", { ...MORE_KINDS, "printers.yaml": PRINTERS });
  root.livret = copyKit("livret", { "printers.yaml": PRINTERS });
  mkdirSync(out, { recursive: true });
});

/** On the short edge, the back runs through the machine upside down. */
const upsideDown = (miss: Miss): Miss => ({ ...miss, right: -miss.right, down: -miss.down });

const CASES = ["atelier", "livret"].flatMap(
  (kit) =>
    [
      [kit, "long-edge" as const],
      [kit, "short-edge" as const],
    ] as const,
);

/** Each page as it would be drawn for a printer without a miss, and as it is drawn for one that misses by `miss`. */
async function comparedPages(kit: string, duplex: Duplex, [right, wrong]: readonly [string, string], misses: Misses) {
  const [wanted, drawn] = [await pagesOf(kit, right, duplex), await pagesOf(kit, wrong, duplex)];
  // Several files, fronts and backs, words and lines: or the test says nothing.
  expect(new Set(wanted.pages.map(({ file }) => file)).size).toBeGreaterThan(kit === "atelier" ? 4 : 1);
  expect(new Set(wanted.pages.map(({ isBack }) => isBack)).size).toBe(2);
  expect(wanted.pages.flatMap(({ drawn }) => drawn.texts).length).toBeGreaterThan(50);
  expect(wanted.pages.flatMap(({ drawn }) => drawn.paths).length).toBeGreaterThan(10);
  expect(drawn.pages.length).toBe(wanted.pages.length);
  return wanted.pages.map(({ file, isBack, drawn: want }, i) => {
    const got = drawn.pages[i]!.drawn;
    expect(got.texts.map(({ text }) => text)).toEqual(want.texts.map(({ text }) => text));
    expect(got.paths.length).toBe(want.paths.length);
    const back = duplex === "short-edge" ? upsideDown(misses.back) : misses.back;
    const pointsOf = ({ texts, paths }: Drawn): readonly Place[] => [...texts, ...paths.flat()];
    return { file, miss: isBack ? back : misses.front, page: got, want: pointsOf(want), got: pointsOf(got) };
  });
}

describe.each(CASES)("%s, turned along its %s", (kit, duplex) => {
  it("each word, line and box is moved against the offset, by exactly its numbers", async () => {
    for (const { file, miss, want, got } of await comparedPages(kit, duplex, ["droite", "decalee"], MOVES))
      for (const [at, { x, y }] of got.entries()) {
        expect(x - want[at]!.x, file).toBeCloseTo(-miss.right, 3);
        expect(y - want[at]!.y, file).toBeCloseTo(-miss.down, 3);
      }
  });

  it("printed by a machine that does all wrong, each word, line and box lies where it belongs", async () => {
    for (const { file, miss, page, want, got } of await comparedPages(kit, duplex, ["droite", "de-travers"], WORSE)) {
      const printed = printedBy(miss, page);
      for (const [at, point] of got.entries()) {
        const { x, y } = printed(point);
        expect(Math.hypot(x - want[at]!.x, y - want[at]!.y), file).toBeLessThan(0.005);
      }
    }
  });
});

describe("files for a printer", () => {
  it("have a folder of their own, say for whom they are, and always stand upright", async () => {
    const { files, pages } = await pagesOf("atelier", "decalee", undefined);
    expect(files.map(({ path }) => path.split("/")[0])).toEqual(files.map(() => "home-A4-decalee"));
    expect(files.every(({ printer }) => printer === "decalee")).toBe(true);
    for (const { drawn } of pages) expect(drawn.height).toBeGreaterThan(drawn.width);
    const plain = await pagesOf("atelier", undefined, undefined);
    expect(plain.files.every((file) => file.path.startsWith("home-A4/") && !("printer" in file))).toBe(true);
    expect(plain.pages.some(({ drawn }) => drawn.width > drawn.height)).toBe(true);
  });

  it("hold what files for any printer hold, lying pages turned to stand", async () => {
    const straight = await pagesOf("livret", "droite", undefined);
    const plain = await pagesOf("livret", undefined, undefined);
    const words = ({ pages }: typeof plain) =>
      pages.map(({ file, drawn }) => [file, drawn.texts.map(({ text }) => text).join(" ")]);
    expect(words(straight)).toEqual(words(plain));
  });

  it("are for the papers that the printer was calibrated for, when none is named", async () => {
    const workshop = await openWorkshop(root.atelier!);
    const { papers: _, ...request } = { ...DEFAULT_REQUEST, targets: ["home"] as const, printer: "DROITE" };
    const { manifest } = await workshop.build({ request });
    expect(new Set(manifest!.files.map(({ paper, printer }) => `${paper} ${printer}`))).toEqual(new Set(["A4 droite"]));
  });

  it.each([
    ["a printer that nobody calibrated", { printer: "droit" }, "unknown-printer", "bad-request"],
    [
      "a paper that it was not calibrated for",
      { printer: "droite", papers: ["A3"] },
      "uncalibrated-paper",
      "bad-request",
    ],
  ] as const)("are not made for %s", async (_, request, code, outcome) => {
    const workshop = await openWorkshop(root.atelier!);
    const result = await workshop.build({ request: { ...DEFAULT_REQUEST, ...request } });
    expect([places(result), result.outcome]).toEqual([code, outcome]);
  });

  it("are not made from a printers.yaml with a mistake", async () => {
    const kit = copyKit("atelier", { "printers.yaml": "droite:\n  A4:\n    margin: 5\n    front: { rigth: 1 }\n" });
    const workshop = await openWorkshop(kit);
    const result = await workshop.build({ request: { ...DEFAULT_REQUEST, printer: "droite" } });
    expect(places(result).split("\n").sort()).toEqual([
      "missing-unit printers.yaml:3:13",
      "unknown-key printers.yaml:4:14",
    ]);
    expect(result.outcome).toBe("bad-kit");
  });

  it("stay uncorrected, and are told, where pieces as large as the paper leave no room to move", async () => {
    const far = { front: { right: 3, down: -2 }, back: { right: -1, down: 1 } };
    const kits = { "printers.yaml": `loin:\n  A4:\n${profile(6, far)}tres-loin:\n  A4:\n${profile(12, far)}` };
    const workshop = await openWorkshop(copyKit("atelier", { ...MORE_KINDS, ...kits }));
    const request = { ...DEFAULT_REQUEST, targets: ["home"] as const, papers: ["A4"] };
    const made = await workshop.build({ request: { ...request, printer: "loin" } });
    expect([made.ok, made.problems.map(({ code, severity }) => `${severity} ${code}`)]).toEqual([
      true,
      ["warning uncorrected"],
    ]);
    expect(made.problems[0]!.message).toContain("home-A4-loin/affiche.pdf.");
    const plain = made.manifest!.files.filter(({ printer }) => printer === undefined).map(({ path }) => path);
    expect(plain).toEqual(["home-A4-loin/affiche.pdf"]);
    // A printer that leaves so much white prints no such page at all.
    const not = await workshop.build({ request: { ...request, printer: "tres-loin" } });
    expect(not.problems.map(({ code, piece }) => `${code} ${piece}`)).toEqual(["piece-too-large affiche/nuit"]);
    expect(not.problems[0]!.hint).toContain("l’imprimante tres-loin laisse blanc");
  });

  it("a larger margin costs sheets, never size", async () => {
    const kit = copyKit("treize-cartes", {
      "printers.yaml": `bord-large:\n  A4:\n${profile(18, NONE)}`,
    });
    const workshop = await openWorkshop(kit);
    const request = { ...DEFAULT_REQUEST, targets: ["home"] as const, papers: ["A4"] };
    const [usual, large] = [
      await workshop.build({ request }),
      await workshop.build({ request: { ...request, printer: "bord-large" } }),
    ];
    expect(large.manifest!.files[0]!.sheets).toBeGreaterThan(usual.manifest!.files[0]!.sheets);
    for (const { rect } of large.manifest!.files[0]!.faces)
      expect([rect.width, rect.height].sort((a, b) => a - b)).toEqual([63, 88]);
  });
});
