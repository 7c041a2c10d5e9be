/** Fonts and short words for the tests of the text stage. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type FontFace,
  type FontStore,
  fontStore,
  glyphsOf,
  type Inline,
  type Line,
  type Lines,
  loadShaper,
  type Paragraph,
  type ParagraphSpec,
  type Paragraphs,
  paragraphs,
  type Shaper,
  type TextStyle,
} from "../../src/text/index.js";

const PACKAGES = fileURLToPath(new URL("../../node_modules/@expo-google-fonts/", import.meta.url));

export const fontBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(`${PACKAGES}${path}`));

const ATKINSON = "atkinson-hyperlegible-next";
export const FILES = {
  regular: `${ATKINSON}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  italic: `${ATKINSON}/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf`,
  bold: `${ATKINSON}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  title: "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf",
};

export interface Fonts {
  readonly shaper: Shaper;
  readonly faces: Readonly<Record<keyof typeof FILES, FontFace>>;
  readonly store: FontStore;
  readonly text: Paragraphs;
}

/** Atkinson in three cuts, Bricolage as the fallback. */
export async function testFonts(): Promise<Fonts> {
  const shaper = await loadShaper();
  const open = (file: keyof typeof FILES, family: string, weight: number, italic = false) =>
    shaper.openFace({ bytes: fontBytes(FILES[file]), family, weight, italic });
  const faces = {
    regular: open("regular", "Atkinson", 400),
    italic: open("italic", "Atkinson", 400, true),
    bold: open("bold", "Atkinson", 700),
    title: open("title", "Bricolage", 700),
  };
  const store = fontStore(Object.values(faces), { fallback: ["Bricolage"] });
  return { shaper, faces, store, text: paragraphs(store, shaper) };
}

export const STYLE: TextStyle = {
  families: ["Atkinson"],
  weight: 400,
  italic: false,
  size: 10,
  color: { r: 0, g: 0, b: 0, a: 1 },
  letterSpacing: 0,
  features: [],
  lang: "fr",
  underline: false,
  strike: false,
  raise: 0,
  hyphens: false,
};

export const text = (content: string, style: Partial<TextStyle> = {}): Inline<string> => ({
  kind: "text",
  text: content,
  style: { ...STYLE, ...style },
  tag: content,
});

export const BREAK: Inline<string> = { kind: "break" };

export const object = (width: number, height = width, drop = 0): Inline<string> => ({
  kind: "object",
  width,
  height,
  drop,
  tag: "object",
});

/** A ragged French paragraph in 10 pt. */
export const spec = (
  inlines: readonly Inline<string>[] | string,
  changes: Partial<ParagraphSpec<string>> = {},
): ParagraphSpec<string> => ({
  inlines: typeof inlines === "string" ? [text(inlines)] : inlines,
  align: "start",
  direction: "ltr",
  lineHeight: { kind: "factor", value: 1.4 },
  indent: 0,
  breaking: "greedy",
  wrap: true,
  strut: STYLE,
  ...changes,
});

/** What a line says, left to right; the hyphen at its end is "-". */
export const lineText = (line: Line<string>): string =>
  line.pieces
    .map((piece) =>
      piece.kind === "object"
        ? "▢"
        : glyphsOf(piece.run)
            .map((glyph) => glyph.text)
            .join(""),
    )
    .join("")
    .replaceAll("\u00ad", "-");

export const linesText = (lines: Lines<string>): string[] => lines.lines.map(lineText);

/** The text of each line of `paragraph` at `width`. */
export const broken = (paragraph: Paragraph<string>, width: number): string[] => linesText(paragraph.at(width));
