/** The kit's pictures, icons and codes, each read once and kept. */
import {
  encodeQr,
  type Icons,
  type ImageAsset,
  LEAST_MODULE,
  parseSvg,
  qrSide,
  readImage,
  reportQrTooLong,
  type VectorArt,
} from "../assets/index.js";
import type { MarkupElement } from "../compose/index.js";
import type { KitFiles } from "../content/index.js";
import type { Link } from "../content/kit.js";
import { type Diagnostics, type Span, suggest } from "../diagnostics/index.js";
import type { PictureSource } from "../layout/index.js";
import * as say from "./messages.js";

export interface KitPictures extends PictureSource {
  /** Reads the photographs that a face shows: layout itself never waits. Undefined when there is nothing to wait for. */
  load(face: MarkupElement): Promise<void> | undefined;
}

export interface PictureTools {
  readonly files: KitFiles;
  readonly icons: Icons;
  readonly links: ReadonlyMap<string, Link>;
  readonly diagnostics: Diagnostics;
}

const isDrawing = (path: string): boolean => /\.svg$/i.test(path);

export function openPictures({ files, icons, links, diagnostics }: PictureTools): KitPictures {
  const drawings = new Map<string, VectorArt | undefined>();
  const photographs = new Map<string, ImageAsset | undefined>();
  const codes = new Map<string, ReturnType<PictureSource["code"]>>();

  const readDrawing = (path: string, at: Span | undefined): VectorArt | undefined => {
    const bytes = files.read(`assets/${path}`, at);
    return bytes && parseSvg({ name: `assets/${path}`, text: new TextDecoder().decode(bytes) }, diagnostics, at);
  };
  const drawCode = (id: string, at: Span | undefined): ReturnType<PictureSource["code"]> => {
    const link = links.get(id);
    if (!link) {
      diagnostics.report(say.unknownLink(at, id, suggest(id, links.keys())));
      return undefined;
    }
    const code = encodeQr(link.url);
    if (!code) {
      reportQrTooLong(link.url, diagnostics, link.at);
      return undefined;
    }
    return { code, side: qrSide(code), leastSide: qrSide(code, LEAST_MODULE) };
  };
  return {
    icon(name, at) {
      const art = icons.find(name);
      if (!art) diagnostics.report(icons.explain(name, at));
      return art;
    },
    file(path, at) {
      if (!isDrawing(path)) return photographs.get(path);
      if (!drawings.has(path)) drawings.set(path, readDrawing(path, at));
      return drawings.get(path);
    },
    code(id, at) {
      if (!codes.has(id)) codes.set(id, drawCode(id, at));
      return codes.get(id);
    },
    load(face) {
      const wanted = photographsIn(face).filter(({ path }) => !photographs.has(path));
      if (wanted.length === 0) return undefined;
      return (async () => {
        for (const { path, at } of wanted) {
          const name = `assets/${path}`;
          const bytes = files.read(name, at);
          photographs.set(path, bytes && (await readImage(name, bytes, diagnostics, at)));
        }
      })();
    },
  };
}

function photographsIn(element: MarkupElement): { path: string; at: Span | undefined }[] {
  const { src } = element.attributes;
  const own = element.name === "img" && src && !isDrawing(src) ? [{ path: src, at: element.at }] : [];
  return [...own, ...element.children.flatMap((child) => (child.kind === "element" ? photographsIn(child) : []))];
}
