/** The kit's formats, papers and templates → sizes in points, as imposition needs them. */
import type { Booklet } from "../booklet/index.js";
import type { Component, Format, Kit, Piece, Template } from "../content/kit.js";
import type { Duplex, ImposePiece, Paper, TargetRules } from "../impose/index.js";
import type { Rect, Size } from "../units.js";
import type { SheetKit } from "./labels.js";
import type { PressProduct } from "./press/products.js";
import type { NamedPrinter } from "./printer.js";
import type { Reprint } from "./reprint.js";
import type { BuildRequest, PaperTarget } from "./request.js";

export interface PlanInput {
  readonly local: SheetKit;
  readonly request: BuildRequest;
  readonly papers: ReadonlyMap<string, Paper>;
  /** Whether a template draws backs. */
  readonly hasBack: (template: string) => boolean;
  /** Where the words and codes of a board's piece lie, from its trim corner: seams step aside for them. */
  readonly keepOuts: (piece: string) => readonly Rect[];
  /** Booklets are laid out before they are planned: nobody else knows how many pages they have. */
  readonly booklets: ReadonlyMap<string, Booklet>;
  /** The printer that the files are for; absent where any may print them. */
  readonly printer?: NamedPrinter | undefined;
  /** Only what changed since an edition, and what to do with it; absent when everything asked for is made. */
  readonly reprint?: Reprint | undefined;
  /** What a printer who imposes himself wants. */
  readonly press: PressProduct;
}

/** Where a file is printed, and by which rules. */
export interface Place {
  readonly target: PaperTarget;
  readonly paper: Paper;
  readonly rules: TargetRules;
  /** Where its files go, in the folder of the locale: `home-A4`. */
  readonly folder: string;
  /** The same for what correction for a printer would push off the sheet: only what that printer leaves white counts. */
  readonly uncorrected?: Place | undefined;
}

/** A piece as imposition sees it. `paper` undefined: no piece of this component takes its size from the paper. */
export function imposePiece(
  component: Component,
  piece: Piece,
  { local, hasBack }: PlanInput,
  paper: Paper | undefined,
): ImposePiece {
  const format = local.kit.formats.get(piece.format)!;
  return {
    piece: `${component.id}/${piece.id}`,
    trim: trimOf(format, paper),
    bleed: format.bleed,
    safe: format.safe,
    radius: format.radius,
    hasBack: hasBack(piece.template),
    copies: piece.copies * component.copies,
  };
}

/** What people call a piece: its own title, where it has one. */
export const titleOf = ({ id, values }: Piece, local: Pick<SheetKit, "plain">): string =>
  values.title?.kind === "text" ? local.plain(values.title) : id;

/** A format's size; `size: paper` is as large as the paper it is printed on. */
export const trimOf = (format: Format, paper: Size | undefined): Size => ({
  width: format.width === "paper" ? (paper?.width ?? 0) : format.width,
  height: format.height === "paper" ? (paper?.height ?? 0) : format.height,
});

/** What Handlebars and HTML leave out. */
const COMMENTS = /\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|<!--[\s\S]*?-->/g;

/** Whether a template draws backs: all of its pieces then have one, blank where it draws nothing. */
export const drawsBack = (template: Template | undefined): boolean =>
  /<back[\s>]/.test(template?.source.text.replace(COMMENTS, "") ?? "");

/** What the command asks goes before what the component says. */
export const duplexOf = (component: Component, request: BuildRequest): Duplex =>
  request.duplex ?? component.duplex ?? "long-edge";

/** Whether files for a cutting machine are asked for. */
export const isCutByMachine = ({ cut = [] }: BuildRequest): boolean => cut.length > 0;

/** Boards and matrices are large: they are tiled, and never have a back. */
export const isBoard = ({ kind }: Component): boolean => kind === "board" || kind === "matrix";

/** Papers by name: the built-in ones and the kit's own. */
export function papersOf(kit: Kit, builtIn: ReadonlyMap<string, Paper>): ReadonlyMap<string, Paper> {
  return new Map([
    ...builtIn,
    ...[...kit.papers].map(([name, { width, height }]): [string, Paper] => [name, { name, width, height }]),
  ]);
}
