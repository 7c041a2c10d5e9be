/** A chapter and its template → the markup of its running text, or of the pages that are designed whole. */
import type { Block, Component, Piece, TextValue, Values } from "../../content/kit.js";
import { nestChapters } from "../../content/nesting.js";
import { numberIn, textIn } from "../../content/values.js";
import type { Reporter } from "../../diagnostics/limit.js";
import { durationText, type LocalKit } from "../../localise/index.js";
import { createReader, pieceContext, type Reader } from "../context.js";
import { parseMarkup } from "../elements.js";
import type { MarkupElement, MarkupNode } from "../markup.js";
import { marked, PrintedText } from "../printed-text.js";
import type { CompiledTemplate } from "../templates.js";
import { blockNodes } from "./blocks.js";
import { type Book, countOf, minutesOf, piecesOf, shownPieces, type TocEntry, titleOf } from "./facts.js";
import { BOOK_DESK, type BookDesk } from "./helpers.js";
import { resolveText } from "./resolve.js";

export interface ChapterTools {
  readonly local: LocalKit;
  readonly book: Book;
  readonly diagnostics: Reporter;
  /** Undefined, and reported, when a template cannot be filled in. */
  readonly templateOf: (name: string) => CompiledTemplate | undefined;
  /** Runs a template; undefined, and reported, when it fails. */
  readonly run: (template: string, context: object) => string | undefined;
}

/** Stands for the blocks of a chapter or a box while its template is filled in. */
const BODY_MARK = "\uE003";
const BODY = { toHTML: () => BODY_MARK, toString: () => "" };

/** The top-level markup of a chapter: its `<flow>`, or its `<front>` and `<back>`. */
export function chapterNodes(piece: Piece, tools: ChapterTools): readonly MarkupNode[] {
  const { local, book } = tools;
  let headings = 0;
  const nextAnchor = (): string => headingAnchor(piece, ++headings);
  const fill = (template: string, values: Values, blocks: readonly Block[]): readonly MarkupNode[] => {
    const body = { body: blocks.length > 0 ? BODY : undefined };
    const nodes = templateNodes({ ...piece, template, values }, () => body, tools) ?? [];
    return withBody(nodes, blockNodes(blocks, { inline, box, nextAnchor }));
  };
  const inline = (text: TextValue): readonly MarkupNode[] => {
    const resolved = resolveText(text, book, local);
    return parseMarkup(marked(0, local.inline(resolved)), { spans: [], texts: [resolved], local }, tools.diagnostics);
  };
  const box = ({ template, values, blocks }: Extract<Block, { kind: "box" }>) => fill(template, values, blocks);
  return fill(piece.template, piece.values, piece.body ?? []);
}

/** The name of a heading that has no anchor of its own; people's names hold no dot. */
const headingAnchor = (piece: Piece, number: number): string => `${piece.id}.${number}`;

function withBody(nodes: readonly MarkupNode[], body: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.kind === "element") return [{ ...node, children: withBody(node.children, body) }];
    return node.text.includes(BODY_MARK) ? body : [node];
  });
}

/** What a page around running text shows of itself. */
export interface PageNames {
  readonly number: string;
  /** `right` is the recto: in books read from right to left, it lies on the left. */
  readonly side: "left" | "right";
  /** The section that the page is in, and its chapter. */
  readonly head: TextValue | undefined;
  readonly chapter: TextValue | undefined;
  readonly first: boolean;
}

/** The markup of the page around a chapter's text; the template sees the values of the chapter that it declares too. */
export function pageNodes(
  template: string,
  piece: Piece,
  names: PageNames,
  tools: ChapterTools,
): readonly MarkupNode[] | undefined {
  const { head, chapter } = names;
  const number = folio(names.number, tools.local);
  const page = (reader: Reader): object => ({
    page: { ...names, number, head: head && reader.line(head), chapter: chapter && reader.line(chapter) },
  });
  return templateNodes({ ...piece, template }, page, tools);
}

