/**
 * Registration: planned sheets → proof that what is printed behind a front is its back, at 100 %, once for each copy.
 *
 *     paper    everything lies on the paper, turned by quarters, never scaled, where its trim says
 *     cards    the paper turned over around its edge, or folded: each back meets its front; each copy is there once
 *     booklet  the sheets folded and laid into one another: page after page
 *     tiles    the tiles laid together: the whole panel
 *
 * It imitates hands and paper and shares no geometry with imposition, so that a fault there cannot hide itself here. A
 * miss is a fault of the program, and ends the build before anything is drawn.
 */
import type { Diagnostics } from "../diagnostics/index.js";
import type { ReadingDirection } from "../impose/index.js";
import type { Output } from "../plan/outputs.js";
import { isBoard } from "../plan/sizes.js";
import { missesOfBooklet } from "./booklet.js";
import { missesOfBacks, missesOfCopies, type WantedPiece } from "./cards.js";
import * as say from "./messages.js";
import type { Miss } from "./miss.js";
import { missesOnPaper } from "./paper.js";
import { missesOfTiles } from "./tiles.js";

/** What a build was asked, beyond what its files say themselves. */
export interface Asked {
  /** Of everything. */
  readonly copies: number;
  readonly direction: ReadingDirection;
  /** Whether a template draws backs. */
  readonly hasBack: (template: string) => boolean;
}

/** Reports what is wrong with each file; true when nothing is. */
export function proveRegistration(outputs: readonly Output[], asked: Asked, diagnostics: Diagnostics): boolean {
  let sound = true;
  for (const output of outputs) {
    const misses = missesOf(output, asked);
    if (misses.length > 0) diagnostics.report(say.misregistered(output.path, misses));
    sound &&= misses.length === 0;
  }
  return sound;
}

/** All that is wrong with the sheets of a file. */
export function missesOf(output: Output, asked: Asked): readonly Miss[] {
  const { sheets } = output.imposed;
  const ofBoard = output.components.every(isBoard);
  const isWhole = !ofBoard && output.booklet === undefined;
  const onPaper = sheets.flatMap((sheet) => missesOnPaper(sheet, isWhole ? "all" : "part"));
  // Every face has a page of its own: there is nothing behind it, and copies are ordered.
  if (output.target === "press") return onPaper;
  if (output.booklet) return [...onPaper, ...missesOfPages(output, asked)];
  const wanted = wantedOf(output, asked);
  if (ofBoard) return [...onPaper, ...missesOfTiles(sheets, wanted)];
  return [...onPaper, ...missesOfBacks(sheets, output.duplex, wanted), ...missesOfCopies(sheets, wanted)];
}

function wantedOf({ components }: Output, { copies, hasBack }: Asked): ReadonlyMap<string, WantedPiece> {
  return new Map(
    components.flatMap((component) =>
      component.pieces.map((piece): [string, WantedPiece] => {
        const name = `${component.id}/${piece.id}`;
        const times = copies * component.copies * piece.copies;
        return [name, { piece: name, copies: times, hasBack: !isBoard(component) && hasBack(piece.template) }];
      }),
    ),
  );
}

/** Pages of a cover of its own, on each end of the booklet. */
const COVER_SIDE = 2;

/** The folded sheet that a page is on, counted from either cover inwards: two pages to a leaf. */
const sheetOf = (index: number, pages: number): number => Math.floor(Math.min(index, pages - 1 - index) / 2) + 1;

/** Of a booklet: sheets to fold, or pages to read, each once. */
function missesOfPages(
  { booklet, imposed, folded, duplex, target, components }: Output,
  asked: Asked,
): readonly Miss[] {
  const { sheets } = imposed;
  const all = booklet!.pages.map(({ name }) => name);
  if (target === "screen")
    return missesOfCopies(sheets, new Map(all.map((piece) => [piece, { piece, copies: 1, hasBack: false }])));
  const isOn = (page: string | undefined): boolean =>
    sheets.some(({ front, back }) =>
      [front, back].some((side) => side?.placements.some(({ slot }) => slot.piece === page)),
    );
  const cover = [...all.slice(0, COVER_SIDE), ...all.slice(-COVER_SIDE)];
  const whole = !booklet!.hasCover ? all : isOn(all[0]) ? cover : all.slice(COVER_SIDE, -COVER_SIDE);
  const pages = folded ? whole.filter((_, index) => folded.includes(sheetOf(index, whole.length))) : whole;
  const copies = asked.copies * components[0]!.copies;
  const edge = duplex === "short-edge" ? duplex : "long-edge";
  return missesOfBooklet(sheets, { pages, duplex: edge, direction: asked.direction, copies });
}
