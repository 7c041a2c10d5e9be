/** A deck → the pictures from which Tabletop Simulator cuts its cards: fronts together, backs together or the one back. */
import type { Component, Piece } from "../content/kit.js";
import type { Face } from "../faces/index.js";
import type { Color } from "../graphics.js";
import { Canvas, cellsOn, type DeckSheet, deckSheets, type Pixels, plain } from "../picture/index.js";
import { dealtPieces, deckName, pictureFolder } from "../plan/pictures.js";
import { trimOf } from "../plan/sizes.js";
import type { Size } from "../units.js";
import { breath } from "./breath.js";
import { facesOf, type PictureTools, type Shelf } from "./pictures.js";

/** What is seen of a card in somebody's hand, and the back of a card without one: a light grey that tells nothing. */
const BLANK: Color = { r: 0.85, g: 0.85, b: 0.85, a: 1 };

export async function produceDeck(component: Component, tools: PictureTools, shelf: Shelf): Promise<void> {
  const groups = bySize(component, tools);
  const jobs = groups.flatMap((pieces) =>
    deckSheets(pieces.length, sizeOf(pieces[0]!, tools)).map((sheet) => ({ pieces, sheet })),
  );
  for (const [index, { pieces, sheet }] of jobs.entries()) {
    const shown = pieces.slice(sheet.first, sheet.first + sheet.count);
    await produceSheet(
      { component, pieces: shown, sheet, part: jobs.length > 1 ? index + 1 : undefined },
      tools,
      shelf,
    );
  }
}

/** Cards of one size share a picture. */
function bySize(component: Component, tools: PictureTools): readonly (readonly Piece[])[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of dealtPieces(component)) {
    const { width, height } = sizeOf(piece, tools);
    const key = `${width.toFixed(2)} ${height.toFixed(2)}`;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()];
}

function sizeOf({ format }: Piece, { kit, papers, paper }: PictureTools): Size {
  return trimOf(kit.formats.get(format)!, papers.get(paper));
}

interface SheetJob {
  readonly component: Component;
  readonly pieces: readonly Piece[];
  readonly sheet: DeckSheet;
  readonly part: number | undefined;
}

async function produceSheet(job: SheetJob, tools: PictureTools, shelf: Shelf): Promise<void> {
  const { component, sheet, part } = job;
  const { diagnostics, painter, local } = tools;
  const fronts = new Canvas(sheet.pixels);
  const backs = new Map<string, Face | undefined>();
  await eachCard(job, tools, async (front, back, at) => {
    backs.set(back?.key ?? "", back);
    if (!diagnostics.hasErrors) fronts.put(await painter.cell(front, sheet.cell), at.x, at.y);
  });
  if (diagnostics.hasErrors) return;
  const folder = pictureFolder("tts", component, local);
  const blank = plain(sheet.cell, BLANK);
  const [only] = backs.size === 1 ? backs.values() : [];
  const hidden: Pixels = only ? await painter.cell(only, sheet.cell) : blank;
  const place = cellsOn(sheet).hidden;
  fronts.put(hidden, place.x, place.y);
  const name = deckName(component, sheet, part);
  const save = (canvas: Canvas, file: string, cards?: number): Promise<void> =>
    shelf.add(async () => ({
      path: `${folder}/${file}.png`,
      cards,
      png: await canvas.png(sheet.dpi),
      view: { pixels: canvas.size, dpi: sheet.dpi },
    }));
  await save(fronts, name, sheet.count);
  if (backs.size === 1) {
    const back = new Canvas(sheet.cell);
    back.put(hidden, 0, 0);
    await save(back, `${component.id}${part === undefined ? "" : `-${part}`}-dos`);
    return;
  }
  const behind = new Canvas(sheet.pixels);
  behind.put(blank, place.x, place.y);
  await eachCard(job, tools, async (_, back, at) => {
    behind.put(back ? await painter.cell(back, sheet.cell) : blank, at.x, at.y);
  });
  await save(behind, `${name}-versos`, sheet.count);
}

/** Every card of the picture in its cell; faces that cannot be made were reported. */
async function eachCard(
  { component, pieces, sheet }: SheetJob,
  tools: PictureTools,
  show: (front: Face, back: Face | undefined, at: { readonly x: number; readonly y: number }) => Promise<void>,
): Promise<void> {
  const { cards } = cellsOn(sheet);
  for (const [index, piece] of pieces.entries()) {
    const faces = await facesOf(component, piece, tools);
    await breath();
    if (faces) await show(faces.front, faces.back, cards[index]!);
  }
}
