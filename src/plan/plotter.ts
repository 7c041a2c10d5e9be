/** Boards and matrices → files for a plotter: each once more at true size, each copy on a page of its own. */
import type { Component, Piece } from "../content/kit.js";
import { type ImposePiece, TARGETS, type TargetRules, whole } from "../impose/index.js";
import { joinImpositions } from "./join.js";
import { panelLabel, rulerWords } from "./labels.js";
import * as say from "./messages.js";
import type { Output } from "./outputs.js";
import { imposePiece, isBoard, type PlanInput, titleOf } from "./sizes.js";

/** The name of the "paper" that is as large as the board: for a plotter. */
export const PLOTTER = "plotter";

/** Boards and matrices once more at true size, each copy on a page of its own. */
export function plotterOutputs(wanted: readonly Component[], input: PlanInput): readonly Output[] {
  const rules: TargetRules = TARGETS.shop;
  // What is as large as its paper has no size of its own.
  const hasSize = ({ pieces }: Component): boolean =>
    pieces.every(({ format }) => input.local.kit.formats.get(format)?.width !== "paper");
  return wanted
    .filter((component) => isBoard(component) && hasSize(component))
    .flatMap((component): Output[] => {
      const { local } = input;
      const panelOf = (piece: Piece) => imposePiece(component, piece, input, undefined);
      const units =
        component.kind === "board"
          ? [{ name: local.plain(component.title), panels: component.pieces.map(panelOf) }]
          : component.pieces.map((piece) => ({ name: titleOf(piece, local), panels: [panelOf(piece)] }));
      const pages = units.flatMap(({ name, panels }) => copiesOnRoll(panels, input).map((on) => ({ name, ...on })));
      const imposed = joinImpositions(
        pages.map(({ name, panels, copy }, index) => {
          const words = panelLabel(name, undefined, { number: index + 1, total: pages.length }, local);
          const label = { label: () => words, ruler: rulerWords(local) };
          return whole({ panels, direction: local.direction, target: rules, copy, label });
        }),
      );
      if (!imposed.ok) return [];
      return [
        {
          path: `shop-${PLOTTER}/${say.fileName(component.id, input.local)}.pdf`,
          title: input.local.plain(component.title),
          target: "shop",
          paper: PLOTTER,
          components: [component],
          duplex: "none",
          imposed,
        },
      ];
    });
}

/** The panels of each page, copy by copy; one that there are more of than of others fills the last pages alone. */
function copiesOnRoll(panels: readonly ImposePiece[], { request }: PlanInput) {
  const ordered = (panel: ImposePiece): number => panel.copies * request.copies;
  return Array.from({ length: Math.max(0, ...panels.map(ordered)) }, (_, index) => ({
    panels: panels.filter((panel) => ordered(panel) > index),
    copy: index + 1,
  }));
}
