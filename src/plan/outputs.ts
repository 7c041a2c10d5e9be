/** Kit + request → the files to make: each with its components and its sheets. No face is looked at, only sizes. */
import type { Booklet } from "../booklet/index.js";
import type { Component, Kit, Piece } from "../content/kit.js";
import type { Diagnostics, Span } from "../diagnostics/index.js";
import {
  type Duplex,
  type Imposed,
  type Imposition,
  impose,
  type Sheet,
  type TooLarge,
  tile,
} from "../impose/index.js";
import type { Size } from "../units.js";
import { assemblySteps, assemblyTitle } from "./assembly-words.js";
import { type BookletPlan, bookletPlans, readingPlans } from "./booklets.js";
import { joinImpositions } from "./join.js";
import { panelLabel, rulerWords, sheetWords } from "./labels.js";
import * as say from "./messages.js";
import { plotterOutputs } from "./plotter.js";
import { pressOutputs } from "./press/files.js";
import { correctOutputs, placeOf, printerMargin } from "./printer.js";
import { markProofs } from "./proof.js";
import { pullList } from "./pull-list.js";
import { onlyReprinted, reprintUnits } from "./reprint.js";
import type { CutFormat, TargetName } from "./request.js";
import { duplexOf, imposePiece, isBoard, isCutByMachine, type Place, type PlanInput, titleOf } from "./sizes.js";
import { type Unit, unitsOf } from "./units.js";

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
  /** Formats of the files for a cutting machine. */
  readonly cut?: readonly CutFormat[] | undefined;
  /** Its sheets as a machine takes them, the square mark at the top left; absent where they are printed so. */
  readonly asCut?: readonly Sheet[] | undefined;
  /** The printer that its pages are corrected for; absent where any may print it. */
  readonly printer?: string | undefined;
  /** Whether it fills its paper so that nothing of it can be moved, and stays as it is for the printer that was named. */
  readonly isUncorrected?: boolean | undefined;
  /** Which side of the paper it is for, where each has a file of its own. */
  readonly pass?: 1 | 2 | undefined;
  /** The booklet whose pages are placed; absent for files of pieces. */
  readonly booklet?: Booklet | undefined;
  /** Numbers of its folded sheets that the file has, the outermost first; absent for all. */
  readonly folded?: readonly number[] | undefined;
  /** Whether it is the cover of that booklet, on a sheet of its own. */
  readonly isCover?: boolean | undefined;
  /** Whether each page of the file is a page of the booklet: then outline and links lead through it. */
  readonly pageByPage?: boolean | undefined;
}

/** Plans every file; a piece that fits on no sheet is reported, and two files of one name. */
export function planOutputs(input: PlanInput, diagnostics: Diagnostics): readonly Output[] {
  const { local, request, papers } = input;
  const wanted = local.kit.components.filter(
    ({ id }) => request.components.length === 0 || request.components.includes(id),
  );
  const loose = wanted.filter(({ kind }) => kind !== "booklet");
  const pieces = input.reprint ? onlyReprinted(loose, input.reprint) : loose;
  const booklets = wanted.flatMap(({ id }) => input.booklets.get(id) ?? []);
  const misfits: Misfits = new Map();
  const outputs = request.targets.flatMap((target): readonly Output[] => {
    if (target === "screen") return booklets.flatMap((one) => readingPlans(one, input).flatMap(done));
    if (target === "press") return pressOutputs({ pieces, booklets }, input, diagnostics);
    return [
      ...request.papers.flatMap((name) => {
        const place = placeOf(target, papers.get(name)!, input.printer);
        const units = input.reprint ? reprintUnits(pieces, input) : unitsOf(pieces, input, place);
        const made = [
          ...units.flatMap((unit) => withRoom(place, misfits, (at, found) => planUnit(unit, input, at, found) ?? [])),
          ...booklets.flatMap((one) => withRoom(place, misfits, (at, found) => planBooklet(one, input, at, found))),
        ];
        return input.reprint ? [pullList(input.reprint, made, input, place), ...made] : made;
      }),
      // A plotter is another printer than the one that was named; who reprints has no use for it.
      ...(target === "shop" && !input.printer && !input.reprint ? plotterOutputs(pieces, input) : []),
    ];
  });
  for (const { at, piece, needs, tried } of misfits.values())
    diagnostics.report(
      say.pieceTooLarge(at, piece, { needs, tried: [...tried.values()], printer: input.printer?.name }),
    );
  const unmoved = outputs.filter(({ isUncorrected }) => isUncorrected).map(({ path }) => path);
  if (input.printer && unmoved.length > 0) diagnostics.report(say.uncorrected(input.printer.name, unmoved));
  if (isCutByMachine(request)) reportCutting(outputs, diagnostics);
  reportSameNames(local.kit, diagnostics);
  reportSameFiles(outputs, diagnostics);
  const marked = markProofs(outputs, local, (output) => printerMargin(output, input.printer, papers));
  return correctOutputs(marked, input.printer);
}

/** What a place is planned with; what does not fit there is noted. */
type Planner = (place: Place, misfits: Misfits) => Output | readonly Output[];

/** A poster as large as its paper leaves a printer's correction no room to move it: then it is not corrected. */
function withRoom(place: Place, misfits: Misfits, plan: Planner): readonly Output[] {
  if (!place.uncorrected) return [plan(place, misfits)].flat();
  const aside: Misfits = new Map();
  const made = [plan(place, aside)].flat();
  if (aside.size === 0) return made;
  return [plan(place.uncorrected, misfits)].flat().map((output) => ({ ...output, isUncorrected: true }));
}

