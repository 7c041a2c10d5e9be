/** A file's slots → the faces on them, made when they are first asked for and noted for the manifest. */
import type { Booklet } from "../booklet/index.js";
import type { Component, Kit, Piece } from "../content/kit.js";
import type { Face, FaceMaker, PieceFaces } from "../faces/index.js";
import type { FaceSlot, Paper } from "../impose/index.js";
import type { Output } from "../plan/outputs.js";
import { trimOf } from "../plan/sizes.js";
import type { MadePieces } from "./pieces.js";
import { sketchOf } from "./sketch.js";

export interface FaceNeeds {
  readonly kit: Kit;
  readonly maker: FaceMaker;
  readonly papers: ReadonlyMap<string, Paper>;
}

export interface OutputFaces {
  /** The face on a slot; undefined when its piece cannot be made, which was reported. */
  on(slot: FaceSlot): Promise<Face | undefined>;
  /** Makes every face of the file, for what they report. */
  checkAll(pause: () => Promise<void>): Promise<void>;
}

export function facesOf(output: Output, needs: FaceNeeds, made: MadePieces): OutputFaces {
  return output.booklet ? pagesOf(output, output.booklet, made) : pieceFaces(output, needs, made);
}

/** Pages of a booklet are made already: it was laid out to count them. */
function pagesOf({ paper }: Output, { pages }: Booklet, made: MadePieces): OutputFaces {
  const faces = new Map(pages.map(({ name, face }) => [name, face]));
  return {
    async on({ piece }) {
      const front = faces.get(piece)!;
      made.note(paper, piece, { front, back: undefined });
      return front;
    },
    async checkAll() {
      // They were checked as they were laid out.
    },
  };
}

function pieceFaces(output: Output, { kit, maker, papers }: FaceNeeds, made: MadePieces): OutputFaces {
  const recent = new Map<string, PieceFaces | undefined>();
  const make = async (component: Component, piece: Piece): Promise<PieceFaces | undefined> => {
    const name = nameOf(component, piece);
    if (recent.has(name)) return recent.get(name);
    const faces = await maker.faces(component, piece, trimOf(kit.formats.get(piece.format)!, papers.get(output.paper)));
    if (faces) made.note(output.paper, name, faces);
    if (recent.size >= MOST_RECENT) recent.delete(recent.keys().next().value!);
    recent.set(name, faces);
    return faces;
  };
  const named = new Map(
    [...piecesOf(output)].map(([component, piece]) => [nameOf(component, piece), { component, piece }]),
  );
  return {
    async on(slot) {
      const { component, piece } = named.get(slot.piece)!;
      const faces = await make(component, piece);
      const face = faces && (faces[slot.side] ?? blankFace(slot));
      return face && slot.sketch !== undefined ? sketchOf(face, slot.sketch) : face;
    },
    async checkAll(pause) {
      for (const [component, piece] of piecesOf(output)) {
        await make(component, piece);
        await pause();
      }
    },
  };
}

/** Backs follow their fronts: the pieces of a sheet are made once for both, and no book is kept whole. */
const MOST_RECENT = 100;

const nameOf = (component: Component, piece: Piece): string => `${component.id}/${piece.id}`;

function* piecesOf({ components }: Output): Generator<readonly [Component, Piece]> {
  for (const component of components) for (const piece of component.pieces) yield [component, piece];
}

/** A piece whose template leaves this side empty. */
export const blankFace = ({ trim, bleed }: FaceSlot): Face => ({
  key: `blank-${trim.width}-${trim.height}-${bleed}`,
  codes: [],
  texts: [],
  page: {
    trim,
    bleed,
    radius: 0,
    frame: { size: { width: trim.width + 2 * bleed, height: trim.height + 2 * bleed }, items: [] },
  },
});
