/** Box tree → the same boxes with their places on the face. */

import type { Style } from "../style/style.js";
import type { Lines, Paragraph, Paragraphs, TextStyle } from "../text/index.js";
import type { Pt, Rect, Size } from "../units.js";
import type { Box, InlineTag, PictureBox, TextBox } from "./box.js";
import { naturalSize } from "./pictures.js";
import type { Arranged, ArrangeInput, Arranger, Available, Room } from "./taffy.js";
import { lineHeightOf } from "./text-styles.js";

/** A box in its place; coordinates from the face's trim corner. */
export interface PlacedBox {
  readonly box: Box;
  readonly rect: Rect;
  readonly children: readonly PlacedBox[];
  /** The lines of a text box. */
  readonly lines?: Lines<InlineTag> | undefined;
  readonly paragraph?: Paragraph<InlineTag> | undefined;
}

export interface ArrangeTools {
  readonly arranger: Arranger;
  readonly paragraphs: Paragraphs;
  readonly textStyle: (style: Style, shrink: number) => TextStyle;
  /** What the engine is told of a picture: the same at every size of the text. */
  readonly pictures: WeakMap<PictureBox, ArrangeInput>;
}

/** Layout's floats are 32 bits wide: a line that fits must not be broken by the last bit. */
const SLACK: Pt = 0.02;

/** Arranges boxes in the room of a face or of a column, texts shrunk by `shrink` (0 to 1). */
export function arrangeBoxes(root: Box, size: Room, shrink: number, tools: ArrangeTools): PlacedBox {
  const picture = (box: PictureBox): ArrangeInput => {
    const known = tools.pictures.get(box) ?? pictureInput(box);
    tools.pictures.set(box, known);
    return known;
  };
  const prepared = new Map<Box, Paragraph<InlineTag>>();
  const prepare = (box: TextBox): Paragraph<InlineTag> => {
    const known = prepared.get(box);
    if (known) return known;
    const paragraph = tools.paragraphs.prepare<InlineTag>({
      inlines: box.inlines(shrink),
      align: alignmentOf(box.style),
      direction: box.style.direction,
      lineHeight: lineHeightOf(box.style, shrink),
      indent: box.style.textIndent,
      breaking: breakingOf(box.style),
      wrap: box.style.whiteSpace !== "nowrap",
      strut: tools.textStyle(box.style, shrink),
    });
    prepared.set(box, paragraph);
    return paragraph;
  };
  const toInput = (box: Box): ArrangeInput => {
    if (box.kind === "container") return { style: box.style, children: box.children.map(toInput) };
    if (box.kind === "picture") return picture(box);
    const paragraph = prepare(box);
    return { style: box.style, children: [], measure: (known, available) => measureText(paragraph, known, available) };
  };
  const arranged = tools.arranger.arrange(toInput(root), size);
  const place = (box: Box, at: Arranged, x: Pt, y: Pt): PlacedBox => {
    const rect = { x: x + at.x, y: y + at.y, width: at.width, height: at.height };
    const children =
      box.kind === "container"
        ? box.children.map((child, index) => place(child, at.children[index]!, rect.x, rect.y))
        : [];
    if (box.kind !== "text") return { box, rect, children };
    const paragraph = prepare(box);
    return { box, rect, children, paragraph, lines: paragraph.at(rect.width + SLACK) };
  };
  return place(root, arranged, 0, 0);
}

function measureText(paragraph: Paragraph<InlineTag>, known: Partial<Size>, available: Available): Size {
  const width =
    known.width ??
    (available === "min-content"
      ? paragraph.minContent
      : available === "max-content"
        ? paragraph.maxContent
        : Math.min(available, paragraph.maxContent));
  // Asked how narrow it may get, only the width counts: to break every word onto a line of its own would be waste.
  if (available === "min-content" && known.width === undefined) {
    return { width, height: known.height ?? paragraph.heightAt(paragraph.maxContent + SLACK) };
  }
  if (known.width !== undefined) return { width, height: known.height ?? paragraph.heightAt(width + SLACK) };
  const lines = paragraph.at(width + SLACK);
  return { width: Math.min(width, lines.width), height: known.height ?? lines.height };
}

/** A picture keeps its proportions; without any size it takes its own, at most the room there is. */
function pictureInput(box: PictureBox): ArrangeInput {
  const { style } = box;
  const natural = naturalSize(box.picture);
  const ratio = natural.width / natural.height;
  const measure = (known: Partial<Size>, available: Available): Size => {
    if (known.width !== undefined) return { width: known.width, height: known.height ?? known.width / ratio };
    if (known.height !== undefined) return { width: known.height * ratio, height: known.height };
    const room = typeof available === "number" ? available : natural.width;
    // A box whose style says its width is offered just that width, and fills it.
    const width = style.width === "auto" ? Math.min(room, natural.width) : room;
    return { width, height: width / ratio };
  };
  const followsHeight = style.width === "auto" && style.height !== "auto" && style.aspectRatio === "auto";
  return { style: followsHeight ? { ...style, aspectRatio: ratio } : style, children: [], measure };
}

function alignmentOf(style: Style): "start" | "end" | "center" | "justify" {
  if (style.textAlign === "left") return style.direction === "ltr" ? "start" : "end";
  if (style.textAlign === "right") return style.direction === "ltr" ? "end" : "start";
  return style.textAlign;
}

const breakingOf = (style: Style): "greedy" | "balance" | "optimal" =>
  style.textWrap === "balance" ? "balance" : style.textWrap === "pretty" ? "optimal" : "greedy";
