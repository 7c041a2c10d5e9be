/** Booklets → every chapter stands under one that is there, and right after it, or a problem where it is named. */
import { suggest } from "../../diagnostics/suggest.js";
import type { Finding } from "../finding.js";
import type { Component } from "../kit.js";
import { nestChapters } from "../nesting.js";
import { type Judge, report } from "../validate/judge.js";
import * as sayValues from "../validate/messages.js";
import { anchorsOf } from "../walk.js";
import * as say from "./messages.js";
import type { Shelf } from "./shelf.js";

export function checkNesting(components: readonly Component[], shelf: Shelf): void {
  for (const component of components) {
    if (component.kind !== "booklet") continue;
    for (const { piece, stray } of nestChapters(component.pieces)) {
      const finding = stray && strayProblem(piece.id, stray.value, component, shelf);
      const judge: Judge = { reporter: shelf.desk.reporter, broken: [], piece: `${piece.component}/${piece.id}` };
      if (finding) report(judge, finding, stray.at, stray.field);
    }
  }
}

function strayProblem(id: string, under: string, { id: book, pieces }: Component, shelf: Shelf): Finding | undefined {
  const known = pieces.map((piece) => piece.id).filter((name) => name !== id);
  if (known.includes(under)) return say.strayChapter(id, under);
  const isAnchor = pieces.some((piece) => [...anchorsOf(piece)].includes(under));
  // A chapter that was left out as wrong has been told already.
  if (under !== id && !isAnchor && shelf.names.get(book)?.has(under)) return undefined;
  return sayValues.unknownName("chapter", under, { suggestion: suggest(under, known), known });
}
