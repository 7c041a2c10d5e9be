/** Kit + request → the files to make: each with its components and its sheets. No face is looked at, only sizes. */
import type { Component, Format, Kit, Piece } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import {
  type Duplex,
  gangSaves,
  type Imposed,
  type ImposePiece,
  type Imposition,
  impose,
  type Paper,
  TARGETS,
  type TargetRules,
  tile,
  whole,
} from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Size } from "../units.js";
import * as say from "./messages.js";
import type { BuildRequest, TargetName } from "./request.js";

/** The name of the "paper" that is as large as the board: for a plotter. */
export const PLOTTER = "plotter";

/** A file to make. */
export interface Output {
  /** From the folder of the locale: `home-A4/donnees.pdf`. */
  readonly path: string;
  readonly title: string;
  readonly target: TargetName;
  readonly paper: string;
  readonly components: readonly Component[];
  readonly duplex: Duplex;
  readonly imposed: Imposed;
}

export interface PlanInput {
  readonly local: LocalKit;
  readonly request: BuildRequest;
  readonly papers: ReadonlyMap<string, Paper>;
  /** Whether a template draws backs. */
  readonly hasBack: (template: string) => boolean;
}

/** Plans every file; a piece that fits on no sheet is reported. */
export function planOutputs(input: PlanInput, diagnostics: Diagnostics): readonly Output[] {
  const { local, request, papers } = input;
  const wanted = local.kit.components.filter(
    ({ id }) => request.components.length === 0 || request.components.includes(id),
  );
  return request.targets.flatMap((target) => [
    ...request.papers.flatMap((name) => {
      const paper = papers.get(name)!;
      return units(wanted, input, { target, paper }).flatMap((unit) => {
        const output = planUnit(unit, input, { target, paper }, diagnostics);
        return output ? [output] : [];
      });
    }),
    ...(target === "shop" ? plotterOutputs(wanted, input) : []),
  ]);
}

interface Place {
  readonly target: TargetName;
  readonly paper: Paper;
}

