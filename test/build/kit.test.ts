/** The kit of this repository, built once as anybody builds it, and read back. */
import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { default as jsQr } from "jsqr";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import type { Component, Kit, Piece } from "../../src/content/kit.js";
import type { Manifest, ManifestFile, PlacedFace, RectMm } from "../../src/deliver/manifest.js";
import { sha256 } from "../../src/deliver/manifest.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { PURPOSES, preflight } from "../../src/preflight/index.js";
import { bundleCommand, run } from "../cli/bundle.js";
import { REPOSITORY, temporaryFolder } from "../kits/temporary.js";
import { letters, type ReadPage, type ReadPdf, readPdf, wordsIn } from "./reader.js";

/** What a kit is made of; `kit.local.yaml`, which each has of their own, stays out. */
const PARTS = ["kit.yaml", "cards", "templates", "fonts", "assets"];

let folder: string;
let kit: Kit;
let manifest: Manifest;
const pdfs = new Map<string, ReadPdf>();

const copyOfKit = (): string => {
  const copy = join(temporaryFolder(), "La Mallette d’été");
  for (const part of PARTS) cpSync(join(REPOSITORY, part), join(copy, part), { recursive: true });
  return copy;
};

beforeAll(async () => {
  const root = copyOfKit();
  const result = await (await openWorkshop(root)).build({ request: DEFAULT_REQUEST, out: join(root, "dist") });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  folder = result.folder!;
  manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  for (const { path } of manifest.files) pdfs.set(path, await readPdf(join(folder, path)));
  const diagnostics = new Diagnostics();
  kit = loadKit(openKitFiles(root, diagnostics), diagnostics)!;
});

afterAll(async () => {
  for (const pdf of pdfs.values()) await pdf.close();
});

const pageOf = ({ path }: ManifestFile, page: number): ReadPage => pdfs.get(path)!.pages[page - 1]!;
const fileAt = (path: string): ManifestFile => manifest.files.find((file) => file.path === path)!;
const componentNamed = (id: string): Component => kit.components.find((component) => component.id === id)!;
const isBoard = ({ components }: ManifestFile): boolean =>
  components.some((id) => ["board", "matrix"].includes(componentNamed(id).kind));

/** Pages of the booklet are pieces to the manifest; its chapters are not. */
const isBooklet = ({ components }: ManifestFile): boolean =>
  components.some((id) => componentNamed(id).kind === "booklet");
const sheetsOfPieces = (): readonly ManifestFile[] => manifest.files.filter((file) => !isBooklet(file));

function pieceNamed(name: string): Piece {
  const [component = "", id] = name.split("/");
  return componentNamed(component).pieces.find((piece) => piece.id === id)!;
}

const fieldOf = (piece: Piece, field: string): string => {
  const value = piece.values[field];
  return value && "value" in value ? String(value.value) : "";
};

