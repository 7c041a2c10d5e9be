/** What is seen on a screen is what is printed: pictures against the pages of the PDF, drawn by an independent reader. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import type { PictureFile } from "../../src/production/pictures.js";
import { type ReadPdf, readPdf } from "../build/reader.js";
import { copyKit } from "../kits/temporary.js";

const DOTS_PER_MM = 300 / 25.4;
/** Share of pixels that may differ: the edges of letters, smoothed by another program. */
const TOLERANCE = 0.004;

describe("pictures and print show the same", () => {
  let folder: string;
  let pictures: readonly PictureFile[];
  let pdf: ReadPdf;
  let places: readonly {
    piece: string;
    side: string;
    page: number;
    rect: { x: number; y: number; width: number; height: number };
  }[];
  beforeAll(async () => {
    const kit = copyKit("atelier");
    const workshop = await openWorkshop(kit);
    const out = join(kit, "dist");
    const request = { ...DEFAULT_REQUEST, targets: ["home"], papers: ["A4"], components: ["jeu"] } as const;
    const built = await workshop.build({ request, out });
    const [file] = built.manifest!.files;
    places = file!.faces;
    pdf = await readPdf(join(built.folder!, file!.path));
    const made = await workshop.pictures({ components: ["jeu"], sizes: ["print"], out });
    pictures = made.files!;
    folder = made.folder!;
  });
  afterAll(() => pdf.close());

  it("for every face of a deck", async () => {
    expect(pictures.length).toBeGreaterThan(3);
    for (const { path, piece, side, width, height } of pictures) {
      const { page, rect } = places.find((place) => place.piece === piece && place.side === side)!;
      const printed = await pdf.pixels(page, rect, DOTS_PER_MM);
      expect([width, height], path).toEqual([printed.width, printed.height]);
      const shown = await sharp(readFileSync(join(folder, path)))
        .ensureAlpha()
        .raw()
        .toBuffer();
      const different = pixelmatch(new Uint8Array(shown), new Uint8Array(printed.data), undefined, width, height, {
        threshold: 0.15,
      });
      expect(different / (width * height), path).toBeLessThan(TOLERANCE);
    }
  });
});
