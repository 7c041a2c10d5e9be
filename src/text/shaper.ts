/** Font file → face; text in one face, script and direction → glyphs. The only file that speaks to HarfBuzz. */
import { createHash } from "node:crypto";
import { checkFontFile, FontError } from "./font-file.js";
import type { FontFace, Glyph } from "./glyphs.js";
import { type HarfBuzz, loadHarfBuzz } from "./harfbuzz.js";
import { glyphOutlines } from "./outlines.js";

type HarfBuzzFont = InstanceType<HarfBuzz["Font"]>;

/** A font file as the kit names it: the kit decides family, weight and slope, not the file. */
export interface FontFile {
  readonly bytes: Uint8Array;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Hash of the bytes when the caller has it already. */
  readonly key?: string | undefined;
}

export interface Shaper {
  /** Opens a static TTF or OTF file. Throws a `FontError`, whose message and hint are made for users, otherwise. */
  openFace(file: FontFile): FontFace;
  /** Glyphs of `text` in visual order. Every character must be one that `face` draws (see `fallback.ts`). */
  shape(face: FontFace, text: string, setting: Setting): Shaped;
}

/** What shaping depends on besides face and text. */
export interface Setting {
  readonly features: readonly string[];
  readonly lang: string;
  /** ISO 15924, for example `Latn`. */
  readonly script: string;
  readonly rtl: boolean;
  /** Keeps a letter and its accents in one cluster, so that letter-spacing does not tear them apart. */
  readonly wholeGraphemes: boolean;
  /** What stands right before and after, drawn by others: letters join across. */
  readonly neighbours?: Neighbours | undefined;
}

export interface Neighbours {
  readonly before: string;
  readonly after: string;
}

const ALONE: Neighbours = { before: "", after: "" };

/** Shaped text in font units: the same for every size. */
export interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly advance: number;
  readonly clusters: number;
  /** Clusters that the face, against its own word, does not draw; they have no glyphs here. */
  readonly missing: readonly string[];
}

let loading: Promise<Shaper> | undefined;

/** The shaper of this process. HarfBuzz (WebAssembly) starts at the first call only. */
export function loadShaper(): Promise<Shaper> {
  loading ??= loadHarfBuzz().then(startShaper);
  return loading;
}

function startShaper(hb: HarfBuzz): Shaper {
  const fonts = new WeakMap<FontFace, HarfBuzzFont>();
  const buffer = new hb.Buffer();
  buffer.setFlags(hb.BufferFlag.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlag.DO_NOT_INSERT_DOTTED_CIRCLE);
  const features = new Map<string, InstanceType<HarfBuzz["Feature"]>[]>();

  const parseFeatures = (wanted: readonly string[]) => {
    const key = wanted.join();
    const known = features.get(key);
    if (known) return known;
    const parsed = wanted.flatMap((feature) => hb.Feature.fromString(feature) ?? []);
    features.set(key, parsed);
    return parsed;
  };

  return {
    openFace(file) {
      checkFontFile(file.bytes);
      const font = new hb.Font(new hb.Face(new hb.Blob(file.bytes)));
      const face = describeFace(hb, font, file);
      fonts.set(face, font);
      return face;
    },
    shape(face, text, setting) {
      const font = fonts.get(face);
      if (!font) throw new Error(`The face ${face.postScriptName} was not opened by this shaper.`);
      buffer.clearContents();
      const { before, after } = setting.neighbours ?? ALONE;
      const drawn = drawable(face, text);
      if (setting.neighbours === undefined) buffer.addText(drawn);
      else buffer.addText(before + drawn + after, before.length, drawn.length);
      buffer.setDirection(setting.rtl ? hb.Direction.RTL : hb.Direction.LTR);
      buffer.setScript(setting.script);
      buffer.setLanguage(setting.lang);
      buffer.setClusterLevel(
        setting.wholeGraphemes ? hb.ClusterLevel.MONOTONE_GRAPHEMES : hb.ClusterLevel.MONOTONE_CHARACTERS,
      );
      hb.shape(font, buffer, parseFeatures(setting.features));
      return readGlyphs(text, infosFrom(buffer.getGlyphInfos(), before.length), buffer.getGlyphPositions());
    },
  };
}

