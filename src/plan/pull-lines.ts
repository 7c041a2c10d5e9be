/** What became of pieces since an edition → what to do in a box that was printed then, line by line, in the kit's language. */
import type { Booklet } from "../booklet/index.js";
import type { Component, Piece } from "../content/kit.js";
import { pageOrder } from "../impose/index.js";
import { componentOf, type Exchange, type Reprint } from "./reprint.js";
import { bookletReprint, insideOf } from "./reprint-booklet.js";
import { type PlanInput, titleOf } from "./sizes.js";

/** One thing to do; it gets a box to tick. */
export interface PullLine {
  readonly action: Exchange["action"];
  /** The pieces that it is about: those of a folded sheet are exchanged together. */
  readonly pieces: readonly string[];
  readonly words: string;
}

/** What to do with the pieces of one component. */
export interface PullGroup {
  /** What the component is called: its id, where the kit no longer has it. */
  readonly title: string;
  readonly lines: readonly PullLine[];
}

/** Component by component, as the kit orders them; last those that it no longer has. */
export function pullGroups(reprint: Reprint, input: PlanInput): readonly PullGroup[] {
  const { local } = input;
  const byComponent = new Map<string, Exchange[]>();
  for (const exchange of reprint.exchanges) {
    const id = componentOf(exchange.piece);
    byComponent.set(id, [...(byComponent.get(id) ?? []), exchange]);
  }
  const present = local.kit.components.flatMap((component): readonly PullGroup[] => {
    const exchanges = byComponent.get(component.id);
    if (exchanges === undefined) return [];
    const title = local.plain(component.title);
    // Of a booklet, no line tells how many are in the box.
    const several = component.kind === "booklet" && component.copies > 1;
    return [
      {
        title: several ? local.print.say("pull-copies", { piece: title, n: component.copies }) : title,
        lines: linesOf(component, exchanges, reprint, input),
      },
    ];
  });
  const known = new Set(local.kit.components.map(({ id }) => id));
  const gone = [...byComponent]
    .filter(([id]) => !known.has(id))
    .map(([title, exchanges]) => ({ title, lines: [wholeLine(title, "remove", exchanges, input)] }));
  return [...present, ...gone];
}

function linesOf(
  component: Component,
  exchanges: readonly Exchange[],
  reprint: Reprint,
  input: PlanInput,
): readonly PullLine[] {
  const isNew = !reprint.printed.some((piece) => componentOf(piece) === component.id);
  if (isNew) return [wholeLine(input.local.plain(component.title), "add", exchanges, input)];
  const booklet = input.booklets.get(component.id);
  return booklet
    ? bookletLines(booklet, exchanges, reprint, input)
    : exchanges.map((exchange) => pieceLine(component, exchange, input));
}

/** A component that came or went with all its pieces. */
function wholeLine(
  title: string,
  action: "add" | "remove",
  exchanges: readonly Exchange[],
  { local }: PlanInput,
): PullLine {
  const { print, kit } = local;
  const before = exchanges[0]?.before?.version ?? "";
  const words =
    action === "add"
      ? print.say("pull-add", { piece: title, after: kit.version })
      : print.say("pull-remove", { piece: title, before });
  return { action, pieces: exchanges.map(({ piece }) => piece), words };
}

function pieceLine(component: Component, exchange: Exchange, { local }: PlanInput): PullLine {
  const { print, kit } = local;
  const { action, before } = exchange;
  const now = component.pieces.find(({ id }) => `${component.id}/${id}` === exchange.piece);
  const piece = { words: nameOf(component, exchange, now, local) };
  const after = kit.version;
  const old = before?.version ?? "";
  const from = before?.number;
  const place = now?.number;
  const moved = from !== undefined && place !== undefined && from !== place;
  const words = {
    add: () => print.say("pull-add", { piece, after }),
    remove: () => print.say("pull-remove", { piece, before: old }),
    move: () => print.say("pull-move", { piece, from: from ?? "", place: place ?? "" }),
    replace: () =>
      moved
        ? print.say("pull-replace-place", { piece, before: old, after, place })
        : print.say("pull-replace", { piece, before: old, after }),
  }[action]();
  return { action, pieces: [exchange.piece], words };
}

/** As one finds it: in the box by the title that it has there, on the new sheet by its own. */
function nameOf(
  component: Component,
  { piece, before }: Exchange,
  now: Piece | undefined,
  local: PlanInput["local"],
): string {
  const { print } = local;
  const title = before?.title ?? (now ? titleOf(now, local) : piece.slice(piece.indexOf("/") + 1));
  const number = before?.number ?? now?.number;
  const name = number === undefined ? print.name(title) : print.say("pull-piece", { n: number, title });
  const copies = (now?.copies ?? 1) * component.copies;
  return copies > 1 ? print.say("pull-copies", { piece: { words: name }, n: copies }) : name;
}

/** Whoever repairs a booklet handles its sheets. */
function bookletLines(
  booklet: Booklet,
  exchanges: readonly Exchange[],
  reprint: Reprint,
  { local }: PlanInput,
): readonly PullLine[] {
  const { print, direction } = local;
  const { inside, cover } = bookletReprint(booklet, reprint);
  const pages = insideOf(booklet);
  const changed = exchanges.map(({ piece }) => piece);
  const onCover = changed.filter((name) => /\/c-\d+$/.test(name));
  const within = changed.filter((name) => !onCover.includes(name));
  const replace = (pieces: readonly string[], words: string): PullLine => ({ action: "replace", pieces, words });
  const folio = (number: number): string => pages[number - 1]!.label ?? String(number);
  const sheets = pageOrder(pages.length, direction);
  return [
    ...(cover ? [replace(onCover, print.say("pull-cover"))] : []),
    ...(inside === "all"
      ? [replace(within, print.say("pull-booklet"))]
      : inside.map((sheet) => {
          const numbers = [...sheets[sheet - 1]!.front, ...sheets[sheet - 1]!.back].sort((a, b) => a - b);
          const own = numbers.map((number) => pages[number - 1]!.name).filter((name) => within.includes(name));
          return replace(own, print.say("pull-sheet", { n: sheet, pages: { words: print.list(numbers.map(folio)) } }));
        })),
  ];
}
