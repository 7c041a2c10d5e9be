import { describe, expect, test } from "vitest";
import type { Sheet } from "../../src/impose/sheet.js";
import type { FrameItem } from "../../src/layout/frame.js";
import type { Navigation, SheetDocument } from "../../src/render/index.js";
import { BLEED, box, CARD, card, documentOf, placeCard, slot, words } from "./fixtures.js";
import { objectsWith, open, renderFresh } from "./reader.js";

const NOTHING: Navigation = { outline: [], labels: [], anchors: new Map() };

/** A page of exactly one card, for the screen. */
const screenPage = (piece: string): Sheet => ({
  page: CARD,
  paper: { name: "A7", ...CARD },
  trimBox: { x: 0, y: 0, ...CARD },
  bleedBox: { x: 0, y: 0, ...CARD },
  front: { placements: [placeCard(slot(piece), { x: 0, y: 0 })], marks: [] },
  number: 1,
  total: 1,
});

/** Pages that show these items each, `x` and `y` of the items from the corner of the trim. */
const pagesOf = (navigation: Partial<Navigation>, ...pages: readonly (readonly FrameItem[])[]): SheetDocument => ({
  ...documentOf(
    pages.map((_, index) => screenPage(`p-${index}`)),
    Object.fromEntries(
      pages.map((items, index) => [
        `p-${index}`,
        card([{ kind: "frame", at: { x: BLEED, y: BLEED }, frame: { size: CARD, items } }]),
      ]),
    ),
  ),
  navigation: { ...NOTHING, ...navigation },
});

const link = (url: string, x = 20, y = 30): FrameItem => ({
  kind: "link",
  at: { x, y },
  size: { width: 40, height: 12 },
  url,
});

const AREA = [20, CARD.height - 42, 60, CARD.height - 30];

interface Annotation {
  readonly rect: readonly number[];
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly dest?: readonly [{ num: number; gen: number }, { name: string }, number | null, number, number | null];
  readonly contentsObj: { readonly str: string };
  readonly borderStyle: { readonly width: number };
  readonly annotationFlags: number;
}

async function linksOn(bytes: Uint8Array, page = 1): Promise<readonly Annotation[]> {
  return (await (await open(bytes)).getPage(page)).getAnnotations() as Promise<Annotation[]>;
}

const rounded = (rectangle: readonly number[]): readonly number[] =>
  rectangle.map((value) => Math.round(value * 100) / 100);

describe("a link of a page on the screen", () => {
  test("opens its address, and says it", async () => {
    const [found, ...others] = await linksOn(await renderFresh(pagesOf({}, [link("https://example.org/a?b=c#d")])));
    expect(others).toEqual([]);
    expect(rounded(found!.rect)).toEqual(rounded(AREA));
    expect(found!.url).toBe("https://example.org/a?b=c#d");
    expect(found!.contentsObj.str).toBe("https://example.org/a?b=c#d");
  });

  test("is printed without a frame of its own", async () => {
    const bytes = await renderFresh(pagesOf({}, [link("https://example.org")]));
    const [found] = await linksOn(bytes);
    expect(found!.annotationFlags).toBe(4);
    expect(found!.borderStyle.width).toBe(0);
    expect(objectsWith(bytes, "/Subtype /Link")[0]!.dictionary).toContain("/Border [0 0 0]");
  });

  test.each([
    ["https://médiathèque.example/été?q=à", "https://xn--mdiathque-53af.example/%C3%A9t%C3%A9?q=%C3%A0"],
    ["mailto:bonjour@example.org", "mailto:bonjour@example.org"],
    ["https://example.org/a(b)\\c", "https://example.org/a(b)\\c"],
    ["été.html", "%C3%A9t%C3%A9.html"],
  ])("to %s is written in ASCII and told as people write it", async (url, written) => {
    const bytes = await renderFresh(pagesOf({}, [link(url)]));
    const [{ dictionary } = { dictionary: "" }] = objectsWith(bytes, "/S /URI");
    const [, address] = /\/URI \(((?:\\.|[^\\)])*)\)/.exec(dictionary)!;
    expect(address!.replace(/\\(.)/g, "$1")).toBe(written);
    expect((await linksOn(bytes))[0]!.contentsObj.str).toBe(url);
  });

  test.each([
    ["on a page still to come", 0, 2],
    ["on an earlier page", 2, 0],
    ["on its own page", 1, 1],
  ])("to an anchor %s shows that place, at the reader's zoom", async (_, from, to) => {
    const anchors = new Map([["suite", { page: to, y: 50 }]]);
    const pages = [0, 1, 2].map((page) => (page === from ? [link("#suite")] : []));
    const bytes = await renderFresh(pagesOf({ anchors }, ...pages));
    const [found] = await linksOn(bytes, from + 1);
    const [page, kind, x, y, zoom] = found!.dest!;
    expect(await (await open(bytes)).getPageIndex(page)).toBe(to);
    expect([kind.name, x, zoom]).toEqual(["XYZ", null, null]);
    expect(y).toBeCloseTo(CARD.height - 50, 3);
    expect(found!.url).toBeUndefined();
  });

  test("to an anchor that nothing has is no link", async () => {
    expect(await linksOn(await renderFresh(pagesOf({}, [link("#nulle-part"), link("#")])))).toEqual([]);
  });

  test.each([
    ["is the title there", 1, 40, "Deuxième"],
    ["is the title that the place stands under", 2, 10, "Deuxième"],
    ["is the last title before it on its page", 1, 39.5, "Deuxième"],
    ["is the title before, above the next one", 1, 30, "Premier"],
    ["is the anchor where no title stands before it", 0, 5, "ici"],
  ])("to an anchor: what it says %s", async (_, page, y, title) => {
    const outline = [
      { title: "Premier", level: 1, page: 0, y: 20 },
      { title: "Deuxième", level: 2, page: 1, y: 40 },
    ];
    const anchors = new Map([["ici", { page, y }]]);
    const [found] = await linksOn(await renderFresh(pagesOf({ outline, anchors }, [link("#ici")], [], [])));
    expect(found!.contentsObj.str).toBe(title);
  });

  test("whose anchor stands on a page that there is not is a fault of the program", async () => {
    const anchors = new Map([["loin", { page: 7, y: 0 }]]);
    await expect(renderFresh(pagesOf({ anchors }, [link("#loin")]))).rejects.toThrow("page 8");
  });
});

