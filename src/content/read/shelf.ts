/** The shelf: what pieces refer to by name (formats, templates), each template read once, when a piece first asks for it. */
import type { Span } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { Format, Template } from "../kit.js";
import * as say from "../messages.js";
import { boxShape, chapterShape, pieceShape } from "../schema/cards.js";
import type { Shape } from "../schema/shape.js";
import { type Judge, report } from "../validate/judge.js";
import * as sayValues from "../validate/messages.js";
import type { Desk } from "./desk.js";
import { readTemplate } from "./templates.js";

export interface Shelf {
  readonly desk: Desk;
  readonly formats: ReadonlyMap<string, Format>;
  readonly templates: Map<string, Shelved>;
  /** Places whose template was looked for in vain: pieces share the place of their file's default. */
  readonly failed: Set<Span>;
  /** Component → ids written in it (of a booklet, anchors too), those of pieces left out as wrong included. */
  readonly names: Map<string, ReadonlySet<string>>;
}

/** A template and the shapes of what is filled into it, made once. */
export interface Shelved {
  readonly template: Template;
  readonly shapes: Readonly<Record<Filled, Shape>>;
}

/** What may be filled into a template: each has keys of its own beside the template's fields. */
export type Filled = "piece" | "chapter" | "box";

/** A name and where it was written. */
export interface Named {
  readonly value: string;
  readonly at: Span;
}

/** Undefined, and reported once for each place, when there is no such template or it cannot be read. */
export function takeTemplate({ value: name, at }: Named, shelf: Shelf): Shelved | undefined {
  const { templates, failed, desk } = shelf;
  const known = templates.get(name);
  if (known !== undefined || failed.has(at)) return known;
  const template = readTemplate(desk, name, at);
  if (template === undefined) {
    failed.add(at);
    return undefined;
  }
  const { fields } = template;
  const shapes = { piece: pieceShape(fields), chapter: chapterShape(fields), box: boxShape(fields) };
  const shelved = { template, shapes };
  templates.set(name, shelved);
  return shelved;
}

interface FormatSearch {
  readonly judge: Judge;
  readonly at: Span;
  readonly shelf: Shelf;
}

/** The format that a piece names, or else its template; reported when there is none. */
export function formatOf(named: Named | undefined, template: Template, search: FormatSearch): string | undefined {
  const { judge, at, shelf } = search;
  const name = named?.value ?? template.format;
  if (name === undefined) {
    report(judge, say.noFormat(template.name), at);
    return undefined;
  }
  if (shelf.formats.has(name)) return name;
  const known = [...shelf.formats.keys()];
  const place = named?.at ?? formatPlace(template);
  report(judge, sayValues.unknownName("format", name, { suggestion: suggest(name, known), known }), place ?? at);
  return undefined;
}

/** Where a template names its format. */
function formatPlace({ source, format = "", bodyStart }: Template): Span | undefined {
  const line = /^format:[ \t]*["']?/m.exec(source.text.slice(0, bodyStart));
  if (line === null) return undefined;
  const start = line.index + line[0].length;
  return { source, start, end: start + format.length };
}
