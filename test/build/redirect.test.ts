/** A kit with a redirect: its codes, what is printed beside them, and the manifest. */
import { join } from "node:path";
import { default as jsQr } from "jsqr";
import { expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { copyKit, editKit, linkPackages, replacing } from "../kits/temporary.js";
import { readPdf } from "./reader.js";

const REDIRECT = "links: { redirect: https://go.example.org/ }\n";

it("a code holds the address of the redirect, in a language with a page of its own another one", async () => {
  const root = copyKit("atelier", {
    "kit.yaml": (text) => text + REDIRECT,
    "locales/en/locale.yaml": "name: English\n",
    "locales/en/links.yaml": 'carnet: { url: "https://example.org/sky", checked: 2026-11-20 }\n',
  });
  linkPackages(root);
  const workshop = await openWorkshop(root);
  const request = { ...DEFAULT_REQUEST, components: ["jeu"], targets: ["home"], papers: ["A4"] } as const;
  for (const [locale, held, target] of [
    ["fr", "https://go.example.org/carnet", "https://example.org/ciel"],
    ["en", "https://go.example.org/en/carnet", "https://example.org/sky"],
  ] as const) {
    const { folder, manifest } = await workshop.build({ request, locale, out: join(root, "dist") });
    const [file] = manifest!.files;
    const [code] = file!.codes;
    expect(code).toMatchObject({ link: "carnet", url: held, target });
    const pdf = await readPdf(join(folder!, file!.path));
    const { data, width, height } = await pdf.pixels(code!.page, code!.rect, 8);
    expect(jsQr.default(data, width, height)?.data).toBe(held);
    await pdf.close();
  }
});

it("a page that moves changes no piece: nothing is to be printed again", async () => {
  const root = copyKit("atelier", { "kit.yaml": (text) => text + REDIRECT });
  linkPackages(root);
  const request = { ...DEFAULT_REQUEST, components: ["jeu"], targets: ["home"], papers: ["A4"] } as const;
  const workshop = await openWorkshop(root);
  const before = await workshop.build({ request });
  editKit(root, { "cards/links.yaml": replacing("example.org/ciel", "example.org/etoiles") });
  const after = await workshop.build({ request });
  expect(after.manifest!.pieces).toEqual(before.manifest!.pieces);
  expect(after.manifest!.files[0]!.sha256).toBe(before.manifest!.files[0]!.sha256);
  expect(after.manifest!.files[0]!.codes[0]!.target).toBe("https://example.org/etoiles");
});
