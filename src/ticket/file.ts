/** A planned file, as it was made → what the ticket says of it. */
import type { Component } from "../content/kit.js";
import type { ManifestFile } from "../deliver/index.js";
import { pieceNamed } from "../faces/index.js";
import type { FaceSlot, Imposed, SheetSide } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Output } from "../plan/outputs.js";
import { type Size, toMm } from "../units.js";
import { type Cutting, cuttingMinutes, cuttingOf } from "./minutes.js";
import { foreEdgeCuts, runsOf, tenth } from "./runs.js";
import type { FinishedSize, TicketBinding, TicketContent, TicketFile, TicketRun, TicketWeight } from "./ticket.js";
import { shownSheet } from "./watch.js";

/** What only those who made the file know of it. */
export interface FileFacts {
  readonly entry: ManifestFile;
  /** Whether anything on it needs coloured ink. */
  readonly color: boolean;
  readonly copies: number;
  /** The other file of a booklet whose cover is printed apart. */
  readonly other?: string | undefined;
}

/** `local` is the kit in the language of the ticket. */
export function ticketFile(output: Output, facts: FileFacts, local: LocalKit): TicketFile {
  const { imposed, duplex, paper, booklet } = output;
  const { entry, color, copies } = facts;
  const components = output.components.map(({ id }) => local.kit.components.find((one) => one.id === id)!);
  const weight = weightOf(components, output.isCover ?? false);
  const sides = imposed.sheets.some(({ back }) => back) ? 2 : 1;
  const runs = runsOf(imposed);
  const [finished, ...others] = finishedSizes(output, runs, local);
  const target = targetOf(output);
  const cutting = cuttingOf(output);
  const binding = booklet && bindingOf(output, runs, facts);
  const works = [...runs, ...(binding ? foreEdgeRuns(binding, cutting) : [])];
  return {
    name: nameOf(output.path),
    title: titleOf(output, local),
    pages: entry.pages,
    sheets: imposed.sheets.length,
    faces: imposed.sheets.flatMap(({ front, back }) => [front, back]).filter(isPrinted).length,
    ruler: rulerOf(imposed),
    paper,
    weight,
    color,
    sides,
    flip: sides === 2 && (duplex === "long-edge" || duplex === "short-edge") ? duplex : undefined,
    copies,
    cuts: works.reduce((sum, work) => sum + cutsOf(work, cutting), 0),
    minutes: Math.ceil(works.reduce((sum, work) => sum + cuttingMinutes(work, weight, cutting), 0)),
    runs,
    finished,
    finishedToo: others.length > 0 ? others : undefined,
    binding,
    contents: output.isCover
      ? []
      : components.map((component) => contentOf(component, { runs, copies, target }, local)),
    bytes: entry.bytes,
    sha256: entry.sha256,
  };
}

const isPrinted = (side: SheetSide | undefined): boolean =>
  side !== undefined && side.placements.length + side.marks.length > 0;

/** Not all sheets have room for one. */
function rulerOf({ sheets, groups }: Imposed): TicketFile["ruler"] {
  const index = sheets.findIndex(({ front }) =>
    front.marks.some((mark) => mark.kind === "line" && mark.use === "ruler"),
  );
  const group = groups.find(({ first, count }) => index + 1 >= first && index + 1 < first + count);
  return group && { sheet: index + 1, length: group.ruler };
}

export const nameOf = (path: string): string => path.slice(path.indexOf("/") + 1);

/** Files of the screen have no ticket. */
const targetOf = ({ target }: Output): "home" | "shop" => (target === "home" ? "home" : "shop");

/** A pile is cut once. */
const cutsOf = ({ cutCount, count }: Work, cutting: Cutting): number => cutCount * (cutting === "each" ? count : 1);

/** Titles in the language of the ticket: those of the plan are in that of the kit. */
function titleOf({ components, isCover, title }: Output, local: LocalKit): string {
  const [first, ...others] = components.map(({ id }) => id);
  if (others.length > 0) {
    const gang = local.kit.gangs.find(({ of }) => of.length === components.length && of.includes(first!));
    return gang ? local.plain(gang.title) : title;
  }
  const own = local.plain(local.kit.components.find(({ id }) => id === first)!.title);
  return isCover ? local.print.say("cover", { title: own }) : own;
}

