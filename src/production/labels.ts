/** The small words in sheets' margins → glyph runs, in the kit's own text font. */
import type { Kit } from "../content/kit.js";
import { BLACK } from "../style/colors.js";
import { type FontFace, type FontStore, type GlyphRun, paragraphs, type Shaper } from "../text/index.js";
import type { Pt } from "../units.js";

/** The first family with a regular face: kits put their text font before fonts of last resort. */
export const labelFamily = ({ fonts }: Kit): string =>
  fonts.families.find(({ faces }) => faces.some(({ weight, italic }) => weight === 400 && !italic))?.name ??
  fonts.families[0]?.name ??
  "";

/** Sets a label as one run. Characters that the font lacks are left out: labels hold ids and numbers. */
export function createLabelSetter(
  family: string,
  { fonts, shaper, lang }: { readonly fonts: FontStore; readonly shaper: Shaper; readonly lang: string },
): (text: string, size: Pt) => GlyphRun {
  const setter = paragraphs(fonts, shaper);
  const families = [family];
  const face = fonts.chain(families, 400, false)[0]!;
  const known = shaped.get(face) ?? new Map<string, GlyphRun>();
  shaped.set(face, known);
  const shape = (text: string, size: Pt): GlyphRun => {
    const style = {
      families,
      weight: 400,
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
    return first ? { ...first, glyphs: runs.flatMap((run) => (run.face === first.face ? run.glyphs : [])) } : empty;
  };
  return (text, size) => {
    const key = `${lang}|${size}|${text}`;
    const run = known.get(key) ?? shape(text, size);
    if (known.size < MOST_LABELS) known.set(key, run);
    return run;
  };
}

/** Sheets carry the same few words in every file and every build: those of an opened font are shaped once. */
const shaped = new WeakMap<FontFace, Map<string, GlyphRun>>();
const MOST_LABELS = 5000;
