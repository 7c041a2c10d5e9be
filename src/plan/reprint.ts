/** What became of pieces since an edition → the pieces to print again, alone on common sheets, and what each is for. */
import type { Component } from "../content/kit.js";
import type { Duplex } from "../impose/index.js";
import * as say from "./messages.js";
import { duplexOf, isBoard, type PlanInput } from "./sizes.js";
import type { Unit } from "./units.js";

/** What is done with one piece in a box that was printed earlier. */
export interface Exchange {
  /** `donnees/mon-cv`. */
  readonly piece: string;
  readonly action: "replace" | "add" | "remove" | "move";
  /** As it lies in the box; absent for what is new. */
  readonly before?: Printed | undefined;
}

/** A piece as the edition has it. */
export interface Printed {
  readonly version: string;
  /** Its place in its component, where the edition tells it. */
  readonly number?: number | undefined;
  /** The title that stands on it. */
  readonly title?: string | undefined;
}

export interface Reprint {
  /** What people call the edition. */
  readonly since: string;
  readonly exchanges: readonly Exchange[];
  /** The names of all pieces that the edition has. */
  readonly printed: readonly string[];
}

export const componentOf = (piece: string): string => piece.slice(0, piece.indexOf("/"));

/** Whether an exchange needs a piece from the printer. */
export const isPrinted = ({ action }: Exchange): boolean => action === "replace" || action === "add";

/** The names of the pieces to print. */
export const toPrint = ({ exchanges }: Reprint): ReadonlySet<string> =>
  new Set(exchanges.filter(isPrinted).map(({ piece }) => piece));

/** Components with none of their pieces but those to print; the others are left out. */
export function onlyReprinted(components: readonly Component[], reprint: Reprint): readonly Component[] {
  const names = toPrint(reprint);
  return components.flatMap((component) => {
    const pieces = component.pieces.filter(({ id }) => names.has(`${component.id}/${id}`));
    return pieces.length > 0 ? [{ ...component, pieces }] : [];
  });
}

/** Boards each in a file, as ever; all other pieces on common sheets, one file for each way of turning the paper. */
export function reprintUnits(components: readonly Component[], { local, request }: PlanInput): readonly Unit[] {
  const loose = components.filter((component) => !isBoard(component));
  const ways = [...new Set(loose.map((component) => duplexOf(component, request)))];
  const common = ways.map((duplex: Duplex): Unit => {
    const members = loose.filter((component) => duplexOf(component, request) === duplex);
    return { id: say.reprintFile(ways.length > 1 ? duplex : undefined), title: local.since ?? "", components: members };
  });
  const boards = components
    .filter(isBoard)
    .map((component) => ({ id: component.id, title: local.plain(component.title), components: [component] }));
  return [...common, ...boards];
}
