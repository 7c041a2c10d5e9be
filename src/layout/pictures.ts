/** `<img>`, `<icon>`, `<qr>` and `<face>` elements → the picture that each shows. */
import type { ImageAsset, VectorArt } from "../assets/asset.js";
import type { QrCode } from "../assets/qr.js";
import type { MarkupElement } from "../compose/markup.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Pt, Size } from "../units.js";
import type { FacePage } from "./frame.js";

export type Picture =
  | { readonly kind: "vector"; readonly art: VectorArt }
  | { readonly kind: "image"; readonly image: ImageAsset }
  /** A face of another piece, in small. */
  | { readonly kind: "face"; readonly page: FacePage }
  | ({ readonly kind: "qr"; readonly code: QrCode; readonly linkId: string } & CodeSize);

export interface CodeSize {
  /** The side it takes when nothing says otherwise, quiet zone included. */
  readonly side: Pt;
}

/** Where pictures come from. Each reports what it cannot give and returns undefined. */
export interface PictureSource {
  /** `ph:robot-duotone` */
  icon(name: string, at: Span | undefined): VectorArt | undefined;
  /** A path under `assets/`. */
  file(path: string, at: Span | undefined): VectorArt | ImageAsset | undefined;
  /** A face of a piece of the kit; sources that know none always return undefined. */
  face(piece: string, side: "front" | "back", at: Span | undefined): FacePage | undefined;
  code(linkId: string, at: Span | undefined): ({ readonly code: QrCode } & CodeSize) | undefined;
}

const PICTURES = new Set(["img", "qr", "icon", "face"]);

export const isPicture = (element: MarkupElement): boolean => PICTURES.has(element.name);

export function pictureOf(element: MarkupElement, source: PictureSource): Picture | undefined {
  const { name, src, link } = element.attributes;
  if (element.name === "icon" && name) {
    const art = source.icon(name, element.at);
    return art && { kind: "vector", art };
  }
  if (element.name === "img" && src) {
    const asset = source.file(src, element.at);
    if (!asset) return undefined;
    return "nodes" in asset ? { kind: "vector", art: asset } : { kind: "image", image: asset };
  }
  if (element.name === "face") {
    const { of = "", side } = element.attributes;
    const page = source.face(of, side === "back" ? "back" : "front", element.at);
    return page && { kind: "face", page };
  }
  if (element.name === "qr" && link) {
    const found = source.code(link, element.at);
    return found && { kind: "qr", linkId: link, ...found };
  }
  return undefined;
}

/** CSS pixels of a picture file, in points: what it measures when nothing says otherwise. */
const PT_PER_PIXEL = 0.75;

/** The picture's own size in points. */
export function naturalSize(picture: Picture): Size {
  if (picture.kind === "qr") return { width: picture.side, height: picture.side };
  if (picture.kind === "face") return picture.page.trim;
  const { width, height } = picture.kind === "vector" ? picture.art : picture.image;
  return { width: width * PT_PER_PIXEL, height: height * PT_PER_PIXEL };
}
