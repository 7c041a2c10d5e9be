/** The same cards in Typst: `node typst.mjs FOLDER COUNT [edit]` writes typst.pdf; with `edit`, times a warm edit too. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { cards } from "./kit.mjs";

const require = createRequire(import.meta.url);
const [folder, countText, mode] = process.argv.slice(2);
const count = Number(countText);
const MM = "mm";

/** Icons and codes as SVG, made as any Typst user would: ahead, by the usual packages. */
const { icons } = JSON.parse(readFileSync(require.resolve("@iconify-json/ph/icons.json"), "utf8"));
const iconSvg = (name) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" color="#2B6CB0">${icons[name.slice(3)].body}</svg>`;
const qrcode = require("qrcode/lib/core/qrcode.js");
const qrSvg = (payload) => {
  const { modules } = qrcode.create(payload, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) if (modules.data[row * modules.size + column]) path += `M${column + 4} ${row + 4}h1v1h-1z`;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"><path d="${path}"/></svg>`;
};
const quote = (text) => JSON.stringify(text);

// Icons and codes are made once: an edit of a text does not change them.
const all = cards(count);
const art = new Map(all.map(({ icon }) => [icon, iconSvg(icon)]));
const codes = new Map(all.map(({ link }) => [link, qrSvg(`https://cafeia.org/ressource/${link.slice(5)}`)]));

function source(change) {
  const names = (map, prefix) => [...map].map(([name, svg], at) => `#let ${prefix}${at} = image(bytes(${quote(svg)}), format: "svg", width: 100%)`).join("\n");
  const index = (map, name) => [...map.keys()].indexOf(name);
  const face = (card, text, back) =>
    `face(${quote(card.title)}, ${quote(text)}, icon${index(art, card.icon)}, ${back ? "none" : `code${index(codes, card.link)}`}, ${quote(card.id)})`;
  const pages = [];
  for (let at = 0; at < all.length; at += 8) {
    const sheet = all.slice(at, at + 8);
    pages.push(`#sheet((${sheet.map((card, n) => face(card, card.front + (at + n === 0 ? change : ""), false)).join(", ")},))`);
    pages.push(`#sheet((${sheet.map((card) => face(card, card.back, true)).join(", ")},))`);
  }
  return `#set page(width: 297${MM}, height: 210${MM}, margin: 0pt)
#set text(font: "Atkinson Hyperlegible Next", size: 7pt, lang: "fr")
${names(art, "icon")}
${names(codes, "code")}
#let face(title, body, icon, code, id) = block(width: 69mm, height: 94mm, clip: true)[
  #place(top, rect(width: 100%, height: 5mm, fill: rgb("#D6E6F7")))
  #block(inset: 8mm, width: 100%, height: 100%)[
    #text(font: "Bricolage Grotesque", weight: 700, size: 11pt)[#title]
    #v(2mm, weak: true)
    #body
    #place(bottom + left, dy: -3mm, box(width: 12mm, icon))
    #if code != none { place(bottom + right, dy: -3mm, box(width: 18mm, code)) }
    #place(bottom + left, text(size: 6pt)[#id])
  ]
]
#let marks = for x in range(5) { for y in (6mm, 199mm) { place(dx: 13.5mm + x * 69mm, dy: y, line(length: 5mm, angle: 90deg, stroke: 0.25pt)) } }
#let sheet(faces) = page[#marks #for (n, f) in faces.enumerate() { place(dx: 10.5mm + calc.rem(n, 4) * 69mm, dy: 11mm + calc.quo(n, 4) * 94mm, f) }]
${pages.join("\n")}
`;
}

const fonts = [
  "@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf",
].map((path) => require.resolve(path));
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }] });
const make = (change) => {
  const pdf = compiler.pdf({ mainFileContent: source(change) });
  writeFileSync(join(folder, "typst.pdf"), pdf);
};
make("");
if (mode === "edit") {
  /** As many as in `warm.mjs`. */
  const EDITS = 31;
  const times = [];
  for (let round = 0; round < EDITS; round++) {
    const start = process.hrtime.bigint();
    make(` Mot ${round}`);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(JSON.stringify({ edit: times.sort((a, b) => a - b)[EDITS >> 1] }));
}
