/** A page of a PDF → what it lays on paper. */
import type { PdfDict, PdfDocument, PdfPage } from "../pdf/index.js";
import type { Library } from "./desk.js";
import { type Font, fontOf } from "./fonts.js";
import type { Mark, Trouble } from "./marks.js";
import { PageRun } from "./page-run.js";
import { ColorSpaces } from "./spaces.js";

/** What all pages of a document share. */
export class Walker implements Library {
  readonly document: PdfDocument;
  readonly spaces: ColorSpaces;
  readonly #fonts = new Map<PdfDict, Font>();

  constructor(document: PdfDocument) {
    this.document = document;
    this.spaces = new ColorSpaces(document);
  }

  /** `tell` hears of each kind of trouble once. */
  walk(page: PdfPage, tell: (trouble: Trouble) => void): readonly Mark[] {
    const run = new PageRun(this, page, tell);
    run.contents();
    return run.marks;
  }

  font(dict: PdfDict): Font {
    let font = this.#fonts.get(dict);
    if (font === undefined) {
      font = fontOf(this.document, dict);
      this.#fonts.set(dict, font);
    }
    return font;
  }
}
