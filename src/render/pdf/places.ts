/** Places in a document and what leads to them → PDF destinations and link annotations. */
import { type PdfDictionary, type PdfRef, type PdfValue, pdfText } from "./objects.js";

/** A page and a height on it, upwards from its lower edge: a reader keeps the zoom that it has. */
export const destination = (page: PdfRef, height: number): readonly PdfValue[] => [page, "XYZ", null, height, null];

/** What a link does: shows a place of this document, or opens an address. */
export type LinkTarget =
  | { readonly kind: "place"; readonly destination: PdfRef; readonly title: string }
  | { readonly kind: "address"; readonly url: string };

/** Left, lower, right and upper edge. */
export type PdfRectangle = readonly [x0: number, y0: number, x1: number, y1: number];

/** Shown and printed as the page is: without PDF's own frame. */
const PRINTED = 4;

export function linkAnnotation(area: PdfRectangle, target: LinkTarget): PdfDictionary {
  return {
    Type: "Annot",
    Subtype: "Link",
    Rect: area,
    Border: [0, 0, 0],
    F: PRINTED,
    Contents: pdfText(target.kind === "place" ? target.title : target.url),
    A:
      target.kind === "place"
        ? { S: "GoTo", D: target.destination }
        : { S: "URI", URI: pdfText(plainAddress(target.url)) },
  };
}

/** PDF has addresses in ASCII: domains by Punycode, the rest by percent signs. */
function plainAddress(url: string): string {
  if (/^[\x21-\x7e]*$/.test(url)) return url;
  return URL.canParse(url) ? new URL(url).href : encodeURI(url);
}
