/** Markup of a page → all that it shows in small or as a photograph, made before it is laid out. */
import type { MarkupElement } from "../compose/index.js";
import type { Piece } from "../content/kit.js";
import type { FaceMaker } from "../faces/index.js";
import { PAPER_FORMAT, pieceNamed } from "../faces/index.js";
import type { LocalKit } from "../localise/index.js";

/** Makes ready what `markup` shows; problems are told of `piece`. */
export type Prepare = (markup: MarkupElement, piece: Piece) => Promise<void>;

/** Faces of other pieces are made like those of any sheet, and kept with them. */
export function createThumbnails({ local, maker }: { readonly local: LocalKit; readonly maker: FaceMaker }): Prepare {
  const { pictures } = maker.bench;
  return async (markup, piece) => {
    for (const name of facesIn(markup)) {
      if (pictures.hasFaces(name)) continue;
      const found = pieceNamed(local.kit, name);
      const format = found && local.kit.formats.get(found.piece.format);
      if (!found || !format) continue;
      const trim = {
        width: format.width === "paper" ? PAPER_FORMAT.width : format.width,
        height: format.height === "paper" ? PAPER_FORMAT.height : format.height,
      };
      const faces = await maker.faces(found.component, found.piece, trim);
      if (faces) pictures.offerFaces(name, { front: faces.front.page, back: faces.back?.page });
    }
    pictures.startPiece(piece);
    await pictures.load(markup);
  };
}

/** `<face of="donnees/mon-cv"/>`: names of the pieces that are shown in small. */
function facesIn(element: MarkupElement): readonly string[] {
  const { of } = element.attributes;
  const own = element.name === "face" && of ? [of] : [];
  return [...own, ...element.children.flatMap((child) => (child.kind === "element" ? facesIn(child) : []))];
}
