/**
 * A few faces of small kits as they looked when somebody last found them right.
 * `MALLETTE_GOLDEN=write npx vitest run test/build/golden.test.ts` makes the pictures anew: look at them before keeping them.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest, RectMm } from "../../src/deliver/manifest.js";
import { buildKit } from "../kits/building.js";
import { copyKit, REPOSITORY } from "../kits/temporary.js";
import { type ReadPdf, readPdf } from "./reader.js";

const DOTS_PER_MM = 60 / 25.4;
/** Share of pixels that may differ: the edges of letters, drawn by another version of pdf.js. */
const TOLERANCE = 0.005;

interface Golden {
  readonly picture: string;
  readonly file: string;
  readonly piece: string;
  readonly side: "front" | "back";
  /** Left out all around, in millimetres: where a sheet's own marks may lie on a face that fills it. */
  readonly inset: number;
}

const GOLDEN: readonly Golden[] = [
  { picture: "jeu-lune-recto", file: "home-A4/jeu.pdf", piece: "jeu/lune", side: "front", inset: 0 },
  { picture: "jeu-lune-verso", file: "home-A4/jeu.pdf", piece: "jeu/lune", side: "back", inset: 0 },
  { picture: "fiche-regarder", file: "home-A4/fiches.pdf", piece: "fiches/regarder", side: "front", inset: 9 },
];

const shrunk = ({ x, y, width, height }: RectMm, by: number): RectMm => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

describe("faces look as they did", () => {
  let manifest: Manifest;
  const pdfs = new Map<string, ReadPdf>();
  beforeAll(async () => {
    const kit = copyKit("atelier");
    const request = { targets: ["home"], papers: ["A4"], components: ["jeu", "fiches"] } as const;
    const result = await buildKit(kit, join(kit, "dist"), request);
    manifest = result.manifest!;
    for (const { path } of manifest.files) pdfs.set(path, await readPdf(join(result.folder!, path)));
  });
  afterAll(async () => {
    for (const pdf of pdfs.values()) await pdf.close();
  });

  it.each(GOLDEN)("$picture", async ({ picture, file, piece, side, inset }) => {
    const { faces } = manifest.files.find(({ path }) => path === file)!;
    const face = faces.find((each) => each.piece === piece && each.side === side)!;
    const { data, width, height } = await pdfs.get(file)!.pixels(face.page, shrunk(face.rect, inset), DOTS_PER_MM);
    const place = join(REPOSITORY, "test/golden", `${picture}.png`);
    if (process.env.MALLETTE_GOLDEN === "write")
      writeFileSync(
        place,
        await sharp(data, { raw: { width, height, channels: 4 } })
          .png()
          .toBuffer(),
      );
    expect(existsSync(place)).toBe(true);
    const golden = await sharp(readFileSync(place)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([width, height]).toEqual([golden.info.width, golden.info.height]);
    const different = pixelmatch(new Uint8Array(golden.data), new Uint8Array(data), undefined, width, height, {
      threshold: 0.15,
    });
    expect(different / (width * height)).toBeLessThan(TOLERANCE);
  });
});