describe("the area of a link", () => {
  const areasOf = async (...items: readonly FrameItem[]): Promise<readonly (readonly number[])[]> =>
    (await linksOn(await renderFresh(pagesOf({}, items)))).map(({ rect }) => rounded(rect));
  const group = (over: Partial<Extract<FrameItem, { kind: "frame" }>>): FrameItem => ({
    kind: "frame",
    at: { x: 5, y: 6 },
    frame: { size: CARD, items: [link("https://example.org")] },
    ...over,
  });
  const upright = (x: number, y: number, width: number, height: number) =>
    rounded([x, CARD.height - y - height, x + width, CARD.height - y]);

  test.each<[string, Parameters<typeof group>[0], readonly number[] | undefined]>([
    ["moves with its group", {}, upright(25, 36, 40, 12)],
    ["is scaled with its group", { transform: [0.5, 0, 0, 0.5, 0, 0] }, upright(15, 21, 20, 6)],
    ["is turned with its group", { transform: [0, 1, -1, 0, 100, 0] }, upright(63, 26, 12, 40)],
    ["ends where its group is cut off", { clip: box(0, 0, 30, 200) }, upright(25, 36, 10, 12)],
    ["is nothing where all of it is cut off", { clip: box(0, 0, 10, 10) }, undefined],
    ["is nothing where nothing shows", { opacity: 0 }, undefined],
    [
      "goes through groups in groups",
      { at: { x: 1, y: 1 }, transform: [2, 0, 0, 2, 0, 0], frame: { size: CARD, items: [group({})] } },
      upright(1 + 2 * 25, 1 + 2 * 36, 80, 24),
    ],
  ])("%s", async (_, over, area) => {
    expect(await areasOf(group(over))).toEqual(area ? [area] : []);
  });

  test("ends at the edge of the trim", async () => {
    expect(await areasOf(link("https://example.org", -20, 10), link("https://example.org", -40, 10))).toEqual([
      upright(0, 10, 20, 12),
    ]);
  });

  test("turns with the face on its sheet, on every copy", async () => {
    const turned = { ...placeCard(slot("a"), { x: 0, y: 0 }), transform: [0, 1, -1, 0, 300, 0] as const };
    const room = { x: 0, y: 0, width: 400, height: 400 };
    const sheet: Sheet = {
      ...screenPage("a"),
      page: { width: 400, height: 400 },
      front: { placements: [{ ...turned, clip: room }, placeCard(slot("a"), { x: 100, y: 200 })], marks: [] },
    };
    const document = documentOf([sheet], { a: card([link("https://example.org")]) });
    const links = await linksOn(await renderFresh({ ...document, navigation: NOTHING }));
    const second = [100 - BLEED + 20, 400 - (200 - BLEED) - 42, 100 - BLEED + 60, 400 - (200 - BLEED) - 30];
    expect(links.map(({ rect }) => rounded(rect))).toEqual([[258, 340, 270, 380], rounded(second)]);
  });
});

