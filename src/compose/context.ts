/** A piece's values → what its template sees: words that know where they were written, links resolved, names of the kit. */
import type { Component, Field, FieldValue, Link, Piece, TextValue, Values } from "../content/kit.js";
import type { LocalKit } from "../localise/index.js";
import { marked, PrintedText } from "./printed-text.js";

/** Places of texts, by the index in their marks. */
export interface TextPlaces {
  readonly texts: readonly TextValue[];
}

/** What the template knows of its piece, and the texts in the order of their marks. */
export interface PieceContext {
  readonly context: object;
  readonly places: TextPlaces;
}

export interface ContextOptions {
  readonly component: Component;
  readonly piece: Piece;
  readonly fields: readonly Field[];
  readonly reader: Reader;
}

export function pieceContext(local: LocalKit, { component, piece, fields, reader }: ContextOptions): PieceContext {
  const { kit } = local;
  const { print } = reader;
  const context = {
    ...reader.values(piece.values, fields),
    kit: {
      id: kit.id,
      get title() {
        return print(kit.title);
      },
      version: kit.version,
      date: kit.date,
      get licence() {
        return print(kit.licence);
      },
      get author() {
        return print(kit.author);
      },
      locale: local.locale,
      direction: local.direction,
    },
    component: { id: component.id, title: print(component.title), count: component.pieces.length },
    piece: { id: piece.id, number: piece.number },
    // Made when asked for: not every template prints words or addresses.
    get ui() {
      return askedWords(wordTree(kit.ui), print);
    },
    get links() {
      return lazyLinks(reader);
    },
  };
  return { context, places: reader };
}

/** Turns values into what templates print, and takes down the texts in the order of their marks. */
export interface Reader extends TextPlaces {
  readonly print: (text: TextValue) => PrintedText;
  /** The same for a text that is one line, a title for example: « 1. Le lieu » is no list there. */
  readonly line: (text: TextValue) => PrintedText;
  /** Every declared field is there, `undefined` when left out, so that a strict template may ask for it. */
  readonly values: (values: Values, fields: readonly Field[]) => Record<string, unknown>;
  readonly links: ReadonlyMap<string, Link>;
  readonly locale: string;
}

/** `resolve` computes what a text leaves open; cards leave nothing open. */
export function createReader(local: LocalKit, resolve: (text: TextValue) => TextValue = (text) => text): Reader {
  const texts: TextValue[] = [];
  const printer = (markup: (text: TextValue) => string) => (written: TextValue) => {
    const text = resolve(written);
    texts.push(text);
    return new PrintedText(marked(texts.length - 1, markup(text)), () => local.plain(text));
  };
  const reader: Reader = {
    texts,
    links: local.kit.links,
    locale: local.locale,
    print: printer(local.html),
    line: printer(local.inline),
    values: (values, fields) =>
      Object.fromEntries(fields.map((field) => [field.name, readValue(values[field.name], field, reader)])),
  };
  return reader;
}

function readValue(value: FieldValue | undefined, field: Field | undefined, reader: Reader): unknown {
  if (!value) return undefined;
  switch (value.kind) {
    case "text":
    case "markdown":
      // An empty text counts as left out: `{{#if text}}` asks whether there is something to print.
      return value.value.trim() === "" ? undefined : reader.print(value);
    case "list":
      return value.items.map((item) => readValue(item, field?.item, reader));
    case "group":
      return reader.values(value.values, field?.fields ?? []);
    case "link":
      return readLink(value.value, reader);
    default:
      return value.value;
  }
}

function readLink(id: string, reader: Reader): object | undefined {
  const link = reader.links.get(id);
  return (
    link && {
      id,
      url: link.printed,
      display: displayAddress(link.printed) + foreignTag(link, reader.locale),
      language: link.language,
      title: reader.print(link.title),
      toString: () => id,
    }
  );
}

/** `{{links.cafeia-accueil.display}}`: every link of the kit by its id, resolved when asked for. */
function lazyLinks(reader: Reader): object {
  const links = {};
  for (const id of reader.links.keys()) {
    Object.defineProperty(links, id, { enumerable: true, get: () => readLink(id, reader) });
  }
  return links;
}

/** ` (FR)` beside a code that leads to a page in another language than the card. */
const foreignTag = ({ language }: Link, locale: string): string =>
  baseOf(language) === baseOf(locale) ? "" : `\u00A0(${baseOf(language).toUpperCase()})`;

const baseOf = (language: string): string => language.split("-")[0]!;

/** An address as people type it: no scheme, no slash at the end. */
export const displayAddress = (url: string): string => url.replace(/^https?:\/\//, "").replace(/\/$/, "");

/** `card.why` → `{card: {why}}`. */
type WordTree = ReadonlyMap<string, WordTree | TextValue>;

/** A kit has some hundred words of its own, and a face asks for a few of them: they are put in order once. */
const trees = new WeakMap<ReadonlyMap<string, TextValue>, WordTree>();

function wordTree(words: ReadonlyMap<string, TextValue>): WordTree {
  const known = trees.get(words);
  if (known) return known;
  const tree = new Map<string, WordTree | TextValue>();
  for (const [path, text] of words) {
    const parts = path.split(".");
    let branch = tree;
    for (const part of parts.slice(0, -1)) {
      if (!branch.has(part)) branch.set(part, new Map());
      branch = branch.get(part) as typeof tree;
    }
    branch.set(parts.at(-1)!, text);
  }
  trees.set(words, tree);
  return tree;
}

/** A word is marked only when a template asks for it, a branch made only then. */
function askedWords(tree: WordTree, print: Reader["print"]): object {
  const words = {};
  for (const [name, part] of tree) {
    const get = () => (part instanceof Map ? askedWords(part, print) : print(part as TextValue));
    Object.defineProperty(words, name, { enumerable: true, get });
  }
  return words;
}
