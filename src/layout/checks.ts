/** A painted face → what does not fit on it: text outside its place, texts on top of each other, codes and images too small. */

import { qrModuleProblem, resolutionProblem } from "../assets/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Style } from "../style/style.js";
import type { Line, LinePiece } from "../text/index.js";
import { compose, type Matrix, type Pt, type Rect, type Size, transformRect } from "../units.js";
import type { PlacedBox } from "./arrange.js";
import type { InlineTag, PictureBox } from "./box.js";
import { hasBackground, hasBorder } from "./ground.js";
import * as say from "./messages.js";
import { naturalSize, type Picture } from "./pictures.js";
import { transformOf } from "./transforms.js";

/** Less than this nobody sees, and rounding makes it. */
const TOLERANCE: Pt = 0.4;

/** One line of text where it lies on the face. */
interface TextLine {
  readonly rect: Rect;
  readonly line: Line<InlineTag>;
  readonly owner: PlacedBox;
  /** What it must stay inside: the safe zone and every visible panel around it. */
  readonly limits: readonly Rect[];
}

export interface FaceChecks {
  readonly face: say.FaceName;
  /** The safe zone, from the trim corner. */
  readonly safe: Rect;
  /** Whether texts were already shrunk as far as they may. */
  readonly shrunk: boolean;
}

/** Every problem of a face. */
export function checkFace(root: PlacedBox, checks: FaceChecks): Diagnostic[] {
  const lines: TextLine[] = [];
  const problems: Diagnostic[] = [];
  walk(root, [], [1, 0, 0, 1, 0, 0], { lines, problems, checks });
  // A paragraph that is too long has many lines outside: the farthest says by how much.
  const worst = new Map<PlacedBox, { readonly line: TextLine; readonly by: Pt; readonly direction: say.Direction }>();
  for (const line of lines) {
    const overflow = worstOverflow(line);
    if (overflow && overflow.by > (worst.get(line.owner)?.by ?? 0)) worst.set(line.owner, { line, ...overflow });
  }
  for (const { line, by, direction } of worst.values())
    problems.push(say.textOverflow(placeOf(line, checks), by, direction, isShrunk(line, checks)));
  return [...problems, ...overlaps(lines, checks), ...missingGlyphs(root, checks)];
}

interface Walk {
  readonly lines: TextLine[];
  readonly problems: Diagnostic[];
  readonly checks: FaceChecks;
}

function walk(placed: PlacedBox, limits: readonly Rect[], map: Matrix, into: Walk): void {
  const { box, rect } = placed;
  const { style } = box;
  const own = style.transform.length > 0 ? compose(aroundBox(placed), map) : map;
  const visible = style.overflow === "hidden" || isPanel(style);
  const inner =
    visible && box.kind === "container" && box.element.name !== "front" && box.element.name !== "back"
      ? [...limits, transformRect(own, rect)]
      : limits;
  if (box.kind === "text") {
    const safe = style.outside ? [] : [into.checks.safe];
    for (const line of placed.lines?.lines ?? []) {
      for (const piece of line.pieces) checkInlinePicture(piece, rect, own, into);
      const words = { x: rect.x + line.left, y: rect.y + line.top, width: line.width, height: line.height };
      const column = { x: rect.x, y: words.y, width: rect.width, height: words.height };
      into.lines.push({
        rect: transformRect(own, words),
        line,
        owner: placed,
        limits: [...safe, ...inner, transformRect(own, column)],
      });
    }
  } else if (box.kind === "picture") {
    checkPicture(box, transformRect(own, rect), into);
  }
  for (const child of placed.children) walk(child, inner, own, into);
}

/** A box that people see the edges of: words must not cross them. */
const isPanel = (style: Style): boolean => hasBackground(style) || hasBorder(style);

/** The box's transform in face coordinates. */
function aroundBox({ box, rect }: PlacedBox): Matrix {
  const there: Matrix = [1, 0, 0, 1, -rect.x, -rect.y];
  const back: Matrix = [1, 0, 0, 1, rect.x, rect.y];
  return compose(compose(there, transformOf(box.style, rect)), back);
}

function worstOverflow(line: TextLine): { by: Pt; direction: say.Direction } | undefined {
  if (line.limits.every((limit) => isInside(line.rect, limit))) return undefined;
  let by: Pt = TOLERANCE;
  let direction: say.Direction | undefined;
  const look = (towards: say.Direction, beyond: Pt): void => {
    if (beyond <= by) return;
    by = beyond;
    direction = towards;
  };
  const { rect } = line;
  for (const limit of line.limits) {
    look("bottom", rect.y + rect.height - limit.y - limit.height);
    look("right", rect.x + rect.width - limit.x - limit.width);
    look("left", limit.x - rect.x);
    look("top", limit.y - rect.y);
  }
  return direction && { by, direction };
}