describe("the outline", () => {
  const entry = (title: string, level: number, page = 0, y?: number) => ({ title, level, page, y });
  interface Told {
    readonly title: string;
    readonly count?: number;
    readonly items: readonly Told[];
  }
  const tell = ({ title, items }: Told): string =>
    items.length > 0 ? `${title} [${items.map(tell).join(", ")}]` : title;

  test.each([
    ["A B C", [entry("A", 1), entry("B", 1), entry("C", 1)], "A, B, C"],
    ["titles below titles", [entry("A", 1), entry("B", 2), entry("C", 3), entry("D", 2)], "A [B [C], D]"],
    ["a level left out", [entry("A", 1), entry("C", 3), entry("B", 2), entry("E", 1)], "A [C, B], E"],
    ["a first title of a deep level", [entry("B", 2), entry("A", 1), entry("B", 2)], "B, A [B]"],
  ])("nests %s", async (_, outline, told) => {
    const found = await (await open(await renderFresh(pagesOf({ outline }, [])))).getOutline();
    expect(found.map((item) => tell(item as Told)).join(", ")).toBe(told);
  });

  test("shows the outermost titles and keeps the others folded", async () => {
    const outline = [entry("A", 1), entry("B", 2), entry("C", 3), entry("D", 2), entry("E", 1)];
    const bytes = await renderFresh(pagesOf({ outline }, []));
    expect(objectsWith(bytes, "/Type /Outlines")[0]!.dictionary).toContain("/Count 2");
    const [a] = (await (await open(bytes)).getOutline()) as unknown as readonly Told[];
    expect([a!.count, a!.items[0]!.count]).toEqual([-2, -1]);
    expect(await (await open(bytes)).getPageMode()).toBe("UseOutlines");
  });

  test("leads to its places, from the top of the page where none is told", async () => {
    const outline = [entry("Début", 1, 0), entry("Été", 1, 1, 100)];
    const document = await open(await renderFresh(pagesOf({ outline }, [], [])));
    const found = await document.getOutline();
    const places = await Promise.all(
      found.map(async ({ title, dest }) => {
        const [page, kind, , y] = dest as unknown as NonNullable<Annotation["dest"]>;
        return [title, await document.getPageIndex(page), kind.name, Math.round(Math.abs(CARD.height - y))];
      }),
    );
    expect(places).toEqual([
      ["Début", 0, "XYZ", 0],
      ["Été", 1, "XYZ", 100],
    ]);
  });

  test("takes the place of the titles of sheets", async () => {
    const document = pagesOf({ outline: [entry("Chapitre", 1)] }, []);
    const found = await (await open(await renderFresh({ ...document, outline: () => "Feuille" }))).getOutline();
    expect(found.map(({ title }) => title)).toEqual(["Chapitre"]);
  });

  test("without titles is none", async () => {
    const bytes = await renderFresh(pagesOf({}, []));
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Outlines|PageLabels|Annots/);
  });
});

describe("page labels", () => {
  test.each<[string, Navigation["labels"], readonly string[] | null]>([
    [
      "count in Roman, then in Arabic figures",
      [
        { page: 0, style: "roman" },
        { page: 2, style: "decimal" },
      ],
      ["i", "ii", "1", "2"],
    ],
    ["begin where they are told", [{ page: 0, style: "decimal", start: 7 }], ["7", "8", "9", "10"]],
    ["may be a word and a number", [{ page: 0, prefix: "c-", style: "decimal" }], ["c-1", "c-2", "c-3", "c-4"]],
    [
      "may be a word alone",
      [
        { page: 0, prefix: "Couverture" },
        { page: 1, style: "decimal", start: 1 },
      ],
      ["Couverture", "1", "2", "3"],
    ],
    ["count from 1 before the first that is told", [{ page: 2, prefix: "é" }], ["1", "2", "é", "é"]],
    [
      "are told in any order",
      [
        { page: 2, style: "roman" },
        { page: 0, prefix: "x" },
      ],
      ["x", "x", "i", "ii"],
    ],
    ["are none unless told", [], null],
  ])("%s", async (_, labels, expected) => {
    const document = await open(await renderFresh(pagesOf({ labels }, [], [], [], [])));
    expect(await document.getPageLabels()).toEqual(expected);
  });
});

test("navigation gives the same bytes each time", async () => {
  const make = (): Promise<Uint8Array> =>
    renderFresh(
      pagesOf(
        {
          outline: [{ title: "Été", level: 1, page: 1, y: 3 }],
          labels: [{ page: 0, style: "roman" }],
          anchors: new Map([
            ["b", { page: 1, y: 3 }],
            ["a", { page: 0, y: 9 }],
          ]),
        },
        [link("#a"), link("#b"), link("https://example.org"), words("Un", { x: 20, y: 60 })],
        [link("#b")],
      ),
    );
  expect(Buffer.compare(await make(), await make())).toBe(0);
});

test("places that many links lead to are written once", async () => {
  const anchors = new Map([["a", { page: 0, y: 9 }]]);
  const bytes = await renderFresh(pagesOf({ anchors }, [link("#a"), link("#a", 20, 60)], [link("#a")]));
  expect(objectsWith(bytes, "/XYZ")).toHaveLength(1);
  expect(objectsWith(bytes, "/S /GoTo")).toHaveLength(3);
});