describe("the manifest", () => {
  it("names every file that is there, and no other", () => {
    const there = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    const listed = [...manifest.files, ...manifest.orders!.flatMap(({ files }) => files)].map(({ path }) => path);
    expect(there.sort()).toEqual([...listed, "manifest.json"].sort());
  });

  it("tells the truth about pages, bytes and sha256", () => {
    for (const { path, pages, bytes, sha256: sum, sheets } of manifest.files) {
      const file = readFileSync(join(folder, path));
      expect({ path, bytes: file.length, sum: sha256(file) }).toEqual({ path, bytes, sum });
      expect([path, pdfs.get(path)!.pages.length]).toEqual([path, pages]);
      expect([path, sheets === pages || 2 * sheets === pages]).toEqual([path, true]);
    }
  });

  it("names every piece once, with the kit’s version and a hash of its own", () => {
    const cards = kit.components.filter(({ kind }) => kind !== "booklet");
    const pages = fileAt("screen-a5/livret.pdf").faces.map(({ piece }) => piece);
    const names = [...cards.flatMap(({ id, pieces }) => pieces.map((piece) => `${id}/${piece.id}`)), ...pages];
    expect(manifest.pieces.map(({ id }) => id).sort()).toEqual(names.sort());
    expect(new Set(manifest.pieces.map(({ hash }) => hash)).size).toBe(names.length);
    expect(new Set(manifest.pieces.map(({ version }) => version))).toEqual(new Set([kit.version]));
  });

  it("holds every piece on every paper of every target", () => {
    for (const place of ["home-A4", "home-A3", "shop-A4", "shop-A3"]) {
      const files = manifest.files.filter(({ path }) => path.startsWith(`${place}/`));
      const pieces = new Set(files.flatMap(({ faces }) => faces.map(({ piece }) => piece)));
      expect([place, pieces.size]).toEqual([place, manifest.pieces.length]);
    }
  });

  it("all PDFs together stay below 20 MB", () => {
    const sizes = manifest.files.map(({ path }) => statSync(join(folder, path)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20e6);
  });
});

describe("what is in the box", () => {
  /** Fronts of a component that match, copies counted. */
  const fronts = (component: string, matches: (piece: Piece) => boolean = () => true): number =>
    manifest.files
      .filter(({ path, components }) => path.startsWith("shop-A3/") && components.includes(component))
      .flatMap(({ faces }) => faces)
      .filter(({ piece, side }) => side === "front" && piece.startsWith(`${component}/`) && matches(pieceNamed(piece)))
      .length;
  const made = (template: string) => (piece: Piece) => piece.template === template;

  it("donnees: one definition, ten prompts (four to share, six to keep), four blank cards", () => {
    expect(fronts("donnees", made("carte-definition"))).toBe(1);
    expect(fronts("donnees", (piece) => fieldOf(piece, "answer") === "share")).toBe(4);
    expect(fronts("donnees", (piece) => fieldOf(piece, "answer") === "keep")).toBe(6);
    expect(fronts("donnees")).toBe(1 + 10 + 4);
  });

  it("algorithmes: one definition, ten steps in an order of their own", () => {
    expect(fronts("algorithmes", made("carte-definition"))).toBe(1);
    expect(fronts("algorithmes")).toBe(1 + 10);
    const orders = componentNamed("algorithmes")
      .pieces.map((piece) => fieldOf(piece, "order"))
      .filter(Boolean);
    expect(orders.map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("debats: twelve cards on five themes, two blank cards", () => {
    const themes = componentNamed("debats")
      .pieces.map((piece) => fieldOf(piece, "theme"))
      .filter(Boolean);
    const count = (theme: string): number => themes.filter((each) => each === theme).length;
    expect(["biais", "fiabilite", "environnement", "societe", "creation"].map(count)).toEqual([3, 3, 2, 2, 2]);
    expect(fronts("debats")).toBe(12 + 2);
  });

  it.each([
    ["fictions", 18],
    ["plateau", 3],
    ["matrices", 2],
    ["actions", 9],
    ["reperes", 2],
    ["affiche", 1],
  ])("%s: %i", (component, count) => {
    expect(fronts(component)).toBe(count);
  });
});

describe("pages", () => {
  /** A hundredth of a millimetre: what the manifest rounds to. */
  const NEAR = 0.011;
  const PAPERS: Readonly<Record<string, readonly number[]>> = { A4: [210, 297], A3: [297, 420] };
  const inside = (inner: RectMm, outer: RectMm): boolean =>
    inner.x >= outer.x - NEAR &&
    inner.y >= outer.y - NEAR &&
    inner.x + inner.width <= outer.x + outer.width + NEAR &&
    inner.y + inner.height <= outer.y + outer.height + NEAR;

  it("are exactly as large as the paper", () => {
    for (const file of manifest.files) {
      const size = PAPERS[file.paper];
      for (const { width, height, boxes } of pdfs.get(file.path)!.pages) {
        expect(boxes.MediaBox).toMatchObject({ x: 0, y: expect.closeTo(0, 6) });
        if (!size) continue;
        const [short = 0, long = 0] = [width, height].sort((a, b) => a - b);
        expect([file.path, short]).toEqual([file.path, expect.closeTo(size[0]!, 4)]);
        expect([file.path, long]).toEqual([file.path, expect.closeTo(size[1]!, 4)]);
      }
    }
  });

  it("have a TrimBox around the trims of full sheets, a BleedBox around it, both on the page", () => {
    for (const file of manifest.files) {
      const most = Math.max(...file.faces.map(({ page }) => file.faces.filter((face) => face.page === page).length));
      for (const [index, { boxes }] of pdfs.get(file.path)!.pages.entries()) {
        expect(inside(boxes.TrimBox, boxes.BleedBox)).toBe(true);
        expect(inside(boxes.BleedBox, boxes.MediaBox)).toBe(true);
        const faces = file.faces.filter(({ page }) => page === index + 1);
        if (faces.length === 0) continue;
        const around = boundsOf(faces.map(({ rect }) => rect));
        expect([file.path, index, inside(around, boxes.TrimBox)]).toEqual([file.path, index, true]);
        // Pages of a booklet move towards its fold, and the two halves of an A3 lie side by side.
        if (faces.length === most && !isBoard(file) && !isBooklet(file))
          expect([file.path, index, inside(boxes.TrimBox, around)]).toEqual([file.path, index, true]);
      }
    }
  });

  it("give back the words of every piece that lies on them", () => {
    for (const file of sheetsOfPieces()) {
      for (const name of new Set(file.faces.map(({ piece }) => piece))) {
        const pages = new Set(file.faces.filter(({ piece }) => piece === name).map(({ page }) => page));
        const read = letters(
          [...pages]
            .map((page) =>
              pageOf(file, page)
                .words.map(({ text }) => text)
                .join(" "),
            )
            .join(" "),
        );
        for (const { field, text } of printedTexts(pieceNamed(name)))
          expect([file.path, name, field, read.includes(text)]).toEqual([file.path, name, field, true]);
      }
    }
  });

  /** The texts that a template prints as they are: it names them and nothing but them. */
  function printedTexts(piece: Piece): readonly { field: string; text: string }[] {
    const body = kit.templates.get(piece.template)!.source.text;
    return Object.entries(piece.values).flatMap(([field, value]) => {
      const isText = value.kind === "text" || value.kind === "markdown";
      const isPrinted = new RegExp(`>\\s*\\{\\{${field}\\}\\}\\s*<`).test(body);
      // Links in a text print their words, not their address.
      return isText && isPrinted ? [{ field, text: letters(value.value.replace(/\]\([^)]*\)/g, "")) }] : [];
    });
  }

  it("hold texts of most pieces, so that the rule above means something", () => {
    const spoken = kit.components.flatMap(({ pieces }) => pieces).filter((piece) => printedTexts(piece).length > 0);
    expect(spoken.length).toBeGreaterThan(55);
  });
});

const boundsOf = (rects: readonly RectMm[]): RectMm => {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
};

describe("fronts and backs", () => {
  /**
   * Where a point of the back page shows, seen through the paper from its front. The sheet lies portrait on the table,
   * its long edges left and right (a landscape page was turned for that by a quarter, back page and front page alike,
   * and is turned back after). A flip about the long edge swaps left and right; one about the short edge top and bottom.
   */
  function throughPaper(point: readonly [number, number], page: ReadPage, duplex: string): readonly [number, number] {
    const landscape = page.width > page.height;
    const [across, along] = landscape ? [point[1], point[0]] : point;
    const [short, long] = landscape ? [page.height, page.width] : [page.width, page.height];
    const [a, b] = duplex === "long-edge" ? [short - across, along] : [across, long - along];
    return landscape ? [b, a] : [a, b];
  }

  const middle = ({ x, y, width, height }: RectMm): readonly [number, number] => [x + width / 2, y + height / 2];

  it("every front has its own back behind it, within 0.1 mm", () => {
    let pairs = 0;
    for (const file of manifest.files) {
      const withBack = new Set(file.faces.filter(({ side }) => side === "back").map(({ piece }) => piece));
      for (const front of file.faces) {
        if (front.side === "back" || !withBack.has(front.piece)) continue;
        const seen = file.faces
          .filter(({ side, page }) => side === "back" && page === front.page + 1)
          .filter(({ rect }) => {
            const [x, y] = throughPaper(middle(rect), pageOf(file, front.page), file.duplex);
            const [frontX, frontY] = middle(front.rect);
            return Math.hypot(x - frontX, y - frontY) <= 0.1;
          });
        expect([file.path, front.page, seen.map(({ piece, copy }) => `${piece} ${copy}`)]).toEqual([
          file.path,
          front.page,
          [`${front.piece} ${front.copy}`],
        ]);
        pairs += 1;
      }
    }
    // Decks and sheets, on two papers for two targets.
    expect(pairs).toBeGreaterThan(4 * 50);
  });

  it("the page tells the printer the flip that its backs were laid out for", () => {
    for (const { path, duplex, faces } of manifest.files) {
      const text = readFileSync(join(folder, path), "latin1");
      const flip = /\/Duplex \/(\w+)/.exec(text)?.[1];
      const wanted = { "long-edge": "DuplexFlipLongEdge", "short-edge": "DuplexFlipShortEdge" }[duplex];
      if (faces.some(({ side }) => side === "back")) expect([path, flip]).toEqual([path, wanted]);
      expect([path, text.includes("/PrintScaling /None")]).toEqual([path, true]);
    }
  });
});

describe("fronts give nothing away", () => {
  /** The words of each front of a component, once. */
  function frontsOf(component: string): readonly { readonly piece: Piece; readonly text: string }[] {
    const file = manifest.files.find(
      ({ path, components }) => path.startsWith("home-A3/") && components.includes(component),
    )!;
    const seen = new Map<string, PlacedFace>();
    for (const face of file.faces)
      if (face.side === "front" && face.piece.startsWith(`${component}/`)) seen.set(face.piece, face);
    return [...seen.values()].map(({ piece, page, rect }) => ({
      piece: pieceNamed(piece),
      text: wordsIn(pageOf(file, page), rect),
    }));
  }
  const ui = (path: string): string => kit.ui.get(path)!.value;
  const tokens = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u);

  it("algorithmes: neither the order nor the notion", () => {
    const steps = frontsOf("algorithmes").filter(({ piece }) => fieldOf(piece, "order") !== "");
    expect(steps).toHaveLength(10);
    for (const { piece, text } of steps) {
      expect(letters(text)).toContain(letters(fieldOf(piece, "text")).slice(0, 12));
      const said = tokens(fieldOf(piece, "text"));
      const others = tokens(text.replace(/v\d+(\.\d+)*|\d{4}-\d{2}-\d{2}/g, "")).filter((word) => !said.includes(word));
      expect([piece.id, others]).toEqual([piece.id, expect.not.arrayContaining([fieldOf(piece, "order")])]);
      expect([piece.id, text]).toEqual([piece.id, expect.not.stringContaining(ui("card.step"))]);
      expect([piece.id, letters(text).includes(letters(ui(`notions.${fieldOf(piece, "notion")}`)))]).toEqual([
        piece.id,
        false,
      ]);
    }
  });

  it("donnees: not whether to share or to keep, nor why", () => {
    const prompts = frontsOf("donnees").filter(({ piece }) => fieldOf(piece, "answer") !== "");
    expect(prompts).toHaveLength(10);
    for (const { piece, text } of prompts) {
      expect(letters(text)).toContain(letters(fieldOf(piece, "prompt")).slice(0, 12));
      for (const told of [ui("answers.share"), ui("answers.keep"), fieldOf(piece, "why")])
        expect([piece.id, letters(text).includes(letters(told))]).toEqual([piece.id, false]);
    }
  });

  it("fictions: neither the year nor the answer", () => {
    const events = frontsOf("fictions");
    expect(events).toHaveLength(18);
    for (const { piece, text } of events) {
      expect(letters(text)).toContain(letters(fieldOf(piece, "title")).slice(0, 12));
      const family = letters(ui("families.fictions"));
      const rest = letters(text).replace(family, "");
      for (const told of [fieldOf(piece, "year"), fieldOf(piece, "sort"), ui("kinds.fiction"), ui("kinds.realite")])
        expect([piece.id, rest.includes(letters(told))]).toEqual([piece.id, false]);
    }
  });
});

describe("QR codes", () => {
  it("each decodes, from the finished sheet, to the address that it was made from", async () => {
    let read = 0;
    for (const { path, codes } of manifest.files) {
      for (const { page, rect, url, link } of codes) {
        const { data, width, height } = await pdfs.get(path)!.pixels(page, rect, 8);
        expect([path, page, link, jsQr.default(data, width, height)?.data]).toEqual([path, page, link, url]);
        expect(url).toBe(kit.links.get(link)!.url);
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(100);
  });

  it("are as many as the sheets ask for, on every target and paper", () => {
    const numbers = ["home-A4", "home-A3", "shop-A4", "shop-A3"].map((place) =>
      sheetsOfPieces()
        .filter(({ path }) => path.startsWith(place))
        .reduce((sum, { codes }) => sum + codes.length, 0),
    );
    expect(new Set(numbers).size).toBe(1);
    // Two booklets come from one pile of A3.
    const inBooklet = (path: string): number => fileAt(path).codes.length;
    expect(inBooklet("home-A3/livret.pdf")).toBe(2 * inBooklet("shop-A3/livret.pdf"));
    expect(inBooklet("home-A4/livret.pdf")).toBe(inBooklet("shop-A4/livret.pdf"));
    expect(fileAt("home-A4/actions.pdf").codes.length).toBeGreaterThanOrEqual(9);
  });
});

describe("preflight, as a stranger reads our files", () => {
  it("has nothing against any of them, and finds the codes that the manifest tells of, and no other", async () => {
    for (const { path, pages, target, codes } of manifest.files) {
      const purpose = PURPOSES.find((known) => known === target);
      const urlsOn = (page: number) => codes.filter((code) => code.page === page).map(({ url }) => url);
      const expected = new Map(codes.map(({ page }) => [page, urlsOn(page)]));
      const report = await preflight(readFileSync(join(folder, path)), { purpose, codes: expected });
      expect([path, report.findings]).toEqual([path, []]);
      expect([path, report.summary?.pages]).toEqual([path, pages]);
      expect([path, report.summary?.codes.length]).toEqual([path, codes.length]);
    }
    // Every page is drawn to find its codes: fifteen seconds, where nothing else runs.
  }, 240_000);
});

describe("a second build, elsewhere", () => {
  it("gives the same bytes: another folder, time zone and language, the installed command", async () => {
    const command = bundleCommand();
    const root = copyOfKit();
    const env = { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" };
    const { code, err } = await run(command, ["build"], { cwd: join(root, "cards"), env });
    expect([code, err]).toEqual([0, expect.stringContaining("✔")]);
    const again = join(root, "dist", "fr");
    for (const path of [...manifest.files.map((file) => file.path), "manifest.json"])
      expect([path, sha256(readFileSync(join(again, path)))]).toEqual([path, sha256(readFileSync(join(folder, path)))]);
  });
});
