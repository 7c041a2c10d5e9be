/** Inline elements and words → the inlines of one paragraph, white space collapsed as in CSS. */
import type { MarkupText } from "../compose/markup.js";
import type { Style, StyledElement, StyledNode } from "../style/style.js";
import type { Inline, TextStyle } from "../text/index.js";
import type { InlineTag } from "./box.js";
import { type PictureSource, pictureOf } from "./pictures.js";

export interface InlineContext {
  readonly pictures: PictureSource;
  readonly textStyle: (style: Style, shrink: number) => TextStyle;
}

/** A piece of a paragraph before its size is known. */
type Source =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly style: Style;
      readonly tag: InlineTag;
      readonly link?: string;
    }
  | { readonly kind: "icon"; readonly style: Style; readonly tag: InlineTag }
  | { readonly kind: "break" };

export const isBlank = (node: StyledNode): boolean => node.kind === "text" && /^[ \t\r\n]*$/.test(node.text);

/** The paragraph made of `nodes` inside an element of style `style`; undefined when nothing of it shows. */
export function inlineContent(
  nodes: readonly StyledNode[],
  style: Style,
  context: InlineContext,
): ((shrink: number) => readonly Inline<InlineTag>[]) | undefined {
  const sources: Source[] = [];
  collect(nodes, style, undefined, { context, sources });
  const trimmed = collapse(sources);
  if (trimmed.length === 0) return undefined;
  return (shrink) => trimmed.map((source) => sized(source, shrink, context));
}

interface Collection {
  readonly context: InlineContext;
  readonly sources: Source[];
}

function collect(nodes: readonly StyledNode[], style: Style, link: string | undefined, into: Collection): void {
  for (const node of nodes) {
    if (node.kind === "text") {
      addText(node, style, link, into);
    } else if (node.element.name === "br") {
      into.sources.push({ kind: "break" });
    } else if (node.style.display === "none") {
      // Not there.
    } else if (node.element.name === "icon") {
      addIcon(node, into);
    } else {
      collect(node.children, node.style, node.element.attributes.href ?? link, into);
    }
  }
}

function addText(node: MarkupText, style: Style, link: string | undefined, into: Collection): void {
  const lines = style.whiteSpace === "pre-line" ? node.text.split("\n") : [node.text];
  for (const [index, line] of lines.entries()) {
    if (index > 0) into.sources.push({ kind: "break" });
    const text = transformCase(line.replace(/[ \t\r\n]+/g, " "), style);
    if (text) into.sources.push({ kind: "text", text, style, tag: { style, text: node }, ...(link ? { link } : {}) });
  }
}

const transformCase = (text: string, style: Style): string =>
  style.textTransform === "uppercase"
    ? text.toLocaleUpperCase("fr")
    : style.textTransform === "lowercase"
      ? text.toLocaleLowerCase("fr")
      : text;

function addIcon(node: StyledElement, into: Collection): void {
  const picture = pictureOf(node.element, into.context.pictures);
  if (picture)
    into.sources.push({ kind: "icon", style: node.style, tag: { style: node.style, picture, element: node.element } });
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
  const style = context.textStyle(source.style, shrink);
  if (source.kind === "text") {
    return { kind: "text", text: source.text, style, tag: source.tag, ...(source.link ? { link: source.link } : {}) };
  }
  const factor = style.size / source.style.fontSize;
  const side = (value: Style["width"]): number => (typeof value === "number" ? value : source.style.fontSize) * factor;
  const height = side(source.style.height);
  return { kind: "object", width: side(source.style.width), height, drop: height * ICON_DROP, tag: source.tag };
}
