import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedProfile } from "../../src/color/index.js";
import type { Manifest } from "../../src/deliver/index.js";
import type { BuildRequest } from "../../src/plan/request.js";
import { mm } from "../../src/units.js";
import { altered } from "../color/profiles.js";
import { buildKit, places } from "../kits/building.js";
import { copyKit, type Edits, linkPackages, REPOSITORY, temporaryFolder } from "../kits/temporary.js";
import { objectsOf, objectsWith, open, operatorsOf, textOf } from "../render/reader.js";

const PRESS: Partial<BuildRequest> = { targets: ["press"] };

async function build(edits: Edits = {}, request: Partial<BuildRequest> = PRESS) {
  const root = copyKit("atelier", edits);
  linkPackages(root);
  const out = temporaryFolder();
  const result = await buildKit(root, out, request);
  return { result, file: (path: string) => new Uint8Array(readFileSync(join(out, "fr", path))) };
}

/** RGB in any of the ways in which this program could write it. */
function rgbIn(bytes: Uint8Array): readonly string[] {
  const operators = operatorsOf(bytes).match(/^(?:[\d.]+ ){3}(?:rg|RG)$/gm) ?? [];
  const spaces = objectsOf(bytes).filter(({ dictionary }) => /DeviceRGB|CalRGB|\/Lab\b|\/N 3\b/.test(dictionary));
  return [...operators, ...spaces.map(({ dictionary }) => dictionary)];
}

describe("a small kit for a press", () => {
  it("is made whole: no RGB, one size a file, every page with its boxes, words that can be read", async () => {
    const { result, file } = await build();
    expect(places(result)).toBe("");
    expect(result.manifest!.files.map(({ path, target, pages }) => `${path} ${target} ${pages}`)).toEqual([
      "press/jeu.pdf press 4",
      "press/fiches.pdf press 1",
      "press/plateau.pdf press 2",
    ]);
    for (const { path, pages } of result.manifest!.files) {
      const bytes = file(path);
      expect(rgbIn(bytes), path).toEqual([]);
      const sheets = objectsWith(bytes, "/Type /Page\n");
      expect(sheets).toHaveLength(pages);
      expect(new Set(sheets.map(({ dictionary }) => /TrimBox \[[^\]]*\]/.exec(dictionary)![0])).size).toBe(1);
      expect((await open(bytes)).numPages).toBe(pages);
    }
    expect(await textOf(file("press/jeu.pdf"))).toContain("Lune");
  });

  it("gives the same bytes again, and says of each page what is on it", async () => {
    const [one, other] = [await build(), await build()];
    expect(Buffer.compare(one.file("press/jeu.pdf"), other.file("press/jeu.pdf"))).toBe(0);
    const manifest = JSON.parse(Buffer.from(one.file("manifest.json")).toString()) as Manifest;
    const { faces } = manifest.files.find(({ path }) => path === "press/jeu.pdf")!;
    expect(faces.map(({ piece, side, page }) => `${page} ${piece} ${side}`)).toEqual([
      "1 jeu/lune front",
      "2 jeu/lune back",
      "3 jeu/soleil front",
      "4 jeu/soleil back",
    ]);
    expect(faces[0]!.rect).toEqual({ x: 3, y: 3, width: 63, height: 88 });
  });

  it("leaves the other targets as they are", async () => {
    const home: Partial<BuildRequest> = { targets: ["home"], papers: ["A4"] };
    const both = await build({}, { ...home, targets: ["press", "home"] });
    const alone = await build({}, home);
    expect(Buffer.compare(both.file("home-A4/jeu.pdf"), alone.file("home-A4/jeu.pdf"))).toBe(0);
  });

  it("prints a colour of the theme in the inks that it chose", async () => {
    const { result, file } = await build({
      "templates/theme.css": (text) =>
        `:root { --texte: #20242b }\n@press { --texte: device-cmyk(0% 100% 100% 10%) }\n${text}`,
    });
    expect(places(result)).toBe("");
    expect(operatorsOf(file("press/jeu.pdf"))).toContain("0 1 1 0.1 k\n");
  });

  it("takes the profile and the products that the kit names", async () => {
    const own = altered((bytes) => void bytes.write("Essai d’atelier", shippedProfile().length - 40, "latin1"));
    const { result, file } = await build(
      {
        "profils/essai.icc": own,
        "kit.yaml": (text) =>
          `${text}press:\n  profile: profils/essai.icc\n  condition: FOGRA51\n  products:\n    carte-maison: { width: 63mm, height: 88mm, bleed: 2mm, order: two-files, marks: offset, ink: 280 }\n`,
      },
      { ...PRESS, press: { product: "carte-maison" } },
    );
    expect(result.manifest!.files.map(({ path }) => path)).toEqual([
      "press-carte-maison/jeu-recto.pdf",
      "press-carte-maison/jeu-verso.pdf",
    ]);
    const bytes = file("press-carte-maison/jeu-verso.pdf");
    expect(objectsWith(bytes, "/GTS_PDFX", "(FOGRA51)")).toHaveLength(1);
    expect(Buffer.from(objectsWith(bytes, "/N 4")[0]!.stream!).equals(Buffer.from(own))).toBe(true);
    // A mark begins 3 mm from the cut, is 5 mm long, and a millimetre from the edge of the page.
    expect(objectsWith(bytes, "/Type /Page\n")[0]!.dictionary).toContain("/TrimBox [25.51");
  });
});

