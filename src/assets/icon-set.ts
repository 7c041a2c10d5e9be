/**
 * The bytes of an Iconify `icons.json` → one icon as SVG. A set weighs megabytes and a kit uses a few icons of it, so
 * each is looked for among the bytes, and only what is cut out is decoded and parsed.
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

/** Iconify's own default. */
const DEFAULT_SIZE = 16;
/** An alias of an alias is ordinary; more than this is a circle. */
const MAX_ALIASES = 8;

export class IconSet {
  readonly #file: Buffer;
  readonly #defaults: Shape;

  /** @param file the whole file. */
  constructor(file: Buffer) {
    this.#file = file;
    this.#defaults = readDefaults(file);
  }

  /** The icon as an SVG document, or undefined when the set has none of that name. */
  svg(name: string): string | undefined {
    const icon = this.#resolve(name, MAX_ALIASES);
    return icon === undefined ? undefined : toSvg({ ...this.#defaults, ...icon });
  }

  /** Every name, aliases included: reads the whole set, so only for suggestions. */
  names(): readonly string[] {
    const set = JSON.parse(this.#file.toString()) as { readonly icons?: object; readonly aliases?: object };
    return [...Object.keys(set.icons ?? {}), ...Object.keys(set.aliases ?? {})];
  }

  #resolve(name: string, left: number): Icon | undefined {
    for (const entry of entriesNamed(name, this.#file)) {
      if (typeof entry.body === "string") return { ...entry, body: entry.body };
      if (typeof entry.parent !== "string" || left === 0) continue;
      const parent = this.#resolve(entry.parent, left - 1);
      return parent === undefined ? undefined : turned(parent, entry);
    }
    return undefined;
  }
}

const [OPEN, CLOSE, QUOTE, BACKSLASH, COLON] = [0x7b, 0x7d, 0x22, 0x5c, 0x3a];

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Every object in the file that is the value of `"name"`; a name may also be that of a section or a category. */
function* entriesNamed(name: string, file: Buffer): Generator<Entry> {
  const key = Buffer.from(`"${name}"`);
  const likely = likelyPlace(name, file);
  const near = file.subarray(likely, likely + NEAR).indexOf(key);
  if (near >= 0) yield* entryAt(likely + near + key.length, file);
  for (let at = file.indexOf(key); at >= 0; at = file.indexOf(key, at + 1)) yield* entryAt(at + key.length, file);
}

/** The object behind a name that ends at `at`, if there is one. */
function* entryAt(at: number, file: Buffer): Generator<Entry> {
  const colon = skipBlanks(file, at);
  const start = skipBlanks(file, colon + 1);
  if (file[colon] === COLON && file[start] === OPEN) {
    yield JSON.parse(file.toString("utf8", start, objectEnd(file, start))) as Entry;
  }
}

/** Some icons' worth of bytes. */
const NEAR = 32 * 1024;
const NAMED_ENTRY = /"([^"\\]+)"\s*:\s*\{\s*"(?:body|parent)"/;

/** Where to look first: published sets list their icons by name, so halving finds the place. */
function likelyPlace(name: string, file: Buffer): number {
  let [low, high] = [0, file.length];
  while (high - low > NEAR / 2) {
    const middle = (low + high) >> 1;
    const [, found] = NAMED_ENTRY.exec(file.toString("latin1", middle, middle + NEAR / 2)) ?? [];
    if (found !== undefined && found < name) low = middle;
    else high = middle;
  }
  return low;
}

function skipBlanks(file: Buffer, from: number): number {
  let at = from;
  while (isBlank(file[at])) at++;
  return at;
}

/** Where the object that opens at `start` ends: after its own closing brace, those in strings not counted. */
function objectEnd(file: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < file.length; at++) {
    const byte = file[at];
    if (byte === QUOTE) at = stringEnd(file, at);
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return file.length;
}

/** The quote that closes the string opened at `start`. */
function stringEnd(file: Buffer, start: number): number {
  let at = file.indexOf(QUOTE, start + 1);
  while (at >= 0 && isEscaped(file, at)) at = file.indexOf(QUOTE, at + 1);
  return at < 0 ? file.length : at;
}

function isEscaped(file: Buffer, at: number): boolean {
  let slashes = 0;
  while (file[at - 1 - slashes] === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

/**
 * The box that icons have unless they say otherwise. It stands in the set's own object, which is the text before the
 * first section, between the sections and after the last.
 */
function readDefaults(file: Buffer): Shape {
  const afterFirstBrace = file.indexOf(OPEN) + 1;
  const aliases = file.lastIndexOf('"aliases"');
  const end = file.lastIndexOf(CLOSE);
  const own = [
    file.toString("utf8", afterFirstBrace, file.indexOf(OPEN, afterFirstBrace)),
    aliases < 0 ? "" : file.toString("utf8", file.lastIndexOf(CLOSE, aliases), aliases),
    file.toString("utf8", file.lastIndexOf(CLOSE, end - 1), end),
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
