/** What a language has of its own: pages, pictures, fonts, words that are cut otherwise, terms that stay the same. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type BuildResult, openWorkshop } from "../../src/build.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { hyphenPoints } from "../../src/text/hyphenate.js";
import { loadHyphenation } from "../../src/text/index.js";
import { readPdf } from "../build/reader.js";
import { mallette } from "../cli/fake-terminal.js";
import { copyKit, editKit, linkPackages, temporaryFolder } from "../kits/temporary.js";

let kit: string;
beforeEach(async () => {
  kit = copyKit("atelier");
  linkPackages(kit);
  await mallette(["translate", "new", "en"], { cwd: kit });
  const path = join(kit, "locales/en.po");
  const text = readFileSync(path, "utf8").replace(/msgid "(.+)"\nmsgstr ""/g, 'msgid "$1"\nmsgstr "$1 (en)"');
  writeFileSync(path, text);
});

const profile = (lines: string): void =>
  editKit(kit, { "locales/en/locale.yaml": `name: English\ngate: { translated: 0 }\n${lines}\n` });

async function build(
  more: { readonly papers?: readonly string[] | undefined } = { papers: ["A4"] },
): Promise<BuildResult> {
  const request = { ...DEFAULT_REQUEST, components: ["jeu"], targets: ["home"], ...more } as const;
  return (await openWorkshop(kit)).build({ request, locale: "en", out: temporaryFolder() });
}

const codes = ({ problems }: BuildResult): readonly string[] => problems.map(({ code }) => code);
const hashes = ({ manifest }: BuildResult) => new Map(manifest!.pieces.map(({ id, hash }) => [id, hash]));

describe("addresses", () => {
  const printed = async ({ folder }: BuildResult): Promise<string> => {
    const pdf = await readPdf(join(folder!, "home-A4/jeu-EPREUVE.pdf"));
    return pdf.pages.flatMap(({ words }) => words.map(({ text }) => text)).join(" ");
  };

  it("that lead to a page in another language say so beside the code", async () => {
    editKit(kit, {
      "templates/carte.hbs": (text) => text.replace("<qr ", "{{#if link}}<p>{{link.display}}</p>{{/if}}<qr "),
    });
    expect(await printed(await build())).toContain("example.org/ciel (FR)");
  });

  it("of the language take their place, and need no tag", async () => {
    editKit(kit, {
      "templates/carte.hbs": (text) => text.replace("<qr ", "{{#if link}}<p>{{link.display}}</p>{{/if}}<qr "),
      "locales/en/links.yaml": 'carnet: { url: "https://example.org/sky", checked: 2026-11-20 }\n',
    });
    const result = await build();
    expect(await printed(result)).toContain("example.org/sky");
    expect(await printed(result)).not.toContain("(FR)");
    const addresses = result.manifest!.files.flatMap(({ codes: placed }) => placed.map(({ url }) => url));
    expect(new Set(addresses)).toEqual(new Set(["https://example.org/sky"]));
  });

  it("that the kit does not have are told", async () => {
    editKit(kit, { "locales/en/links.yaml": 'carnot: { url: "https://example.org", checked: 2026-11-20 }\n' });
    expect(codes(await build())).toEqual(["unknown-link"]);
  });
});

it("a picture of the language stands for the one of the same name", async () => {
  const before = hashes(await build());
  const svg = readFileSync(join(kit, "assets/lune.svg"), "utf8").replace(/#[0-9a-f]{6}/i, "#123456");
  editKit(kit, { "locales/en/assets/lune.svg": svg });
  const after = hashes(await build());
  expect(after.get("jeu/lune")).not.toBe(before.get("jeu/lune"));
  expect(after.get("jeu/soleil")).toBe(before.get("jeu/soleil"));
});

it("the papers of the language are those of a build that names none", async () => {
  profile("paper: Letter");
  const { manifest } = await build({ papers: undefined });
  expect(manifest!.files.map(({ paper }) => paper)).toEqual(["Letter"]);
});

it("a term of the glossary that a translation does not use is told, and stops nothing", async () => {
  profile("glossary: { Lune: moon }");
  const { ok, problems } = await build();
  expect(ok).toBe(true);
  expect(problems.map(({ code, field, severity }) => `${severity} ${code} ${field}`)).toEqual([
    "warning other-term jeu/lune/title",
  ]);
});

it("a partner that is no font of the kit is told", async () => {
  profile("fonts: { Atkinson: Comic }");
  expect(codes(await build())).toContain("unknown-family");
});

describe("words that the language cuts otherwise", () => {
  it("are cut where they have hyphens, and nowhere else; other words as ever", () => {
    loadHyphenation("en-GB");
    const usual = hyphenPoints("analysis", "en-GB");
    loadHyphenation("en-GB", ["ana-ly-sis", "bookbinder"]);
    expect(hyphenPoints("analysis", "en-GB")).toEqual([3, 5]);
    expect(hyphenPoints("Analysis,", "en-GB")).toEqual([3, 5]);
    expect(hyphenPoints("bookbinder", "en-GB")).toEqual([]);
    loadHyphenation("en-GB");
    expect(hyphenPoints("analysis", "en-GB")).toEqual(usual);
  });
});
