/** What a file says of itself: the standard that it claims, its output intent, its title, what it is for. */
import { CREATOR } from "../calibration/messages.js";
import { latin1, type PdfDocument, textOf } from "./pdf/index.js";

export interface Claims {
  /** `PDF/X-4`, `PDF/UA-1`…; undefined for a plain PDF. */
  readonly standard: string | undefined;
  /** The printing condition of its output intent. */
  readonly condition: string | undefined;
  readonly title: string | undefined;
  readonly producer: string | undefined;
}

/** Metadata is a page of XML. */
const MOST_METADATA = 1_000_000;

export function claimsOf(document: PdfDocument): Claims {
  const info = document.dict(document.trailer.get("Info"));
  const text = (key: string): string | undefined => textOf(document.get(info.get(key)))?.trim() || undefined;
  const stream = document.stream(document.catalogue.get("Metadata"));
  const xmp = stream ? latin1(document.unpack(stream).bytes.subarray(0, MOST_METADATA)) : "";
  const intents = document.array(document.catalogue.get("OutputIntents")).map((one) => document.dict(one));
  const intent = intents.find((one) => document.name(one.get("S")) === "GTS_PDFX");
  const condition = intent && (textOf(document.get(intent.get("OutputConditionIdentifier"))) ?? "");
  return {
    standard: /PDF\/X-\w+(?::\d+)?/.exec(xmp)?.[0] ?? text("GTS_PDFXVersion") ?? (intent ? "PDF/X" : accessible(xmp)),
    condition,
    title: text("Title"),
    producer: text("Producer"),
  };
}

/** Whether it says that it is a sheet of ours to calibrate a printer with. */
export function isCalibrationSheet(document: PdfDocument): boolean {
  const info = document.dict(document.trailer.get("Info"));
  return textOf(document.get(info.get("Creator"))) === CREATOR;
}

const accessible = (xmp: string): string | undefined => {
  const part = /pdfuaid:part(?:>|=")(\d)/.exec(xmp)?.[1];
  return part && `PDF/UA-${part}`;
};
