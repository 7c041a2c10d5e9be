/**
 * Faces: a piece → its laid-out faces, by way of compose, style and layout, each made once for all sheets and files.
 *
 * Finished faces are kept by what they depend on, so that in a warm process an edit makes one face anew.
 */

import { type Composer, createComposer, type MarkupElement } from "../compose/index.js";
import type { KitFiles } from "../content/index.js";
import type { Component, Format, Piece } from "../content/kit.js";
import { Diagnostics } from "../diagnostics/index.js";
import { frameHash } from "../layout/frame-hash.js";
import { createLayouter, type FacePage, type Layouter } from "../layout/index.js";
import type { LocalKit } from "../localise/index.js";
import { type CssText, createStyler, parseTheme, type StyledElement, type Styler } from "../style/index.js";
import { type FontStore, loadHyphenation } from "../text/index.js";
import type { Size } from "../units.js";
import { checkFonts, type FontWork } from "./check-fonts.js";
import { type CodeOnFace, codesOn } from "./codes.js";
import { openFonts } from "./fonts.js";
import { inputKey } from "./input-key.js";
import { type FaceMemory, keepFaces } from "./memory.js";
import { type KitPictures, openPictures } from "./pictures.js";
import type { Relay } from "./relay.js";
import { createTextFinder, type FaceText } from "./texts.js";

export type { CodeOnFace } from "./codes.js";
export { keepOuts } from "./keep-outs.js";
export { lettersWithoutFont } from "./letters.js";
export { createFaceMemory, type FaceMemory } from "./memory.js";
export { PAPER_FORMAT, pieceNamed } from "./piece-named.js";
export type { FaceText } from "./texts.js";

/** A face ready to be placed. */
export interface Face {
  /** Hash of all that can be seen of it. */
  readonly key: string;
  readonly page: FacePage;
  readonly codes: readonly CodeOnFace[];
  /** The texts of the kit on it. */
  readonly texts: readonly FaceText[];
}

export interface PieceFaces {
  readonly front: Face;
  readonly back: Face | undefined;
}

/** The tools by which faces are made, for pages that are not pieces. */
export interface Workbench {
  readonly composer: Composer;
  readonly layouter: Layouter;
  readonly pictures: KitPictures;
  /** Styles markup by the theme and the styles of all `templates`, at a trim; what it says of fonts is reported. */
  style(markup: MarkupElement, templates: readonly string[], trim: Size): StyledElement;
  /** Styles markup of the program's own by the theme, then by the styles that come with it. */
  styleOwn(markup: MarkupElement, css: CssText, trim: Size): StyledElement;
  /** A laid-out page with all that is told of it; `own` is the piece that it shows, if it is one alone. */
  face(page: FacePage, own?: Piece): Face;
}

export interface FaceMaker {
  readonly fonts: FontStore;
  readonly bench: Workbench;
  /** The faces of a piece at a trim size; undefined when its template cannot be filled in. */
  faces(component: Component, piece: Piece, trim: Size): Promise<PieceFaces | undefined> | PieceFaces | undefined;
}

