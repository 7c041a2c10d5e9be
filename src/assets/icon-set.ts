/**
 * The text of an Iconify `icons.json` → one icon as SVG. A set weighs megabytes and a kit uses a few icons of it, so
 * each is cut out of the text and only that is parsed.
 */

/** What an icon or an alias may say about its box and how it is turned. */
interface Shape {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  readonly hFlip?: boolean;
  readonly vFlip?: boolean;
}

interface Entry extends Shape {
  readonly body?: unknown;
  readonly parent?: unknown;
}

interface Icon extends Shape {
  readonly body: string;
}

/** How a set's file is to be read: this takes a fifth of the time of UTF-8, and what is cut out is decoded then. */
export const ICON_SET_ENCODING = "latin1";

/** Iconify's own default. */
const DEFAULT_SIZE = 16;
/** An alias of an alias is ordinary; more than this is a circle. */
const MAX_ALIASES = 8;

export class IconSet {
  readonly #text: string;
  readonly #defaults: Shape;

  /** @param text the whole file, read as `ICON_SET_ENCODING`. */
  constructor(text: string) {
    this.#text = text;
    this.#defaults = readDefaults(text);
  }

  /** The icon as an SVG document, or undefined when the set has none of that name. */
  svg(name: string): string | undefined {
    const icon = this.#resolve(name, MAX_ALIASES);
    return icon === undefined ? undefined : toSvg({ ...this.#defaults, ...icon });
  }

  /** Every name, aliases included: reads the whole set, so only for suggestions. */
  names(): readonly string[] {
    const set = JSON.parse(this.#text) as { readonly icons?: object; readonly aliases?: object };
    return [...Object.keys(set.icons ?? {}), ...Object.keys(set.aliases ?? {})];
  }

  #resolve(name: string, left: number): Icon | undefined {
    for (const entry of entriesNamed(name, this.#text)) {
      if (typeof entry.body === "string") return { ...entry, body: entry.body };
      if (typeof entry.parent !== "string" || left === 0) continue;
      const parent = this.#resolve(entry.parent, left - 1);
      return parent === undefined ? undefined : turned(parent, entry);
    }
    return undefined;
  }
}

/** Every object in the text that is the value of `"name"`; a name may also be that of a section or a category. */
function* entriesNamed(name: string, text: string): Generator<Entry> {
  const key = `"${name}"`;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const value = /\s*:\s*(?=\{)/y;
    value.lastIndex = at + key.length;
    if (!value.test(text)) continue;
    const object = Buffer.from(objectAt(text, value.lastIndex), ICON_SET_ENCODING).toString("utf8");
    yield JSON.parse(object) as Entry;
  }
}

/** The text of the object that opens at `start`: up to its own closing brace, skipping those in strings. */
function objectAt(text: string, start: number): string {
  const mark = /[{}]|"(?:[^"\\]|\\.)*"/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === "{") depth += 1;
    if (found[0] === "}") depth -= 1;
    if (depth === 0) return text.slice(start, mark.lastIndex);
  }
  return "null";
}

/**
 * The box that icons have unless they say otherwise. It stands in the set's own object, which is the text before the
 * first section, between the sections and after the last.
 */
function readDefaults(text: string): Shape {
  const afterFirstBrace = text.indexOf("{") + 1;
  const aliases = text.indexOf('"aliases"');
  const end = text.lastIndexOf("}");
  const own = [
    text.slice(afterFirstBrace, text.indexOf("{", afterFirstBrace)),
    aliases < 0 ? "" : text.slice(text.lastIndexOf("}", aliases), aliases),
    text.slice(text.lastIndexOf("}", end - 1), end),
  ].join(" ");
  const number = (key: string): object => {
    const found = new RegExp(`"${key}"\\s*:\\s*(-?[\\d.]+)`).exec(own);
    return found === null ? {} : { [key]: Number(found[1]) };
  };
  return { ...number("left"), ...number("top"), ...number("width"), ...number("height") };
}

/** An alias adds its turns to its parent's and keeps the rest unless it says otherwise. */
function turned(parent: Icon, alias: Entry): Icon {
  return {
    ...parent,
    ...(alias as Shape),
    body: parent.body,
    rotate: (parent.rotate ?? 0) + (alias.rotate ?? 0),
    hFlip: Boolean(parent.hFlip) !== Boolean(alias.hFlip),
    vFlip: Boolean(parent.vFlip) !== Boolean(alias.vFlip),
  };
}

function toSvg(icon: Icon): string {
  const { left = 0, top = 0, width = DEFAULT_SIZE, height = DEFAULT_SIZE } = icon;
  const quarters = (((icon.rotate ?? 0) % 4) + 4) % 4;
  const [boxWidth, boxHeight] = quarters % 2 === 1 ? [height, width] : [width, height];
  // Flips act on the icon as it is drawn, the turn comes after (Iconify's order); all around the middle of the box.
  const flip = `scale(${icon.hFlip ? -1 : 1} ${icon.vFlip ? -1 : 1})`;
  const isPlain = quarters === 0 && !icon.hFlip && !icon.vFlip;
  const transform = isPlain
    ? ""
    : ` transform="translate(${boxWidth / 2} ${boxHeight / 2}) rotate(${quarters * 90}) ${flip} translate(${-left - width / 2} ${-top - height / 2})"`;
  const [x, y] = isPlain ? [left, top] : [0, 0];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${boxWidth} ${boxHeight}"><g${transform}>${icon.body}</g></svg>`;
}
