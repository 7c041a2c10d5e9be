/** Small PDFs, written by hand: what is in them stands in the test that uses them. */
import { deflateSync } from "node:zlib";
import { encodeQr } from "../../src/assets/qr.js";

/** A dictionary as it stands in the file, and for a stream its bytes. */
export interface WrittenObject {
  readonly dict: string;
  readonly data?: string | Uint8Array | undefined;
}

/** Objects from number 1 on → the file. The catalogue is number 1. */
export function writePdf(objects: readonly WrittenObject[], { version = "1.6", trailer = "" } = {}): Uint8Array {
  const parts: Buffer[] = [Buffer.from(`%PDF-${version}\n%âãÏÓ\n`, "latin1")];
  const places: number[] = [];
  let length = parts[0]!.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, { dict, data }] of objects.entries()) {
    places.push(length);
    const bytes = data === undefined ? undefined : Buffer.from(data as string, "latin1");
    add(Buffer.from(`${index + 1} 0 obj\n`));
    add(Buffer.from(bytes ? dict.replace(/>>$/, `/Length ${bytes.length} >>`) : dict, "latin1"));
    if (bytes) {
      add(Buffer.from("\nstream\n"));
      add(bytes);
      add(Buffer.from("\nendstream"));
    }
    add(Buffer.from("\nendobj\n"));
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  add(Buffer.from(table + end));
  return new Uint8Array(Buffer.concat(parts));
}

export interface Leaf {
  readonly boxes: string;
  readonly content: string;
  readonly annotations: string;
  /** Entries of the page that are seldom there. */
  readonly more: string;
}

export interface Sheet {
  readonly pages: readonly Leaf[];
  /** Entries of the resources, by their kind: all pages share them. */
  readonly colorSpaces: string;
  readonly states: string;
  readonly patterns: string;
  readonly catalogue: string;
  readonly trailer: string;
  readonly fontDescriptor: string;
  readonly image: WrittenObject;
  readonly form: WrittenObject;
}

/** 260 × 360 pt, with 9 pt of bleed, on a larger sheet. */
export const TRIM = { x: 20, y: 20, width: 260, height: 360 };
export const BOXES = "/MediaBox [0 0 300 400] /TrimBox [20 20 280 380] /BleedBox [11 11 289 389]";
export const ADDRESS = "https://example.org/carte";

/** A QR code as one path, its lower left corner at `x`, `y`, a module `side` points wide. */
export function codePath(x: number, y: number, side = 2): string {
  const { modules, runs } = encodeQr(ADDRESS)!;
  const rects = runs.map(([row, column, length]) =>
    [x + column * side, y + (modules - 1 - row) * side, length * side, side, "re"].join(" "),
  );
  return `${rects.join("\n")} f\n`;
}

/** Pixels of one CMYK colour. */
export const cmykImage = (
  width: number,
  height: number,
  ink: readonly [number, number, number, number],
): WrittenObject => ({
  dict: `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /FlateDecode >>`,
  data: deflateSync(Buffer.concat(Array.from({ length: width * height }, () => Buffer.from(ink)))),
});

export const CODE = `q 0 0 0 1 k ${codePath(60, 60)} Q\n`;
const GROUND = "0 0.05 0.2 0 k 11 11 278 378 re f\n";
const WHITE_PATCH = "0 0 0 0 k 50 50 70 70 re f\n";

/** Right in every way: a coloured ground with bleed, a text, a line, a picture of 300 ppi, a code. */
export const GOOD_CONTENT = [
  GROUND,
  "BT /F1 10 Tf 0 0 0 1 k 50 200 Td (Bonjour) Tj ET\n",
  "0 0 0 1 K 0.5 w 50 220 m 250 220 l S\n",
  "q 24 0 0 24 50 240 cm /Im Do Q\n",
  WHITE_PATCH,
  CODE,
].join("");

export const GOOD: Sheet = {
  pages: [{ boxes: BOXES, content: GOOD_CONTENT, annotations: "", more: "" }],
  colorSpaces:
    "/Spot [/Separation /Vernis /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >>] /All [/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]",
  states: "/Over << /OP true /op true /OPM 1 >> /Half << /ca 0.5 >>",
  patterns: "",
  catalogue: "/OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) >>]",
  trailer: "",
  fontDescriptor: "/FontFile2 6 0 R",
  image: cmykImage(100, 100, [20, 60, 100, 0]),
  form: { dict: "<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources 3 0 R >>", data: "" },
};

/** A sheet → its file. Numbers: 1 catalogue, 2 pages, 3 resources, 4 and 5 font, 6 its program, 7 image, 8 form. */
export function sheetPdf(change: Partial<Sheet> | Partial<Leaf> = {}): Uint8Array {
  const sheet: Sheet = { ...GOOD, ...change };
  const pages = sheet.pages.map((page) => ({ ...page, ...change }) as Leaf);
  const kids = pages.map((_, index) => `${9 + 2 * index} 0 R`).join(" ");
  const widths = new Array(95).fill(600).join(" ");
  return writePdf(
    [
      { dict: `<< /Type /Catalog /Pages 2 0 R ${sheet.catalogue} >>` },
      { dict: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>` },
      {
        dict: `<< /Font << /F1 4 0 R >> /XObject << /Im 7 0 R /Fm 8 0 R >> /ColorSpace << ${sheet.colorSpaces} >> /ExtGState << ${sheet.states} >> /Pattern << ${sheet.patterns} >> >>`,
      },
      {
        dict: `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Essai /FirstChar 32 /LastChar 126 /Widths [${widths}] /FontDescriptor 5 0 R >>`,
      },
      { dict: `<< /Type /FontDescriptor /FontName /ABCDEF+Essai ${sheet.fontDescriptor} >>` },
      { dict: "<< >>", data: "any font program" },
      sheet.image,
      sheet.form,
      ...pages.flatMap(({ boxes, content, annotations, more }, index) => [
        {
          dict: `<< /Type /Page /Parent 2 0 R ${boxes} /Resources 3 0 R /Contents ${10 + 2 * index} 0 R /Annots [${annotations}] ${more} >>`,
        },
        { dict: "<< >>", data: content },
      ]),
    ],
    { trailer: sheet.trailer },
  );
}

/** The good page with more drawn on top. */
export const drawing = (operators: string): Partial<Leaf> => ({ content: `${GOOD_CONTENT}\n${operators}` });

/** The good page with one part of its drawing changed. */
export function redrawn(from: string, to: string): Partial<Leaf> {
  if (!GOOD_CONTENT.includes(from)) throw new Error(`the page has no ${from}`);
  return { content: GOOD_CONTENT.replace(from, () => to) };
}
