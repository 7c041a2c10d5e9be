/**
 * Layout: a styled face → a frame.
 *
 * boxes (what is a block, what is a paragraph) → arrange (where each box lies) → checks (does everything fit; if
 * not and texts may shrink, again a little smaller) → paint (boxes become items).
 */
import type { Diagnostics } from "../diagnostics/diagnostic.js";
import type { StyledElement } from "../style/style.js";
import { type FontStore, paragraphs, type Shaper } from "../text/index.js";
import { outset, type Pt, type Size } from "../units.js";
import { type ArrangeTools, arrangeBoxes, type PlacedBox } from "./arrange.js";
import type { Box } from "./box.js";
import { buildBox } from "./boxes.js";
import { checkFace, type FaceChecks } from "./checks.js";
import type { FacePage, Frame, FrameItem } from "./frame.js";
import type { FaceName } from "./messages.js";
import { ground, paintBox } from "./paint.js";
import type { PictureSource } from "./pictures.js";
import { loadArranger } from "./taffy.js";
import { createTextStyles } from "./text-styles.js";

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
}

/** What a layouter works with. */
export interface LayoutTools {
  readonly fonts: FontStore;
  readonly shaper: Shaper;
  readonly pictures: PictureSource;
  /** BCP 47 language of the words. */
  readonly lang: string;
}

/** Instantiates the box engine; the layouter serves every face of a kit in one language. */
export async function createLayouter({ fonts, shaper, pictures, lang }: LayoutTools): Promise<Layouter> {
  const arranger = await loadArranger();
  const textStyle = createTextStyles(lang);
  const tools: ArrangeTools = { arranger, textStyle, paragraphs: paragraphs(fonts, shaper) };
  return {
    layOut(face, spec, diagnostics) {
      const root = buildBox(face, { pictures, textStyle });
      if (!root) return { ...spec, frame: { size: bleedSize(spec), items: [] } };
      const { placed, problems } = fitFace(sizedRoot(root, spec.trim), spec, tools);
      for (const problem of problems) diagnostics.report(problem);
      return { trim: spec.trim, bleed: spec.bleed, radius: spec.radius, frame: paintFace(placed, spec) };
    },
  };
}

/** The root box always measures exactly the trim. */
const sizedRoot = (root: Box, trim: Size): Box => ({
  ...root,
  style: { ...root.style, width: trim.width, height: trim.height, boxSizing: "border-box" },
});

/** How finely the shrink is searched: a hundredth of the way between the two sizes is below 0.05 pt. */
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
  if (full.problems.length === 0 || !mayShrink(root)) return full;
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
  const canvas = ground(
    { ...style, borderTopWidth: 0, borderRightWidth: 0, borderBottomWidth: 0, borderLeftWidth: 0 },
    size,
    { x: 0, y: 0 },
  );
  const bare: PlacedBox = {
    ...placed,
    box: {
      ...placed.box,
      style: { ...style, backgroundColor: { ...style.backgroundColor, a: 0 }, backgroundImage: "none" },
    },
  };
  const items: FrameItem[] = paintBox(bare, { x: -spec.bleed, y: -spec.bleed });
  return { size, items: [...canvas, ...items] };
}
