/** Files for both sides of the paper → one file a side, for printers that know only one: fronts first, then backs. */
import type { Diagnostics } from "../diagnostics/index.js";
import type { Sheet } from "../impose/index.js";
import * as say from "./messages.js";
import type { Output } from "./outputs.js";
import { isOnPaper } from "./request.js";

/** How the backs follow one another: `same` as the fronts, or `reversed`, for printers that take the last sheet first. */
export type BackOrder = "same" | "reversed";

/** Files in two passes have a folder of their own: nobody takes one half for the whole. */
const FOLDER = "deux-passes";
const PASSES = { 1: "1-recto", 2: "2-verso" } as const;

/** What is printed on one side, printed elsewhere or read on a screen stays one file; told, if nothing else is left. */
export function inTwoPasses(outputs: readonly Output[], order: BackOrder, diagnostics: Diagnostics): readonly Output[] {
  if (outputs.length > 0 && !outputs.some(isTwoSided)) diagnostics.report(say.oneSided());
  return outputs.flatMap((output) => {
    if (!isOnPaper(output.target)) return [output];
    if (!isTwoSided(output)) return [{ ...output, path: inFolder(output.path) }];
    const { sheets } = output.imposed;
    const backs = sheets.map(onlyBack);
    return [pass(output, 1, sheets.map(onlyFront)), pass(output, 2, order === "same" ? backs : backs.toReversed())];
  });
}

const isTwoSided = ({ target, imposed }: Output): boolean =>
  isOnPaper(target) && imposed.sheets.some(({ back }) => back);

const pass = (output: Output, number: 1 | 2, sheets: readonly Sheet[]): Output => ({
  ...output,
  path: inFolder(named(output.path, PASSES[number])),
  pass: number,
  // A machine looks at fronts.
  cut: number === 1 ? output.cut : undefined,
  imposed: { ...output.imposed, sheets },
});

const onlyFront = (sheet: Sheet): Sheet => ({ ...sheet, back: undefined });

/** A sheet whose back is empty goes through the printer all the same: the pile must stay in step. */
const onlyBack = (sheet: Sheet): Sheet => ({
  ...sheet,
  front: sheet.back ?? { placements: [], marks: [] },
  back: undefined,
});

const inFolder = (path: string): string => path.replace("/", `-${FOLDER}/`);

/** Whether a file is a proof stands at the end of its name. */
const named = (path: string, side: string): string => path.replace(/(-EPREUVE)?\.pdf$/, `-${side}$1.pdf`);
