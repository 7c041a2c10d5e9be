/**
 * Booklets: chapters → pages in reading order.
 *
 * compose each chapter (with the page numbers known so far) → lay it out → number the pages → again, until no number
 * changes (a chapter whose numbers stayed the same is kept) → put each stretch of text into the page around it.
 */
import { type Book, contentsOf, type PageNames, resolveText } from "../compose/index.js";
import type { Component, Piece, TextValue } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { FaceMaker } from "../faces/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Size } from "../units.js";
import type { Booklet, BookletPage, Place } from "./booklet.js";
import { type ChapterRoom, type LaidChapter, layOutChapter } from "./chapter.js";
import { factsOf, Witness } from "./facts.js";
import * as say from "./messages.js";
import { labelsOf, type OrderedPage, orderPages } from "./order.js";
import { joinPage, type PageMaker, pageMaker, runningHeads, slotTop } from "./pages.js";
import { createThumbnails, type Prepare } from "./thumbnails.js";

export type { Booklet, BookletHeading, BookletPage, Place } from "./booklet.js";

export interface BookletTools {
  readonly local: LocalKit;
  readonly maker: FaceMaker;
  readonly diagnostics: Diagnostics;
  /** Called between chapters: to hear an interruption. */
  readonly pause: () => Promise<void>;
}

/** Passes that a booklet may take: two are usual, and a number of one digit that becomes two takes a third. */
const MOST_PASSES = 6;

/** Lays out a component of kind booklet; undefined, and reported, when it has no pages to show. */
export async function layOutBooklet(component: Component, tools: BookletTools): Promise<Booklet | undefined> {
  const { local, maker, diagnostics } = tools;
  const format = local.kit.formats.get(component.pieces[0]?.format ?? "");
  const { binding } = component;
  if (!binding || !format || format.width === "paper" || format.height === "paper") return undefined;
  const trim = { width: format.width, height: format.height };
  const spec = { trim, bleed: format.bleed, safe: format.safe, radius: 0 };
  const room = { trim, spec, locale: local.locale, templates: templatesOf(component, binding.page, local) };
  const contents = contentsOf(component);
  const bookOf = (pages: Book["pages"]): Book => ({ kit: local.kit, component, toc: contents, pages });
  const hasCover = binding.cover === "separate";
  if (hasCover && component.pieces.length < LEAST_CHAPTERS_WITH_COVER) {
    diagnostics.report(say.coverMissing(component.at, local.plain(component.title)));
    return undefined;
  }

  const pieces = component.pieces.filter(({ body }) => body !== undefined);
  const prepare = createThumbnails(tools);
  const makerOf = (book: Book): PageMaker =>
    pageMaker(binding.page, book, room, { bench: maker.bench, prepare, diagnostics });
  // Without running text there is no page around it.
  const slot = binding.page
    ? await slotOf(component, makerOf(bookOf(factsOf(new Map()))), tools)
    : { width: 0, height: 0 };
  if (!slot) return undefined;
  const settled = await settle(
    pieces,
    { ...room, slot },
    { component: component.id, hasCover, bookOf, prepare },
    tools,
  );
  if (!settled) {
    diagnostics.report(say.neverSettles(component.at, local.plain(component.title)));
    return undefined;
  }
  for (const { piece, pages } of hasCover ? [settled.chapters.at(0)!, settled.chapters.at(-1)!] : []) {
    if (pages.some(({ content }) => content.kind === "flow")) diagnostics.report(say.coverNotWhole(piece.at, piece.id));
  }
  const { ordered, book } = settled;
  if (ordered.length === 0) {
    diagnostics.report(say.noChapterText(component.at, local.plain(component.title)));
    return undefined;
  }
  const finished = await finishPages(ordered, { book, master: makerOf(book), spec, slot }, tools);
  const headings = contents.map((entry) => ({ ...entry, title: resolveText(entry.title, book, local) }));
  return { component, ...spec, ...finished, hasCover, headings };
}

/** Front cover, something between, back cover. */
const LEAST_CHAPTERS_WITH_COVER = 3;

/** Templates that a booklet's pages show: those of its chapters, its boxes and the page around them. */
function templatesOf(component: Component, page: string, { kit }: LocalKit): readonly string[] {
  const names = new Set<string>([page]);
  const add = (blocks: Piece["body"]): void => {
    for (const block of blocks ?? []) {
      if (block.kind === "box") names.add(block.template);
      if (block.kind === "box" || block.kind === "quote") add(block.blocks);
      if (block.kind === "list") block.items.forEach(add);
    }
  };
  for (const piece of component.pieces) {
    names.add(piece.template);
    add(piece.body);
  }
  return [...names].filter((name) => kit.templates.has(name)).sort();
}

