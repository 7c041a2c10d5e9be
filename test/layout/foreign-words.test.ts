/** Words in another language than their face: set by its rules, in a place that stays what it is. */
import { beforeAll, expect, it } from "vitest";
import type { FrameItem } from "../../src/layout/index.js";
import { glyphsOf, loadHyphenation, runWidth } from "../../src/text/index.js";
import { face } from "./support.js";

beforeAll(() => {
  for (const lang of ["fr", "de"]) loadHyphenation(lang);
});

type Glyphs = FrameItem & { readonly kind: "glyphs" };

/** The lines of a French face of 100 pt, each run by run from left to right; missing texts are in `original`. */
async function lines(css: string, inside: string, original: string | undefined): Promise<readonly Glyphs[][]> {
  const { page } = await face(css, inside, {}, original);
  const glyphs = page.frame.items.filter((item): item is Glyphs => item.kind === "glyphs");
  const heights = [...new Set(glyphs.map(({ at }) => at.y))];
  return heights.map((height) => glyphs.filter(({ at }) => at.y === height).toSorted((a, b) => a.at.x - b.at.x));
}

const wordsOf = ({ run }: Glyphs): string =>
  glyphsOf(run)
    .map(({ text }) => text.replace("\u00ad", "-"))
    .join("");

const end = ({ at, run }: Glyphs): number => at.x + runWidth(run);

const NARROW = "p { width: 70pt; hyphens: auto }";
const RTL = ":root { direction: rtl }";
const CUT = "<p>«a!missing:Die Zusammenfassungen hier»</p>";
const SUM = "<div>«a!missing:un.» + «b!missing:deux.»</div>";

it.each<[rule: string, css: string, inside: string, original: string | undefined, lines: readonly string[]]>([
  ["words are cut as German cuts them", NARROW, CUT, "de", ["Die Zusam-", "menfassungen", "hier"]],
  ["and as French cuts them in French", NARROW, CUT, undefined, ["Die", "Zusammenfassungen", "hier"]],
  [
    "capitals are those of the language",
    "p { text-transform: uppercase }",
    "<p>istanbul «a!missing:istanbul»</p>",
    "tr",
    ["ISTANBUL |İSTANBUL"],
  ],
  ["signs stay where they are read", RTL, "<p>«a!missing:Oui (ici) ? Non.»</p>", "en", ["Oui (ici) ? Non."]],
  ["on each line", `${RTL} ${NARROW}`, "<p>«a!missing:Oui, c’est ici. Non !»</p>", "en", ["Oui, c’est", "ici. Non !"]],
  [
    "across marks and links",
    RTL,
    '<p>«a!missing:Un <u>deux</u>, <a href="https://a.fr">trois</a>.»</p>',
    "en",
    ["Un |deux|, |trois|."],
  ],
  ["two texts follow each other as the face is read", `${RTL} div { display: flex }`, SUM, "en", ["deux.| + |un."]],
])("%s", async (_, css, inside, original, expected) => {
  const found = await lines(css, inside, original);
  expect(found.map((line) => line.map(wordsOf).join("|"))).toEqual(expected);
});

it("lines begin on the side where those of the face begin", async () => {
  const found = await lines(`${RTL} ${NARROW}`, "<p>«a!missing:Oui, c’est ici. Non !»</p>", "en");
  for (const line of found) expect(end(line.at(-1)!)).toBeCloseTo(100, 1);
});
