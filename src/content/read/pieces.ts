/** A component's files → its pieces, each checked against the fields of its template. */
import type { Span } from "../../diagnostics/diagnostic.js";
import { positionOf } from "../../diagnostics/position.js";
import type { Component, Piece } from "../kit.js";
import * as say from "../messages.js";
import { CARDS_FILE, pieceShape } from "../schema/cards.js";
import { check } from "../validate/check.js";
import { type Judge, report } from "../validate/judge.js";
import type { Node, ScalarNode } from "../yaml/node.js";
import { readBooklet } from "./booklet.js";
import { complain, openYaml, topOf } from "./desk.js";
import { checkFilled, scalarAt, valueAt } from "./filled.js";
import type { ComponentPlan } from "./kit-file.js";
import type { Named, Shelf } from "./shelf.js";

/** Reads all files of a component; pieces that cannot be used are reported and left out. */
export function readComponent(plan: ComponentPlan, shelf: Shelf): Component {
  const { cards, binding, ...rest } = plan;
  if (binding !== undefined) return readBooklet({ ...rest, cards, binding }, shelf);
  const names = new Set<string>();
  shelf.names.set(plan.id, names);
  const ids = new Map<string, Span>();
  const pieces = cards.flatMap((file) => readFile(file, { plan, shelf, ids, names }));
  return { ...rest, pieces: pieces.map((piece, index) => ({ ...piece, number: index + 1 })) };
}

interface Reading {
  readonly plan: ComponentPlan;
  readonly shelf: Shelf;
  /** Ids taken so far in the component. */
  readonly ids: Map<string, Span>;
  /** The same, with the ids of pieces that are left out as wrong. */
  readonly names: Set<string>;
}

/** What a file says for all its pieces. */
interface FileDefaults {
  readonly template: ScalarNode | undefined;
  readonly format: ScalarNode | undefined;
}

function readFile(file: Named, reading: Reading): readonly Piece[] {
  const { desk } = reading.shelf;
  if (!/\.ya?ml$/.test(file.value)) {
    complain(desk, say.notYamlFile(file.value), file.at);
    return [];
  }
  const opened = openYaml(desk, file.value, file.at);
  if (opened === undefined) return [];
  const { root, broken, source } = opened;
  if (root === undefined) {
    if (broken.length === 0) complain(desk, say.emptyFile(file.value), topOf(source));
    return [];
  }
  const judge: Judge = { reporter: desk.reporter, broken };
  check(root, CARDS_FILE, judge, { path: "", at: topOf(source) });
  if (root.kind !== "map") return [];
  const defaults = { template: scalarAt(root, "template"), format: scalarAt(root, "format") };
  const pieces = valueAt(root, "pieces");
  if (pieces?.kind !== "list") return [];
  if (pieces.items.length === 0) complain(desk, say.emptyDeck(file.value), pieces.at);
  return pieces.items.flatMap((node) => readPiece(node, defaults, judge, reading));
}

function readPiece(node: Node, defaults: FileDefaults, judge: Judge, reading: Reading): readonly Piece[] {
  const { plan, shelf, ids, names } = reading;
  if (node.kind !== "map") {
    check(node, pieceShape([]), judge, { path: "", at: node.at });
    return [];
  }
  const id = scalarAt(node, "id");
  if (id !== undefined) names.add(id.value);
  const at = id?.at ?? node.entries[0]?.keyAt ?? node.at;
  const called: Judge = { ...judge, piece: id === undefined ? undefined : `${plan.id}/${id.value}` };
  const filling = { as: "piece", judge: called, at, ...defaults, noTemplate: say.noTemplate() } as const;
  const filled = checkFilled(node, filling, shelf);
  if (filled === undefined || id === undefined) return [];
  if (isTaken(id, called, ids)) return [];
  return [{ id: id.value, component: plan.id, number: 0, ...filled, at }];
}

function isTaken(id: ScalarNode, judge: Judge, ids: Map<string, Span>): boolean {
  const taken = ids.get(id.value);
  if (taken === undefined) {
    ids.set(id.value, id.at);
    return false;
  }
  report(judge, say.duplicateId(id.value, say.placeOf(taken.source.name, positionOf(taken).line)), id.at);
  return true;
}