/** A maker of faces for one build of a kit in one language; what it makes is kept in `memory`. */
export async function createFaceMaker(
  local: LocalKit,
  files: KitFiles,
  memory: FaceMemory,
  diagnostics: Diagnostics,
): Promise<FaceMaker> {
  // Texts without a translation are cut as the original is; first, for it knows no words of the other's profile.
  loadHyphenation(local.kit.locale);
  loadHyphenation(local.locale, local.hyphens);
  const fonts = openFonts(local.kit.fonts, memory.shaper, memory.shelf, diagnostics);
  const pieceNames = (): readonly string[] =>
    local.kit.components.flatMap(({ id, pieces }) => pieces.map((piece) => `${id}/${piece.id}`));
  const pictures = openPictures({ files, icons: memory.icons, links: local.kit.links, pieceNames, diagnostics });
  const { locale: lang, number } = local;
  const layouter = await createLayouter({ fonts, shaper: memory.shaper, pictures, lang, number });
  const kept = keepFaces(memory, local, files);
  const { templates, stylers, relay } = kept.tools;
  relay.aimAt(diagnostics);
  const composer = createComposer(local, files, templates, relay);
  const workshop: Workshop = {
    local,
    fonts,
    pictures,
    layouter,
    composer,
    diagnostics,
    relay,
    stylers,
    seen: new WeakSet(),
    unknown: new Set(),
    flawed: new Set(),
  };
  const textsOn = createTextFinder(local);
  const face = (page: FacePage, own?: Piece): Face => ({
    key: frameHash(page),
    page,
    codes: codesOn(page),
    texts: textsOn(page, own),
  });
  let rules: Theme | undefined;
  const theme = (): Theme => {
    const source = local.kit.theme;
    rules ??= parseTheme(source && { source, text: source.text, start: 0 }, relay);
    return rules;
  };
  // Its mistakes are told even when no piece can be made.
  if (stylers.size === 0) theme();
  const bench: Workbench = {
    composer,
    layouter,
    pictures,
    style(markup, templates, trim) {
      const styled = stylerOf(workshop, theme, templates, trim).style(markup);
      checkFonts(styled, workshop, { problems: diagnostics, templates });
      return styled;
    },
    styleOwn(markup, css, trim) {
      const key = `${css.source.name}|${trim.width}|${trim.height}`;
      const styler = stylers.get(key) ?? createStyler(theme(), [css], trim, relay);
      stylers.set(key, styler);
      return styler.style(markup);
    },
    face,
  };
  return {
    fonts,
    bench,
    faces(component, piece, trim) {
      const key = inputKey(component, piece, trim);
      const known = kept.find(key);
      if (known) return known;
      const told = diagnostics.all.length;
      const composed = composer.compose(component, piece);
      const format = local.kit.formats.get(piece.format);
      if (!composed || !format) return undefined;
      const finish = (): PieceFaces => {
        const problems = new Diagnostics();
        pictures.startPiece(piece);
        const styler = stylerOf(workshop, theme, [piece.template], trim);
        const make = (markup: MarkupElement, side: "front" | "back"): Face =>
          face(layOutFace(workshop, styler.style(markup), { component, piece, side, format, trim, problems }), piece);
        const faces = { front: make(composed.front, "front"), back: composed.back && make(composed.back, "back") };
        // Templates and styles tell their problems once a build: none of their faces may hide them from the next.
        if (diagnostics.all.length > told) workshop.flawed.add(piece.template);
        for (const problem of problems.all) diagnostics.report(problem);
        // A face with a problem is made again next time, so that the problem is told again, with its place of then.
        const isSound =
          problems.all.length === 0 &&
          !pictures.lacking() &&
          !workshop.flawed.has(piece.template) &&
          workshop.unknown.size === 0;
        if (isSound) kept.keep(key, faces, pictures.used());
        return faces;
      };
      pictures.startPiece(piece);
      const waits = [composed.front, composed.back]
        .flatMap((face) => (face ? [pictures.load(face)] : []))
        .filter(Boolean);
      return waits.length > 0 ? Promise.all(waits).then(finish) : finish();
    },
  };
}

interface Workshop extends FontWork {
  readonly pictures: KitPictures;
  readonly layouter: Layouter;
  readonly diagnostics: Diagnostics;
  readonly relay: Relay;
  readonly stylers: Map<string, Styler>;
  /** Templates of which something was told in this build. */
  readonly flawed: Set<string>;
}

type Theme = ReturnType<typeof parseTheme>;

/** `templates`: those whose styles speak together; one for a card, all of a booklet's for its pages. */
function stylerOf(workshop: Workshop, theme: () => Theme, templates: readonly string[], trim: Size): Styler {
  const key = `${templates.join()}|${trim.width}|${trim.height}`;
  let styler = workshop.stylers.get(key);
  if (!styler) {
    styler = createStyler(
      theme(),
      templates.flatMap((name) => workshop.composer.styles(name)),
      trim,
      workshop.relay,
    );
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

function layOutFace(workshop: Workshop, styled: StyledElement, job: FaceJob): FacePage {
  checkFonts(styled, workshop, { problems: job.problems, templates: [job.piece.template] });
  const { format, trim, side } = job;
  const name = { piece: `${job.component.id}/${job.piece.id}`, side, locale: workshop.local.locale };
  const spec = { name, trim, bleed: format.bleed, safe: format.safe, radius: format.radius };
  return workshop.layouter.layOut(styled, spec, job.problems);
}
