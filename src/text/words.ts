/** Words in a style → shaped parts, each word once per process: a second size, card or paragraph costs a look-up. */
import { coverText } from "./fallback.js";
import type { FontFace, Glyph } from "./glyphs.js";
import { scriptRuns } from "./scripts.js";
import type { Neighbours, Shaped, Shaper } from "./shaper.js";
import type { TextStyle } from "./spec.js";

/** What shaping needs to know of a style. Equal voices have equal keys. */
export interface Voice {
  readonly key: string;
  readonly features: readonly string[];
  readonly lang: string;
  readonly wholeGraphemes: boolean;
}

/** A stretch of one face and one script. */
export interface Part {
  readonly text: string;
  readonly face: FontFace;
  readonly script: string;
  readonly shaped: Shaped;
}

export interface Word {
  readonly parts: readonly Part[];
  readonly missing: readonly string[];
}

export interface WordShaper {
  /** The dictionary of a chain of faces and a voice: from a word to its shape. */
  dictionary(chain: readonly FontFace[], voice: Voice, rtl: boolean): (text: string, neighbours?: Neighbours) => Word;
  /** The characters `from` to `to` of a left-to-right part, shaped anew, with a hyphen where asked. */
  slice(
    part: Part,
    voice: Voice,
    cut: { readonly from: number; readonly to: number; readonly hyphen: boolean },
  ): Shaped;
}

/** Features that CSS turns off when letters are spaced out: a spaced ligature looks like a mistake. */
const NO_LIGATURES = ["-liga", "-clig"];

/** The voice of a style. */
export function voiceOf(style: TextStyle): Voice {
  const spaced = style.letterSpacing !== 0;
  const features = spaced ? [...NO_LIGATURES, ...style.features] : style.features;
  return { key: `${style.lang}|${spaced}|${features.join()}`, features, lang: style.lang, wholeGraphemes: spaced };
}

const HYPHEN = 0x2010;
/** The hyphen at a line end stands for a soft hyphen, so that copied text joins again. */
const SOFT_HYPHEN = "\u00ad";

/** How a word is shaped where it stands. */
interface Spoken extends Voice {
  readonly rtl: boolean;
  readonly neighbours: Neighbours | undefined;
}

/** A cache of shaped words over `shaper`. */
export function wordShaper(shaper: Shaper): WordShaper {
  const words = new Shelf<readonly FontFace[], Word>();
  const slices = new Shelf<FontFace, Shaped>();

  const shapeWord = (text: string, chain: readonly FontFace[], { rtl, neighbours, ...voice }: Spoken): Word => {
    const { runs, missing } = coverText(text, chain);
    const stretches = runs.flatMap(({ text: run, face }) => scriptRuns(run).map((stretch) => ({ ...stretch, face })));
    const parts = stretches.map(({ text: part, script, face }, index): Part => {
      const around = neighbours && {
        before: index === 0 ? neighbours.before : "",
        after: index === stretches.length - 1 ? neighbours.after : "",
      };
      const shaped = shaper.shape(face, part, { ...voice, script, rtl, neighbours: around });
      return { text: part, face, script, shaped };
    });
    return { parts, missing: [...missing, ...parts.flatMap(({ shaped }) => shaped.missing)] };
  };

  const shapeSlice = ({ face, script }: Part, text: string, voice: Voice): Shaped =>
    remembered(slices.book(face, `${voice.key}|${script}`), text, () =>
      shaper.shape(face, text, { ...voice, script, rtl: false }),
    );

  return {
    dictionary(chain, voice, rtl) {
      const book = words.book(chain, `${voice.key}|${rtl}`);
      return (text, neighbours) => {
        const key = neighbours ? `${neighbours.before}\u0000${text}\u0000${neighbours.after}` : text;
        return remembered(book, key, () => shapeWord(text, chain, { ...voice, rtl, neighbours }));
      };
    },
    slice(part, voice, { from, to, hyphen }) {
      const letters = shapeSlice(part, part.text.slice(from, to), voice);
      return hyphen ? withHyphen(letters, shapeSlice(part, part.face.has(HYPHEN) ? "\u2010" : "-", voice)) : letters;
    },
  };
}

const withHyphen = (letters: Shaped, hyphen: Shaped): Shaped => ({
  glyphs: [
    ...letters.glyphs,
    ...hyphen.glyphs.map((glyph): Glyph => ({ ...glyph, text: glyph.text === "" ? "" : SOFT_HYPHEN })),
  ],
  advance: letters.advance + hyphen.advance,
  clusters: letters.clusters + hyphen.clusters,
  missing: [],
});

/** Caches by owner and name. An owner that nobody uses any more takes its caches with it. */
class Shelf<Owner extends object, Value> {
  readonly #books = new WeakMap<Owner, Map<string, Map<string, Value>>>();

  book(owner: Owner, name: string): Map<string, Value> {
    let named = this.#books.get(owner);
    if (!named) {
      named = new Map();
      this.#books.set(owner, named);
    }
    return remembered(named, name, () => new Map());
  }
}

function remembered<Value>(book: Map<string, Value>, key: string, make: () => Value): Value {
  const known = book.get(key);
  if (known !== undefined) return known;
  const value = make();
  book.set(key, value);
  return value;
}
