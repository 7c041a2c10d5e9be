/** The small words in sheets' margins → glyph runs, in the kit's own text font. */
import type { Kit } from "../content/kit.js";
import { turnedText } from "../render/index.js";
import { BLACK } from "../style/colors.js";
import { type FontFace, type FontStore, type Glyph, type GlyphRun, paragraphs, type Shaper } from "../text/index.js";
import type { Pt } from "../units.js";

/** The first family with a regular face: kits put their text font before fonts of last resort. */
const labelFamily = ({ fonts }: Pick<Kit, "fonts">): string =>
  fonts.families.find(({ faces }) => faces.some(({ weight, italic }) => weight === 400 && !italic))?.name ??
  fonts.families[0]?.name ??
  "";

/** A face for labels. */
export interface LabelFace {
  readonly family: string;
  readonly weight: number;
}

const BOLD = 700;

/** The first family with a bold face: kits put their display font first; without any, titles are set like text. */
export const titleFace = (kit: Pick<Kit, "fonts">): LabelFace => {
  const bold = kit.fonts.families.find(({ faces }) => faces.some(({ weight, italic }) => weight >= BOLD && !italic));
  return bold ? { family: bold.name, weight: BOLD } : textFace(kit);
};

export const textFace = (kit: Pick<Kit, "fonts">): LabelFace => ({ family: labelFamily(kit), weight: 400 });

/** Sets a label as one run. Characters that no font has all together are left out: labels hold ids and numbers. */
export function createLabelSetter(
  { family, weight }: LabelFace,
  { fonts, shaper, lang }: { readonly fonts: FontStore; readonly shaper: Shaper; readonly lang: string },
): (text: string, size: Pt) => GlyphRun {
  const setter = paragraphs(fonts, shaper);
  const chain = fonts.chain([family], weight, false);
  const face = chain[0]!;
  const known = shaped.get(face) ?? new Map<string, GlyphRun>();
  shaped.set(face, known);
  const shape = (text: string, size: Pt): GlyphRun => {
    // One run has one face: where the first lacks letters (of a title in Arabic), the next that has all of them.
    const drawing = chain.find((one) => lettersOf(text).every((letter) => one.has(letter))) ?? face;
    const style = {
      families: [drawing.family],
      weight,
      italic: false,
      size,
      color: BLACK,
      letterSpacing: 0,
      features: [],
      lang,
      underline: false,
      strike: false,
      raise: 0,
      hyphens: false,
    };
    const paragraph = setter.prepare<undefined>({
      inlines: [{ kind: "text", text, style, tag: undefined }],
      align: "start",
      direction: "ltr",
      lineHeight: { kind: "factor", value: 1 },
      indent: 0,
      breaking: "greedy",
      wrap: false,
      strut: style,
    });
    const pieces = paragraph.at(Number.POSITIVE_INFINITY).lines.flatMap((line) => line.pieces);
    const runs = pieces.flatMap((piece) => (piece.kind === "glyphs" ? [piece.run] : []));
    const [first] = runs;
    const empty: GlyphRun = {
      face,
      size,
      glyphs: [],
      letterSpacing: 0,
      wordSpacing: 0,
      rtl: false,
    };
    const glyphs = runs.filter((run) => run.face === first?.face).flatMap(asSeen);
    return first ? { ...first, rtl: false, glyphs } : empty;
  };
  return (text, size) => {
    const key = `${lang}|${size}|${text}`;
    const run = known.get(key) ?? shape(text, size);
    if (known.size < MOST_LABELS) known.set(key, run);
    return run;
  };
}

/** Words that run from right to left in a run that does not: their glyphs tell what they stand for from left to right. */
function asSeen(run: GlyphRun): readonly Glyph[] {
  if (!run.rtl) return run.glyphs;
  const { texts } = turnedText(run);
  return run.glyphs.map((glyph, index) => ({ ...glyph, text: texts[index]! }));
}

const lettersOf = (text: string): readonly number[] =>
  [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).map((sign) => sign.codePointAt(0)!);

/** Sheets carry the same few words in every file and every build: those of an opened font are shaped once. */
const shaped = new WeakMap<FontFace, Map<string, GlyphRun>>();
const MOST_LABELS = 5000;
