/** A document → its pages in order, each with what it inherits. */
import { compose, type Matrix, type Rect, type Size, transformRect } from "../../units.js";
import type { PdfDocument } from "./document.js";
import type { PdfDict, PdfStream, PdfValue } from "./values.js";

export type BoxName = "MediaBox" | "CropBox" | "BleedBox" | "TrimBox" | "ArtBox";

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PdfDict;
  readonly resources: PdfDict;
  readonly contents: readonly PdfStream[];
  /** What the page shows: its MediaBox, upright. */
  readonly size: Size;
  /** The boxes that it has, from the top left corner of its MediaBox, as it is shown. */
  readonly boxes: ReadonlyMap<BoxName, Rect>;
  /** Takes the page's own coordinates to points from the top left corner. */
  readonly upright: Matrix;
  /** Quarter turns, clockwise. */
  readonly turns: number;
}

/** More than any printer takes. */
const MOST_PAGES = 10_000;

/** Trees have a few levels. */
const DEEPEST = 50;

const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;
const BOXES: readonly BoxName[] = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"];

/** What readers show of a page that does not say its size: Letter. */
const NO_SIZE: Rect = { x: 0, y: 0, width: 612, height: 792 };

/** A tree that holds itself is walked once. */
export function pagesOf(document: PdfDocument): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PdfDict>();
  const walk = (value: PdfValue | undefined, inherited: PdfDict, depth: number): void => {
    const own = document.dict(value);
    if (seen.has(own) || depth > DEEPEST || pages.length === MOST_PAGES) return;
    seen.add(own);
    const dict = new Map(own);
    for (const key of INHERITED) {
      const from = inherited.get(key);
      if (!dict.has(key) && from !== undefined) dict.set(key, from);
    }
    const kids = document.get(own.get("Kids"));
    if (document.name(own.get("Type")) !== "Page" && Array.isArray(kids)) {
      for (const kid of kids) walk(kid, dict, depth + 1);
    } else if (own.size > 0) pages.push(pageOf(document, dict, pages.length + 1));
  };
  walk(document.catalogue.get("Pages"), new Map(), 0);
  return pages;
}

function pageOf(document: PdfDocument, dict: PdfDict, number: number): PdfPage {
  const boxes = new Map<BoxName, Rect>();
  for (const name of BOXES) {
    const box = rectOf(document.numbers(dict.get(name)));
    if (box) boxes.set(name, box);
  }
  const media = boxes.get("MediaBox") ?? NO_SIZE;
  const turns = (((Math.round((document.number(dict.get("Rotate")) ?? 0) / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  const unit = Math.max(document.number(dict.get("UserUnit")) ?? 1, 1e-3);
  const upright = uprightMap(media, turns, unit);
  const { width, height } = transformRect(upright, media);
  const contents = document.get(dict.get("Contents"));
  return {
    number,
    dict,
    resources: document.dict(dict.get("Resources")),
    contents: (Array.isArray(contents) ? contents : [contents]).flatMap((one) => document.stream(one) ?? []),
    size: { width, height },
    boxes: new Map([...boxes].map(([name, box]) => [name, transformRect(upright, box)])),
    upright,
    turns,
  };
}

/** Undefined for what is no rectangle; corners in any order. */
export function rectOf(numbers: readonly number[]): Rect | undefined {
  const [x0, y0, x1, y1] = numbers;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

/** From the lower left corner, y up, to the upper left corner, y down, after the page's turn. */
function uprightMap(media: Rect, turns: 0 | 1 | 2 | 3, unit: number): Matrix {
  const { width, height } = media;
  const toOrigin: Matrix = [1, 0, 0, 1, -media.x, -media.y];
  const turned: Readonly<Record<0 | 1 | 2 | 3, Matrix>> = {
    0: [1, 0, 0, -1, 0, height],
    1: [0, 1, 1, 0, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [0, -1, -1, 0, height, width],
  };
  return compose(compose(toOrigin, turned[turns]), [unit, 0, 0, unit, 0, 0]);
}
