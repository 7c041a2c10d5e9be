/** The same book in Typst: `node typst-book.mjs FOLDER CHAPTERS` writes typst-book.pdf and says how many pages it has. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { chapters } from "./book-kit.mjs";

const require = createRequire(import.meta.url);
const [folder, countText] = process.argv.slice(2);
const fonts = [
  "@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf",
].map((path) => require.resolve(path));
const body = chapters(Number(countText))
  .map(
    ({ id, title, next, sections }) =>
      `= ${title} <${id}>\n\n${sections
        .map(
          ({ title: heading, paragraphs, list, box }) =>
            `== ${heading}\n\n${paragraphs.join("\n\n")} Voir page #context counter(page).at(<${next}>).first().\n\n${list.map((item) => `- ${item}`).join("\n")}\n\n#block(fill: rgb("#D6E6F7"), radius: 3mm, inset: 4mm, width: 100%)[${box}]\n`,
        )
        .join("\n")}`,
  )
  .join("\n\n#pagebreak()\n\n");
const source = `#set page(width: 148mm, height: 210mm, margin: (x: 16mm, top: 20mm, bottom: 18mm), numbering: "1")
#set text(font: "Atkinson Hyperlegible Next", size: 10pt, lang: "fr", hyphenate: true)
#set par(justify: true, leading: 0.65em)
#show heading: set text(font: "Bricolage Grotesque")
#outline(depth: 1)
#pagebreak()
${body}
`;
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }] });
writeFileSync(join(folder, "typst-book.pdf"), compiler.pdf({ mainFileContent: source }));
