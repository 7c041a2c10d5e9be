/** A book of any length, the same for every typesetter: chapters with headings, paragraphs, lists, boxes, contents, references. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS =
  "la conversation commence souvent par une question simple que personne n’osait poser et qui ouvre pourtant la discussion sur ce que les machines apprennent de nous sur les données que nous laissons derrière nous et sur les décisions que nous voulons continuer à prendre ensemble avec patience curiosité et bienveillance dans les bibliothèques les centres sociaux les écoles et les associations".split(
    " ",
  );

const sentence = (seed, length) => {
  const words = Array.from({ length }, (_, at) => WORDS[(seed * 11 + at * 5 + (at % 3)) % WORDS.length]);
  const text = words.join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
};
const paragraph = (seed) =>
  Array.from({ length: 3 + (seed % 4) }, (_, at) => sentence(seed + at, 9 + ((seed + at * 3) % 14))).join(" ");

/** About four pages of A5. */
const SECTIONS = 4;

/** Chapters as plain data: title, and sections with title, paragraphs, a list and a box. */
export const chapters = (count) =>
  Array.from({ length: count }, (_, chapter) => ({
    id: `chapitre-${chapter + 1}`,
    title: `Chapitre ${chapter + 1}`,
    next: `chapitre-${((chapter + 7) % count) + 1}`,
    sections: Array.from({ length: SECTIONS }, (_, section) => {
      const seed = chapter * 31 + section * 7;
      return {
        title: `Partie ${section + 1} du chapitre ${chapter + 1}`,
        paragraphs: Array.from({ length: 3 }, (_, at) => paragraph(seed + at)),
        list: Array.from({ length: 3 }, (_, at) => sentence(seed + at + 3, 8)),
        box: paragraph(seed + 5),
      };
    }),
  }));

const FORMAT = "a5: { width: 148mm, height: 210mm, safe: 8mm }";
const TEMPLATES = {
  page: `---
format: a5
---
<style>
slot { position: absolute; left: 16mm; top: 20mm; width: 116mm; height: 486pt }
.folio { position: absolute; left: 16mm; bottom: 9mm; width: 116mm; font-size: 8pt; text-align: center }
</style>
<front><slot/><div class="folio">{{page.number}}</div></front>
`,
  chapitre: `---
format: a5
fields:
  title: { type: text, required: true }
---
<style>
.texte { display: block; font-size: 10pt; line-height: 13.5pt; --rhythm: 6.75pt; hyphens: auto; text-align: justify }
.texte p { margin-bottom: 6.75pt; text-wrap: pretty }
.texte h1 { font-size: 20pt; line-height: 27pt; margin-bottom: 13.5pt }
.texte h2 { font-size: 14pt; line-height: 18pt; margin-top: 15pt; margin-bottom: 7.5pt }
.texte ul { margin-bottom: 6.75pt }
</style>
<flow page="page" class="texte"><h1>{{title}}</h1>{{body}}</flow>
`,
  encart: `<style>
.encart { background: #D6E6F7; border-radius: 3mm; padding: 4mm; margin-bottom: 13.5pt }
</style>
<div class="encart">{{body}}</div>
`,
  table: `<style>
.table a { display: flex; gap: 2mm }
.table .points { flex: 1; border-bottom: 0.8pt dotted #888888 }
</style>
<div class="table">{{#each toc}}{{#if (eq level 1)}}<a href="#{{id}}"><span>{{title}}</span><span class="points"></span><span>{{page}}</span></a>{{/if}}{{/each}}</div>
`,
};

export function writeBook(folder, count) {
  for (const part of ["cards/livre", "templates", "fonts"]) mkdirSync(join(folder, part), { recursive: true });
  const pkg = (name) => `"@expo-google-fonts/${name}"`;
  writeFileSync(
    join(folder, "kit.yaml"),
    `kit: banc\ntitle: Banc\nversion: "1.0"\ndate: 2026-01-01\nlocale: fr\nauthor: Banc\nlicence: Libre\nformats:\n  ${FORMAT}\ncomponents:\n  livre: { title: Livre, kind: booklet, cards: cards/livre }\n`,
  );
  writeFileSync(
    join(folder, "fonts/fonts.yaml"),
    `families:\n  Atkinson Hyperlegible Next:\n    - { weight: 400, package: ${pkg("atkinson-hyperlegible-next")}, file: 400Regular/AtkinsonHyperlegibleNext_400Regular.ttf }\n  Bricolage Grotesque:\n    - { weight: 700, package: ${pkg("bricolage-grotesque")}, file: 700Bold/BricolageGrotesque_700Bold.ttf }\n`,
  );
  for (const [name, text] of Object.entries(TEMPLATES)) writeFileSync(join(folder, `templates/${name}.hbs`), text);
  writeFileSync(
    join(folder, "templates/theme.css"),
    ':root { font-family: "Atkinson Hyperlegible Next" }\nh1, h2 { font-family: "Bricolage Grotesque"; font-weight: 700 }\n',
  );
  writeFileSync(join(folder, "cards/links.yaml"), 'accueil: { url: "https://cafeia.org", title: Accueil, language: fr, checked: 2026-01-01 }\n');
  writeFileSync(join(folder, "cards/ui.yaml"), "mot: mot\n");
  const file = (number) => join(folder, "cards/livre", `${String(number).padStart(3, "0")}-`);
  writeFileSync(`${file(0)}table.md`, "---\ntemplate: chapitre\ntitle: Table\n---\n\n::table\n");
  for (const [index, { id, title, next, sections }] of chapters(count).entries()) {
    const body = sections.map(
      ({ title: heading, paragraphs, list, box }) =>
        `## ${heading}\n\n${paragraphs.join("\n\n")} Voir page {page ${next}}.\n\n${list.map((item) => `- ${item}`).join("\n")}\n\n:::encart\n${box}\n:::\n`,
    );
    writeFileSync(`${file(index + 1)}${id}.md`, `---\ntemplate: chapitre\ntitle: ${title}\n---\n\n${body.join("\n")}`);
  }
}
