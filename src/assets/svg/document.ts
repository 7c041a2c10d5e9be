/** SVG text → a tree of elements that know their places: the one file that knows the XML parser. */
import { Parser } from "htmlparser2";
import type { Problem } from "../messages.js";
import { svgBroken, svgDoctype, svgExternal, svgNotADrawing, svgTooDeep, svgTooLarge } from "../messages.js";

/** UTF-16 offsets in the SVG text: `start` included, `end` excluded. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface SvgAttribute extends Place {
  readonly name: string;
  readonly value: string;
}

/** An element; its place is its opening tag. */
export interface SvgElement extends Place {
  /** Without the `svg:` prefix; other prefixes stay (`sodipodi:namedview`). */
  readonly name: string;
  /** By name; `xlink:href` is found as `href`. */
  readonly attributes: ReadonlyMap<string, SvgAttribute>;
  readonly children: readonly SvgElement[];
  /** The text right inside, and where it begins. */
  readonly text: string;
  readonly textStart: number;
}

/** Tells a problem at a place of the SVG. */
export type Report = (problem: Problem, place: Place) => void;

/** Beyond this a drawing is a map or a mistake, and a printer's interpreter would choke on it. */
export const MAX_ELEMENTS = 200_000;
/** Deeper drawings are mistakes, and each level costs a call on the stack. */
export const MAX_DEPTH = 64;
const MAX_BYTES = 10 * 1024 * 1024;

interface OpenElement extends SvgElement {
  readonly attributes: Map<string, SvgAttribute>;
  readonly children: OpenElement[];
  text: string;
  textStart: number;
}

/**
 * Reads the whole document.
 * @returns its `svg` element, or undefined after reporting that there is none or that it is too large.
 */
export function readDocument(text: string, report: Report): SvgElement | undefined {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    report(svgTooLarge(), { start: 0, end: 0 });
    return undefined;
  }
  const reader = new Reader(text, report);
  const parser = new Parser(reader, { xmlMode: true });
  reader.parser = parser;
  parser.end(text);
  if (reader.gaveUp) return undefined;
  if (reader.root?.name !== "svg") {
    report(svgNotADrawing(), { start: 0, end: Math.min(1, text.length) });
    return undefined;
  }
  return reader.root;
}

class Reader {
  parser!: Parser;
  root: OpenElement | undefined;
  /** True once the document proved too large to go on. */
  gaveUp = false;
  #count = 0;
  readonly #text: string;
  readonly #report: Report;
  readonly #open: OpenElement[] = [];
  #attributes = new Map<string, SvgAttribute>();

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
  }

  get #place(): Place {
    // After a declaration the parser's start is still on the end of what came before.
    return { start: this.#text.indexOf("<", this.parser.startIndex), end: this.parser.endIndex + 1 };
  }

  #giveUp(problem: Problem): void {
    this.gaveUp = true;
    this.#report(problem, this.#place);
  }

  onattribute(rawName: string, value: string, quote: string | undefined | null): void {
    const place = { start: this.parser.startIndex, end: this.parser.endIndex };
    if (quote !== '"' && quote !== "'") this.#report(svgBroken(`« ${rawName} » n’a pas de guillemets`), place);
    const name = rawName === "xlink:href" ? "href" : rawName;
    // A plain href wins over xlink:href (SVG 2, section 16.1.6).
    if (rawName !== name && this.#attributes.has(name)) return;
    this.#attributes.set(name, { name, value, ...place });
  }

  onopentag(name: string): void {
    if (this.gaveUp) return;
    this.#count += 1;
    if (this.#count > MAX_ELEMENTS) this.#giveUp(svgTooLarge());
    else if (this.#open.length > MAX_DEPTH) this.#giveUp(svgTooDeep());
    if (this.gaveUp) return;
    const element: OpenElement = {
      name: name.startsWith("svg:") ? name.slice(4) : name,
      attributes: this.#attributes,
      children: [],
      text: "",
      textStart: this.parser.endIndex + 1,
      ...this.#place,
    };
    this.#attributes = new Map();
    this.#open.at(-1)?.children.push(element);
    this.root ??= element;
    this.#open.push(element);
  }

  ontext(text: string): void {
    const element = this.#open.at(-1);
    if (element === undefined) return;
    if (element.text === "") element.textStart = this.parser.startIndex;
    element.text += text;
  }

  onclosetag(name: string, implied: boolean): void {
    if (this.gaveUp) return;
    const element = this.#open.pop();
    if (!implied || element === undefined) return;
    // The parser calls `<path/>` closed by implication too.
    if (this.#text[element.end - 2] !== "/") this.#report(svgBroken(`la balise « ${name} » n’est pas fermée`), element);
  }

  onprocessinginstruction(name: string, data: string): void {
    if (/^!(?:DOCTYPE|ENTITY)/i.test(name)) this.#report(svgDoctype(), this.#place);
    else if (name === "?xml-stylesheet") this.#report(svgExternal(data.slice(1, 40)), this.#place);
  }
}
