/** Boxes: what layout arranges. Containers hold boxes, text boxes hold a paragraph, pictures hold one picture. */
import type { MarkupElement, MarkupText } from "../compose/markup.js";
import type { Style } from "../style/style.js";
import type { Inline } from "../text/index.js";
import type { Picture } from "./pictures.js";

/** What comes back with each piece of a line: the words' or icon's own element. */
export interface InlineTag {
  readonly style: Style;
  readonly text?: MarkupText | undefined;
  readonly picture?: Picture | undefined;
  readonly element?: MarkupElement | undefined;
}

export interface Container {
  readonly kind: "container";
  readonly element: MarkupElement;
  readonly style: Style;
  readonly children: readonly Box[];
}

export interface TextBox {
  readonly kind: "text";
  /** The element around the words: it says what the text is (a heading, a paragraph). */
  readonly element: MarkupElement;
  readonly style: Style;
  /** The words at a given shrink (0 = CSS size, 1 = smallest size). */
  readonly inlines: (shrink: number) => readonly Inline<InlineTag>[];
}

export interface PictureBox {
  readonly kind: "picture";
  readonly element: MarkupElement;
  readonly style: Style;
  readonly picture: Picture;
}

export type Box = Container | TextBox | PictureBox;
