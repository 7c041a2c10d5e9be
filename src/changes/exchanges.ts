/** A comparison of an edition with today's kit → what to do with the pieces of a box that was printed then. */
import type { Manifest, ManifestPiece } from "../deliver/index.js";
import { componentOf, type Exchange, type Printed } from "../plan/reprint.js";
import type { Comparison, PieceChange } from "./compare.js";

const ACTIONS: Readonly<Record<PieceChange["change"], Exchange["action"] | undefined>> = {
  added: "add",
  changed: "replace",
  look: "replace",
  removed: "remove",
  moved: "move",
  // It looks the same: nobody can tell that its name is another.
  renamed: undefined,
};

/** Nothing for a piece that stays as and where it is among those around it. */
export function exchangesOf({ pieces }: Comparison, before: Manifest, after: Manifest): readonly Exchange[] {
  const printed = new Map(before.pieces.map((piece) => [piece.id, piece]));
  const stays = stayingIn(printed, after);
  return pieces.flatMap((change): readonly Exchange[] => {
    const action = ACTIONS[change.change];
    if (action === undefined || (action === "move" && stays.has(change.piece))) return [];
    const old = printed.get(change.piece);
    return [{ piece: change.piece, action, ...(old && { before: printedAs(old) }) }];
  });
}

const printedAs = ({ version, number, texts }: ManifestPiece): Printed => ({ version, number, title: texts?.title });

/**
 * A card put in front of thirty others changes the places of all, and nobody has to move one: of the pieces of a
 * component, the most that can stay where they are among one another.
 */
function stayingIn(printed: ReadonlyMap<string, ManifestPiece>, after: Manifest): ReadonlySet<string> {
  const byComponent = new Map<string, Moving[]>();
  for (const { id, number } of after.pieces) {
    const before = printed.get(id)?.number;
    if (before === undefined || number === undefined) continue;
    const component = componentOf(id);
    byComponent.set(component, [...(byComponent.get(component) ?? []), { id, before, after: number }]);
  }
  return new Set([...byComponent.values()].flatMap(longestInOrder));
}

interface Moving {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

/** The names of the longest series, in the order of today's places, whose places before grew too. */
function longestInOrder(pieces: readonly Moving[]): readonly string[] {
  const sorted = pieces.toSorted((a, b) => a.after - b.after);
  // For each piece, the length of the longest series that ends with it, and the piece before it there.
  const lengths: number[] = [];
  const previous: number[] = [];
  for (const [index, { before }] of sorted.entries()) {
    let best = -1;
    for (let i = 0; i < index; i++) if (sorted[i]!.before < before && lengths[i]! > (lengths[best] ?? 0)) best = i;
    lengths.push((lengths[best] ?? 0) + 1);
    previous.push(best);
  }
  const series: string[] = [];
  for (let i = lengths.indexOf(Math.max(...lengths)); i >= 0; i = previous[i]!) series.push(sorted[i]!.id);
  return series;
}