describe("what is wrong with a press", () => {
  const profile = (bytes: Uint8Array): Edits => ({
    "profils/essai.icc": bytes,
    "kit.yaml": (text) => `${text}press: { profile: profils/essai.icc }\n`,
  });

  it.each([
    ["a profile that is none", profile(Buffer.from("bonjour")), "bad-press-profile kit.yaml:17:19"],
    [
      "a profile of a screen",
      profile(altered((bytes) => void bytes.write("mntr", 12))),
      "bad-press-profile kit.yaml:17:19",
    ],
    [
      "a profile that is not there",
      { "kit.yaml": (text: string) => `${text}press: { profile: profils/absent.icc }\n` },
      "missing-file kit.yaml:17:19",
    ],
    [
      "half a size",
      { "kit.yaml": (text: string) => `${text}press: { products: { moi: { width: 63mm } } }\n` },
      "half-a-size kit.yaml:17:22",
    ],
    [
      "too much ink",
      {
        "templates/theme.css": (text: string) =>
          `:root { --nuit: #000022 }\n@press { --nuit: device-cmyk(100% 100% 100% 90%) }\n${text}`,
      },
      "press-too-much-ink templates/theme.css:2:10",
    ],
    [
      "inks that are none",
      {
        "templates/theme.css": (text: string) => `:root { --nuit: #000022 }\n@press { --nuit: bleu }\n${text}`,
      },
      "press-bad-inks templates/theme.css:2:10",
    ],
  ] as readonly (readonly [string, Edits, string])[])(
    "%s is told at its place, and nothing is made",
    async (_, edits, told) => {
      const { result } = await build(edits);
      expect(result.ok).toBe(false);
      expect(places(result)).toBe(told);
    },
  );

  it("inks that are none are told for every target; a profile is of no concern to others", async () => {
    const home: Partial<BuildRequest> = { targets: ["home"], papers: ["A4"] };
    const inks = { "templates/theme.css": (text: string) => `${text}@press { --nuit: bleu }\n` };
    expect(places((await build(inks, home)).result)).toContain("press-bad-inks");
    expect((await build(profile(Buffer.from("bonjour")), home)).result.ok).toBe(true);
  });

  it("a bleed that the pieces do not have", async () => {
    const { result } = await build({}, { ...PRESS, press: { bleed: mm(5) } });
    expect(places(result)).toBe("press-short-bleed kit.yaml:14:3\npress-short-bleed kit.yaml:16:3");
    const more = { "kit.yaml": (text: string) => text.replaceAll("bleed: 3mm", "bleed: 5mm") };
    expect((await build(more, { ...PRESS, press: { bleed: mm(5) } })).result.ok).toBe(true);
  });
});

describe("the kit of this repository for a press", () => {
  it("has no RGB anywhere, and its texts are black ink that overprints", async () => {
    const out = temporaryFolder();
    const result = await buildKit(REPOSITORY, out, { ...PRESS, components: ["donnees", "plateau", "affiche"] });
    expect(places(result)).toBe("");
    for (const { path } of result.manifest!.files) {
      const bytes = new Uint8Array(readFileSync(join(out, "fr", path)));
      expect(rgbIn(bytes), path).toEqual([]);
      const sums = [...operatorsOf(bytes).matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK]$/gm)].map((inks) =>
        inks.slice(1).reduce((sum, ink) => sum + Number(ink), 0),
      );
      expect(Math.max(...sums), path).toBeLessThanOrEqual(3.002);
      expect(operatorsOf(bytes), path).toContain("0 0 0 1 k\n/G1000k gs\n");
    }
  });
});
