/** A planned file, as it was made → what the ticket says of it. */
import type { Component } from "../content/kit.js";
import type { ManifestFile } from "../deliver/index.js";
import { pieceNamed } from "../faces/index.js";
import type { FaceSlot } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Output } from "../plan/outputs.js";
import { type Size, toMm } from "../units.js";
import { cuttingMinutes } from "./minutes.js";
import { runsOf, tenth } from "./runs.js";
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
export function ticketFile(output: Output, { entry, color, copies, other }: FileFacts, local: LocalKit): TicketFile {
  const { imposed, duplex, paper } = output;
  const components = output.components.map(({ id }) => local.kit.components.find((one) => one.id === id)!);
  const weight = weightOf(components, output.isCover ?? false);
  const sides = imposed.sheets.some(({ back }) => back) ? 2 : 1;
  const runs = runsOf(imposed);
  const [finished, ...others] = finishedSizes(output, local);
  const minutes = runs.reduce((sum, run) => sum + cuttingMinutes(run, weight, targetOf(output)), 0);
  return {
    name: nameOf(output.path),
    title: titleOf(output, local),
    pages: entry.pages,
    sheets: imposed.sheets.length,
    paper,
    weight,
    color,
    sides,
    flip: sides === 2 && (duplex === "long-edge" || duplex === "short-edge") ? duplex : undefined,
    copies,
    cuts: runs.reduce((sum, run) => sum + cutsOf(run, targetOf(output)), 0),
    minutes: Math.ceil(minutes),
    runs,
    finished,
    finishedToo: others.length > 0 ? others : undefined,
    binding: output.booklet && bindingOf(output, runs, other),
    contents: output.isCover ? [] : components.map((component) => contentOf(component, local)),
    bytes: entry.bytes,
    sha256: entry.sha256,
  };
}

export const nameOf = (path: string): string => path.slice(path.indexOf("/") + 1);

/** Files of the screen have no ticket. */
const targetOf = ({ target }: Output): "home" | "shop" => (target === "home" ? "home" : "shop");

/** A pile is cut once; at home, each sheet is. */
const cutsOf = ({ cutCount, count }: TicketRun, target: "home" | "shop"): number =>
  cutCount * (target === "home" ? count : 1);

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

const contentOf = ({ id, title, kind, pieces, copies }: Component, local: LocalKit): TicketContent => ({
  component: id,
  title: local.plain(title),
  kind,
  each: kind === "booklet" ? copies : copies * pieces.reduce((sum, piece) => sum + piece.copies, 0),
});

/** The size of what its picture shows, then those of other pieces, which may share its sheets in bands. */
function finishedSizes(output: Output, { kit }: LocalKit): readonly [FinishedSize, ...FinishedSize[]] {
  const { front, trimBox } = shownSheet(output);
  // Panels that are printed together are one piece.
  if (output.imposed.groups[0]?.kind === "whole") return [sizeOf(trimBox)];
  const sizeOfSlot = ({ piece: name, trim }: FaceSlot): FinishedSize => {
    const piece = output.booklet ? undefined : pieceNamed(kit, name)?.piece;
    const { radius = 0 } = (piece && kit.formats.get(piece.format)) ?? {};
    return radius > 0 ? { ...sizeOf(trim), corners: tenth(radius) } : sizeOf(trim);
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
  other: string | undefined,
): TicketBinding {
  const { pages, hasCover, trim } = booklet!;
  const inside = pages.length - (hasCover ? COVER_PAGES : 0);
  const height = toMm(trim.height);
  // All that stand on the first booklet of a sheet, from its head.
  const { margin } = imposed.groups[0]!;
  const head = toMm(run?.staples[0]?.from === "left" ? margin.x : margin.y);
  const staples = (run?.staples ?? []).map(({ at }) => Math.round(10 * (at - head)) / 10).filter((at) => at < height);
  return {
    part: isCover ? "cover" : "inside",
    other,
    sheets: isCover ? 1 : inside / PAGES_PER_SHEET,
    perSheet: imposed.groups[0]!.perSheet,
    staples,
  };
}
