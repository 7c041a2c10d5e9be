/** A face → its content key: the same key means the same picture. Fonts, drawings and photographs count by their own keys. */

import { Fingerprint } from "../fingerprint.js";
import type { Color, Gradient, Paint, Path, Stroke } from "../graphics.js";
import type { Glyph, GlyphRun, GlyphWord } from "../text/glyphs.js";
import type { FacePage, Frame, FrameItem } from "./frame.js";

/** Hashes what can be seen of a face and what can be read from it; roles and origins do not change the picture. */
export function frameHash(page: FacePage): string {
  const print = new Fingerprint();
  print.number(page.trim.width).number(page.trim.height).number(page.bleed).number(page.radius);
  addFrame(print, page.frame);
  return print.toString();
}

/** Items of each kind begin with another number, so that no two lists of items read alike. */
const KIND: Readonly<Record<FrameItem["kind"], number>> = {
  glyphs: 1,
  path: 2,
  vector: 3,
  image: 4,
  qr: 5,
  link: 6,
  frame: 7,
};

function addFrame(print: Fingerprint, frame: Frame): void {
  print.number(frame.size.width).number(frame.size.height).integer(frame.items.length);
  for (const item of frame.items) addItem(print, item);
}

function addItem(print: Fingerprint, item: FrameItem): void {
  print.integer(KIND[item.kind]).number(item.at.x).number(item.at.y);
  switch (item.kind) {
    case "glyphs":
      addRun(print, item.run);
      addColor(print, item.color);
      return;
    case "path":
      print.integer(item.evenOdd ? 1 : 0);
      addPath(print, item.path);
      addPaint(print, item.fill);
      addStroke(print, item.stroke);
      return;
    case "vector":
      print.text(item.art.key).number(item.size.width).number(item.size.height);
      if (item.art.usesCurrentColor) addColor(print, item.color);
      return;
    case "image":
      print.text(item.image.key).number(item.size.width).number(item.size.height);
      return;
    case "qr":
      print.text(item.code.payload).text(item.code.level).integer(item.code.modules);
      print.number(item.size.width).number(item.size.height);
      addColor(print, item.color);
      return;
    case "link":
      print.text(item.url).number(item.size.width).number(item.size.height);
      return;
    case "frame":
      addNumbers(print, item.transform ?? []);
      addPath(print, item.clip ?? []);
      print.number(item.opacity ?? 1);
      addFrame(print, item.frame);
  }
}

function addRun(print: Fingerprint, run: GlyphRun): void {
  print
    .text(run.face.key)
    .number(run.size)
    .number(run.letterSpacing)
    .number(run.wordSpacing)
    .integer(run.rtl ? 1 : 0);
  print.integer(run.words.length);
  for (let index = 0; index < run.words.length; index++) print.print(wordPrint(run.words[index]!));
}

/** A kit has a hundred thousand glyphs and two thousand words. */
const wordPrints = new WeakMap<GlyphWord, Fingerprint>();

function wordPrint(word: GlyphWord): Fingerprint {
  const known = wordPrints.get(word);
  if (known !== undefined) return known;
  const print = new Fingerprint();
  for (const glyph of word) addGlyph(print, glyph);
  wordPrints.set(word, print);
  return print;
}

/** Two numbers for most glyphs: number and character, then advance. */
function addGlyph(print: Fingerprint, { id, advance, dx, dy, text }: Glyph): void {
  if (dx !== 0 || dy !== 0) print.integer(OFFSETS_FOLLOW).number(dx).number(dy);
  const character = text.length === 1 ? text.charCodeAt(0) : LONG_TEXT_FOLLOWS;
  print.integer((id << 16) | character).number(advance);
  if (text.length !== 1) print.text(text);
}

/** No glyph reads like this one: U+FFFF and U+FFFE are no characters. */
const OFFSETS_FOLLOW = -1;
const LONG_TEXT_FOLLOWS = 0xfffe;

function addNumbers(print: Fingerprint, values: readonly number[]): void {
  print.integer(values.length);
  for (const value of values) print.number(value);
}

function addPath(print: Fingerprint, path: Path): void {
  print.integer(path.length);
  for (const step of path) {
    print.integer(step[0].charCodeAt(0));
    for (let index = 1; index < step.length; index++) print.number(step[index] as number);
  }
}

const addColor = (print: Fingerprint, { r, g, b, a }: Color): void => {
  print.number(r).number(g).number(b).number(a);
};

function addPaint(print: Fingerprint, paint: Paint | undefined): void {
  if (paint === undefined) {
    print.integer(0);
  } else if (paint.kind === "color") {
    print.integer(1);
    addColor(print, paint.color);
  } else {
    print.integer(2);
    addGradient(print, paint.gradient);
  }
}

function addGradient(print: Fingerprint, { kind, coords, stops, transform }: Gradient): void {
  print.integer(kind === "linear" ? 1 : 2);
  addNumbers(print, coords);
  addNumbers(print, transform ?? []);
  print.integer(stops.length);
  for (const stop of stops) {
    print.number(stop.offset);
    addColor(print, stop.color);
  }
}

function addStroke(print: Fingerprint, stroke: Stroke | undefined): void {
  addPaint(print, stroke?.paint);
  if (stroke === undefined) return;
  print.number(stroke.width).text(stroke.cap).text(stroke.join).number(stroke.miterLimit);
  addNumbers(print, stroke.dash);
}
