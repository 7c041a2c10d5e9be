/** Paragraphs as they were broken into lines → one page of HTML that asks a browser for the very same lines. */
import { pathToFileURL } from "node:url";
import type { Atom } from "../../src/text/atoms.js";
import type { FontFace } from "../../src/text/glyphs.js";
import { inkOf } from "./ink.js";
import type { SetSegment } from "./recorder.js";
import { breakOff, type Stretch, stretchesOf } from "./stretches.js";

/** How large the largest letters of a paragraph are printed, in CSS pixels: its 64th, to which browsers round, is not seen. */
const LARGEST = 64;

/** Pixels of the page to a point of the paragraph. */
export const scaleOf = ({ spec }: SetSegment): number =>
  LARGEST / Math.max(...spec.inlines.map((inline) => (inline.kind === "text" ? inline.style.size : 0)));

export interface PageOptions {
  readonly fontFile: (face: FontFace) => string;
  /** Whether the browser may shape over the edges of words; else it does as we do, word by word. */
  readonly overEdges?: boolean;
  /** More rules, for instance such as spoil the text. */
  readonly css?: string;
}

/** The page of `segments`, whose lines are numbered through from 0. */
export function pageOf(segments: readonly SetSegment[], options: PageOptions): string {
  const { fontFile, css = "" } = options;
  const faces = new Set(segments.flatMap(({ segment }) => segment.atoms.flatMap(faceOf)));
  const rules = [...faces].flatMap((face) =>
    TURNS.map(
      (turn) => `@font-face { font-family: ${familyOf(face, turn)}; src: url("${pathToFileURL(fontFile(face))}") }`,
    ),
  );
  let first = 0;
  const paragraphs = segments.map((segment) => {
    const html = paragraphOf(segment, first, options);
    first += segment.lines.length;
    return html;
  });
  return `<!doctype html>
<meta charset="utf-8">
<style>
${rules.join("\n")}
@page { size: 10000px 10000px; margin: 0 }
body { margin: 0 }
/* A paragraph sticks out of its box wherever it may not end a line: everywhere but at our own line ends. */
p { width: 1px; margin: 0; white-space: nowrap; line-height: 4; text-rendering: geometricPrecision }
.end { white-space: normal }
.object { display: inline-block }
${css}
</style>
${paragraphs.join("\n")}
`;
}

const faceOf = (atom: Atom): readonly FontFace[] => (atom.kind === "object" ? [] : [atom.part.face]);

/** Of one font, words in turn are of two families: browsers shape words together that share one. */
const TURNS = [0, 1] as const;

/** Each file is a family of its own: the browser has nothing to choose, and nothing to slant or embolden. */
const familyOf = ({ key }: FontFace, turn: number): string => `face-${key.slice(0, 12)}-${turn}`;

/** The whole paragraph in one element, as its context decides which way each word runs. */
function paragraphOf(segment: SetSegment, first: number, { overEdges }: PageOptions): string {
  const { direction, strut } = segment.spec;
  const { atoms } = segment.segment;
  let html = "";
  let open: Stretch["isolates"] = [];
  let line = 0;
  for (const stretch of stretchesOf(segment)) {
    const common = breakOff(open, stretch.isolates);
    html += "</bdi>".repeat(open.length - common);
    for (const isolate of stretch.isolates.slice(common)) html += `<bdi dir="${isolate.direction}">`;
    open = stretch.isolates;
    if (stretch.line !== line) html += `<span class="end">&#x200b;</span>`;
    line = stretch.line;
    const turn = overEdges ? 0 : atoms.indexOf(stretch.atom) % 2;
    html += stretchHtml(stretch, segment, { first, turn });
  }
  html += "</bdi>".repeat(open.length);
  return `<div dir="${direction}" lang="${strut.lang}"><p>${html}</p></div>`;
}

interface Look {
  /** Number of the paragraph's first line. */
  readonly first: number;
  readonly turn: number;
}

function stretchHtml({ text, atom, line, part }: Stretch, segment: SetSegment, { first, turn }: Look): string {
  const scale = scaleOf(segment);
  if (atom.kind === "object") return `<span class="object" style="width: ${atom.width * scale}px"></span>`;
  const inline = segment.spec.inlines[atom.inline]!;
  const { features, lang } = inline.kind === "text" ? inline.style : segment.spec.strut;
  // Chromium counts a sign that stands alone among Arabic words, and so does not space it. We do, as CSS has it.
  const isUnspaced = atom.level % 2 === 1 && atom.letterSpacing !== 0 && !/[\p{L}\p{N}\s]/u.test(text);
  const style = [
    `padding-right: ${isUnspaced ? atom.letterSpacing * scale : 0}px`,
    `font: ${atom.size * scale}px ${familyOf(atom.part.face, turn)}`,
    `letter-spacing: ${atom.letterSpacing * scale}px`,
    `word-spacing: ${segment.lines[line]!.measured.wordSpacing * scale}px`,
    `font-feature-settings: ${features.map(featureCss).join() || "normal"}`,
    `color: ${part === "printed" ? inkOf(first + line) : "black"}`,
  ];
  return `<span class="${part}" lang="${lang}" style='${style.join("; ")}'>${escaped(text)}</span>`;
}

/** `-liga` and `ss01=2` as CSS writes them. */
function featureCss(feature: string): string {
  const [, sign, tag, value] = /^([-+]?)(\w{4})(?:=(\d+))?$/.exec(feature)!;
  return `"${tag}" ${value ?? (sign === "-" ? 0 : 1)}`;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
