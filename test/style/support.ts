/** Markup by hand, and what a stylesheet makes of it. */
import type { MarkupElement, MarkupNode } from "../../src/compose/markup.js";
import { Diagnostics, type Source } from "../../src/diagnostics/diagnostic.js";
import { positionOf } from "../../src/diagnostics/position.js";
import { createStyler, parseTheme, type Style, type StyledElement } from "../../src/style/index.js";
import type { Size } from "../../src/units.js";

export type Attributes = Readonly<Record<string, string>>;

/** An element; its place is the whole of a small template of its own. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly (MarkupNode | string)[]) {
  const source: Source = { name: "templates/essai.hbs", text: `<${name}>` };
  return {
    kind: "element",
    name,
    attributes,
    children: children.map((child) => (typeof child === "string" ? { kind: "text" as const, text: child } : child)),
    at: { source, start: 0, end: source.text.length },
  } satisfies MarkupElement;
}

export interface Problem {
  readonly code: string;
  readonly place: string;
  readonly message: string;
  readonly hint: string;
}

/** No-break spaces as plain ones, to read messages by. */
export const plain = (text: string | undefined): string => (text ?? "").replace(/[\u00A0\u202F]/g, " ");

/** Problems with their places as editors show them. */
export const problemsOf = (diagnostics: Diagnostics): Problem[] =>
  diagnostics.all.map(({ code, at, message, hint }) => {
    const position = at && positionOf(at);
    const place = position ? `${at.source.name}:${position.line}:${position.column}` : "";
    return { code, place, message: plain(message), hint: plain(hint) };
  });

/** A face of 100 × 200 pt: 1vw is 1 pt, 1vh is 2 pt. */
export const FACE: Size = { width: 100, height: 200 };

export interface Styled {
  readonly root: StyledElement;
  readonly problems: readonly Problem[];
}

export function styled(css: string, root: MarkupElement): Styled {
  const diagnostics = new Diagnostics();
  const source: Source = { name: "templates/theme.css", text: css };
  const rules = parseTheme({ source, text: css, start: 0 }, diagnostics);
  return { root: createStyler(rules, [], FACE, diagnostics).style(root), problems: problemsOf(diagnostics) };
}

/** The element with this id; ids cost no specificity here because rules do not name them. */
export function find(root: StyledElement, id: string): StyledElement {
  const found = search(root, id);
  if (!found) throw new Error(`no element has the id ${id}`);
  return found;
}

function search(element: StyledElement, id: string): StyledElement | undefined {
  if (element.element.attributes.id === id) return element;
  for (const child of element.children) {
    const found = child.kind === "element" ? search(child, id) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The style that declarations give a box inside a face of text size 10 pt. */
export function declared(
  declarations: string,
  attributes: Attributes = {},
): { style: Style; problems: readonly Problem[] } {
  const { root, problems } = styled(
    `:root { font-size: 10pt } div { ${declarations} }`,
    el("front", {}, el("div", attributes)),
  );
  return { style: (root.children[0] as StyledElement).style, problems };
}
