/** A card kit of any size, the same for every typesetter: title, 45 to 70 words, icon, QR code, two sides. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS =
  "une idée simple fait parfois plus de chemin qu’un long discours car elle se partage autour d’une table avec un café des voisins et quelques cartes posées devant soi pour comprendre ce que les machines apprennent de nous et décider ensemble de la place que nous voulons leur laisser dans la vie de tous les jours".split(
    " ",
  );
const ICONS = ["robot", "brain", "camera", "leaf", "palette", "scales", "eye", "shield-check"];

/** Words of card `index`, always the same. */
const wordsOf = (index, count, shift) =>
  Array.from({ length: count }, (_, at) => WORDS[(index * 7 + at + shift) % WORDS.length]).join(" ");

export const cards = (count) =>
  Array.from({ length: count }, (_, index) => ({
    id: `carte-${index + 1}`,
    title: `Carte ${index + 1} : ${wordsOf(index, 3, 0)}`,
    front: `${wordsOf(index, 45 + (index % 26), 3)}.`,
    back: `${wordsOf(index, 45 + ((index * 3) % 26), 11)}.`,
    icon: `ph:${ICONS[index % ICONS.length]}-duotone`,
    link: `lien-${(index % 12) + 1}`,
  }));

const TEMPLATE = `---
format: carte
fields:
  title: { type: text, required: true }
  front: { type: markdown, required: true }
  back: { type: markdown, required: true }
  icon: { type: icon, required: true }
  link: { type: link, required: true }
---
<style>
.face { padding: 5mm; display: flex; flex-direction: column; flex: 1 }
h1 { font-family: "Bricolage Grotesque"; font-weight: 700; font-size: 11pt; line-height: 1.15 }
p { font-size: 7pt; line-height: 1.3; margin-top: 2mm }
.band { position: absolute; left: -3mm; right: -3mm; top: -3mm; height: 5mm; background: #D6E6F7 }
.row { display: flex; justify-content: space-between; align-items: flex-end; margin-top: auto }
.row icon { width: 12mm; height: 12mm; color: #2B6CB0 }
qr { width: 18mm; height: 18mm }
.foot { font-size: 6pt }
</style>
<front><div class="band"></div><div class="face"><h1>{{title}}</h1><p>{{front}}</p><div class="row"><icon name="{{icon}}"/><qr link="{{link.id}}"/></div><div class="foot">{{piece.id}}</div></div></front>
<back><div class="band"></div><div class="face"><h1>{{title}}</h1><p>{{back}}</p><div class="row"><icon name="{{icon}}"/></div><div class="foot">{{piece.id}}</div></div></back>
`;

export function writeKit(folder, count, change = "") {
  for (const part of ["cards", "templates", "fonts"]) mkdirSync(join(folder, part), { recursive: true });
  const files = Array.from({ length: Math.ceil(count / FILE_SIZE) }, (_, at) => `cards/jeu-${at + 1}.yaml`);
  const pkg = (name) => `"@expo-google-fonts/${name}"`;
  writeFileSync(
    join(folder, "kit.yaml"),
    `kit: banc\ntitle: Banc\nversion: "1.0"\ndate: 2026-01-01\nlocale: fr\nauthor: Banc\nlicence: Libre\nformats:\n  carte: { width: 63mm, height: 88mm, bleed: 3mm, safe: 4mm }\ncomponents:\n  jeu: { title: Jeu, kind: deck, cards: [${files.join(", ")}] }\n`,
  );
  writeFileSync(
    join(folder, "fonts/fonts.yaml"),
    `families:\n  Atkinson Hyperlegible Next:\n    - { weight: 400, package: ${pkg("atkinson-hyperlegible-next")}, file: 400Regular/AtkinsonHyperlegibleNext_400Regular.ttf }\n  Bricolage Grotesque:\n    - { weight: 700, package: ${pkg("bricolage-grotesque")}, file: 700Bold/BricolageGrotesque_700Bold.ttf }\n`,
  );
  writeFileSync(join(folder, "templates/carte.hbs"), TEMPLATE);
  writeFileSync(join(folder, "templates/theme.css"), ':root { font-family: "Atkinson Hyperlegible Next"; display: flex }\n');
  const links = Array.from(
    { length: 12 },
    (_, at) => `lien-${at + 1}: { url: "https://cafeia.org/ressource/${at + 1}", title: Ressource ${at + 1}, language: fr, checked: 2026-01-01 }`,
  );
  writeFileSync(join(folder, "cards/links.yaml"), `${links.join("\n")}\n`);
  writeFileSync(join(folder, "cards/ui.yaml"), "mot: mot\n");
  writeCards(folder, count, change);
}

/** As people do: a deck of thousands is cut into files of a size that an editor opens. */
const FILE_SIZE = 1000;

/** The deck alone; `change` is added to the first card's text, and only its file is written then. */
export function writeCards(folder, count, change) {
  const pieces = cards(count).map(
    ({ id, title, front, back, icon, link }, index) =>
      `  - id: ${id}\n    title: >-\n      ${title}\n    front: >-\n      ${front}${index === 0 ? change : ""}\n    back: >-\n      ${back}\n    icon: ${icon}\n    link: ${link}\n`,
  );
  for (let at = 0; at < (change === "" ? count : 1); at += FILE_SIZE) {
    const path = join(folder, `cards/jeu-${at / FILE_SIZE + 1}.yaml`);
    writeFileSync(path, `template: carte\npieces:\n${pieces.slice(at, at + FILE_SIZE).join("")}`);
  }
}
