/** A chapter's file → a piece: its front matter checked against its template's fields, what follows as blocks. */
import type { Source, Span } from "../../diagnostics/diagnostic.js";
import { positionOf } from "../../diagnostics/position.js";
import type { Block, Piece } from "../kit.js";
import { readBlocks } from "../markdown/index.js";
import { placeOf } from "../messages.js";
import { chapterShape } from "../schema/cards.js";
import { check } from "../validate/check.js";
import { type Judge, report } from "../validate/judge.js";
import { isNothing, type MapNode, type Node } from "../yaml/node.js";
import { readBox } from "./boxes.js";
import { parseOpened, topOf } from "./desk.js";
import { checkFilled, type FilledIn } from "./filled.js";
import { type FrontMatter, frontMatter } from "./front-matter.js";
import * as say from "./messages.js";
import type { Shelf } from "./shelf.js";

/** An opened file of a booklet. */
export interface ChapterFile {
  readonly component: string;
  readonly id: string;
  readonly source: Source;
}

/** Reads a chapter. Names of the booklet (chapters and anchors) are in `names`; what cannot be used is left out. */
export function readChapter(file: ChapterFile, shelf: Shelf, names: Map<string, Span>): Piece | undefined {
  const { source, id, component } = file;
  const { reporter } = shelf.desk;
  const judge: Judge = { reporter, broken: [], piece: `${component}/${id}` };
  const front = frontMatter(source);
  const at = topOf(source);
  if (front === undefined) {
    report(judge, say.noFrontMatter(), at);
    takeAnchors(file, names);
    return undefined;
  }
  if (front.bodyStart === undefined) {
    report(judge, say.openFrontMatter(), { source, start: 0, end: "---".length });
    return undefined;
  }
  const filled = readFront(source, front, judge, shelf);
  const body = readBody(file, front.bodyStart, { judge, shelf, names });
  return filled && { id, component, number: 0, ...filled, body, at };
}

/** What a chapter may not say, though a card may. */
const REFUSED = new Map([
  ["id", say.idOfChapter],
  ["copies", say.copiesOfChapter],
]);

function readFront(source: Source, front: FrontMatter, judge: Judge, shelf: Shelf): FilledIn | undefined {
  const at = topOf(source);
  const { root, broken } = parseOpened(shelf.desk, source, front.end);
  if (root === undefined && broken.length > 0) return undefined;
  const judged = { ...judge, broken };
  const node: Node = root === undefined || isNothing(root) ? { kind: "map", entries: [], flow: false, at } : root;
  if (node.kind !== "map") {
    check(node, chapterShape([]), judged, { path: "", at });
    return undefined;
  }
  const filling = { as: "chapter", judge: judged, at, noTemplate: say.chapterWithoutTemplate() } as const;
  return checkFilled(withoutRefused(node, judged), filling, shelf);
}

function withoutRefused(node: MapNode, judge: Judge): MapNode {
  const entries = node.entries.filter(({ key, keyAt }) => {
    const refused = REFUSED.get(key);
    if (refused !== undefined) report(judge, refused(), keyAt, key);
    return refused === undefined;
  });
  return { ...node, entries };
}

/** Where nobody knows what is text: only its anchors, so that what refers to them is not called wrong. */
function takeAnchors({ source, id }: ChapterFile, names: Map<string, Span>): void {
  readBlocks(source, 0, id, {
    report: () => undefined,
    box: () => undefined,
    anchor: (name, at) => names.has(name) || names.set(name, at),
  });
}

interface BodyTools {
  readonly judge: Judge;
  readonly shelf: Shelf;
  readonly names: Map<string, Span>;
}

function readBody({ source, id }: ChapterFile, start: number, { judge, shelf, names }: BodyTools): readonly Block[] {
  return readBlocks(source, start, id, {
    report: (finding, at) => report(judge, finding, at),
    box: (asked) => readBox(asked, judge, shelf),
    anchor(name, at) {
      const taken = names.get(name);
      if (taken === undefined) names.set(name, at);
      else report(judge, say.duplicateAnchor(name, whereIs(taken)), at);
    },
  });
}

/** Where a name of the booklet was given. */
export const whereIs = (at: Span): string => placeOf(at.source.name, positionOf(at).line);
