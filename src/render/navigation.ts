/** Outline, page labels and places of anchors → what a PDF for the screen has beside its pages: links lead where they say. */
import type { FaceSlot, SheetSide } from "../impose/sheet.js";
import { type Pt, type Size, transformRect } from "../units.js";
import { type LinkArea, overlap } from "./links.js";
import type { PdfRef } from "./pdf/objects.js";
import { writeOutline } from "./pdf/outline.js";
import { type PageLabels, pageLabels } from "./pdf/page-labels.js";
import type { PdfWriter } from "./pdf/pdfkit.js";
import { destination, type LinkTarget, linkAnnotation } from "./pdf/places.js";

export type { PageLabels } from "./pdf/page-labels.js";

/** A place in the document: page counted from 0, `y` from its upper edge. */
export interface PagePlace {
  readonly page: number;
  readonly y: Pt;
}

export interface OutlineEntry {
  readonly title: string;
  /** 1 for the outermost. */
  readonly level: number;
  readonly page: number;
  /** From the page's upper edge, which it is unless told. */
  readonly y?: Pt | undefined;
}

/** How readers find their way in a document on a screen. */
export interface Navigation {
  /** In reading order, nested by level. */
  readonly outline: readonly OutlineEntry[];
  readonly labels: readonly PageLabels[];
  /** Where links to `#anchor` lead. */
  readonly anchors: ReadonlyMap<string, PagePlace>;
}

/** A heading and its anchor may be a rounding apart. */
const TOLERANCE: Pt = 1;

export class Navigator {
  readonly #writer: PdfWriter;
  readonly #navigation: Navigation;
  /** Of the pages so far. */
  readonly #heights: Pt[] = [];
  readonly #destinations = new Map<string, PdfRef>();

  constructor(writer: PdfWriter, navigation: Navigation) {
    this.#writer = writer;
    this.#navigation = navigation;
  }

  /** Writes the links of the next page, of size `page`; each page must be told, in order. Undefined when it has none. */
  annotations(
    side: SheetSide,
    page: Size,
    linksOn: (slot: FaceSlot) => readonly LinkArea[],
  ): readonly PdfRef[] | undefined {
    this.#heights.push(page.height);
    const refs: PdfRef[] = [];
    for (const { slot, transform, clip } of side.placements) {
      for (const { url, area } of linksOn(slot)) {
        const shown = overlap(transformRect(transform, area), clip);
        const target = shown && this.#targetOf(url);
        if (!target) continue;
        const bottom = page.height - shown.y - shown.height;
        const ref = this.#writer.reserve();
        const rectangle = [shown.x, bottom, shown.x + shown.width, bottom + shown.height] as const;
        this.#writer.fill(ref, linkAnnotation(rectangle, target));
        refs.push(ref);
      }
    }
    return refs.length === 0 ? undefined : refs;
  }

  /** Writes what needs to know all pages. Throws where an anchor or a title names a page that there is not. */
  finish(): void {
    const { outline, labels, anchors } = this.#navigation;
    for (const [anchor, ref] of this.#destinations) this.#writer.fill(ref, this.#destination(anchors.get(anchor)!));
    if (labels.length > 0) this.#writer.catalogue({ PageLabels: pageLabels(labels) });
    if (outline.length === 0) return;
    const bookmarks = outline.map(({ title, level, page, y = 0 }) => {
      return { title, level, destination: this.#destination({ page, y }) };
    });
    this.#writer.catalogue({ Outlines: writeOutline(this.#writer, bookmarks), PageMode: "UseOutlines" });
  }

  #destination({ page, y }: PagePlace) {
    const height = this.#heights[page];
    if (height === undefined) throw new Error(`A link leads to page ${page + 1}, which the document does not have.`);
    return destination(this.#writer.pageAt(page), height - y);
  }

  /** Undefined for an anchor that nothing has. */
  #targetOf(url: string): LinkTarget | undefined {
    if (!url.startsWith("#")) return { kind: "address", url };
    const anchor = url.slice(1);
    const place = this.#navigation.anchors.get(anchor);
    if (!place) return undefined;
    // Its page may be still to come, and its height with it: the destination is written at the end.
    let ref = this.#destinations.get(anchor);
    if (!ref) {
      ref = this.#writer.reserve();
      this.#destinations.set(anchor, ref);
    }
    return { kind: "place", destination: ref, title: this.#titleAt(place) ?? anchor };
  }

  /** The title that a place stands under. */
  #titleAt({ page, y }: PagePlace): string | undefined {
    return this.#navigation.outline.findLast(
      (entry) => entry.page < page || (entry.page === page && (entry.y ?? 0) <= y + TOLERANCE),
    )?.title;
  }
}
