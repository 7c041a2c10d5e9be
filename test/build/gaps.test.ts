/** Texts that are not translated yet, in a proof that is read from the other side: each is set as the language it is in. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { copyKit, type Edits } from "../kits/temporary.js";
import { type ReadPage, readPdf } from "./reader.js";

/** What stands in each line of a booklet's proof, from left to right. */
async function linesOf(name: string, locale: string, edits: Edits): Promise<readonly string[]> {
  const kit = copyKit(name, edits);
  const workshop = await openWorkshop(kit);
  const request = { ...DEFAULT_REQUEST, targets: ["screen"], papers: ["A4"] } as const;
  const { folder, problems } = await workshop.build({ request, locale, out: join(kit, "dist") });
  expect(problems).toEqual([]);
  const pdf = await readPdf(join(folder!, "screen-a5/livret-EPREUVE.pdf"));
  await pdf.close();
  return pdf.pages.flatMap(linesOn);
}

function linesOn({ words }: ReadPage): readonly string[] {
  const shown = words.filter(({ text }) => text.trim() !== "");
  const heights = [...new Set(shown.map(({ y }) => Math.round(y)))];
  return heights.map((height) =>
    shown
      .filter(({ y }) => Math.round(y) === height)
      .toSorted((a, b) => a.x - b.x)
      .map(({ text }) => text.trim())
      .join(" | "),
  );
}

const ARABIC = `
  IBM Plex Sans Arabic:
    - { weight: 400, package: "@expo-google-fonts/ibm-plex-sans-arabic", file: 400Regular/IBMPlexSansArabic_400Regular.ttf }
    - { weight: 700, package: "@expo-google-fonts/ibm-plex-sans-arabic", file: 700Bold/IBMPlexSansArabic_700Bold.ttf }
`;

describe("French in an Arabic proof", async () => {
  const lines = await linesOf("livret", "ar", {
    "fonts/fonts.yaml": (text) => text.trimEnd() + ARABIC,
    "locales/ar/locale.yaml":
      'name: العربية\ndigits: arab\nquotes: ["“", "”"]\nfonts: { Atkinson Hyperlegible Next: IBM Plex Sans Arabic }\n',
  });

  it.each([
    ["runs from left to right, across its marks", "peu de temps | , même debout."],
    ["keeps its own quotes and spaces", "Si « La Lune » sort en premier, gardez-la pour la fin."],
    ["has its dates, numbers and durations in French", "Version 1.2 du 24 novembre 2026."],
    ["leads to pages in its own digits", "La suite est page 2."],
    ["keeps the bullet on the side of the page", "éteindre les lampes ; | •"],
    ["keeps the number of its list on the side of the page, as the page counts", "Distribuer les cartes. | . | ١"],
    ["keeps the columns of the page", "« La séance » | 40 min"],
    ["leaves the page its number", "٢"],
  ])("%s", (_, line) => expect(lines).toContain(line));
});

describe("Arabic in a French proof", async () => {
  const lines = await linesOf("droite-a-gauche", "fr", { "locales/fr/locale.yaml": "name: français\n" });

  it.each([
    ["runs from right to left", ". | بثقة | الآلة لا تعرف ما تقول، لكنها تقوله"],
    [
      "keeps its numbers and addresses in order",
      ". | 3939 | ، والهاتف | www.cafe-ia.org | بطاقة. عنوان الموقع | 1 | في هذه الحقيبة",
    ],
    ["has its dates in Arabic", expect.stringContaining("2026 | نوفمبر | 24")],
    ["keeps the number of its list on the side of the page", "1. | نوزّع البطاقات."],
  ])("%s", (_, line) => expect(lines).toContainEqual(line));
});
