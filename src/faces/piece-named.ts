/** `donnees/mon-cv` → the piece of that name. */
import type { Component, Kit, Piece } from "../content/kit.js";
import { mm, type Size } from "../units.js";

export function pieceNamed(
  { components }: Kit,
  name: string,
): { readonly component: Component; readonly piece: Piece } | undefined {
  const [componentId, id] = name.split("/");
  const component = components.find((one) => one.id === componentId);
  const piece = component?.pieces.find((one) => one.id === id);
  return component && piece && { component, piece };
}

/** What is as large as its paper is shown in small as on A4. */
export const PAPER_FORMAT: Size = { width: mm(210), height: mm(297) };
