/** `{count donnees template=prompt answer=share}` → whether there is such a component, and pieces to tell apart so. */
import { suggest } from "../../diagnostics/suggest.js";
import type { Finding } from "../finding.js";
import type { Component, Field } from "../kit.js";
import * as sayValues from "../validate/messages.js";
import * as say from "./messages.js";
import type { Shelf } from "./shelf.js";

export interface Counted {
  readonly components: readonly Component[];
  readonly shelf: Shelf;
}

/** Fields whose value is one word or number: pieces are told apart by them. */
const TELLING: ReadonlySet<Field["type"]> = new Set(["choice", "number", "boolean", "date", "link", "icon", "image"]);

export function countProblem(
  id: string,
  filters: ReadonlyMap<string, string>,
  { components, shelf }: Counted,
): Finding | undefined {
  const component = components.find((each) => each.id === id);
  if (component === undefined) {
    const known = components.map((each) => each.id);
    return sayValues.unknownName("component", id, { suggestion: suggest(id, known), known });
  }
  for (const [key, value] of filters) {
    const finding = filterProblem(key, value, component, shelf);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function filterProblem(key: string, value: string, { pieces }: Component, shelf: Shelf): Finding | undefined {
  const templates = [...new Set(pieces.map(({ template }) => template))];
  if (key === "template") {
    const found = { suggestion: suggest(value, templates), known: templates };
    return templates.includes(value) ? undefined : sayValues.unknownName("template", value, found);
  }
  const all = templates.flatMap((name) => shelf.templates.get(name)?.template.fields ?? []);
  const fields = all.filter(({ name }) => name === key);
  if (fields.length === 0) {
    const known = ["template", ...new Set(all.filter(({ type }) => TELLING.has(type)).map(({ name }) => name))];
    return sayValues.unknownName("field", key, { suggestion: suggest(key, known), known });
  }
  if (!fields.some(({ type }) => TELLING.has(type))) return say.unfitFilter(key);
  const words = fields.flatMap(({ type, of }) => (type === "choice" ? (of ?? []) : []));
  const isChoice = fields.every(({ type }) => type === "choice");
  return isChoice && !words.includes(value) ? sayValues.unknownChoice(value, suggest(value, words), words) : undefined;
}
