/** Where operators find what they name: the resources of their page or form. */
import { isName, type PdfDict, type PdfDocument, type PdfValue } from "../pdf/index.js";
import type { Font } from "./fonts.js";
import { type ColorSpace, type ColorSpaces, GRAY } from "./spaces.js";

/** What all desks of a document share. */
export interface Library {
  readonly document: PdfDocument;
  readonly spaces: ColorSpaces;
  font(dict: PdfDict): Font;
}

export class Desk {
  readonly document: PdfDocument;
  readonly resources: PdfDict;
  readonly #library: Library;
  readonly #tellMissing: () => void;

  constructor(library: Library, resources: PdfDict, tellMissing: () => void) {
    this.document = library.document;
    this.resources = resources;
    this.#library = library;
    this.#tellMissing = tellMissing;
  }

  /** Null, and told, for what the resources do not have. */
  resource(category: string, name: PdfValue | undefined): PdfValue {
    const named = this.document.dict(this.resources.get(category));
    const found = this.document.get(named.get(isName(name) ? name : ""));
    if (found === null) this.#tellMissing();
    return found;
  }

  space(value: PdfValue | undefined): ColorSpace {
    const space = this.knownSpace(value);
    if (space === undefined) this.#tellMissing();
    return space ?? GRAY;
  }

  /** Undefined, and not told, for one that cannot be read. */
  knownSpace(value: PdfValue | undefined): ColorSpace | undefined {
    return this.#library.spaces.of(value, this.resources);
  }

  font(dict: PdfDict): Font {
    return this.#library.font(dict);
  }
}
