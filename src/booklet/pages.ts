/** Ordered pages → their faces: the page template around each stretch of text, with number, side and running head. */
import type { Book, MarkupElement, PageNames } from "../compose/index.js";
import type { Piece, TextValue } from "../content/kit.js";
import type { BookPage, FacePage, FlowPage } from "../layout/index.js";
import type { Pt } from "../units.js";
import type { ChapterRoom, PageTools } from "./chapter.js";
import type { OrderedPage } from "./order.js";

export interface PageMaker {
  /** The page around a chapter's text. */
  master(piece: Piece, names: PageNames, faceName: string): Promise<BookPage | undefined>;
}

/** Lays out page templates of one booklet. */
export function pageMaker(template: string, book: Book, room: Omit<ChapterRoom, "slot">, tools: PageTools): PageMaker {
  const { bench, prepare, diagnostics } = tools;
  return {
    async master(piece, names, faceName) {
      const markup: MarkupElement | undefined = bench.composer.page(template, piece, names, book);
      if (!markup) return undefined;
      await prepare(markup, piece);
      const styled = bench.style(markup, room.templates, room.trim);
      const name = { piece: faceName, side: "front", locale: room.locale } as const;
      return bench.layouter.layOutPage(styled, { ...room.spec, name }, diagnostics);
    },
  };
}

/**
 * A running head a page: the section that opens it, else the one that goes on from the page before, else the first that
 * begins on it.
 */
export function runningHeads(pages: readonly OrderedPage[], { toc }: Book): readonly (TextValue | undefined)[] {
  const sections = new Map(toc.flatMap(({ id, level, title }) => (level === 2 ? [[id, title] as const] : [])));
  let chapter: Piece | undefined;
  let current: TextValue | undefined;
  return pages.map(({ page, chapter: owner }) => {
    if (owner !== chapter) current = undefined;
    chapter = owner;
    const opening = page?.content.kind === "flow" ? page.content.flow.opening : undefined;
    const places = [...(page?.anchors ?? [])].filter(([id]) => sections.has(id)).sort((a, b) => a[1] - b[1]);
    const begun = places.map(([id]) => id);
    const [first = ""] = begun;
    const head = opening?.has(first) || !current ? sections.get(first) : current;
    current = sections.get(begun.at(-1) ?? "") ?? current;
    return head;
  });
}

/** The text of a page in the box of its template. */
export function joinPage({ page, slot }: BookPage, flow: FlowPage): FacePage {
  const { frame, bleed } = page;
  const corner = { x: bleed + (slot?.x ?? 0), y: bleed + (slot?.y ?? 0) };
  const size = { width: slot?.width ?? 0, height: slot?.height ?? 0 };
  const text = { kind: "frame", at: corner, frame: { size, items: flow.items } } as const;
  return { ...page, frame: { ...frame, items: [...frame.items, text] } };
}

/** How far the text's box lies below the trim's top. */
export const slotTop = ({ slot }: BookPage): Pt => slot?.y ?? 0;
