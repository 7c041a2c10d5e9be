/** Texts of booklets → every placeholder in them can be computed, or a problem where it is written. */
import { suggest } from "../../diagnostics/suggest.js";
import type { Finding } from "../finding.js";
import type { Component, Link, Piece } from "../kit.js";
import { PLACEHOLDERS, type Placeholder, parsePlaceholders } from "../placeholders.js";
import { type Judge, report } from "../validate/judge.js";
import * as sayValues from "../validate/messages.js";
import { numberIn, textIn } from "../values.js";
import { anchorsOf, textsOf } from "../walk.js";
import { braceMistakes, placeIn } from "./braces.js";
import * as say from "./messages.js";
import { countProblem } from "./placeholder-count.js";
import type { Shelf } from "./shelf.js";

/** What placeholders refer to. */
export interface Facts {
  readonly components: readonly Component[];
  readonly links: ReadonlyMap<string, Link>;
  readonly shelf: Shelf;
}

/** Cards have no placeholders: there a brace is a brace. */
export function checkPlaceholders(facts: Facts): void {
  for (const component of facts.components) {
    if (component.kind === "booklet") for (const piece of component.pieces) checkPiece(piece, component, facts);
  }
}

function checkPiece(piece: Piece, book: Component, facts: Facts): void {
  const judge: Judge = { reporter: facts.shelf.desk.reporter, broken: [], piece: `${piece.component}/${piece.id}` };
  for (const text of textsOf(piece)) {
    if (!text.value.includes("{")) continue;
    for (const { finding, at } of braceMistakes(text)) report(judge, finding, at, text.field);
    for (const each of parsePlaceholders(text.value)) {
      const finding = typeof each === "string" ? undefined : problemOf(each, book, facts);
      if (finding === undefined || typeof each === "string") continue;
      report(judge, finding, placeIn(text, each.start, each.end), text.field);
    }
  }
}

function problemOf(placeholder: Placeholder, book: Component, facts: Facts): Finding | undefined {
  const { name, args, filters } = placeholder;
  const rule = PLACEHOLDERS.get(name);
  if (rule === undefined) {
    const known = [...PLACEHOLDERS.keys()];
    return say.unknownPlaceholder(name, suggest(name, known), known.join(", "));
  }
  if (args.length < rule.least || args.length > rule.most) return say.placeholderWords(name, rule.example);
  if (filters.size > 0 && rule.filters !== true) return say.placeholderFilter(name);
  const [first = "", second = ""] = args;
  switch (name) {
    case "count":
      return countProblem(first, filters, facts);
    case "page":
      return placeProblem(first, book, facts);
    case "title":
      return placeProblem(first, book, facts) ?? titleProblem(first, book);
    case "minutes":
      return args.map((id) => minutesProblem(id, book, facts)).find((problem) => problem !== undefined);
    case "text":
      return textProblem(first, second, facts);
    case "address":
      return facts.links.has(first) ? undefined : unknown("link", first, [...facts.links.keys()]);
    default:
      return undefined;
  }
}

const unknown = (what: sayValues.Referred, value: string, known: readonly string[]): Finding =>
  sayValues.unknownName(what, value, { suggestion: suggest(value, known), known });

/** A chapter or an anchor of the same booklet; those of chapters left out as wrong count too. */
function placeProblem(id: string, book: Component, { shelf }: Facts): Finding | undefined {
  const known = shelf.names.get(book.id) ?? new Set();
  return known.has(id) ? undefined : unknown("anchor", id, [...known]);
}

const chapterOf = (book: Component, id: string): Piece | undefined => book.pieces.find((piece) => piece.id === id);

function titleProblem(id: string, book: Component): Finding | undefined {
  const chapter = chapterOf(book, id);
  return chapter === undefined || textIn(chapter.values, "title") ? undefined : say.untitled(id);
}

function minutesProblem(id: string, book: Component, { shelf }: Facts): Finding | undefined {
  const chapter = chapterOf(book, id);
  if (chapter !== undefined) return numberIn(chapter.values, "duration") === undefined ? say.noDuration(id) : undefined;
  const isLeftOut = shelf.names.get(book.id)?.has(id) === true && !isAnchorOf(book, id);
  return isLeftOut
    ? undefined
    : unknown(
        "chapter",
        id,
        book.pieces.map((piece) => piece.id),
      );
}

/** Whether a name of the booklet is that of a heading. */
const isAnchorOf = (book: Component, name: string): boolean =>
  book.pieces.some((piece) => [...anchorsOf(piece)].includes(name));

function textProblem(written: string, field: string, { components, shelf }: Facts): Finding | undefined {
  const [componentId = "", id = "", more] = written.split("/");
  if (id === "" || more !== undefined) return say.badPieceName(written);
  const component = components.find((each) => each.id === componentId);
  if (component === undefined)
    return unknown(
      "component",
      componentId,
      components.map((each) => each.id),
    );
  const piece = component.pieces.find((each) => each.id === id);
  if (piece === undefined) {
    const isLeftOut = shelf.names.get(componentId)?.has(id) === true;
    return isLeftOut
      ? undefined
      : unknown(
          "piece",
          id,
          component.pieces.map((each) => each.id),
        );
  }
  const fields = shelf.templates.get(piece.template)?.template.fields ?? [];
  if (!fields.some(({ name }) => name === field))
    return unknown(
      "field",
      field,
      fields.map(({ name }) => name),
    );
  return textIn(piece.values, field) ? undefined : say.noTextIn(written, field);
}
