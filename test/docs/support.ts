/** What tests of the documents share: their text, tables and code blocks, and the text of a PDF. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** Absolute path of a file or folder of the repository. */
export const pathOf = (name: string): string => fileURLToPath(new URL(name, ROOT));

export const textOf = (name: string): string => readFileSync(pathOf(name), "utf8");

/** What stands below a heading, up to the next one of the same or a higher level. */
export function section(document: string, heading: string): string {
  const lines = document.split("\n");
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === heading);
  if (start < 0) throw new Error(`no heading “${heading}”`);
  const level = lines[start]!.indexOf(" ");
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line) && line.indexOf(" ") <= level);
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join("\n");
}

/** The rows of the tables in a text, head and rule left out; a cell keeps its markup. */
export function rows(text: string): readonly (readonly string[])[] {
  const lines = text.split("\n");
  const isRow = (line: string | undefined): boolean => line?.startsWith("|") ?? false;
  return lines
    .filter((line, index) => isRow(line) && !/^\|[\s|:-]+$/.test(line) && !/^\|[\s|:-]+$/.test(lines[index + 1] ?? ""))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll("\\|", "|")),
    );
}

/** What stands between backticks. */
export const codes = (cell: string): readonly string[] => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code]) => code!);

export interface CodeBlock {
  readonly language: string;
  /** The file named in bold or code on the last line of text above, if any. */
  readonly file: string | undefined;
  readonly text: string;
}

export function codeBlocks(document: string): readonly CodeBlock[] {
  return Array.from(document.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm), (found) => {
    const above = document.slice(0, found.index).trimEnd().split("\n").at(-1) ?? "";
    const file = /^`([^`]+)`.*:$/.exec(above)?.[1];
    return { language: found[1]!, file, text: found[2]! };
  });
}

/** Without any white space: what is compared does not hang on line ends or on the kind of a space. */
export const squeezed = (text: string): string => text.replace(/\s+/gu, "");

/** The text of each page of a PDF, squeezed. */
export async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(squeezed(items.map((item) => ("str" in item ? item.str : "")).join("")));
  }
  await document.destroy();
  return texts;
}
