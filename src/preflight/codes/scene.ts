/** Marks of a page → what of it can be seen as light and dark: areas and pictures. Letters are left out. */
import type { Matrix, Rect } from "../../units.js";
import type { Picture } from "../pictures/picture.js";
import { type Coat, type ImageMark, lightnessOf, type Mark, type PathMark } from "../walk/index.js";

interface Common {
  readonly box: Rect;
  readonly alpha: number;
  /** Whether it darkens what lies below instead of hiding it. */
  readonly darkens: boolean;
}

export interface Area extends Common {
  readonly outlines: readonly Float64Array[];
  readonly isEvenOdd: boolean;
  /** From 0, black, to 255. */
  readonly light: number;
}

export interface PlacedPicture extends Common {
  readonly picture: Picture;
  readonly matrix: Matrix;
  /** Of the ink that a stencil lets through; a picture has its own. */
  readonly light: number | undefined;
}

export type SceneItem = Area | PlacedPicture;

const DARKENS = new Set(["Multiply", "Darken", "ColorBurn"]);

export function sceneOf(
  marks: readonly Mark[],
  pictures: ReadonlyMap<ImageMark["stream"], Picture>,
): readonly SceneItem[] {
  return marks.flatMap((mark): readonly SceneItem[] => {
    if (mark.isInPattern || mark.alpha === 0) return [];
    const common = { box: mark.box, alpha: mark.alpha, darkens: DARKENS.has(mark.blend) };
    if (mark.kind === "path") return areasOf(mark, common);
    if (mark.kind !== "image") return [];
    const picture = pictures.get(mark.stream);
    const light = mark.stencil && lightOf(mark.stencil);
    return picture ? [{ ...common, picture, matrix: mark.matrix, light }] : [];
  });
}

function areasOf({ outlines, isEvenOdd, fill, stroke }: PathMark, common: Common): readonly Area[] {
  const areas: Area[] = [];
  if (fill) areas.push({ ...common, ...settled(fill, common), outlines, isEvenOdd, light: lightOf(fill) });
  if (stroke?.ink) {
    const bars = outlines.flatMap((outline) => barsOf(outline, stroke.width));
    areas.push({ ...common, ...settled(stroke, common), outlines: bars, isEvenOdd: false, light: lightOf(stroke) });
  }
  return areas;
}

/** What overprints adds its ink to that below. */
const settled = ({ isOverprinted }: Coat, { darkens }: Common) => ({ darkens: darkens || isOverprinted });

/** A gradient or a pattern is neither light nor dark. */
const MIDDLE = 128;

const lightOf = ({ ink }: Coat): number => (ink ? Math.round(255 * lightnessOf(ink)) : MIDDLE);

/** Each line of an outline as a bar of the stroke's width, without joins. */
function barsOf(outline: Float64Array, width: number): Float64Array[] {
  const bars: Float64Array[] = [];
  for (let at = 0; at + 3 < outline.length; at += 2) {
    const [x0, y0, x1, y1] = [outline[at]!, outline[at + 1]!, outline[at + 2]!, outline[at + 3]!];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) continue;
    const dx = ((y1 - y0) / length) * (width / 2);
    const dy = ((x1 - x0) / length) * (width / 2);
    bars.push(Float64Array.of(x0 - dx, y0 + dy, x1 - dx, y1 + dy, x1 + dx, y1 - dy, x0 + dx, y0 - dy));
  }
  return bars;
}
