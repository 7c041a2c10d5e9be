/**
 * Faces: a piece → its laid-out faces, by way of compose, style and layout, each made once for all sheets and files.
 *
 * Finished faces are kept by what they depend on, so that in a warm process an edit makes one face anew.
 */

import { type Icons, openIcons } from "../assets/index.js";
import { type Composer, createComposer, type MarkupElement } from "../compose/index.js";
import type { KitFiles } from "../content/index.js";
import type { Component, Format, Piece } from "../content/kit.js";
import { Diagnostics, suggest } from "../diagnostics/index.js";
import { createLayouter, type FacePage, type Layouter } from "../layout/index.js";
import type { LocalKit } from "../localise/index.js";
import { frameHash } from "../render/face-key.js";
import { createStyler, parseTheme, type StyledElement, type Styler } from "../style/index.js";
import { type FontStore, loadHyphenation, loadShaper, type Shaper } from "../text/index.js";
import type { Size } from "../units.js";
import { type CodeOnFace, codesOn } from "./codes.js";
import { type FontShelf, openFonts } from "./fonts.js";
import { inputKey } from "./input-key.js";
import * as say from "./messages.js";
import { type KitPictures, openPictures } from "./pictures.js";

export type { CodeOnFace } from "./codes.js";

/** A face ready to be placed. */
export interface Face {
  /** Hash of all that can be seen of it. */
  readonly key: string;
  readonly page: FacePage;
  readonly codes: readonly CodeOnFace[];
}

export interface PieceFaces {
  readonly front: Face;
  readonly back: Face | undefined;
}

/** What outlives a build: opened fonts and icons, finished faces. */
export interface FaceMemory {
  readonly shaper: Shaper;
  readonly shelf: FontShelf;
  readonly icons: Icons;
  /** By everything that the kit's faces share (theme, templates, words …), then by piece. */
  readonly kits: Map<string, Map<string, PieceFaces>>;
}

export async function createFaceMemory(resolvePackage: (name: string) => string | undefined): Promise<FaceMemory> {
  return { shaper: await loadShaper(), shelf: new Map(), icons: openIcons(resolvePackage), kits: new Map() };
}

export interface FaceMaker {
  readonly fonts: FontStore;
  /** The faces of a piece at a trim size; undefined when its template cannot be filled in. */
  faces(component: Component, piece: Piece, trim: Size): Promise<PieceFaces | undefined> | PieceFaces | undefined;
}

/** Faces kept at most: beyond, a kit is a book of thousands, and making a face again costs less than keeping it. */
const MOST_KEPT = 3000;

export async function createFaceMaker(
  local: LocalKit,
  files: KitFiles,
  memory: FaceMemory,
  diagnostics: Diagnostics,
): Promise<FaceMaker> {
  await loadHyphenation(local.locale);
  const fonts = openFonts(local.kit.fonts, memory.shaper, memory.shelf, diagnostics);
  const pictures = openPictures({ files, icons: memory.icons, links: local.kit.links, diagnostics });
  const layouter = await createLayouter({ fonts, shaper: memory.shaper, pictures, lang: local.locale });
  const composer = createComposer(local, files, diagnostics);
  const workshop: Workshop = {
    local,
    fonts,
    pictures,
    layouter,
    composer,
    diagnostics,
    stylers: new Map(),
    seen: new WeakSet(),
  };
  const kept = keptFaces(memory, sharedKey(local, files));
  const theme = parseTheme(
    local.kit.theme && { source: local.kit.theme, text: local.kit.theme.text, start: 0 },
    diagnostics,
  );
  return {
    fonts,
    faces(component, piece, trim) {
      const key = inputKey(piece, component.title, trim);
      const known = kept.get(key);
      if (known) return known;
      const composed = composer.compose(component, piece);
      if (!composed) return undefined;
      const finish = (): PieceFaces | undefined => {
        const format = local.kit.formats.get(piece.format);
        if (!format) return undefined;
        const problems = new Diagnostics();
        const styler = stylerOf(workshop, theme, piece.template, trim);
        const make = (markup: MarkupElement, side: "front" | "back"): Face =>
          makeFace(workshop, styler.style(markup), { component, piece, side, format, trim, problems });
        const faces = { front: make(composed.front, "front"), back: composed.back && make(composed.back, "back") };
        for (const problem of problems.all) diagnostics.report(problem);
        // A face with a problem is made again next time: its places in the sources would be out of date.
        if (problems.all.length === 0 && kept.size < MOST_KEPT) kept.set(key, faces);
        return faces;
      };
      const waits = [composed.front, composed.back]
        .flatMap((face) => (face ? [pictures.load(face)] : []))
        .filter(Boolean);
      return waits.length > 0 ? Promise.all(waits).then(finish) : finish();
    },
  };
}

