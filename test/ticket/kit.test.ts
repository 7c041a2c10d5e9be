/** The kit of this repository → its tickets in every language: how long they are, and what they say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "../../src/build.js";
import type { Manifest } from "../../src/deliver/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import type { Ticket } from "../../src/ticket/index.js";
import { type ReadPage, readPdf } from "../build/reader.js";
import { REPOSITORY, temporaryFolder } from "../kits/temporary.js";

/** One sheet, two sides: more is not read at a counter. */
const MOST_PAGES = 2;
/** Small labels are no smaller anywhere in the kit. */
const LEAST_TYPE = 6;

const FOLDERS = ["home-A3", "home-A4", "shop-A3", "shop-A4", "shop-plotter"];

interface Told {
  readonly folder: string;
  readonly ticket: Ticket;
  readonly pages: readonly ReadPage[];
}

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop(REPOSITORY);
});

/** The tickets of a whole order. */
async function ordered(language: string, copies: number): Promise<readonly Told[]> {
  const request = { ...DEFAULT_REQUEST, targets: ["home", "shop"], copies } as const;
  const { folder } = await workshop.build({ request, ticket: language, out: temporaryFolder() });
  const { orders } = JSON.parse(readFileSync(join(folder!, "manifest.json"), "utf8")) as Manifest;
  return Promise.all(
    orders!.map(async (order) => {
      const path = join(folder!, order.folder, "bon-d-impression");
      const { pages, close } = await readPdf(`${path}.pdf`);
      await close();
      return { folder: order.folder, ticket: JSON.parse(readFileSync(`${path}.json`, "utf8")), pages };
    }),
  );
}

describe.each([
  ["fr", 1],
  ["en-GB", 1],
  ["ar", 1],
  ["de", 1],
  ["fr", 12],
])("the tickets of the kit, in %s, for %i boxes", (language, copies) => {
  let all: readonly Told[];

  beforeAll(async () => {
    all = await ordered(language, copies);
  });

  it("lie in every folder to print, and take a sheet of paper at most", () => {
    expect(all.map(({ folder }) => folder).sort()).toEqual(FOLDERS);
    expect(all.filter(({ pages }) => pages.length > MOST_PAGES).map(({ folder }) => folder)).toEqual([]);
  });

  it("are set in type that can be read", () => {
    for (const { folder, pages } of all)
      for (const { text, along } of pages.flatMap(({ words }) => words))
        if (text.trim() !== "") expect(Math.hypot(...along), `${folder}: ${text}`).toBeGreaterThanOrEqual(LEAST_TYPE);
  });

  it("bill as many faces as their files have pages", () => {
    for (const { ticket } of all) {
      const { color, gray } = ticket.faces;
      expect(color + gray).toBe(ticket.files.reduce((sum, { pages }) => sum + pages, 0));
    }
  });

  it("name a sheet whose ruler is to be measured", () => {
    for (const { folder, ticket } of all)
      expect([folder, ticket.files.some(({ ruler }) => ruler?.length === 100)]).toEqual([folder, true]);
  });

  it("hold as many of each piece as there are boxes", () => {
    for (const { ticket } of all)
      expect([ticket.boxes, ...ticket.files.map((file) => file.copies)]).toEqual(
        [1, ...ticket.files.map(() => 1)].map((one) => one * copies),
      );
  });

  it("say how far sheets of the booklet stand out, or where they are cut", () => {
    for (const { folder, ticket } of all.filter((one) => one.folder !== "shop-plotter")) {
      const { sheets, foreEdge } = ticket.files.find(({ name }) => name === "livret.pdf")!.binding!;
      expect([folder, foreEdge]).toEqual([folder, { at: 148, needed: folder === "shop-A3", over: sheets / 10 }]);
    }
  });
});
