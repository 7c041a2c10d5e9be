/** A component of kind booklet → its chapters in order, the template of their pages, how it is bound. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Component, Piece } from "../kit.js";
import { chapterFiles, chapterId, isChapterId, likelyId } from "./chapter-files.js";
import { type ChapterFile, readChapter } from "./chapters.js";
import { complain, openSource, topOf } from "./desk.js";
import { flowPageOf } from "./flow-page.js";
import type { ComponentPlan } from "./kit-file.js";
import * as say from "./messages.js";
import type { Shelf } from "./shelf.js";

type BookletPlan = ComponentPlan & { readonly binding: NonNullable<ComponentPlan["binding"]> };

/** Reads all chapters; those that cannot be used are reported and left out. */
export function readBooklet({ cards, binding, ...plan }: BookletPlan, shelf: Shelf): Component {
  const names = new Map<string, Span>();
  const files = openChapters({ ...plan, cards }, shelf, names);
  const read = files.map((file) => readChapter(file, shelf, names)).filter((piece) => piece !== undefined);
  shelf.names.set(plan.id, new Set(names.keys()));
  const pieces = read.map((piece, index): Piece => ({ ...piece, number: index + 1 }));
  checkFormats(pieces, shelf);
  const templates = pieces.map(({ template }) => template);
  return { ...plan, pieces, binding: { ...binding, page: flowPageOf(templates, shelf) } };
}

/** The files with right ids. Ids are taken before any anchor is read: a chapter keeps its name. */
function openChapters({ id: component, cards }: ComponentPlan, shelf: Shelf, names: Map<string, Span>): ChapterFile[] {
  const { desk } = shelf;
  return cards.flatMap((card) =>
    chapterFiles(card, desk).flatMap(({ value: path, at }): ChapterFile[] => {
      const source = openSource(desk, path, at);
      if (source === undefined) return [];
      const id = chapterId(path);
      const place = topOf(source);
      const taken = names.get(id);
      if (!isChapterId(id)) complain(desk, say.badChapterName(id, likelyId(id)), place);
      else if (taken !== undefined) complain(desk, say.duplicateChapter(id, taken.source.name), place);
      else {
        names.set(id, place);
        return [{ component, id, source }];
      }
      return [];
    }),
  );
}

/** All pages of a booklet are folded from the same sheets. */
function checkFormats(pieces: readonly Piece[], { desk, formats }: Shelf): void {
  const first = pieces[0];
  if (first === undefined) return;
  const name = (piece: Piece): string => `${piece.component}/${piece.id}`;
  const format = formats.get(first.format);
  if (format?.width === "paper") complain(desk, say.bookletOnPaper(first.format), first.at, name(first));
  for (const piece of pieces) {
    if (piece.format === first.format) continue;
    complain(desk, say.bookletFormats(first.format, piece.format), piece.at, name(piece));
  }
}
