/** What a build is asked: which components, for whom, on what paper. */
import type { Duplex } from "../impose/index.js";
import type { Pt } from "../units.js";
import type { BackOrder } from "./two-pass.js";

/**
 * Where it is printed: at home, at the shop around the corner, on the press of a printer who imposes himself; `screen` is
 * for booklets, which are also read there.
 */
export type TargetName = "home" | "shop" | "press" | "screen";

/** The targets whose paper we fill. */
export type PaperTarget = Exclude<TargetName, "press" | "screen">;

export const isOnPaper = (target: TargetName): target is PaperTarget => target === "home" || target === "shop";

/** What a printer wants; what is left out is the product's, or usual. */
export interface PressRequest {
  /** One of `productNames`. */
  readonly product?: string | undefined;
  readonly bleed?: Pt | undefined;
  readonly order?: "interleaved" | "two-files" | undefined;
  readonly marks?: "none" | "offset" | undefined;
}

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
  /** For the target `press` only. */
  readonly press?: PressRequest | undefined;
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
