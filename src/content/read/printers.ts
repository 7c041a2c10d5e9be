/** printers.yaml → how each printer of this place misses, paper by paper. */
import type { Diagnostics, Span } from "../../diagnostics/diagnostic.js";
import { limitPerFile, type Reporter } from "../../diagnostics/limit.js";
import { type Mm, mm, type Pt } from "../../units.js";
import type { KitFiles } from "../files.js";
import type { Values } from "../kit.js";
import { PRINTERS } from "../schema/printers.js";
import { groupsOf, numberIn } from "../values.js";
import { checkedFile, type Desk } from "./desk.js";

export const PRINTERS_FILE = "printers.yaml";

/** How a printer misses on one side of the paper, about the middle of the page as it is read. */
export interface SideError {
  readonly right: Pt;
  readonly down: Pt;
  /** Degrees clockwise. */
  readonly turn: number;
  /** What becomes of a length of 1. */
  readonly width: number;
  readonly height: number;
}

/** A printer on one paper. */
export interface PrinterProfile {
  /** What it leaves white along the edges. */
  readonly margin: Pt;
  readonly front: SideError;
  /** Turned over along the long edge. */
  readonly back: SideError;
  readonly at?: Span | undefined;
}

/** By printer, then by paper. */
export type Printers = ReadonlyMap<string, ReadonlyMap<string, PrinterProfile>>;

/** Empty when nobody calibrated a printer here. Undefined, and reported, when the file cannot be trusted. */
export function loadPrinters(files: KitFiles, diagnostics: Diagnostics): Printers | undefined {
  // What has its name and is no file is no reason to print as if no printer missed.
  if (!files.has(PRINTERS_FILE) && !files.folders(".").includes(PRINTERS_FILE)) return new Map();
  const limited = limitPerFile(diagnostics);
  let sound = true;
  const report: Reporter["report"] = (problem) => {
    sound &&= problem.severity !== "error";
    limited.report(problem);
  };
  const desk: Desk = { files, reporter: { report }, memory: new Map(), sources: new Map() };
  try {
    const file = checkedFile(desk, PRINTERS_FILE, PRINTERS);
    // Half a correction would be worse than none.
    if (!sound || desk.sources.get(PRINTERS_FILE) === undefined) return undefined;
    return new Map(
      (file === undefined ? [] : groupsOf(file)).map(([name, papers]) => [
        name,
        new Map(groupsOf(papers).map(([paper, { values, at }]) => [paper, { ...profileIn(values), at }])),
      ]),
    );
  } finally {
    limited.close();
  }
}

function profileIn(values: Values): PrinterProfile {
  const front = sideIn(values, "front")!;
  return { margin: numberIn(values, "margin")!, front, back: sideIn(values, "back") ?? front };
}

function sideIn(values: Values, name: "front" | "back"): SideError | undefined {
  const side = values[name];
  if (side?.kind !== "group") return undefined;
  const millimetres = (key: string): Mm => numberIn(side.values, key) ?? 0;
  const percent = (key: string): number => (numberIn(side.values, key) ?? 100) / 100;
  return {
    right: mm(millimetres("right")),
    down: mm(millimetres("down")),
    turn: numberIn(side.values, "turn") ?? 0,
    width: percent("width"),
    height: percent("height"),
  };
}
