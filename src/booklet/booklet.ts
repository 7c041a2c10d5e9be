/** What a booklet is once laid out: pages in reading order, each a face, and where its headings stand. */
import type { Component, TextValue } from "../content/kit.js";
import type { Face } from "../faces/index.js";
import type { Pt, Size } from "../units.js";

export interface BookletPage {
  /** `livret/p-12`; pages of a separate cover are `livret/c-1` to `livret/c-4`. */
  readonly name: string;
  /** The number as it is printed; none on a separate cover. */
  readonly label: string | undefined;
  readonly face: Face;
}

/** A chapter or one of its headings, on its page. */
export interface BookletHeading {
  readonly id: string;
  readonly title: TextValue;
  /** 1 for chapters, 2 for their `##`, and so on. */
  readonly level: number;
  /** How many chapters its chapter stands under. */
  readonly depth: number;
}

/** Where an anchor stands: index of the page in reading order, cover included, and distance from its trim's top. */
export interface Place {
  readonly page: number;
  readonly y: Pt;
}

export interface Booklet {
  readonly component: Component;
  readonly trim: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  /** All pages in reading order, blank ones included. */
  readonly pages: readonly BookletPage[];
  /** Whether the first and last two pages are a cover of their own. */
  readonly hasCover: boolean;
  readonly headings: readonly BookletHeading[];
  readonly places: ReadonlyMap<string, Place>;
}
