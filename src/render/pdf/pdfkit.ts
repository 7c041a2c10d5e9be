/**
 * Objects, pages, outline → PDF bytes. The only file that knows pdfkit, which writes objects, the cross-reference
 * table, the document information and the outline. Its drawing, text, font and page classes are not used: they round,
 * open fonts anew and deflate with whatever zlib the machine has.
 */
import PDFDocument from "pdfkit";
import { deflate } from "./deflate.js";
import { type PdfDictionary, type PdfRef, type PdfValue, pdfText } from "./objects.js";
import { xmpProperties } from "./xmp.js";

/** What the document says about itself. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47. */
  readonly lang: string;
  /** Which of two pages side by side is read first; left to right unless told. */
  readonly direction?: "ltr" | "rtl" | undefined;
  /** ISO day (`2026-11-24`): the only date in the file. */
  readonly date: string;
  readonly creator: string;
  /** How the printer should turn the paper. */
  readonly duplex: "long-edge" | "short-edge" | "none";
  /** For a press: makes the file a PDF/X-4. */
  readonly intent?: OutputIntent | undefined;
}

/** The press that a file is separated for. */
export interface OutputIntent {
  /** As the registry of the ICC names it (`FOGRA39`); undefined for a condition that is in no registry. */
  readonly condition?: string | undefined;
  /** In words. */
  readonly name: string;
  /** Its ICC profile. */
  readonly profile: Uint8Array;
}

export interface PdfWriter {
  /** A number for an object that others name before it is written. */
  reserve(): PdfRef;
  /** Writes a reserved object. A stream comes deflated already, or says in its dictionary how it is packed. */
  fill(ref: PdfRef, dictionary: PdfDictionary | readonly PdfValue[], stream?: Uint8Array): void;
  /** Adds and writes a page. `dictionary` lacks only what ties a page to its document. */
  page(dictionary: PdfDictionary): PdfRef;
  /** The number of page `index`, counted from 0, which may be still to come. */
  pageAt(index: number): PdfRef;
  /** Adds entries to the document's catalogue. */
  catalogue(entries: PdfDictionary): void;
  /** An entry of the outline that shows the whole of page `index`, counted from 0. */
  bookmark(title: string, index: number): void;
  readonly pages: number;
  /** Ends the file. Every reserved object must have been written. */
  finish(): void;
}

/** What this file uses of pdfkit 0.20.2 beyond its documentation; `test/render/pdf/pdfkit.test.ts` holds it to that. */
interface Internals {
  ref(data: unknown): InternalRef;
  readonly _root: { readonly data: Record<string, unknown> & { Pages: InternalRef & { data: PageTree } } };
  readonly outline: { addItem(title: string, options: { pageNumber: number; fit: boolean }): unknown };
  readonly _waiting: number;
  _addInfo(): void;
  appendXML(xml: string): void;
  end(): void;
  read(): Buffer | null;
  _write(data: string | Uint8Array): void;
  /** Length of what was written. */
  _offset: number;
}

interface InternalRef extends PdfRef {
  data: unknown;
  write(chunk: Uint8Array): void;
  end(): void;
}

interface PageTree {
  readonly Kids: PdfRef[];
  Count: number;
}

const DUPLEX = { "long-edge": "DuplexFlipLongEdge", "short-edge": "DuplexFlipShortEdge", none: "Simplex" } as const;

const WRITTEN = {};

/** A name among texts: pdfkit takes every string of the document information for a text, and prints what else it finds. */
const NOT_TRAPPED = { [Symbol.toStringTag]: "Name", toString: () => "/False" };

function intentOf({ condition, name, profile }: OutputIntent, document: Internals): InternalRef {
  const stream = document.ref({ N: 4, Filter: "FlateDecode" });
  stream.write(deflate(profile));
  stream.end();
  const intent = document.ref({
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: pdfText(condition ?? "Custom"),
    ...(condition && { RegistryName: pdfText("http://www.color.org") }),
    Info: pdfText(name),
    DestOutputProfile: stream,
  });
  intent.end();
  return intent;
}

/** Opens a document, given to `write` page by page. Nothing in it depends on the hour, the machine or the folder. */
export function openPdf(info: DocumentInfo, write: (chunk: Uint8Array) => void): PdfWriter {
  const date = new Date(`${info.date}T00:00:00Z`);
  const options = {
    // PDF/X-4 is built on 1.6.
    pdfVersion: info.intent ? "1.6" : "1.7",
    autoFirstPage: false,
    font: null,
    compress: false,
    lang: info.lang,
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Creator: info.creator,
      CreationDate: date,
      ModDate: date,
      ...(info.intent && { Trapped: NOT_TRAPPED }),
    },
  };
  const document = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as Internals;
  // pdfkit puts the title into its XML as it is; « A & B » would make the metadata unreadable.
  document._addInfo = () => document.appendXML(xmpProperties(info, date));
  document._root.data.ViewerPreferences = document.ref({
    DisplayDocTitle: true,
    PrintScaling: "None",
    ...(info.direction === "rtl" ? { Direction: "R2L" } : {}),
    Duplex: DUPLEX[info.duplex],
    PickTrayByPDFSize: true,
  });
  if (info.intent) document._root.data.OutputIntents = [intentOf(info.intent, document)];
  const pages = document._root.data.Pages;
  const promised = new Map<number, PdfRef>();

  // pdfkit makes a buffer of every line and passes it through a stream: a hundred thousand of them weigh more than they
  // hold, and take as long as all else that is done to write a page.
  let lines = "";
  let chunks: Uint8Array[] = [document.read() ?? new Uint8Array()];
  const endLines = (): void => {
    if (lines !== "") chunks.push(Buffer.from(lines, "latin1"));
    lines = "";
  };
  document._write = (data) => {
    if (typeof data === "string") lines += `${data}\n`;
    else {
      endLines();
      chunks.push(data);
    }
    document._offset += typeof data === "string" ? data.length + 1 : data.length;
  };
  const handOn = (): void => {
    endLines();
    if (chunks.length > 0) write(Buffer.concat(chunks));
    chunks = [];
  };

  const fill: PdfWriter["fill"] = (ref, dictionary, stream) => {
    const object = ref as InternalRef;
    object.data = stream ? { ...dictionary } : dictionary;
    if (stream) object.write(stream);
    object.end();
    // Written; what remains is its number.
    object.data = WRITTEN;
  };

  return {
    reserve: () => document.ref({}),
    fill,
    page(dictionary) {
      const ref = promised.get(pages.data.Count) ?? document.ref({});
      pages.data.Kids.push(ref);
      pages.data.Count += 1;
      fill(ref, { Type: "Page", Parent: pages, ...dictionary });
      // The outline reads the page's MediaBox later; the rest may go.
      (ref as InternalRef).data = { MediaBox: dictionary.MediaBox };
      handOn();
      return ref;
    },
    pageAt(index) {
      const known = pages.data.Kids[index] ?? promised.get(index);
      if (known) return known;
      const ref = document.ref({});
      promised.set(index, ref);
      return ref;
    },
    catalogue: (entries) => void Object.assign(document._root.data, entries),
    bookmark: (title, index) => void document.outline.addItem(title, { pageNumber: index, fit: true }),
    get pages() {
      return pages.data.Count;
    },
    finish() {
      document.end();
      if (document._waiting > 0)
        throw new Error(`${document._waiting} objects of the PDF were promised and not written.`);
      handOn();
    },
  };
}
