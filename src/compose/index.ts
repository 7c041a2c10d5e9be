/** Compose: a piece + its template → the markup of its faces. */

import type { KitFiles } from "../content/files.js";
import type { Component, Piece, Template } from "../content/kit.js";
import type { Source } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import { suggest } from "../diagnostics/suggest.js";
import type { LocalKit } from "../localise/index.js";
import { type ChapterTools, chapterNodes, flowRoot, type PageNames, pageNodes } from "./book/chapter.js";
import type { Book } from "./book/facts.js";
import { createReader, pieceContext } from "./context.js";
import { parseMarkup } from "./elements.js";
import { TooMuch } from "./limits.js";
import type { MarkupElement } from "./markup.js";
import * as say from "./messages.js";
import { kitNames } from "./names.js";
import { placeOf } from "./places.js";
import { inLanguage } from "./roots.js";
import { type CompiledTemplate, compileTemplate, type StyleText } from "./templates.js";

export { contentsOf, type PageNames } from "./book/chapter.js";
export type { Book, PageFacts, TocEntry } from "./book/facts.js";
export { resolveText } from "./book/resolve.js";
export type { MarkupElement, MarkupNode, MarkupText } from "./markup.js";
export { composeOwn, type OwnTemplate } from "./own.js";

/** The markup of a piece: its front and, when the template has one, its back. */
export interface ComposedPiece {
  readonly front: MarkupElement;
  readonly back: MarkupElement | undefined;
}

/** The markup of a chapter: running text, or pages that are designed whole. */
export type ComposedChapter =
  | { readonly kind: "flow"; readonly flow: MarkupElement }
  | ({ readonly kind: "pages" } & ComposedPiece);

export interface Composer {
  /** Undefined (and reported) when the template cannot be filled in. */
  compose(component: Component, piece: Piece): ComposedPiece | undefined;
  /** A chapter of a booklet. */
  chapter(piece: Piece, book: Book): ComposedChapter | undefined;
  /** The page around a chapter's text, from a template with a `<slot/>`. */
  page(template: string, piece: Piece, page: PageNames, book: Book): MarkupElement | undefined;
  /** The CSS written inside a template. */
  styles(template: string): readonly StyleText[];
}

/** Templates by name, once compiled; undefined for one that cannot be. */
export type CompiledTemplates = Map<string, CompiledTemplate | undefined>;

/** `compiled` may come from an earlier build of the same templates. */
export function createComposer(
  local: LocalKit,
  files: KitFiles,
  compiled: CompiledTemplates,
  diagnostics: Reporter,
): Composer {
  const parts = new Map<string, Source | undefined>();
  const names = kitNames(local.kit);

  const readPart = (name: string): Source | undefined => {
    const path = `templates/${name}.hbs`;
    if (!parts.has(name)) {
      const bytes = files.has(path) ? files.read(path) : undefined;
      parts.set(name, bytes && { name: path, text: new TextDecoder().decode(bytes) });
    }
    return parts.get(name);
  };
  const templateOf = (name: string): CompiledTemplate | undefined => {
    if (!compiled.has(name)) {
      const template = local.kit.templates.get(name);
      compiled.set(name, template && compileTemplate(template, { readPart, names, local, diagnostics }));
    }
    return compiled.get(name);
  };

  const chapterTools = (book: Book): ChapterTools => ({
    local,
    book,
    diagnostics,
    templateOf,
    run: (name, context) => {
      const template = local.kit.templates.get(name);
      const runnable = templateOf(name);
      return template && runnable && run(runnable, template, context, diagnostics);
    },
  });

  return {
    compose(component, piece) {
      const template = local.kit.templates.get(piece.template);
      const runnable = templateOf(piece.template);
      if (!template || !runnable) return undefined;
      const reader = createReader(local);
      const { context, places } = pieceContext(local, { component, piece, fields: template.fields, reader });
      const text = run(runnable, template, context, diagnostics);
      if (text === undefined) return undefined;
      const nodes = parseMarkup(text, { spans: runnable.spans, texts: places.texts, local }, diagnostics);
      return faces(nodes, template, local, diagnostics);
    },
    chapter(piece, book) {
      const template = local.kit.templates.get(piece.template);
      if (!template || !templateOf(piece.template)) return undefined;
      const nodes = chapterNodes(piece, chapterTools(book));
      const flow = nodes.find((node): node is MarkupElement => node.kind === "element" && node.name === "flow");
      if (flow) return { kind: "flow", flow: inLanguage(flowRoot(flow, piece), local) };
      const whole = faces(nodes, template, local, diagnostics);
      return whole && { kind: "pages", ...whole };
    },
    page(name, piece, page, book) {
      const template = local.kit.templates.get(name);
      const nodes = template && pageNodes(name, piece, page, chapterTools(book));
      return nodes && faces(nodes, template, local, diagnostics)?.front;
    },
    styles: (name) => templateOf(name)?.styles ?? [],
  };
}

function run(
  runnable: CompiledTemplate,
  template: Template,
  context: object,
  diagnostics: Reporter,
): string | undefined {
  try {
    return runnable.run(context);
  } catch (error) {
    const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
    const part = runnable.partOf(error);
    const at = part
      ? placeOf(part, 0, lineNumber, column)
      : placeOf(template.source, template.bodyStart, lineNumber, column);
    if (error instanceof TooMuch) {
      diagnostics.report(say.templateTooLarge(at, message));
      return undefined;
    }
    const missing = /^"([^"]+)" not defined in/.exec(message)?.[1];
    diagnostics.report(
      missing
        ? say.unknownName(at, missing, suggest(missing, Object.keys(context)))
        : say.templateFailed(at, message.split("\n")[0]!),
    );
    return undefined;
  }
}

function faces(
  nodes: ReturnType<typeof parseMarkup>,
  template: Template,
  local: LocalKit,
  diagnostics: Reporter,
): ComposedPiece | undefined {
  let front: MarkupElement | undefined;
  let back: MarkupElement | undefined;
  for (const node of nodes) {
    if (node.kind === "text") {
      if (node.text.trim()) diagnostics.report(say.badRoot(node.at, node.text.trim().slice(0, 40)));
    } else if (node.name === "front" && !front) front = node;
    else if (node.name === "back" && !back) back = node;
    else diagnostics.report(say.badRoot(node.at, `<${node.name}>`));
  }
  if (front) return { front: inLanguage(front, local), back: back && inLanguage(back, local) };
  const at = { source: template.source, start: template.bodyStart, end: template.bodyStart + 1 };
  diagnostics.report(say.noFront(at));
  return undefined;
}
