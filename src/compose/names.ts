/** What a template may name: its fields and the kit's own names, known before any piece is filled in. */
import type { Field, Kit } from "../content/kit.js";

/** A name's own names; undefined when nothing is known of them. */
export interface Known {
  readonly names?: ReadonlyMap<string, Known> | undefined;
  /** What each item of a list is. */
  readonly item?: Known | undefined;
}

const LEAF: Known = {};
const LINK = group(["id", "url", "display", "language", "title"]);

function group(names: Iterable<string>): Known {
  return { names: new Map([...names].map((name) => [name, LEAF])) };
}

/** Names that every piece of a kit has beside its fields. */
export function kitNames(kit: Kit): ReadonlyMap<string, Known> {
  return new Map([
    ["kit", group(["id", "title", "version", "date", "licence", "author", "locale", "direction"])],
    ["component", group(["id", "title", "count"])],
    ["piece", group(["id", "number"])],
    // In booklets only.
    ["page", group(["number", "side", "head", "chapter", "first"])],
    ["toc", { item: group(["id", "title", "level", "depth", "number", "page"]) }],
    ["body", LEAF],
    ["ui", wordNames([...kit.ui.keys()].map((path) => path.split(".")))],
    ["links", { names: new Map([...kit.links.keys()].map((id) => [id, LINK])) }],
  ]);
}

export const fieldNames = (fields: readonly Field[]): ReadonlyMap<string, Known> =>
  new Map(fields.map((field) => [field.name, fieldKnown(field)]));

function fieldKnown(field: Field): Known {
  if (field.type === "link") return LINK;
  if (field.type === "list") return { item: field.item ? fieldKnown(field.item) : LEAF };
  return field.type === "group" ? { names: fieldNames(field.fields ?? []) } : LEAF;
}

function wordNames(paths: readonly (readonly string[])[]): Known {
  const heads = new Set(paths.map(([head]) => head!));
  const below = (head: string) =>
    paths.flatMap(([first, ...rest]) => (first === head && rest.length > 0 ? [rest] : []));
  return {
    names: new Map(
      [...heads].map((head) => {
        const rest = below(head);
        return [head, rest.length > 0 ? wordNames(rest) : LEAF];
      }),
    ),
  };
}

/** Follows a path from `scope`: what it leads to, or the first part that does not exist and the names it could be. */
export function resolveName(
  parts: readonly string[],
  scope: Known,
): { readonly known: Known } | { readonly unknown: string; readonly among: readonly string[] } {
  let here = scope;
  for (const [index, part] of parts.entries()) {
    if (!here.names) return { known: LEAF };
    const next = here.names.get(part);
    if (!next) {
      const before = parts
        .slice(0, index)
        .map((name) => `${name}.`)
        .join("");
      return { unknown: `${before}${part}`, among: [...here.names.keys()].map((name) => before + name) };
    }
    here = next;
  }
  return { known: here };
}
