/** The kit's QR codes in other languages: each leads where the language's own links say. */
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { default as jsQr } from "jsqr";
import { describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { REPOSITORY, temporaryFolder } from "../kits/temporary.js";
import { loadedKit } from "../translation/support.js";
import { readPdf } from "./reader.js";

const PARTS = ["kit.yaml", "cards", "templates", "fonts", "assets", "locales"];

/** A link of the kit for which the language has a page of its own. */
const OWN = { id: "cafeia-accueil", url: "https://example.org/cafe-ia" };

/** The kit, with a page of its own in `locale`. */
function kitWithLinks(locale: string): string {
  const root = join(temporaryFolder(), "kit");
  for (const part of PARTS) cpSync(join(REPOSITORY, part), join(root, part), { recursive: true });
  const links = join(root, "locales", locale, "links.yaml");
  expect(existsSync(links), "the language has links by now: test with those").toBe(false);
  writeFileSync(links, `${OWN.id}: { url: "${OWN.url}", language: ${locale}, checked: 2026-11-24 }\n`);
  return root;
}

describe.each(["en-GB", "ar"])("in %s, QR codes", (locale) => {
  it("decode, from the finished sheet, to the language’s address where it has one, else to the kit’s", async () => {
    const root = kitWithLinks(locale);
    const { links } = loadedKit(root);
    const request = { ...DEFAULT_REQUEST, targets: ["shop"], papers: ["A4"] } as const;
    const { folder, manifest } = await (await openWorkshop(root)).build({ request, locale, out: join(root, "dist") });
    const read = new Set<string>();
    for (const { path, codes } of manifest!.files.filter((file) => file.codes.length > 0)) {
      const pdf = await readPdf(join(folder!, path));
      for (const { page, rect, link } of codes) {
        const { data, width, height } = await pdf.pixels(page, rect, 8);
        const url = link === OWN.id ? OWN.url : links.get(link)!.url;
        expect([path, page, link, jsQr.default(data, width, height)?.data]).toEqual([path, page, link, url]);
        read.add(link);
      }
      await pdf.close();
    }
    expect(read).toContain(OWN.id);
    expect(read.size).toBeGreaterThan(20);
  });
});