/** A template of a booklet filled in: it sees a piece's names, and the facts of its book. */
function templateNodes(
  piece: Piece,
  more: (reader: Reader) => object,
  { local, book, diagnostics, ...tools }: ChapterTools,
): readonly MarkupNode[] | undefined {
  const fields = local.kit.templates.get(piece.template)?.fields ?? [];
  const reader = createReader(local, (text) => resolveText(text, book, local));
  const { context } = pieceContext(local, { component: book.component, piece, fields, reader });
  const names = Object.defineProperties({}, Object.getOwnPropertyDescriptors(context));
  Object.assign(names, more(reader), { [BOOK_DESK]: deskFor(local, book, reader) });
  // Asked for by few: whoever prints page numbers is laid out again when they change.
  Object.defineProperty(names, "toc", { enumerable: true, get: () => tocFor(book, local, reader) });
  const text = tools.run(piece.template, names);
  if (text === undefined) return undefined;
  const spans = tools.templateOf(piece.template)?.spans ?? [];
  return parseMarkup(text, { spans, texts: reader.texts, local }, diagnostics);
}

const tocFor = ({ toc, pages }: Book, local: LocalKit, reader: Reader): readonly object[] =>
  toc.map(({ title, number, ...entry }) => {
    // A strict template may ask for the number of a chapter that has none.
    return { ...entry, number, title: reader.line(title), page: folio(pages.page(entry.id), local) };
  });

/** A page's number: printed in the digits of the language, compared as it is; empty for a page without one. */
const folio = (label: string, { number }: LocalKit): PrintedText | "" =>
  label === "" ? "" : new PrintedText(number(label), () => label);

function deskFor(local: LocalKit, book: Book, reader: Reader): BookDesk {
  return {
    pieces(component, filters) {
      const shown = shownPieces(book);
      return piecesOf(book, component, filters).map(({ piece }) => {
        const fields = local.kit.templates.get(piece.template)?.fields ?? [];
        const { id, number, template } = piece;
        const name = `${piece.component}/${id}`;
        // Those that the booklet does not show come last when they are sorted by this.
        const place = shown.indexOf(name);
        const rank = place < 0 ? shown.length : place;
        return { ...reader.values(piece.values, fields), id, number, template, name, shown: rank };
      });
    },
    count: (component, filters) => countOf(book, component, filters),
    page: (id) => folio(book.pages.page(id), local),
    title: (id) => {
      const title = titleOf(book, id);
      return title && reader.line(title);
    },
    minutes: (ids) => durationText(minutesOf(book, ids), local.intl),
  };
}

/** Chapters and their headings, in reading order. */
export function contentsOf({ pieces }: Component): readonly TocEntry[] {
  return nestChapters(pieces).flatMap(({ piece, depth }) => {
    const title = textIn(piece.values, "title");
    const number = numberIn(piece.values, "number");
    const own: TocEntry[] = title ? [{ id: piece.id, title, level: 1, depth, number }] : [];
    let headings = 0;
    const below = headingsIn(piece.body ?? []).map((heading): TocEntry => {
      const id = heading.anchor ?? headingAnchor(piece, ++headings);
      return { id, title: heading.text, level: heading.level, depth };
    });
    return [...own, ...below];
  });
}

/** Headings, those inside boxes too: they are counted alike where they are set. */
const headingsIn = (blocks: readonly Block[]): readonly Extract<Block, { kind: "heading" }>[] =>
  blocks.flatMap((block) => {
    if (block.kind === "heading") return [block];
    if (block.kind === "box" || block.kind === "quote") return headingsIn(block.blocks);
    return block.kind === "list" ? block.items.flatMap(headingsIn) : [];
  });

/** The root of a chapter, its own anchor on it. */
export const flowRoot = (flow: MarkupElement, piece: Piece): MarkupElement => ({
  ...flow,
  attributes: { ...flow.attributes, id: piece.id },
});