const isInside = (rect: Rect, limit: Rect): boolean =>
  rect.x >= limit.x &&
  rect.y >= limit.y &&
  rect.x + rect.width <= limit.x + limit.width &&
  rect.y + rect.height <= limit.y + limit.height;

/** Whether these very words are at their smallest already. */
const isShrunk = ({ line }: TextLine, checks: FaceChecks): boolean =>
  checks.shrunk && line.pieces.some((piece) => piece.kind === "glyphs" && piece.tag.style.fit !== "none");

/** Tight leading lets line boxes touch: only the middle of a line counts as its ink. */
const ink = ({ rect: { x, y, width, height } }: TextLine): Rect => ({
  x,
  y: y + height * 0.2,
  width,
  height: height * 0.6,
});

function overlaps(lines: readonly TextLine[], checks: FaceChecks): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const inks = lines.map(ink);
  for (let index = 0; index < lines.length; index++) {
    const one = lines[index]!;
    const a = inks[index]!;
    for (let next = index + 1; next < lines.length; next++) {
      const other = lines[next]!;
      const b = inks[next]!;
      if (other.owner === one.owner) continue;
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      if (across <= TOLERANCE || down <= TOLERANCE) continue;
      problems.push(say.textOverlap(placeOf(other, checks), wordsOf(one), Math.min(across, down)));
    }
  }
  return problems;
}

function missingGlyphs(placed: PlacedBox, checks: FaceChecks): Diagnostic[] {
  const own = (placed.paragraph?.missing ?? []).map(({ character, tag }) =>
    say.missingGlyph(
      {
        face: checks.face,
        at: tag.text?.content ?? tag.text?.at,
        field: tag.text?.field,
        excerpt: excerpt(tag.text?.text ?? character),
      },
      character,
    ),
  );
  return [...own, ...placed.children.flatMap((child) => missingGlyphs(child, checks))];
}

function checkInlinePicture(piece: LinePiece<InlineTag>, box: Rect, map: Matrix, into: Walk): void {
  if (piece.kind !== "object") return;
  const { picture, element, style } = piece.tag;
  if (!picture || !element) return;
  const rect = { x: box.x + piece.x, y: box.y + piece.y, width: piece.width, height: piece.height };
  checkPicture({ picture, element, style }, transformRect(map, rect), into);
}

type ShownPicture = Pick<PictureBox, "picture" | "element" | "style">;

function checkPicture({ picture, element, style }: ShownPicture, rect: Rect, { checks, problems }: Walk): void {
  const { face, safe } = checks;
  if (picture.kind === "qr") {
    const dense = qrModuleProblem(picture.code, Math.min(rect.width, rect.height));
    if (dense) problems.push(say.onFace(face, dense, element.at));
    const outside = style.outside ? 0 : beyondSafe(rect, safe);
    if (outside > TOLERANCE) problems.push(say.codeOutside(face, element.at, picture.linkId, outside));
  }
  if (picture.kind === "image") {
    const problem = resolutionProblem(picture.image, printedSize(picture, style, rect));
    if (problem) problems.push(say.onFace(face, problem, element.at));
  }
}

/** The size at which a picture prints in a box, by `object-fit`. */
function printedSize(picture: Picture, style: Style, box: Size): Size {
  if (style.objectFit === "fill") return box;
  const natural = naturalSize(picture);
  const across = box.width / natural.width;
  const down = box.height / natural.height;
  const scale = style.objectFit === "cover" ? Math.max(across, down) : Math.min(across, down);
  return { width: natural.width * scale, height: natural.height * scale };
}

const beyondSafe = (rect: Rect, safe: Rect): Pt =>
  Math.max(
    safe.x - rect.x,
    safe.y - rect.y,
    rect.x + rect.width - safe.x - safe.width,
    rect.y + rect.height - safe.y - safe.height,
  );

function placeOf({ line, owner }: TextLine, checks: FaceChecks) {
  const tag = line.pieces.find((piece) => piece.kind === "glyphs")?.tag;
  return {
    face: checks.face,
    at: tag?.text?.content ?? tag?.text?.at ?? owner.box.element.at,
    field: tag?.text?.field,
    excerpt: excerpt(tag?.text?.text ?? ""),
  };
}

const wordsOf = (line: TextLine): string =>
  excerpt(line.line.pieces.map((piece) => (piece.kind === "glyphs" ? (piece.tag.text?.text ?? "") : "")).join(" "));

const excerpt = (text: string): string => {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length > 40 ? `${words.slice(0, 38).trimEnd()}…` : words;
};
