/** An edition and the kit of today → what became of each piece, told once. */
import type { Manifest, ManifestPiece } from "../deliver/index.js";
import { looksIn, looksSame, type Seen } from "./looks.js";

/** A text of a piece before and after; undefined where it was not, or is no more. */
export interface FieldChange {
  readonly field: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export interface PieceChange {
  /** `donnees/mon-cv`. */
  readonly piece: string;
  readonly component: string;
  /**
   * `changed`: in its look, and which texts is in `fields` (nothing when the edition does not know its texts);
   * `look`: only in its look, by a template, a colour, a font, a picture; `moved`: only its place in its component.
   */
  readonly change: "added" | "removed" | "renamed" | "changed" | "look" | "moved";
  readonly fields?: readonly FieldChange[] | undefined;
  /** The name that it had. */
  readonly from?: string | undefined;
  /** Its place in its component, where it changed. */
  readonly place?: { readonly before: number; readonly after: number } | undefined;
}

export interface Comparison {
  /** Component by component, in the order of today's places; what was removed, and pages of booklets, by name. */
  readonly pieces: readonly PieceChange[];
  readonly unchanged: number;
  /** The pieces that paper does not show as they are today. */
  readonly reprint: readonly string[];
}

/** Compares what was printed with what would be. Pieces are told apart by their names. */
export function compareManifests(before: Manifest, after: Manifest): Comparison {
  const old = seenIn(before);
  const now = seenIn(after);
  const gone = [...old.keys()].filter((id) => !now.has(id)).sort();
  const fresh = [...now.keys()].filter((id) => !old.has(id)).sort();
  const renamed = renames(gone, fresh, { old, now });
  const flows = [flowingTexts(before), flowingTexts(after)] as const;
  const pieces: PieceChange[] = [];
  let unchanged = 0;
  for (const [id, seen] of now) {
    const earlier = old.get(id);
    const name = renamed.get(id);
    const change =
      earlier !== undefined
        ? changeOf(earlier, seen, flows)
        : name !== undefined
          ? ({ ...named(id), change: "renamed", from: name } as const)
          : ({ ...named(id), change: "added" } as const);
    if (change) pieces.push(change);
    else unchanged += 1;
  }
  const formerNames = new Set(renamed.values());
  for (const id of gone) if (!formerNames.has(id)) pieces.push({ ...named(id), change: "removed" });
  const placed = inOrder(pieces, now);
  return { pieces: placed, unchanged, reprint: placed.filter(isToPrint).map(({ piece }) => piece) };
}

const isToPrint = ({ change }: PieceChange): boolean => change === "added" || change === "changed" || change === "look";

const named = (piece: string): Pick<PieceChange, "piece" | "component"> => ({ piece, component: componentOf(piece) });
const componentOf = (piece: string): string => piece.slice(0, piece.indexOf("/"));

function seenIn(manifest: Manifest): ReadonlyMap<string, Seen> {
  const looks = looksIn(manifest);
  return new Map(manifest.pieces.map((piece) => [piece.id, { piece, looks: looks.get(piece.id) }]));
}

/** New name → old name of pieces of one component that look the same. */
function renames(
  gone: readonly string[],
  fresh: readonly string[],
  { old, now }: { readonly old: ReadonlyMap<string, Seen>; readonly now: ReadonlyMap<string, Seen> },
): ReadonlyMap<string, string> {
  const lookOf = (id: string, seen: Seen): string => `${componentOf(id)}|${seen.piece.hash}`;
  const left = new Map<string, string[]>();
  for (const id of gone) {
    const look = lookOf(id, old.get(id)!);
    left.set(look, [...(left.get(look) ?? []), id]);
  }
  const found = new Map<string, string>();
  for (const id of fresh) {
    const name = left.get(lookOf(id, now.get(id)!))?.shift();
    if (name !== undefined) found.set(id, name);
  }
  return found;
}

type Flows = readonly [before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>];

function changeOf(before: Seen, after: Seen, flows: Flows): PieceChange | undefined {
  const base = { ...named(after.piece.id), ...placeChange(before.piece, after.piece) };
  if (looksSame(before, after)) return "place" in base ? { ...base, change: "moved" } : undefined;
  if (before.piece.texts === undefined || after.piece.texts === undefined)
    return { ...base, change: "changed", fields: undefined };
  const fields = fieldChanges(before.piece, after.piece, flows);
  return fields.length > 0 ? { ...base, change: "changed", fields } : { ...base, change: "look" };
}

function placeChange({ number: before }: ManifestPiece, { number: after }: ManifestPiece): Pick<PieceChange, "place"> {
  const moved = before !== undefined && after !== undefined && before !== after;
  return moved ? { place: { before, after } } : {};
}

function fieldChanges(before: ManifestPiece, after: ManifestPiece, [left, arrived]: Flows): readonly FieldChange[] {
  const old = new Map(Object.entries(before.texts ?? {}));
  const now = new Map(Object.entries(after.texts ?? {}));
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((field) => ({
      field,
      before: old.get(field) ?? left.get(field),
      after: now.get(field) ?? arrived.get(field),
    }))
    .filter((change) => change.before !== change.after);
}

/**
 * Texts that other texts push from one page to the next, by name: what left a page without a change stands on another.
 * Their names hold their chapter's (`livret/accueil/3`); those of a piece's own fields do not.
 */
function flowingTexts({ pieces }: Manifest): ReadonlyMap<string, string> {
  const flows = new Map<string, string>();
  for (const { texts = {} } of pieces)
    for (const [name, text] of Object.entries(texts)) if (name.includes("/")) flows.set(name, text);
  return flows;
}

/** As people find them: component by component, each in the order of its pieces. */
function inOrder(changes: readonly PieceChange[], now: ReadonlyMap<string, Seen>): readonly PieceChange[] {
  const numberOf = ({ piece }: PieceChange): number => now.get(piece)?.piece.number ?? Number.POSITIVE_INFINITY;
  const compare = (a: PieceChange, b: PieceChange): number =>
    byName(a.component, b.component) || byNumber(numberOf(a), numberOf(b)) || byNaturalName(a.piece, b.piece);
  return changes.toSorted(compare);
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byNumber = (a: number, b: number): number => (a === b ? 0 : a - b);

/** `p-9` before `p-10`. */
const byNaturalName = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true }) || byName(a, b);
