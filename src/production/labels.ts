/** The small words in sheets' margins → lines of glyphs, in the kit's own fonts. */
import type { Kit } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { SetLabel } from "../render/index.js";
import { BLACK } from "../style/colors.js";
import { type Direction, type FontFace, type FontStore, paragraphs, type Shaper } from "../text/index.js";
import type { Pt } from "../units.js";
import * as say from "./messages.js";

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

/** What stands for itself in a text: letters with their marks, figures, signs. */
const DRAWN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Tells of the words of margins that no font of theirs can draw: they would be left out. */
export function checkLetters(kit: Pick<Kit, "fonts" | "print">, fonts: FontStore, diagnostics: Diagnostics): void {
  const chains = [textFace(kit), titleFace(kit)].map(({ family, weight }) => fonts.chain([family], weight, false));
  for (const text of kit.print.values()) {
    const letters = new Set(text.value.normalize("NFC"));
    for (const letter of letters) {
      const isDrawn = chains.every((chain) => chain.some((face) => face.has(letter.codePointAt(0)!)));
      if (!isDrawn && DRAWN.test(letter)) diagnostics.report(say.noLetter(text, letter));
    }
  }
}

/** What labels are set with, and how the language runs. */
export interface LabelSetting {
  readonly fonts: FontStore;
  readonly shaper: Shaper;
  readonly lang: string;
  readonly direction: Direction;
}

/** Sets a label as one line, letters that the face lacks in the next one that has them; what no font has is left out. */
export function createLabelSetter(
  { family, weight }: LabelFace,
  { fonts, shaper, lang, direction }: LabelSetting,
): (text: string, size: Pt) => SetLabel {
  const setter = paragraphs(fonts, shaper);
  const face = fonts.chain([family], weight, false)[0]!;
  const known = shaped.get(face) ?? new Map<string, SetLabel>();
  shaped.set(face, known);
  const set = (text: string, size: Pt): SetLabel => {
    const style = {
      families: [family],
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
      direction,
      lineHeight: { kind: "factor", value: 1 },
      indent: 0,
      breaking: "greedy",
      wrap: false,
      strut: style,
    });
    const [line] = paragraph.at(Number.POSITIVE_INFINITY).lines;
    const pieces = (line?.pieces ?? []).toSorted((a, b) => a.order - b.order);
    return {
      width: line?.width ?? 0,
      runs: pieces.flatMap((piece) => (piece.kind === "glyphs" ? [{ x: piece.x, run: piece.run }] : [])),
    };
  };
  return (text, size) => {
    const key = `${lang}|${direction}|${size}|${text}`;
    const label = known.get(key) ?? set(text, size);
    if (known.size < MOST_LABELS) known.set(key, label);
    return label;
  };
}

/** Sheets carry the same few words in every file and every build: those of an opened font are set once. */
const shaped = new WeakMap<FontFace, Map<string, SetLabel>>();
const MOST_LABELS = 5000;
