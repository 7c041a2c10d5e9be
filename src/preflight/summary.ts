/** Pages and their marks → what a file is made of, in few words: useful for any PDF, whatever its faults. */
import { PAPERS } from "../impose/papers.js";
import { type Mm, type Size, toMm } from "../units.js";
import { bleedOf } from "./checks/boxes.js";
import { coatsOf } from "./checks/colors.js";
import { resolutionOf } from "./checks/pictures.js";
import type { FoundCode } from "./codes/index.js";
import type { PdfDocument, PdfPage } from "./pdf/index.js";
import { type Claims, claimsOf } from "./standard.js";
import { type ColorSpace, familyOf, type Mark, platesOf, readableName } from "./walk/index.js";

export interface SizeFact {
  readonly width: Mm;
  readonly height: Mm;
  /** Of a known paper. */
  readonly paper?: string | undefined;
  readonly pages: number;
}

export interface FontFact {
  readonly name: string;
  readonly kind: string;
  readonly isEmbedded: boolean;
  readonly isSubset: boolean;
}

export interface CodeFact {
  readonly page: number;
  readonly x: Mm;
  readonly y: Mm;
  /** Null for one that cannot be read. */
  readonly text: string | null;
}

export interface Summary extends Claims {
  readonly version: string;
  readonly pages: number;
  readonly blankPages: number;
  readonly sizes: readonly SizeFact[];
  /** Where pages are cut, when that is not their whole size. */
  readonly trims: readonly SizeFact[];
  /** The narrowest. */
  readonly bleed: Mm | undefined;
  readonly fonts: readonly FontFact[];
  readonly colors: readonly ("gray" | "rgb" | "cmyk")[];
  readonly spots: readonly string[];
  readonly images: number;
  /** Pixels an inch, of the coarsest picture. */
  readonly leastResolution: number | undefined;
  /** Per cent, of flat colours whose inks are known. */
  readonly mostInk: number | undefined;
  /** Points. */
  readonly thinnestLine: number | undefined;
  readonly smallestText: number | undefined;
  readonly hasOverprint: boolean;
  readonly hasTransparency: boolean;
  readonly codes: readonly CodeFact[];
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Takes in page after page. */
export class SummaryMaker {
  readonly #document: PdfDocument;
  readonly #sizes = new Map<string, SizeFact>();
  readonly #trims = new Map<string, SizeFact>();
  readonly #fonts = new Map<string, FontFact>();
  readonly #colors = new Set<"gray" | "rgb" | "cmyk">();
  readonly #spots = new Set<string>();
  readonly #codes: CodeFact[] = [];
  #pages = 0;
  #blank = 0;
  #bleed: number | undefined;
  #images = 0;
  #resolution: number | undefined;
  #ink: number | undefined;
  #line: number | undefined;
  #text: number | undefined;
  #overprint = false;
  #transparency = false;

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  add(page: PdfPage, marks: readonly Mark[]): void {
    this.#pages += 1;
    if (marks.length === 0) this.#blank += 1;
    count(this.#sizes, page.size);
    const [trim, bleed] = [page.boxes.get("TrimBox"), page.boxes.get("BleedBox")];
    if (trim && (Math.abs(trim.width - page.size.width) > 1 || Math.abs(trim.height - page.size.height) > 1))
      count(this.#trims, trim);
    if (trim && bleed) this.#bleed = least(this.#bleed, bleedOf(trim, bleed));
    for (const mark of marks) this.#addMark(mark);
  }

  addCodes(page: PdfPage, codes: readonly FoundCode[]): void {
    for (const { box, text } of codes)
      this.#codes.push({ page: page.number, x: round(toMm(box.x), 1), y: round(toMm(box.y), 1), text: text ?? null });
  }

  get sizes(): readonly SizeFact[] {
    return [...this.#sizes.values()];
  }

  get hasTransparency(): boolean {
    return this.#transparency;
  }

  make(): Summary {
    return {
      version: this.#document.version,
      ...claimsOf(this.#document),
      pages: this.#pages,
      blankPages: this.#blank,
      sizes: this.sizes,
      trims: [...this.#trims.values()],
      bleed: this.#bleed === undefined ? undefined : round(toMm(this.#bleed), 1),
      fonts: [...this.#fonts.values()],
      colors: [...this.#colors],
      spots: [...this.#spots],
      images: this.#images,
      leastResolution: this.#resolution === undefined ? undefined : Math.floor(this.#resolution),
      mostInk: this.#ink === undefined ? undefined : Math.round(this.#ink),
      thinnestLine: this.#line === undefined ? undefined : round(this.#line, 2),
      smallestText: this.#text === undefined ? undefined : round(this.#text, 2),
      hasOverprint: this.#overprint,
      hasTransparency: this.#transparency,
      codes: this.#codes,
    };
  }

  #addMark(mark: Mark): void {
    this.#transparency ||= mark.alpha < 1 || mark.blend !== "Normal";
    for (const { ink, isOverprinted } of coatsOf(mark)) {
      this.#overprint ||= isOverprinted;
      if (!ink) continue;
      this.#addSpace(ink.space);
      const plates = platesOf(ink);
      if (plates) this.#ink = Math.max(this.#ink ?? 0, 100 * plates.reduce((sum, plate) => sum + plate, 0));
    }
    if ((mark.kind === "image" || mark.kind === "shading") && mark.space) this.#addSpace(mark.space);
    if (mark.kind === "image") {
      this.#images += 1;
      this.#transparency ||= mark.stream.dict.has("SMask");
      this.#resolution = least(this.#resolution, resolutionOf(mark));
    }
    if (mark.kind === "path" && mark.stroke) this.#line = least(this.#line, mark.stroke.width);
    if (mark.kind !== "text") return;
    const { name, kind, isEmbedded, isSubset } = mark.font;
    this.#fonts.set(`${name}|${kind}|${isEmbedded}`, { name, kind, isEmbedded, isSubset });
    if (mark.fill || mark.stroke) this.#text = least(this.#text, mark.size);
  }

  #addSpace(space: ColorSpace): void {
    const family = familyOf(space);
    if (family === "gray" || family === "rgb" || family === "cmyk") this.#colors.add(family);
    const spot = space.kind === "indexed" ? space.base : space;
    if (spot.kind !== "spot") return;
    for (const name of spot.names) if (name !== "None") this.#spots.add(readableName(name));
  }
}

const least = (known: number | undefined, value: number): number => Math.min(known ?? value, value);

function count(sizes: Map<string, SizeFact>, { width, height }: Size): void {
  const [wide, high] = [round(toMm(width), 1), round(toMm(height), 1)];
  const key = `${wide}×${high}`;
  const pages = (sizes.get(key)?.pages ?? 0) + 1;
  sizes.set(key, { width: wide, height: high, paper: paperOf({ width, height }), pages });
}

/** Half a millimetre is what programs round papers by. */
const PAPER_SLACK = 0.5;

const paperOf = ({ width, height }: Size): string | undefined => {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return [...PAPERS.values()].find(
    (paper) => Math.abs(toMm(short - paper.width)) < PAPER_SLACK && Math.abs(toMm(long - paper.height)) < PAPER_SLACK,
  )?.name;
};
