/** One template, one piece, and what comes of them. */
import { type ComposedPiece, createComposer, type MarkupElement, type MarkupNode } from "../../src/compose/index.js";
import type { KitFiles } from "../../src/content/files.js";
import type { Component, Field, FieldValue, Kit, Piece, Template, TextValue, Values } from "../../src/content/kit.js";
import { Diagnostics, type Source, type Span } from "../../src/diagnostics/diagnostic.js";
import { type LocaleOptions, localise } from "../../src/localise/index.js";
import { EMPTY_KIT, text } from "../localise/support.js";
import { type Problem, problemsOf } from "../style/support.js";

const AT: Span = { source: { name: "cards/jeu.yaml", text: "" }, start: 0, end: 0 };

export const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  type: "text",
  required: false,
  translate: true,
  at: AT,
  ...more,
});

/** Fields by name, declared as the kinds of these values. */
function fieldsOf(values: Values): Field[] {
  const item = (value: FieldValue, name: string): Field => {
    if (value.kind === "list") return field(name, { type: "list", item: value.items[0] && item(value.items[0], name) });
    if (value.kind === "group") return field(name, { type: "group", fields: fieldsOf(value.values) });
    return field(name, { type: value.kind });
  };
  return Object.entries(values).map(([name, value]) => item(value, name));
}

export const list = (...items: FieldValue[]): FieldValue => ({ kind: "list", items, at: AT, field: "liste" });
export const group = (values: Values): FieldValue => ({ kind: "group", values, at: AT, field: "groupe" });

export interface Trial {
  readonly values?: Values;
  /** Fields that the piece leaves out. */
  readonly absent?: readonly string[];
  readonly parts?: Readonly<Record<string, string>>;
  readonly ui?: Readonly<Record<string, string>>;
  readonly head?: string;
  readonly locale?: string;
  readonly proof?: LocaleOptions["proof"];
}

export interface Composed {
  readonly piece: ComposedPiece | undefined;
  readonly problems: readonly Problem[];
  readonly source: Source;
  readonly styles: readonly { readonly text: string; readonly start: number }[];
}

/** Fills in a whole template. */
export function compose(
  body: string,
  { values = {}, absent = [], parts = {}, ui = {}, head = "", locale = "fr", proof }: Trial = {},
): Composed {
  const diagnostics = new Diagnostics();
  const source: Source = { name: "templates/carte.hbs", text: head + body };
  const fields = [...fieldsOf(values), ...absent.map((name) => field(name))];
  const template: Template = { name: "carte", fields, source, bodyStart: head.length };
  const piece: Piece = {
    id: "un",
    component: "jeu",
    number: 1,
    template: "carte",
    format: "carte",
    copies: 1,
    values,
    at: AT,
  };
  const component: Component = { id: "jeu", title: text("Le jeu"), kind: "deck", pieces: [piece], copies: 1, at: AT };
  const link = {
    id: "cnil",
    url: "https://www.cnil.fr/",
    printed: "https://www.cnil.fr/",
    title: text("La CNIL"),
    language: "fr",
    checked: "",
    at: AT,
    urlAt: AT,
    checkedAt: AT,
  };
  const kit: Kit = {
    ...EMPTY_KIT,
    components: [component],
    templates: new Map([["carte", template]]),
    links: new Map([["cnil", link]]),
    ui: new Map(Object.entries(ui).map(([name, word]): [string, TextValue] => [name, text(word, "text", name)])),
  };
  const files: KitFiles = {
    root: "/kit",
    has: (path) => path.replace(/^templates\/|\.hbs$/g, "") in parts,
    list: () => [],
    folders: () => [],
    place: (path) => path,
    read: (path) => new TextEncoder().encode(parts[path.replace(/^templates\/|\.hbs$/g, "")] ?? ""),
  };
  const composer = createComposer(localise(kit, locale, { proof }), files, new Map(), diagnostics);
  const made = composer.compose(component, piece);
  return { piece: made, problems: problemsOf(diagnostics), source, styles: composer.styles("carte") };
}

/** Fills in what stands inside a front. */
export const front = (inside: string, trial: Trial = {}): Composed => compose(`<front>${inside}</front>`, trial);

/** Markup as text, places left out. */
export function shown(node: MarkupNode | undefined): string {
  if (!node) return "";
  if (node.kind === "text") return node.text;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${node.name}${attributes.join("")}>${node.children.map(shown).join("")}</${node.name}>`;
}

/** What the front shows, its own tag left out. */
export const inside = ({ piece, problems }: Composed): string => {
  if (!piece) throw new Error(`nothing was composed: ${JSON.stringify(problems)}`);
  return piece.front.children.map(shown).join("");
};

export const elements = (root: MarkupElement): MarkupElement[] => [
  root,
  ...root.children.flatMap((child) => (child.kind === "element" ? elements(child) : [])),
];

export const texts = (root: MarkupElement): Extract<MarkupNode, { kind: "text" }>[] =>
  root.children.flatMap((child) => (child.kind === "text" ? [child] : texts(child)));
