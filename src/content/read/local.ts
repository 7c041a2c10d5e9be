/** kit.local.yaml → the same components with the values that one place fills in (a date, an address). */
import { suggest } from "../../diagnostics/suggest.js";
import { problemAt } from "../finding.js";
import type { Component, Piece } from "../kit.js";
import * as say from "../messages.js";
import { group } from "../schema/shape.js";
import { check } from "../validate/check.js";
import * as sayValues from "../validate/messages.js";
import type { Entry } from "../yaml/node.js";
import { complain, type Desk, openYaml } from "./desk.js";
import type { Shelf } from "./shelf.js";

export const LOCAL_FILE = "kit.local.yaml";

/** Overrides fields of single pieces. The file is optional and belongs to one machine. */
export function applyLocal(components: readonly Component[], shelf: Shelf): readonly Component[] {
  const { desk } = shelf;
  if (!desk.files.has(LOCAL_FILE)) return components;
  const opened = openYaml(desk, LOCAL_FILE);
  if (opened?.root === undefined) return components;
  if (opened.root.kind !== "map") {
    complain(desk, sayValues.wrongType(LOCAL_FILE, "map"), opened.root.at);
    return components;
  }
  const overridden = new Map<Piece, Piece>();
  for (const entry of opened.root.entries) {
    const piece = findPiece(entry, components, desk);
    if (piece !== undefined) overridden.set(piece, override(piece, entry, opened.broken, shelf));
  }
  return components.map((component) => ({
    ...component,
    pieces: component.pieces.map((piece) => overridden.get(piece) ?? piece),
  }));
}

function findPiece({ key, keyAt }: Entry, components: readonly Component[], desk: Desk): Piece | undefined {
  const [, componentId, id] = /^([^/]+)\/([^/]+)$/.exec(key) ?? [];
  if (componentId === undefined || id === undefined) {
    complain(desk, say.badOverride(key), keyAt);
    return undefined;
  }
  const component = components.find((each) => each.id === componentId);
  if (component === undefined) {
    const known = components.map((each) => each.id);
    const found = { suggestion: suggest(componentId, known), known };
    desk.reporter.report(problemAt(keyAt, sayValues.unknownName("component", componentId, found)));
    return undefined;
  }
  const piece = component.pieces.find((each) => each.id === id);
  if (piece === undefined) {
    const known = component.pieces.map((each) => each.id);
    complain(desk, sayValues.unknownName("piece", id, { suggestion: suggest(id, known), known }), keyAt);
  }
  return piece;
}

function override(piece: Piece, entry: Entry, broken: readonly number[], { templates, desk }: Shelf): Piece {
  const fields = templates.get(piece.template)?.template.fields ?? [];
  // What is not overridden keeps the piece's own value: nothing is required here and no default fills in.
  const shape = group(
    "piece",
    fields.map((field) => ({ ...field, required: false, default: undefined })),
  );
  const judge = { reporter: desk.reporter, broken, piece: `${piece.component}/${piece.id}` };
  const checked = check(entry.value, shape, judge, { path: "", at: entry.keyAt });
  return checked?.kind === "group" ? { ...piece, values: { ...piece.values, ...checked.values } } : piece;
}