interface Workshop {
  readonly local: LocalKit;
  readonly fonts: FontStore;
  readonly pictures: KitPictures;
  readonly layouter: Layouter;
  readonly composer: Composer;
  readonly diagnostics: Diagnostics;
  readonly stylers: Map<string, Styler>;
  /** Styles whose fonts were looked at. */
  readonly seen: WeakSet<object>;
}

function stylerOf(workshop: Workshop, theme: ReturnType<typeof parseTheme>, template: string, trim: Size): Styler {
  const key = `${template}|${trim.width}|${trim.height}`;
  let styler = workshop.stylers.get(key);
  if (!styler) {
    styler = createStyler(theme, workshop.composer.styles(template), trim, workshop.diagnostics);
    workshop.stylers.set(key, styler);
  }
  return styler;
}

interface FaceJob {
  readonly component: Component;
  readonly piece: Piece;
  readonly side: "front" | "back";
  readonly format: Format;
  readonly trim: Size;
  readonly problems: Diagnostics;
}

function makeFace(workshop: Workshop, styled: StyledElement, job: FaceJob): Face {
  checkFonts(styled, workshop, job.problems);
  const { format, trim, side } = job;
  const name = { piece: `${job.component.id}/${job.piece.id}`, side, locale: workshop.local.locale };
  const spec = { name, trim, bleed: format.bleed, safe: format.safe, radius: format.radius };
  const page = workshop.layouter.layOut(styled, spec, job.problems);
  return { key: frameHash(page), page, codes: codesOn(page) };
}

/** Every family that a style asks for must be one of the kit's. */
function checkFonts(element: StyledElement, workshop: Workshop, problems: Diagnostics): void {
  if (!workshop.seen.has(element.style)) {
    workshop.seen.add(element.style);
    const { families } = workshop.fonts;
    for (const family of element.style.fontFamily) {
      if (!families.has(family))
        problems.report(say.unknownFont(element.element.at, family, suggest(family, families)));
    }
  }
  for (const child of element.children) if (child.kind === "element") checkFonts(child, workshop, problems);
}

function keptFaces(memory: FaceMemory, key: string): Map<string, PieceFaces> {
  const kept = memory.kits.get(key) ?? new Map<string, PieceFaces>();
  // Only the faces of the last kit are kept: an edit of the theme changes them all.
  memory.kits.clear();
  memory.kits.set(key, kept);
  return kept;
}

/** Everything that all faces of a kit depend on. */
function sharedKey({ kit, locale }: LocalKit, files: KitFiles): string {
  const words = [...kit.ui].map(([name, text]) => `${name}=${text.value}`).join("\n");
  const links = [...kit.links.values()]
    .map(({ id, url, title, language }) => `${id}=${url}|${title.value}|${language}`)
    .join("\n");
  const formats = [...kit.formats.values()].map(({ at, ...format }) => JSON.stringify(format)).join("\n");
  const fonts = kit.fonts.families.flatMap(({ name, faces }) => faces.map(({ path }) => `${name}|${path}`)).join("\n");
  const parts = files.list("templates").filter((name) => name.endsWith(".hbs"));
  const templates = parts.map(
    (name) =>
      kit.sources.find((source) => source.name === `templates/${name}`)?.text ??
      new TextDecoder().decode(files.read(`templates/${name}`)),
  );
  const names = [kit.id, kit.title, kit.version, kit.date, kit.locale, kit.author, kit.licence, locale];
  return [...names, kit.theme?.text ?? "", words, links, formats, fonts, ...templates].join("\u0005");
}