function describeFace(hb: HarfBuzz, font: HarfBuzzFont, file: FontFile): FontFace {
  const codePoints = new Set(font.face.collectUnicodes());
  if (codePoints.size === 0) throw new FontError("font-broken");
  const { ascender, descender } = font.hExtents();
  const metric = (tag: number) =>
    font.getMetricPositionWithFallback(tag as Parameters<typeof font.getMetricPosition>[0]);
  return {
    key: file.key ?? createHash("sha256").update(file.bytes).digest("hex"),
    postScriptName: font.face.getName(POSTSCRIPT_NAME, "en"),
    family: file.family,
    weight: file.weight,
    italic: file.italic,
    bytes: file.bytes,
    unitsPerEm: font.face.upem,
    ascent: ascender,
    descent: descender,
    capHeight: metric(hb.MetricsTag.CAP_HEIGHT),
    xHeight: metric(hb.MetricsTag.X_HEIGHT),
    underlinePosition: metric(hb.MetricsTag.UNDERLINE_OFFSET),
    underlineThickness: metric(hb.MetricsTag.UNDERLINE_SIZE),
    has: (codePoint) => codePoints.has(codePoint),
    outline: glyphOutlines(font),
  };
}

/** Name ID of the PostScript name in the `name` table. */
const POSTSCRIPT_NAME = 6;

export const NO_BREAK_HYPHEN = 0x2011;

/** HarfBuzz draws a missing narrow space well, but U+2011 as a box: it becomes the hyphen that every font has. */
const drawable = (face: FontFace, text: string): string =>
  text.includes("\u2011") && !face.has(NO_BREAK_HYPHEN) ? text.replaceAll("\u2011", "-") : text;

interface GlyphInfo {
  readonly codepoint: number;
  readonly cluster: number;
}

/** Clusters counted from the first character of the text itself. */
const infosFrom = (infos: readonly GlyphInfo[], start: number): readonly GlyphInfo[] =>
  start === 0 ? infos : infos.map(({ codepoint, cluster }) => ({ codepoint, cluster: cluster - start }));

interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** The glyph that every font shows for what it lacks: an empty box. */
const NOT_DEFINED = 0;

/** Clusters rise from left to right, or fall where text runs from right to left. */
function readGlyphs(text: string, infos: readonly GlyphInfo[], positions: readonly GlyphPosition[]): Shaped {
  const glyphs: Glyph[] = [];
  const missing: string[] = [];
  const falling = infos.length > 1 && infos[0]!.cluster > infos.at(-1)!.cluster;
  // Characters that HarfBuzz removed before the first glyph of the text (a joiner) belong to that glyph.
  const lowest = Math.min(infos[0]?.cluster ?? 0, infos.at(-1)?.cluster ?? 0);
  let advance = 0;
  let clusters = 0;
  let previous = -1;
  let upper = text.length;
  for (let index = 0; index < infos.length; index++) {
    const { codepoint, cluster } = infos[index]!;
    const { xAdvance, xOffset, yOffset } = positions[index]!;
    let characters = "";
    if (cluster !== previous) {
      if (falling && previous >= 0) upper = previous;
      const end = falling ? upper : nextCluster(infos, index, text.length);
      characters = text.slice(cluster === lowest ? 0 : cluster, end);
    }
    previous = cluster;
    if (codepoint === NOT_DEFINED) {
      missing.push(characters);
      continue;
    }
    if (characters !== "") clusters++;
    advance += xAdvance;
    glyphs.push({ id: codepoint, advance: xAdvance, dx: xOffset, dy: yOffset, text: characters });
  }
  return { glyphs, advance, clusters, missing };
}

/** Where the cluster of the glyph at `index` ends in a text that runs from left to right. */
function nextCluster(infos: readonly GlyphInfo[], index: number, end: number): number {
  const { cluster } = infos[index]!;
  for (let next = index + 1; next < infos.length; next++) {
    if (infos[next]!.cluster !== cluster) return infos[next]!.cluster;
  }
  return end;
}