/** What goes into one file: one component, or several that share sheets. */
interface Unit {
  readonly id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** Decks of a gang become one file where that saves sheets. */
function units(wanted: readonly Component[], input: PlanInput, place: Place): readonly Unit[] {
  const { local } = input;
  const single = (component: Component): Unit => ({
    id: component.id,
    title: local.plain(component.title),
    components: [component],
  });
  const result: Unit[] = [];
  const done = new Set<string>();
  for (const component of wanted) {
    if (done.has(component.id)) continue;
    const gang = local.kit.gangs.find(({ of }) => of.includes(component.id));
    const members = gang ? wanted.filter(({ id }) => gang.of.includes(id)) : [];
    if (gang && members.length === gang.of.length && sharesSheets(members, input, place)) {
      result.push({ id: gang.id, title: local.plain(gang.title), components: members });
      for (const { id } of members) done.add(id);
    } else {
      result.push(single(component));
    }
  }
  return result;
}

function sharesSheets(members: readonly Component[], input: PlanInput, { target, paper }: Place): boolean {
  const duplexes = new Set(members.map((component) => duplexOf(component, input.request)));
  if (duplexes.size > 1) return false;
  const decks = members.map((component) =>
    component.pieces.map((piece) => imposePiece(component, piece, input, paper)),
  );
  const [duplex] = [...duplexes];
  const how = { paper, target: TARGETS[target], duplex: duplex!, copies: input.request.copies };
  return gangSaves(decks, how)?.saves ?? false;
}

const duplexOf = (component: Component, request: BuildRequest): Duplex =>
  request.duplex ?? component.duplex ?? "long-edge";

const isBoard = ({ kind }: Component): boolean => kind === "board" || kind === "matrix";

function planUnit(unit: Unit, input: PlanInput, place: Place, diagnostics: Diagnostics): Output | undefined {
  const { target, paper } = place;
  const [first] = unit.components;
  const imposition = isBoard(first!) ? tileUnit(unit, input, place) : imposeUnit(unit, input, place);
  if (!imposition.ok) {
    const { piece, needs, has } = imposition.reason;
    const at = pieceNamed(unit.components, piece)?.at ?? first!.at;
    diagnostics.report(say.pieceTooLarge(at, piece, paper.name, { needs, has }));
    return undefined;
  }
  return {
    path: `${target}-${paper.name}/${unit.id}.pdf`,
    title: unit.title,
    target,
    paper: paper.name,
    components: unit.components,
    duplex: isBoard(first!) ? "none" : duplexOf(first!, input.request),
    imposed: imposition,
  };
}

function pieceNamed(components: readonly Component[], name: string): Piece | undefined {
  return components.flatMap(({ id, pieces }) => pieces.filter((piece) => `${id}/${piece.id}` === name))[0];
}

function imposeUnit(unit: Unit, input: PlanInput, { target, paper }: Place): Imposition {
  const pieces = unit.components.flatMap((component) =>
    component.pieces.map((piece) => imposePiece(component, piece, input, paper)),
  );
  return impose({
    pieces,
    paper,
    target: TARGETS[target],
    duplex: duplexOf(unit.components[0]!, input.request),
    copies: input.request.copies,
    label: sheetWords(unit.id, input.local),
  });
}

const sheetWords = (id: string, local: LocalKit) => ({
  label: (number: number, total: number, side: "front" | "back" | "answers"): string =>
    say.sheetLabel(id, `${number}/${total}`, side, editionOf(local)),
  ruler: say.rulerText,
});

const editionOf = ({ kit }: LocalKit): string => `${kit.id} v${kit.version}`;

function tileUnit(unit: Unit, input: PlanInput, { target, paper }: Place): Imposition {
  const component = unit.components[0]!;
  const panels = component.pieces.map((piece) => ({
    ...imposePiece(component, piece, input, paper),
    name: piece.id,
  }));
  const tileJob = (group: typeof panels): Imposition =>
    tile({
      panels: group,
      paper,
      target: TARGETS[target],
      copies: input.request.copies,
      label: {
        ruler: say.rulerText,
        tile: (panel, where, number, total) =>
          say.tileLabel(panel, where, `${number}/${total}`, editionOf(input.local)),
        assembly: (facts) => say.assemblyText(component.kind === "board" ? unit.title : group[0]!.name, facts),
      },
    });
  // A board's panels are put together; each matrix stands alone, with its own page of explanation.
  return component.kind === "board" ? tileJob(panels) : joinImpositions(panels.map((panel) => tileJob([panel])));
}

/** Several impositions as the sheets of one file, numbered through. */
function joinImpositions(parts: readonly Imposition[]): Imposition {
  const failed = parts.find((part) => !part.ok);
  if (failed) return failed;
  const done = parts.flatMap((part) => (part.ok ? [part] : []));
  const sheets = done.flatMap((part) => part.sheets);
  return {
    ok: true,
    sheets: sheets.map((sheet, index) => ({ ...sheet, number: index + 1, total: sheets.length })),
    groups: done.flatMap((part) => part.groups),
    cuts: done.reduce((sum, { cuts }) => sum + cuts, 0),
    seams: done.flatMap((part) => part.seams),
  };
}

/** Boards and matrices once more at true size on one page each. */
function plotterOutputs(wanted: readonly Component[], input: PlanInput): readonly Output[] {
  const rules: TargetRules = TARGETS.shop;
  return wanted.filter(isBoard).flatMap((component): Output[] => {
    const panels = component.pieces.map((piece) => imposePiece(component, piece, input, undefined));
    const groups = component.kind === "board" ? [panels] : panels.map((panel) => [panel]);
    const label = sheetWords(component.id, input.local);
    const imposed = joinImpositions(groups.map((group) => whole({ panels: group, target: rules, label })));
    if (!imposed.ok) return [];
    return [
      {
        path: `shop-${PLOTTER}/${component.id}.pdf`,
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

/** A piece as imposition sees it. `paper` undefined: no piece of this component takes its size from the paper. */
function imposePiece(component: Component, piece: Piece, input: PlanInput, paper: Paper | undefined): ImposePiece {
  const format = input.local.kit.formats.get(piece.format)!;
  return {
    piece: `${component.id}/${piece.id}`,
    trim: trimOf(format, paper),
    bleed: format.bleed,
    safe: format.safe,
    hasBack: input.hasBack(piece.template),
    copies: piece.copies * component.copies,
  };
}

/** A format's size; `size: paper` is as large as the paper it is printed on. */
export const trimOf = (format: Format, paper: Size | undefined): Size => ({
  width: format.width === "paper" ? (paper?.width ?? 0) : format.width,
  height: format.height === "paper" ? (paper?.height ?? 0) : format.height,
});

/** Papers by name: the built-in ones and the kit's own. */
export function papersOf(kit: Kit, builtIn: ReadonlyMap<string, Paper>): ReadonlyMap<string, Paper> {
  return new Map([
    ...builtIn,
    ...[...kit.papers].map(([name, { width, height }]): [string, Paper] => [name, { name, width, height }]),
  ]);
}
