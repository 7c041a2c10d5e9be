/** Boards and matrices → files for a plotter: each once more at true size, on a page of its own. */
import type { Component } from "../content/kit.js";
import { TARGETS, type TargetRules, type WholePanel, whole } from "../impose/index.js";
import { joinImpositions } from "./join.js";
import { panelLabel, rulerWords } from "./labels.js";
import * as say from "./messages.js";
import type { Output } from "./outputs.js";
import { imposePiece, isBoard, type PlanInput, titleOf } from "./sizes.js";

/** The name of the "paper" that is as large as the board: for a plotter. */
export const PLOTTER = "plotter";

/** A page for a plotter: what it is called, and the panels on it, each with the number of its copy. */
interface PlotterPage {
  readonly name: string;
  readonly panels: readonly WholePanel[];
}

/** Kit after kit, the board in one piece, each matrix by itself; as often as each is in a box. */
function plotterPages(component: Component, input: PlanInput): readonly PlotterPage[] {
  const { local } = input;
  const pieces = component.pieces.map((piece) => imposePiece(component, piece, input, undefined));
  const names = component.pieces.map((piece) => titleOf(piece, local));
  const sets =
    component.kind === "board"
      ? [{ name: local.plain(component.title), pieces }]
      : pieces.map((piece, i) => ({ name: names[i]!, pieces: [piece] }));
  return Array.from({ length: input.request.copies }, (_, kit) =>
    sets.flatMap(({ name, pieces: set }) =>
      Array.from({ length: Math.max(...set.map(({ copies }) => copies)) }, (_, at) => ({
        name,
        panels: set
          .filter(({ copies }) => at < copies)
          .map((piece) => ({ ...piece, copy: kit * piece.copies + at + 1 })),
      })),
    ),
  ).flat();
}

/** Boards and matrices once more at true size on one page each. */
export function plotterOutputs(wanted: readonly Component[], input: PlanInput): readonly Output[] {
  const rules: TargetRules = TARGETS.shop;
  // What is as large as its paper has no size of its own.
  const hasSize = ({ pieces }: Component): boolean =>
    pieces.every(({ format }) => input.local.kit.formats.get(format)?.width !== "paper");
  return wanted
    .filter((component) => isBoard(component) && hasSize(component))
    .flatMap((component): Output[] => {
      const { local } = input;
      const pages = plotterPages(component, input);
      const imposed = joinImpositions(
        pages.map(({ name, panels }, index) => {
          const words = panelLabel(name, undefined, { number: index + 1, total: pages.length }, local);
          const label = { label: () => words, ruler: rulerWords(local) };
          return whole({ panels, direction: local.direction, target: rules, label });
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