/** The box that text runs through: the same on left and right pages, first or not. */
async function slotOf(
  component: Component,
  maker: PageMaker,
  { diagnostics, local }: BookletTools,
): Promise<Size | undefined> {
  const page = component.binding!.page;
  const source = local.kit.templates.get(page)?.source;
  const at = source && { source, start: 0, end: 1 };
  const sizes: Size[] = [];
  for (const side of ["right", "left"] as const) {
    for (const first of [true, false]) {
      const names: PageNames = { number: "1", side, first, head: undefined, chapter: undefined };
      const made = await maker.master(component.pieces[0]!, names, `${component.id}/${page}`);
      if (!made) return undefined;
      if (!made.slot || made.slot.width <= 0 || made.slot.height <= 0) {
        diagnostics.report(say.noSlot(at, page));
        return undefined;
      }
      sizes.push(made.slot);
    }
  }
  const [one, ...others] = sizes;
  if (others.some(({ width, height }) => differ(width, one!.width) || differ(height, one!.height))) {
    diagnostics.report(say.unevenSlots(at, page));
    return undefined;
  }
  return one;
}

const differ = (a: number, b: number): boolean => Math.abs(a - b) > 0.1;

interface Settling {
  readonly component: string;
  readonly hasCover: boolean;
  readonly bookOf: (pages: Book["pages"]) => Book;
  readonly prepare: Prepare;
}

interface Settled {
  readonly chapters: readonly LaidChapter[];
  readonly ordered: readonly OrderedPage[];
  readonly book: Book;
}

/** Passes until the numbers that were printed are those of the pages; undefined when they never are. */
async function settle(
  pieces: readonly Piece[],
  room: ChapterRoom,
  { component, hasCover, bookOf, prepare }: Settling,
  { maker, diagnostics, pause }: BookletTools,
): Promise<Settled | undefined> {
  const { bench } = maker;
  const known = new Map<Piece, { readonly witness: Witness; readonly chapter: LaidChapter }>();
  let labels: ReadonlyMap<string, string> = new Map();
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const facts = factsOf(labels);
    const chapters: LaidChapter[] = [];
    for (const piece of pieces) {
      const old = known.get(piece);
      if (old?.witness.holds(facts)) {
        chapters.push(old.chapter);
        continue;
      }
      const witness = new Witness(facts);
      const composed = bench.composer.chapter(piece, bookOf(witness));
      const chapter = composed
        ? await layOutChapter(piece, composed, room, { bench, prepare, diagnostics })
        : { piece, pages: [] };
      known.set(piece, { witness, chapter });
      chapters.push(chapter);
      await pause();
    }
    const ordered = orderPages(chapters, { component, hasCover });
    const printed = labels;
    labels = labelsOf(ordered);
    const isSettled = [...known.values()].every(({ witness }) => witness.holds(factsOf(labels)));
    if (isSettled || sameLabels(printed, labels)) return { chapters, ordered, book: bookOf(factsOf(labels)) };
  }
  return undefined;
}

const sameLabels = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([id, label]) => b.get(id) === label);

interface Finishing {
  readonly book: Book;
  readonly master: PageMaker;
  readonly spec: Omit<Booklet, "component" | "pages" | "hasCover" | "headings" | "places">;
  readonly slot: Size;
}

/** Every page gets its face, every anchor its place. */
async function finishPages(
  ordered: readonly OrderedPage[],
  { book, master, spec }: Finishing,
  { maker: { bench }, pause }: BookletTools,
): Promise<{ readonly pages: readonly BookletPage[]; readonly places: ReadonlyMap<string, Place> }> {
  const heads = runningHeads(ordered, book);
  const pages: BookletPage[] = [];
  const places = new Map<string, Place>();
  for (const [index, { name, label, side, chapter, page }] of ordered.entries()) {
    const { trim, bleed } = spec;
    const blank = { trim, bleed, radius: 0, frame: { size: sizeWith(trim, bleed), items: [] } };
    let face = bench.face(blank);
    let top = 0;
    if (page?.content.kind === "whole") face = page.content.face;
    if (page?.content.kind === "flow" && chapter) {
      const names: PageNames = {
        number: label ?? "",
        side,
        first: page.isFirst,
        head: heads[index],
        chapter: titleOf(chapter),
      };
      const made = await master.master(chapter, names, name);
      if (made) {
        face = bench.face(joinPage(made, page.content.flow));
        top = slotTop(made);
      }
    }
    for (const [id, y] of page?.anchors ?? []) places.set(id, { page: index, y: y + top });
    pages.push({ name, label, face });
    await pause();
  }
  return { pages, places };
}

const sizeWith = ({ width, height }: Size, bleed: number): Size => ({
  width: width + 2 * bleed,
  height: height + 2 * bleed,
});

const titleOf = ({ values: { title } }: Piece): TextValue | undefined =>
  title?.kind === "text" || title?.kind === "markdown" ? title : undefined;
