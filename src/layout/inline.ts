/** Inline elements and words → the inlines of one paragraph, white space collapsed as in CSS. */
import type { MarkupText } from "../compose/markup.js";
import type { Style, StyledElement, StyledNode } from "../style/style.js";
import type { Inline, Isolate } from "../text/index.js";
import type { Size } from "../units.js";
import type { InlineTag } from "./box.js";
import { isPicture, naturalSize, type Picture, type PictureSource, pictureOf } from "./pictures.js";
import type { TextStyles } from "./text-styles.js";

export interface InlineContext {
  readonly pictures: PictureSource;
  readonly textStyle: TextStyles;
  /** BCP 47 language of the words: capitals depend on it. */
  readonly lang: string;
  /** A number of the program's own, in the digits of the language. */
  readonly number: (number: number) => string;
}

/** A piece of a paragraph before its size is known. */
type Source =
  | ({ readonly kind: "text"; readonly text: string; readonly style: Style; readonly tag: InlineTag } & Surroundings)
  | ({
      readonly kind: "picture";
      readonly style: Style;
      readonly tag: InlineTag & { readonly picture: Picture };
    } & Pick<Surroundings, "isolates">)
  | { readonly kind: "break" };

/** The elements that a piece stands in, as far as its line must know them. */
interface Surroundings {
  readonly link?: string;
  readonly isolates?: readonly Isolate[];
}

export const isBlank = (node: StyledNode): boolean => node.kind === "text" && /^[ \t\r\n]*$/.test(node.text);

/** The paragraph made of `nodes` inside an element of style `style`; undefined when nothing of it shows. */
export function inlineContent(
  nodes: readonly StyledNode[],
  style: Style,
  context: InlineContext,
): ((shrink: number) => readonly Inline<InlineTag>[]) | undefined {
  const sources: Source[] = [];
  collect(nodes, style, {}, { context, sources });
  const trimmed = collapse(sources);
  if (trimmed.length === 0) return undefined;
  return (shrink) => trimmed.map((source) => sized(source, shrink, context));
}

interface Collection {
  readonly context: InlineContext;
  readonly sources: Source[];
}

function collect(nodes: readonly StyledNode[], style: Style, around: Surroundings, into: Collection): void {
  for (const node of nodes) {
    if (node.kind === "text") {
      addText(node, style, around, into);
    } else if (node.element.name === "br") {
      into.sources.push({ kind: "break" });
    } else if (node.style.display === "none") {
      // Not there.
    } else if (isPicture(node.element)) {
      addPicture(node, around, into);
    } else {
      collect(node.children, node.style, inside(node, around), into);
    }
  }
}

function inside({ element: { name, attributes } }: StyledElement, around: Surroundings): Surroundings {
  const { href, dir } = attributes;
  const linked = href === undefined ? around : { ...around, link: href };
  if (name !== "bdi" && href === undefined && dir === undefined) return linked;
  const isolate: Isolate = {
    direction: dir === "ltr" || dir === "rtl" ? dir : "auto",
    automatic: name !== "bdi" && dir === undefined,
  };
  return { ...linked, isolates: [...(around.isolates ?? []), isolate] };
}

function addText(node: MarkupText, style: Style, around: Surroundings, into: Collection): void {
  const lines = style.whiteSpace === "pre-line" ? node.text.split("\n") : [node.text];
  const lang = node.language?.lang ?? into.context.lang;
  const surroundings = node.language ? { ...around, isolates: withWords(node.language, around.isolates) } : around;
  for (const [index, line] of lines.entries()) {
    if (index > 0) into.sources.push({ kind: "break" });
    const text = transformCase(line.replace(UNEVEN_SPACE, " "), style, lang);
    if (text) into.sources.push({ kind: "text", text, style, tag: { style, text: node }, ...surroundings });
  }
}

/** All that is not a single space already: most texts are found to have none. */
const UNEVEN_SPACE = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;

/** A text of another language orders itself as a whole: inside what a template asks for, around its own links. */
const withWords = (words: Isolate, isolates: readonly Isolate[] = []): readonly Isolate[] => [
  ...isolates.filter(({ automatic }) => !automatic),
  words,
  ...isolates.filter(({ automatic }) => automatic),
];

const transformCase = (text: string, style: Style, lang: string): string =>
  style.textTransform === "uppercase"
    ? text.toLocaleUpperCase(lang)
    : style.textTransform === "lowercase"
      ? text.toLocaleLowerCase(lang)
      : text;

function addPicture(node: StyledElement, { isolates }: Surroundings, into: Collection): void {
  const picture = pictureOf(node.element, into.context.pictures);
  if (picture)
    into.sources.push({
      kind: "picture",
      style: node.style,
      tag: { style: node.style, picture, element: node.element },
      ...(isolates ? { isolates } : {}),
    });
}

/** One space between words wherever elements meet; none at the ends of a line that the author made. */
function collapse(sources: readonly Source[]): readonly Source[] {
  const result: Source[] = [];
  let afterSpace = true;
  for (const source of sources) {
    if (source.kind !== "text") {
      if (source.kind === "break") trimEnd(result);
      result.push(source);
      afterSpace = source.kind === "break";
      continue;
    }
    const text = afterSpace ? source.text.replace(/^ /, "") : source.text;
    if (text === "") continue;
    result.push({ ...source, text });
    afterSpace = text.endsWith(" ");
  }
  trimEnd(result);
  while (result.at(-1)?.kind === "break") result.pop();
  return result;
}

function trimEnd(sources: Source[]): void {
  for (let last = sources.at(-1); last?.kind === "text"; last = sources.at(-1)) {
    const text = last.text.replace(/ $/, "");
    if (text === last.text) return;
    sources.pop();
    if (text !== "") sources.push({ ...last, text });
  }
}

/** Icons in a line sit on the baseline a little lowered, as capitals with a bowl do. */
const ICON_DROP = 0.16;

function sized(source: Source, shrink: number, context: InlineContext): Inline<InlineTag> {
  if (source.kind === "break") return source;
  const style = context.textStyle(source.style, shrink, source.tag.text?.language?.lang);
  if (source.kind === "text") return { ...source, style };
  const { width, height } = inlineSize(source.style, source.tag.picture);
  const factor = style.size / source.style.fontSize;
  const drop = height * factor * ICON_DROP;
  const { tag, isolates } = source;
  return { kind: "object", width: width * factor, height: height * factor, drop, tag, isolates };
}

/** A picture in a line: its own size or the one that the style gives, in its own proportions where one side is open. */
function inlineSize({ width, height }: Style, picture: Picture): Size {
  const natural = naturalSize(picture);
  const ratio = natural.width / natural.height;
  if (typeof width === "number") return { width, height: typeof height === "number" ? height : width / ratio };
  return typeof height === "number" ? { width: height * ratio, height } : natural;
}