/** Decks that share sheets share their paper: that of the heaviest. */
function weightOf(components: readonly Component[], isCover: boolean): TicketWeight | undefined {
  const weights = components.flatMap(({ stock }) => (isCover ? stock?.cover : stock?.weight) ?? []);
  return weights.toSorted((a, b) => b.most - a.most)[0];
}

interface Ordered extends Pick<TicketFile, "runs" | "copies"> {
  readonly target: "home" | "shop";
}

function contentOf(component: Component, { runs, copies, target }: Ordered, local: LocalKit): TicketContent {
  const { id, title, kind } = component;
  const glued = runs.filter(({ handling }) => handling === "glue").reduce((sum, { count }) => sum + count, 0);
  return {
    component: id,
    title: local.plain(title),
    kind,
    each: eachOf(component),
    // Who prints at home glues them before they go into the box.
    loose: target === "shop" && glued > 0 ? glued / copies : undefined,
  };
}

const eachOf = ({ kind, pieces, copies }: Component): number =>
  kind === "booklet" ? copies : copies * pieces.reduce((sum, piece) => sum + piece.copies, 0);

/** The size of what its picture shows, then those of other pieces, which may share its sheets in bands. */
function finishedSizes(
  output: Output,
  runs: readonly TicketRun[],
  { kit }: LocalKit,
): readonly [FinishedSize, ...FinishedSize[]] {
  const { front, trimBox } = shownSheet(output);
  // Panels that are printed together are one piece.
  if (output.imposed.groups[0]?.kind === "whole") return [sizeOf(trimBox)];
  // A machine has rounded them already.
  const isSquare = runs.some(({ handling }) => handling !== "guide" && handling !== "machine");
  const sizeOfSlot = ({ piece: name, trim }: FaceSlot): FinishedSize => {
    const piece = output.booklet ? undefined : pieceNamed(kit, name)?.piece;
    const { radius = 0 } = (piece && kit.formats.get(piece.format)) ?? {};
    return radius > 0 && isSquare ? { ...sizeOf(trim), corners: tenth(radius) } : sizeOf(trim);
  };
  const first = sizeOfSlot(front.placements[0]!.slot);
  if (output.booklet) return [first];
  const slots = new Map<string, FaceSlot>();
  for (const sheet of output.imposed.sheets) for (const { slot } of sheet.front.placements) slots.set(slot.piece, slot);
  const sizes = new Map([first, ...[...slots.values()].map(sizeOfSlot)].map((size) => [JSON.stringify(size), size]));
  return [first, ...[...sizes.values()].slice(1)];
}

const sizeOf = ({ width, height }: Size): FinishedSize => ({ width: tenth(width), height: tenth(height) });

/** A sheet carries four pages of each booklet on it. */
const PAGES_PER_SHEET = 4;
const COVER_PAGES = 4;

function bindingOf(
  { booklet, isCover, imposed }: Output,
  [run]: readonly TicketRun[],
  { other, copies }: FileFacts,
): TicketBinding {
  const { pages, hasCover, trim, component } = booklet!;
  const inside = (pages.length - (hasCover ? COVER_PAGES : 0)) / PAGES_PER_SHEET;
  const sheets = isCover ? 1 : inside;
  const [group] = imposed.groups;
  const { margin, perSheet } = group!;
  const height = toMm(trim.height);
  // All that stand on the first booklet of a sheet, from its head.
  const head = toMm(run?.staples[0]?.from === "left" ? margin.x : margin.y);
  const staples = (run?.staples ?? []).map(({ at }) => Math.round(10 * (at - head)) / 10).filter((at) => at < height);
  return {
    part: isCover ? "cover" : "inside",
    other,
    sheets,
    perSheet,
    staples,
    foreEdge:
      isCover && other !== undefined
        ? undefined
        : {
            at: tenth(trim.width),
            needed: foreEdgeCuts(group!).length > 0,
            over: tenth(component.binding!.thickness * (hasCover ? inside : inside - 1)),
          },
    made: perSheet * Math.ceil((copies * component.copies) / perSheet),
  };
}

type Work = Pick<TicketRun, "cuts" | "cutCount" | "count">;

/** Once they are stapled, booklets are cut in piles as sheets are, twice as thick as these; at home one by one. */
function foreEdgeRuns({ foreEdge, sheets, made }: TicketBinding, cutting: Cutting): readonly Work[] {
  if (!foreEdge?.needed) return [];
  const cut = { from: "left", at: foreEdge.at } as const;
  return [{ cuts: [cut], cutCount: 1, count: cutting === "each" ? made : 2 * sheets * made }];
}
