/** `linear-gradient()` and `radial-gradient()` → a gradient before the size of its box is known. */
import type { Color, GradientStop } from "../graphics.js";
import type { GradientSpec } from "./style.js";
import { color, commaGroups, degrees, functionTokens, ident, percentage, type Token } from "./values.js";

const SIDES: Readonly<Record<string, number>> = { top: 0, right: 90, bottom: 180, left: 270 };

/** `linear-gradient(angle | to side, stops)` or `radial-gradient(stops)`: a circle to the farthest corner. */
export function readGradient(token: Token | undefined): GradientSpec | undefined {
  if (token?.type !== "Function") return undefined;
  const kind = token.name === "linear-gradient" ? "linear" : token.name === "radial-gradient" ? "radial" : undefined;
  if (!kind) return undefined;
  const groups = commaGroups(functionTokens(token));
  let angle = 180;
  const first = groups[0] ?? [];
  const turned = first.length === 1 ? degrees(first[0]) : undefined;
  const side = ident(first[0]) === "to" && first.length === 2 ? SIDES[ident(first[1]) ?? ""] : undefined;
  if (kind === "linear" && (turned ?? side) !== undefined) {
    angle = (turned ?? side)!;
    groups.shift();
  }
  const stops = gradientStops(groups);
  return stops && { kind, angle, stops };
}

function gradientStops(groups: readonly Token[][]): readonly GradientStop[] | undefined {
  if (groups.length < 2) return undefined;
  const colors: Color[] = [];
  const offsets: (number | undefined)[] = [];
  for (const group of groups) {
    const paint = color(group[0]);
    const at = percentage(group[1]);
    const offset = at && Number.parseFloat(at) / 100;
    // PDF has no stops outside the gradient.
    if (
      !paint ||
      group.length > 2 ||
      (group.length === 2 && !(typeof offset === "number" && offset >= 0 && offset <= 1))
    )
      return undefined;
    colors.push(paint);
    offsets.push(typeof offset === "number" ? offset : undefined);
  }
  const placed = placeStops(offsets);
  return colors.map((paint, index) => ({ color: paint, offset: placed[index]! }));
}

/** As CSS does: the ends at 0 and 1, never backwards, stops without a place evenly between their neighbours. */
function placeStops(offsets: readonly (number | undefined)[]): readonly number[] {
  const last = offsets.length - 1;
  const known = offsets.map((offset, index) => offset ?? (index === 0 ? 0 : index === last ? 1 : undefined));
  const placed = known.map(
    (offset, index) => offset && Math.max(...known.slice(0, index + 1).map((earlier) => earlier ?? 0)),
  );
  return placed.map((offset, index) => {
    if (offset !== undefined) return offset;
    const before = placed.findLastIndex((other, place) => place < index && other !== undefined);
    const after = placed.findIndex((other, place) => place > index && other !== undefined);
    return placed[before]! + ((placed[after]! - placed[before]!) * (index - before)) / (after - before);
  });
}
