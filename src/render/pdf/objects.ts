/** The words of a PDF file as plain data: names are strings, texts are `String` objects, as pdfkit has it. */

/** An object of the file, known by its number. */
export interface PdfRef {
  readonly id: number;
}

/** A string is a name (`/Page`); a text is `pdfText("…")`. */
export type PdfValue = string | number | boolean | null | PdfRef | PdfText | readonly PdfValue[] | PdfDictionary;

export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined;
}

declare const isText: unique symbol;
export interface PdfText {
  readonly [isText]: true;
}

/** A text; pdfkit tells it from a name by the wrapper object. */
export const pdfText = (text: string): PdfText => new String(text) as unknown as PdfText;
