/** A kit → which pieces print the code or the address of each link. */
import type { Kit, Piece } from "../content/kit.js";
import { parsePlaceholders } from "../content/placeholders.js";
import { allBlocks, leavesIn, textsOf, valuesOf } from "../content/walk.js";

/** Reads `templates/NAME.hbs` of a shared part; undefined when there is none. */
export type PartText = (name: string) => string | undefined;

/** By link, the names of the pieces (`affiche/cafe-ia`) in the order of the kit. A link that nothing prints is absent. */
export function usesOf(kit: Kit, partText: PartText): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, Set<string>>();
  const templates = new TemplateLinks(kit, partText);
  for (const component of kit.components) {
    for (const piece of component.pieces) {
      const page = piece.body === undefined ? undefined : component.binding?.page;
      const named = [
        ...ownLinks(piece, component.kind === "booklet"),
        ...templatesOf(piece, page).flatMap(templates.of),
      ];
      for (const id of named) uses.set(id, (uses.get(id) ?? new Set()).add(`${piece.component}/${piece.id}`));
    }
  }
  return new Map([...uses].map(([id, pieces]) => [id, [...pieces]]));
}

/** What a piece and its boxes name, and the `{address …}` of a booklet's texts: cards have no placeholders. */
function* ownLinks(piece: Piece, hasPlaceholders: boolean): Generator<string> {
  for (const values of valuesOf(piece)) {
    for (const leaf of leavesIn(values)) if (leaf.kind === "link") yield leaf.value;
  }
  if (!hasPlaceholders) return;
  for (const text of textsOf(piece)) {
    for (const part of parsePlaceholders(text.value)) {
      if (typeof part !== "string" && part.name === "address") yield part.args[0] ?? "";
    }
  }
}

/** The templates that make a piece: its own, those of its boxes, that of the page around its running text. */
const templatesOf = (piece: Piece, page: string | undefined): readonly string[] => [
  piece.template,
  ...[...allBlocks(piece.body ?? [])].flatMap((block) => (block.kind === "box" ? [block.template] : [])),
  ...(page === undefined ? [] : [page]),
];

const NAMED = /\blinks\.([a-z][a-z0-9-]*)|<qr\b[^>]*\blink="([a-z][a-z0-9-]*)"/g;
const ALL = /\{\{#each\s+links\b/;
const PART = /\{\{#?>\s*([\w-]+)/g;

/** The links that a template names itself, whatever its piece says; each template is read once. */
class TemplateLinks {
  readonly #known = new Map<string, readonly string[]>();
  readonly #kit: Kit;
  readonly #partText: PartText;

  constructor(kit: Kit, partText: PartText) {
    this.#kit = kit;
    this.#partText = partText;
  }

  readonly of = (name: string): readonly string[] => {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    // A part that comes round to itself adds nothing.
    this.#known.set(name, []);
    const text = this.#kit.templates.get(name)?.source.text ?? this.#partText(name) ?? "";
    const own = Array.from(text.matchAll(NAMED), ([, path, code]) => path ?? code ?? "");
    const parts = Array.from(text.matchAll(PART), ([, part = ""]) => part).flatMap(this.of);
    const found = ALL.test(text) ? [...this.#kit.links.keys()] : [...own, ...parts];
    this.#known.set(name, found);
    return found;
  };
}
