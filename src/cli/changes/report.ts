/** A comparison → what an editor reads: component by component what changed, and last what is to be printed again. */
import { beginning, type Comparison, difference, type FieldChange, type PieceChange } from "../../changes/index.js";
import { quote } from "../wording.js";
import * as say from "./messages.js";

export interface Told {
  readonly since: string;
  readonly before: say.Printed;
  readonly after: Pick<say.Printed, "version" | "date">;
}

export function changesText({ pieces, unchanged, reprint }: Comparison, { since, before, after }: Told): string {
  const version = say.versionLine(before, after);
  if (pieces.length === 0) return `${say.sinceLine(since, before)}${version}${say.nothing(unchanged)}`;
  const components = [...new Set(pieces.map(({ component }) => component))];
  const removed = pieces.filter(({ change }) => change === "removed").map(({ piece }) => piece);
  return [
    say.sinceLine(since, before),
    version,
    ...components.map((id) =>
      componentText(
        id,
        pieces.filter(({ component }) => component === id),
      ),
    ),
    `\n${say.unchanged(unchanged)}\n`,
    say.toReprint(reprint),
    say.toTakeOut(removed),
  ].join("");
}

/** So many pieces on one line: of the rest a look at the kit tells more. */
const MOST_NAMES = 12;

function componentText(id: string, changes: readonly PieceChange[]): string {
  const of = (change: PieceChange["change"]): readonly PieceChange[] => changes.filter((one) => one.change === change);
  const looks = of("look");
  const unknown = of("changed").filter(({ fields }) => fields === undefined);
  const lines = [
    ...of("added").map((one) => `  + ${nameOf(one)}\u00A0: ${say.ADDED}`),
    ...of("removed").map((one) => `  − ${nameOf(one)}\u00A0: ${say.REMOVED}`),
    ...of("renamed").map((one) => `  = ${nameOf(one)}\u00A0: ${say.renamed(shortName(one.from ?? ""))}`),
    ...sharedChanges(of("changed")).flatMap(changeLines),
    ...(unknown.length > 0 ? [`  ~ ${names(unknown)}\u00A0: ${say.WORDS_UNKNOWN}`] : []),
    ...(looks.length > 0 ? [`  ~ ${names(looks)}\u00A0: ${say.LOOK_ONLY}`] : []),
    ...looks.flatMap(({ place }) => (place ? [`      ${say.placeToo(place)}`] : [])),
    ...(of("moved").length > 0 ? [`  ↕ ${say.MOVED}\u00A0: ${list(of("moved").map(withPlace))}`] : []),
  ];
  return `\n${id}\n${lines.map((line) => `${line}\n`).join("")}`;
}

interface Shared {
  readonly pieces: readonly PieceChange[];
  readonly fields: readonly FieldChange[];
}

/** A word that many cards print is told once. */
function sharedChanges(changes: readonly PieceChange[]): readonly Shared[] {
  const groups = new Map<string, Shared>();
  for (const change of changes) {
    const { fields } = change;
    if (fields === undefined) continue;
    const key = JSON.stringify([fields, change.place]);
    groups.set(key, { fields, pieces: [...(groups.get(key)?.pieces ?? []), change] });
  }
  return [...groups.values()];
}

function changeLines({ pieces, fields }: Shared): readonly string[] {
  const { place } = pieces[0]!;
  return [`  ± ${names(pieces)}`, ...fields.map(fieldLine), ...(place ? [`      ${say.placeToo(place)}`] : [])];
}

function fieldLine({ field, before, after }: FieldChange): string {
  const [old, now] =
    before !== undefined && after !== undefined
      ? difference(before, after).map(quote)
      : [before, after].map((text) => (text === undefined ? say.ABSENT : quote(beginning(text))));
  return `      ${field}\u00A0: ${old} → ${now}`;
}

const shortName = (piece: string): string => piece.slice(piece.indexOf("/") + 1);
const nameOf = ({ piece }: PieceChange): string => shortName(piece);
const names = (changes: readonly PieceChange[]): string => list(changes.map(nameOf));
const withPlace = (change: PieceChange): string =>
  `${nameOf(change)} (${change.place?.before} → ${change.place?.after})`;

function list(items: readonly string[]): string {
  const more = items.length - MOST_NAMES;
  return more > 1 ? `${items.slice(0, MOST_NAMES).join(", ")} ${say.andMore(more)}` : items.join(", ");
}
