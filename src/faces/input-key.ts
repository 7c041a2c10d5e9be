/** A piece → a key of all that its faces depend on and that may differ between pieces of a kit. */
import type { Component, FieldValue, Piece, Values } from "../content/kit.js";
import type { Size } from "../units.js";

/** Two pieces with the same key, in the same kit and language, look the same. Places do not count. */
export function inputKey(component: Component, piece: Piece, trim: Size): string {
  return [
    component.id,
    `${component.title.state}|${component.title.value}`,
    component.pieces.length,
    piece.id,
    piece.number,
    piece.template,
    trim.width,
    trim.height,
    valuesKey(piece.values),
  ].join("\u0001");
}

const valuesKey = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}\u0002${valueKey(value)}`)
    .join("\u0003");

function valueKey(value: FieldValue): string {
  if (value.kind === "list") return `[${value.items.map(valueKey).join("\u0004")}]`;
  if (value.kind === "group") return `{${valuesKey(value.values)}}`;
  const state = "state" in value ? value.state : undefined;
  return `${value.kind}${state ?? ""}:${value.value}`;
}
