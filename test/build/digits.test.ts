/** A small kit in the Arabic of Egypt, which has digits of its own: every number that the program writes is in them. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildKit } from "../kits/building.js";
import { copyKit, replacing } from "../kits/temporary.js";
import { type ReadPdf, readPdf } from "./reader.js";

const [LIVRET, JEU] = ["screen-a5/livret.pdf", "home-A4/jeu.pdf"] as const;
const pdfs = new Map<string, ReadPdf>();

beforeAll(async () => {
  const kit = copyKit("droite-a-gauche", {
    "kit.yaml": replacing("locale: ar", "locale: ar-EG"),
    "templates/carte.hbs": replacing(
      "<h1>{{title}}</h1>",
      '<h1 style="width: {{add 40 2}}mm">{{title}}</h1>\n  <p>{{piece.number}}/{{component.count}}</p>',
    ),
  });
  const result = await buildKit(kit, join(kit, "dist"), { targets: ["screen", "home"], papers: ["A4"] });
  expect(result.problems).toEqual([]);
  for (const path of [LIVRET, JEU]) pdfs.set(path, await readPdf(join(result.folder!, path)));
});
afterAll(async () => {
  for (const pdf of pdfs.values()) await pdf.close();
});

it.each<[what: string, file: string, page: number, written: string]>([
  ["page numbers", LIVRET, 3, "٣"],
  ["numbers of a list", LIVRET, 3, "١. نوزّع"],
  ["what a text counts", LIVRET, 1, "في هذه الحقيبة ١ بطاقة"],
  ["the page that a text leads to", LIVRET, 1, "في الصفحة ٣"],
  ["minutes", LIVRET, 4, "٤٥ دقيقة"],
  ["what people typed stays as they typed it", LIVRET, 3, "من 2010 إلى 2020"],
  ["numbers of a template", JEU, 1, "١/١"],
  ["a list made by a template", JEU, 2, "٢. نسأل"],
])("%s", (_, file, page, written) => {
  const words = pdfs
    .get(file)!
    .pages[page - 1]!.words.map(({ text }) => text)
    .join("");
  expect(words.replace(/\s/g, "")).toContain(written.replace(/\s/g, ""));
});
