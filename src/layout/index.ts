/**
 * Layout: a styled face → a frame.
 *
 * boxes (what is a block, what is a paragraph) → arrange (where each box lies) → checks (does everything fit; if
 * not and texts may shrink, again a little smaller) → paint (boxes become items). Running text goes by `flow/`.
 */
import type { Diagnostic, Diagnostics } from "../diagnostics/diagnostic.js";
import type { Style, StyledElement } from "../style/style.js";
import { type FontStore, paragraphs, type Shaper } from "../text/index.js";
import { outset, type Pt, type Rect, type Size } from "../units.js";
import { type ArrangeTools, arrangeBoxes, type PlacedBox } from "./arrange.js";
import type { Box } from "./box.js";
import { buildBox } from "./boxes.js";
import { checkFace, type FaceChecks } from "./checks.js";
import { type FlowPage, type FlowSpec, layOutFlow } from "./flow/index.js";
import type { FacePage, Frame, FrameItem } from "./frame.js";
import { background } from "./ground.js";
import type { FaceName } from "./messages.js";
import { paintBox } from "./paint.js";
import type { PictureSource } from "./pictures.js";
import { SQUARE } from "./shapes.js";
import { loadArranger } from "./taffy.js";
import { createTextStyles } from "./text-styles.js";

export type { FlowPage, FlowSpec } from "./flow/index.js";
export type { FacePage, Frame, FrameItem } from "./frame.js";
export type { FaceName } from "./messages.js";
export type { PictureSource } from "./pictures.js";

/** A face to lay out: its size and how much of its edge is free of text. */
export interface FaceSpec {
  readonly name: FaceName;
  readonly trim: Size;
  readonly bleed: Pt;
  readonly safe: Pt;
  readonly radius: Pt;
}

export interface Layouter {
  layOut(face: StyledElement, spec: FaceSpec, diagnostics: Diagnostics): FacePage;
  /** A page of a book: its face, and the box of its `<slot/>`, from the trim's corner. */
  layOutPage(face: StyledElement, spec: FaceSpec, diagnostics: Diagnostics): BookPage;
  /** Running text, in boxes of one size. */
  layOutFlow(flow: StyledElement, spec: FlowSpec, diagnostics: Diagnostics): readonly FlowPage[];
}

export interface BookPage {
  readonly page: FacePage;
  readonly slot: Rect | undefined;
}

/** What a layouter works with. */
export interface LayoutTools {
  readonly fonts: FontStore;
  readonly shaper: Shaper;
  readonly pictures: PictureSource;
  /** BCP 47 language of the words. */
  readonly lang: string;
  /** Numbers of lists in the digits of the language. */
  readonly number: (number: number) => string;
}

/** Instantiates the box engine; the layouter serves every face of a kit in one language. */
export async function createLayouter({ fonts, shaper, pictures, lang, number }: LayoutTools): Promise<Layouter> {
  const arranger = await loadArranger();
  const textStyle = createTextStyles(lang);
  const tools: ArrangeTools = { arranger, textStyle, paragraphs: paragraphs(fonts, shaper), pictures: new WeakMap() };
  const inline = { pictures, textStyle, lang, number };
  const layOutPage: Layouter["layOutPage"] = (face, spec, diagnostics) => {
    const { trim, bleed, radius } = spec;
    const root = buildBox(face, inline);
    if (!root) return { page: { trim, bleed, radius, frame: { size: bleedSize(spec), items: [] } }, slot: undefined };
    const { placed, problems } = fitFace(sizedRoot(root, trim), spec, tools);
    for (const problem of problems) diagnostics.report(problem);
    return { page: { trim, bleed, radius, frame: paintFace(placed, spec) }, slot: slotIn(placed) };
  };
  return {
    layOut: (face, spec, diagnostics) => layOutPage(face, spec, diagnostics).page,
    layOutPage,
    layOutFlow: (flow, spec, diagnostics) => layOutFlow(flow, spec, { arrange: tools, inline }, diagnostics),
  };
}

/** Where a page lets the text run through: the first `<slot/>`. */
function slotIn({ box, rect, children }: PlacedBox): Rect | undefined {
  if (box.element.name === "slot") return rect;
  for (const child of children) {
    const found = slotIn(child);
    if (found) return found;
  }
  return undefined;
}

/** The root box always measures exactly the trim. */
const sizedRoot = (root: Box, trim: Size): Box => ({ ...root, style: sizedStyle(root.style, trim) });

const sized = new WeakMap<Style, Style>();

/** One object for all faces of a size: the box engine keeps what it made of each style. */
function sizedStyle(style: Style, { width, height }: Size): Style {
  const known = sized.get(style);
  if (known && known.width === width && known.height === height) return known;
  const made: Style = { ...style, width, height, boxSizing: "border-box" };
  sized.set(style, made);
  return made;
}

/** How finely the shrink is searched: between sizes 3 pt apart, a step is below 0.05 pt. */
const SHRINK_STEPS = 64;

/** Arranges the face with the largest text that fits, or reports what does not fit even at the smallest. */
function fitFace(root: Box, spec: FaceSpec, tools: ArrangeTools) {
  const attempt = (shrink: number) => {
    const placed = arrangeBoxes(root, spec.trim, shrink, tools);
    const safe = outset({ x: 0, y: 0, ...spec.trim }, -spec.safe);
    const checks: FaceChecks = { face: spec.name, safe, shrunk: shrink === 1 };
    return { placed, problems: checkFace(placed, checks) };
  };
  const full = attempt(0);
  // Smaller text mends what does not fit; it brings no missing sign and no sharper picture.
  if (!full.problems.some(isMendedByShrinking) || !mayShrink(root)) return full;
  const least = attempt(1);
  if (least.problems.length > 0) return least;
  let fits = least;
  let low = 0;
  let high = SHRINK_STEPS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const trial = attempt(middle / SHRINK_STEPS);
    if (trial.problems.length === 0) {
      high = middle;
      fits = trial;
    } else {
      low = middle;
    }
  }
  return fits;
}

const isMendedByShrinking = ({ code }: Diagnostic): boolean => code !== "missing-glyph" && code !== "image-coarse";

const mayShrink = (box: Box): boolean =>
  box.style.fit !== "none" ||
  (box.kind === "container" && box.children.some(mayShrink)) ||
  (box.kind === "text" && box.inlines(0).some((inline) => inline.kind === "text" && inline.tag.style.fit !== "none"));

const bleedSize = ({ trim, bleed }: FaceSpec): Size => ({
  width: trim.width + 2 * bleed,
  height: trim.height + 2 * bleed,
});

/** The frame of a face covers its bleed; the root's own ground is spread over all of it, as a page's is in CSS. */
function paintFace(placed: PlacedBox, spec: FaceSpec): Frame {
  const size = bleedSize(spec);
  const { style } = placed.box;
  const canvas = background(style, size, { x: 0, y: 0 }, SQUARE);
  // What the root cuts off is cut at the end of the bleed, as all of the face is.
  const bare: PlacedBox = {
    ...placed,
    box: {
      ...placed.box,
      style: {
        ...style,
        backgroundColor: { ...style.backgroundColor, a: 0 },
        backgroundImage: "none",
        overflow: "visible",
      },
    },
  };
  const items: FrameItem[] = paintBox(bare, { x: -spec.bleed, y: -spec.bleed });
  return { size, items: [...canvas, ...items] };
}
