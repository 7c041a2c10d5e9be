/** The kit's pictures, icons and codes, each read once and kept. */
import {
  encodeQr,
  type Icons,
  type ImageAsset,
  parseSvg,
  qrSide,
  readImage,
  reportQrTooLong,
  type VectorArt,
} from "../assets/index.js";
import type { MarkupElement } from "../compose/index.js";
import type { KitFiles } from "../content/index.js";
import type { FieldValue, Link, Piece, Values } from "../content/kit.js";
import { type Diagnostics, type Span, suggest } from "../diagnostics/index.js";
import type { FacePage, PictureSource } from "../layout/index.js";
import * as say from "./messages.js";

/** The faces of a piece, to be shown in small. */
export interface SmallFaces {
  readonly front: FacePage;
  readonly back: FacePage | undefined;
}

export interface KitPictures extends PictureSource {
  /** Gives the faces of a piece (`donnees/mon-cv`) to pages that show it in small. */
  offerFaces(name: string, faces: SmallFaces): void;
  hasFaces(name: string): boolean;
  /** Reads the photographs that a face shows: layout itself never waits. Undefined when there is nothing to wait for. */
  load(face: MarkupElement): Promise<void> | undefined;
  /** From here on, pictures belong to this piece: what it names is told where it is written, not where it is shown. */
  startPiece(piece: Piece): void;
  /** Paths of the files that the piece shows. */
  used(): readonly string[];
  /** Whether something that the piece shows could not be given, be it told now or for a piece before. */
  lacking(): boolean;
}

export interface PictureTools {
  readonly files: KitFiles;
  readonly icons: Icons;
  readonly links: ReadonlyMap<string, Link>;
  /** Names of all pieces, to say which one was meant. */
  readonly pieceNames: () => Iterable<string>;
  readonly diagnostics: Diagnostics;
}

const isDrawing = (path: string): boolean => /\.svg$/i.test(path);

export function openPictures({ files, icons, links, pieceNames, diagnostics }: PictureTools): KitPictures {
  const drawings = new Map<string, VectorArt | undefined>();
  const photographs = new Map<string, ImageAsset | undefined>();
  const used = new Set<string>();
  let named: ReadonlyMap<string, Span> = new Map();
  let owner: string | undefined;
  let lacks = false;
  const given = <T>(picture: T | undefined): T | undefined => {
    lacks ||= picture === undefined;
    return picture;
  };
  const codes = new Map<string, ReturnType<PictureSource["code"]>>();

  // That a piece's own pictures exist was checked as the kit was read.
  const readAsset = (path: string, at: Span | undefined): Uint8Array | undefined =>
    named.has(path) && !files.has(`assets/${path}`) ? undefined : files.read(`assets/${path}`, named.get(path) ?? at);
  const readDrawing = (path: string, at: Span | undefined): VectorArt | undefined => {
    const bytes = readAsset(path, at);
    return (
      bytes &&
      parseSvg({ name: `assets/${path}`, text: new TextDecoder().decode(bytes) }, diagnostics, named.get(path) ?? at)
    );
  };
  const drawCode = (id: string, at: Span | undefined): ReturnType<PictureSource["code"]> => {
    const link = links.get(id);
    if (!link) {
      diagnostics.report(say.unknownLink(at, id, suggest(id, links.keys())));
      return undefined;
    }
    const code = encodeQr(link.printed);
    if (!code) {
      reportQrTooLong(link.printed, diagnostics, link.at);
      return undefined;
    }
    return { code, side: qrSide(code) };
  };
  const small = new Map<string, SmallFaces>();
  return {
    offerFaces: (name, faces) => void small.set(name, faces),
    hasFaces: (name) => small.has(name),
    face(name, side, at) {
      const page = small.get(name)?.[side];
      if (!page) diagnostics.report(say.unknownFace(at, name, suggest(name, pieceNames())));
      return given(page);
    },
    icon(name, at) {
      const art = icons.find(name);
      if (!art) diagnostics.report({ ...icons.explain(name, named.get(name) ?? at), piece: owner });
      return given(art);
    },
    file(path, at) {
      used.add(path);
      if (!isDrawing(path)) return given(photographs.get(path));
      if (!drawings.has(path)) drawings.set(path, readDrawing(path, at));
      return given(drawings.get(path));
    },
    code(id, at) {
      if (!codes.has(id)) codes.set(id, drawCode(id, named.get(id) ?? at));
      return given(codes.get(id));
    },
    startPiece(piece) {
      used.clear();
      lacks = false;
      owner = `${piece.component}/${piece.id}`;
      named = namesIn(piece.values);
    },
    used: () => [...used],
    lacking: () => lacks,
    load(face) {
      const wanted = photographsIn(face).filter(({ path }) => !photographs.has(path));
      if (wanted.length === 0) return undefined;
      return (async () => {
        for (const { path, at } of wanted) {
          const bytes = readAsset(path, at);
          photographs.set(
            path,
            bytes && (await readImage(`assets/${path}`, bytes, diagnostics, named.get(path) ?? at)),
          );
        }
      })();
    },
  };
}

/** What a piece calls by name (pictures, icons, links) → where it does. */
const namesIn = (values: Values): ReadonlyMap<string, Span> =>
  new Map(Object.values(values).flatMap((value) => namesInValue(value)));

function namesInValue(value: FieldValue): (readonly [string, Span])[] {
  switch (value.kind) {
    case "icon":
    case "image":
    case "link":
      return [[value.value, value.at]];
    case "list":
      return value.items.flatMap(namesInValue);
    case "group":
      return [...namesIn(value.values)];
    default:
      return [];
  }
}

function photographsIn(element: MarkupElement): { path: string; at: Span | undefined }[] {
  const { src } = element.attributes;
  const own = element.name === "img" && src && !isDrawing(src) ? [{ path: src, at: element.at }] : [];
  return [...own, ...element.children.flatMap((child) => (child.kind === "element" ? photographsIn(child) : []))];
}