/** The files of a booklet whose pages fit the paper. */
const planBooklet = (booklet: Booklet, input: PlanInput, place: Place, misfits: Misfits): readonly Output[] =>
  bookletPlans(booklet, input, place).flatMap((plan) => {
    if (!plan.imposition.ok) noteMisfit(misfits, plan.imposition, booklet.component.at, place);
    return done(plan);
  });

const done = ({ output, imposition }: BookletPlan): readonly Output[] =>
  imposition.ok ? [{ ...output, imposed: imposition }] : [];

/** Pieces that are larger than papers, by their name: one problem each, whatever the papers and targets. */
type Misfits = Map<string, Misfit>;

interface Misfit {
  readonly piece: string;
  readonly at: Span;
  readonly needs: Size;
  readonly tried: Map<string, say.TriedPaper>;
}

function noteMisfit(misfits: Misfits, { reason }: TooLarge, at: Span, { paper }: Place): void {
  const { piece, needs, has } = reason;
  const misfit = misfits.get(piece) ?? { piece, at, needs, tried: new Map() };
  misfits.set(piece, misfit);
  misfit.tried.set(paper.name, { name: paper.name, ...has });
}

/** Tells of the sheets that a machine cannot cut, and of a request that gives it nothing to cut. */
function reportCutting(outputs: readonly Output[], diagnostics: Diagnostics): void {
  const groups = outputs.flatMap((output) => output.imposed.groups.map(({ machine }) => ({ output, machine })));
  for (const { output, machine } of groups)
    if (machine === "no-room") diagnostics.report(say.noRoomForMachine(output.path, output.paper));
  if (outputs.length > 0 && !groups.some(({ machine }) => machine)) diagnostics.report(say.nothingToCut());
}

/** A gang that bears the name of a component would overwrite its file on the day that ganging saves sheets. */
function reportSameNames({ gangs, components }: Kit, diagnostics: Diagnostics): void {
  for (const { id, at } of [...gangs, ...components])
    if (id === say.TICKET_FILE || id === say.LABELS_FILE) diagnostics.report(say.sameFile(at, `${id}.pdf`));
  for (const { id, at } of gangs)
    if (components.some((component) => component.id === id)) diagnostics.report(say.sameFile(at, `${id}.pdf`));
}

/** A paper may bear the plotter's name, and some systems do not tell `a4` from `A4`. */
function reportSameFiles(outputs: readonly Output[], diagnostics: Diagnostics): void {
  const seen = new Set<string>();
  for (const { path, components } of outputs) {
    const name = path.toLowerCase();
    if (seen.has(name)) diagnostics.report(say.sameFile(components[0]!.at, path));
    seen.add(name);
  }
}

function planUnit(unit: Unit, input: PlanInput, place: Place, misfits: Misfits): Output | undefined {
  const { target, paper, folder } = place;
  const [first] = unit.components;
  const imposition = isBoard(first!) ? tileUnit(unit, input, place) : imposeUnit(unit, input, place);
  if (!imposition.ok) {
    const at = pieceNamed(unit.components, imposition.reason.piece)?.at ?? first!.at;
    noteMisfit(misfits, imposition, at, place);
    return undefined;
  }
  return {
    path: `${folder}/${say.fileName(unit.id, input.local)}.pdf`,
    title: unit.title,
    target,
    paper: paper.name,
    components: unit.components,
    duplex: isBoard(first!) ? "none" : duplexOf(first!, input.request),
    imposed: imposition,
    ...(isCutByMachine(input.request) && { cut: input.request.cut }),
  };
}

function pieceNamed(components: readonly Component[], name: string): Piece | undefined {
  return components.flatMap(({ id, pieces }) => pieces.filter((piece) => `${id}/${piece.id}` === name))[0];
}

function imposeUnit(unit: Unit, input: PlanInput, { rules, paper }: Place): Imposition {
  const pieces = unit.components.flatMap((component) =>
    component.pieces.map((piece) => imposePiece(component, piece, input, paper)),
  );
  return impose({
    pieces,
    paper,
    target: rules,
    duplex: duplexOf(unit.components[0]!, input.request),
    copies: input.request.copies,
    machine: isCutByMachine(input.request),
    mixed: unit.components.length > 1 || input.reprint !== undefined,
    // The common sheets of a reprint have no other name than what they are.
    label: sheetWords(input.reprint ? undefined : unit.id, input.local),
  });
}

function tileUnit(unit: Unit, input: PlanInput, { rules, paper }: Place): Imposition {
  const component = unit.components[0]!;
  const panels = component.pieces.map((piece) => ({
    ...imposePiece(component, piece, input, paper),
    name: titleOf(piece, input.local),
    avoid: input.keepOuts(`${component.id}/${piece.id}`),
  }));
  const { local } = input;
  const { print } = local;
  const tileJob = (group: typeof panels, title: string): Imposition =>
    tile({
      panels: group,
      direction: local.direction,
      paper,
      target: rules,
      copies: input.request.copies,
      label: {
        ruler: rulerWords(local),
        name: print.name,
        step: (number) => `${print.number(number)}.`,
        tile: (panel, where, number, total) => panelLabel(panel, where, { number, total }, local),
        assembly: (facts) => ({
          title: assemblyTitle(component.kind === "board" ? "board" : "matrix", title, print),
          steps: assemblySteps(facts, print),
        }),
        assemblyLabel: (total) => panelLabel(title, undefined, { number: 1, total }, local),
      },
    });
  // A board's panels are put together; each matrix stands alone, with its own page of explanation. So does a panel that
  // is printed again: the others are on the table already.
  return component.kind === "board" && input.reprint === undefined
    ? tileJob(panels, unit.title)
    : joinImpositions(panels.map((panel) => tileJob([panel], panel.name)));
}
