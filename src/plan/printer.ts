/** A printer that was calibrated → the rules of its sheets, and sheets drawn so that they come out right on it. */
import { backError, correctionOf, reachOf } from "../calibration/index.js";
import type { PrinterProfile, Printers } from "../content/index.js";
import { type Diagnostics, suggest } from "../diagnostics/index.js";
import { type FlipEdge, type Paper, type Sheet, TARGETS, upright } from "../impose/index.js";
import type { Matrix, Pt, Size } from "../units.js";
import * as say from "./messages.js";
import type { Output } from "./outputs.js";
import type { PaperTarget } from "./request.js";
import { sameName } from "./resolve-request.js";
import type { Place } from "./sizes.js";

/** A printer of printers.yaml, on each paper that it was calibrated for. */
export interface NamedPrinter {
  readonly name: string;
  readonly papers: ReadonlyMap<string, PrinterProfile>;
}

/** The printer that is meant, whatever its capitals; undefined, and reported, when none is. */
export function findPrinter(name: string, printers: Printers, diagnostics: Diagnostics): NamedPrinter | undefined {
  const names = [...printers.keys()];
  const meant = sameName(name, names);
  if (meant !== undefined) return { name: meant, papers: printers.get(meant)! };
  diagnostics.report(say.unknownPrinter(name, names, suggest(name, names)));
  return undefined;
}

/** Whether it was calibrated for all these papers; those for which it was not are told. */
export function suitsPapers(
  { name, papers }: NamedPrinter,
  wanted: readonly string[],
  diagnostics: Diagnostics,
): boolean {
  const missing = wanted.filter((paper) => !papers.has(paper));
  for (const paper of missing) diagnostics.report(say.uncalibratedPaper(name, paper, [...papers.keys()]));
  return missing.length === 0;
}

/** Where files for a paper go; those of a printer have a folder of their own, so that no other printer is given them. */
export function placeOf(target: PaperTarget, paper: Paper, printer: NamedPrinter | undefined): Place {
  const rules = TARGETS[target];
  const folder = `${target}-${paper.name}`;
  const profile = printer?.papers.get(paper.name);
  if (!printer || !profile) return { target, paper, rules, folder };
  const place = (printerMargin: Pt): Place => ({
    target,
    paper,
    rules: { ...rules, printerMargin },
    folder: `${folder}-${printer.name}`,
  });
  return { ...place(marginOf(profile, paper)), uncorrected: place(profile.margin) };
}

/** What the printer that a file is corrected for leaves white on its paper; undefined for files of no printer. */
export function printerMargin({ target, paper }: Output, printer: NamedPrinter | undefined, papers: Papers) {
  const [profile, size] = [printer?.papers.get(paper), papers.get(paper)];
  return target === "screen" || !profile || !size ? undefined : marginOf(profile, size);
}

type Papers = ReadonlyMap<string, Size>;

/** What the printer leaves white, and what correction may push into that. */
function marginOf(profile: PrinterProfile, paper: Size): Pt {
  const page = standing(paper);
  const reach = [profile.front, profile.back].map((error) => reachOf(correctionOf(error, page), page));
  return profile.margin + Math.max(...reach);
}

const standing = ({ width, height }: Size): Size => ({
  width: Math.min(width, height),
  height: Math.max(width, height),
});

/**
 * Files for paper, every page standing as the calibration sheet does: how a printer would turn a page that lies is
 * known to its maker alone. What is made for the screen stays as it is, and what finds no room to be moved.
 */
export function correctOutputs(outputs: readonly Output[], printer: NamedPrinter | undefined): readonly Output[] {
  if (!printer) return outputs;
  return outputs.map((output) => {
    const profile = printer.papers.get(output.paper);
    if (output.target === "screen" || output.isUncorrected || !profile) return output;
    const edge = output.duplex === "short-edge" ? "short-edge" : "long-edge";
    const imposed = upright(output.imposed);
    const sheets = imposed.sheets.map((sheet) => corrected(sheet, profile, edge));
    return { ...output, printer: printer.name, imposed: { ...imposed, sheets }, asCut: output.imposed.sheets };
  });
}

const corrected = (sheet: Sheet, profile: PrinterProfile, edge: FlipEdge): Sheet => {
  const front: Matrix = correctionOf(profile.front, sheet.page);
  const back: Matrix = correctionOf(backError(profile.back, edge), sheet.page);
  return {
    ...sheet,
    front: { ...sheet.front, correction: front },
    back: sheet.back && { ...sheet.back, correction: back },
  };
};
