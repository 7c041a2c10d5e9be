/** What a build is asked: which components, for whom, on what paper. */
import type { Duplex } from "../impose/index.js";
import type { BackOrder } from "./two-pass.js";

/** Where it is printed; `screen` is for booklets, which are also read there. */
export type TargetName = "home" | "shop" | "screen";

/** The targets that have paper. */
export type PaperTarget = Exclude<TargetName, "screen">;

export interface BuildRequest {
  /** Ids of components; none means the whole kit. */
  readonly components: readonly string[];
  readonly targets: readonly TargetName[];
  /** Names of papers, built-in or the kit's own. */
  readonly papers: readonly string[];
  /** For components that do not say it themselves. */
  readonly duplex: Duplex | undefined;
  /** Copies of everything asked for. */
  readonly copies: number;
  /** Files for a cutting machine beside the PDFs, whose sheets then bear its marks. */
  readonly cut?: readonly CutFormat[] | undefined;
  /** The printer that prints it: sheets are drawn so that they come out right there, and only there. */
  readonly printer?: string | undefined;
  /** For printers that print one side: fronts and backs in files of their own, the backs in this order. */
  readonly twoPass?: BackOrder | undefined;
}

export type CutFormat = "svg" | "dxf";

/** On what a kit is printed when neither its reader nor its language says otherwise. */
export const DEFAULT_PAPERS: readonly string[] = ["A4", "A3"];

export const DEFAULT_REQUEST: BuildRequest = {
  components: [],
  targets: ["home", "shop", "screen"],
  papers: DEFAULT_PAPERS,
  duplex: undefined,
  copies: 1,
};
