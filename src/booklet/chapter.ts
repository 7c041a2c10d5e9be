/** A chapter → its pages before they have numbers: stretches of running text, or faces designed whole. */
import type { ComposedChapter, MarkupElement } from "../compose/index.js";
import type { Piece } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { Face, Workbench } from "../faces/index.js";
import type { FaceSpec, FlowPage } from "../layout/index.js";
import type { Pt, Size } from "../units.js";
import type { Prepare } from "./thumbnails.js";

/** A page of a chapter: what it shows, and what begins on it. */
export interface ChapterPage {
  readonly content:
    | { readonly kind: "flow"; readonly flow: FlowPage }
    | { readonly kind: "whole"; readonly face: Face };
  /** Anchors that stand on it, from the top of the text's box or of the page. */
  readonly anchors: ReadonlyMap<string, Pt>;
  readonly side: "left" | "right" | undefined;
  readonly isFirst: boolean;
}

export interface LaidChapter {
  readonly piece: Piece;
  readonly pages: readonly ChapterPage[];
}

export interface ChapterRoom {
  /** The box that text runs through. */
  readonly slot: Size;
  readonly trim: Size;
  /** What all faces of the booklet share. */
  readonly spec: Omit<FaceSpec, "name">;
  readonly locale: string;
  /** All templates whose styles speak on its pages. */
  readonly templates: readonly string[];
}

export interface PageTools {
  readonly bench: Workbench;
  readonly prepare: Prepare;
  readonly diagnostics: Diagnostics;
}

/** Lays out a composed chapter; its pictures are loaded first. */
export async function layOutChapter(
  piece: Piece,
  composed: ComposedChapter,
  room: ChapterRoom,
  { bench, prepare, diagnostics }: PageTools,
): Promise<LaidChapter> {
  const { trim, slot, templates, locale } = room;
  const name = { piece: `${piece.component}/${piece.id}`, side: "front", locale } as const;
  if (composed.kind === "pages") {
    const make = async (markup: MarkupElement, side: "front" | "back"): Promise<Face> => {
      await prepare(markup, piece);
      const styled = bench.style(markup, templates, trim);
      const page = bench.layouter.layOut(styled, { ...room.spec, name: { ...name, side } }, diagnostics);
      return bench.face(page);
    };
    const faces = [await make(composed.front, "front"), composed.back && (await make(composed.back, "back"))];
    const pages = faces.flatMap((face, index): ChapterPage[] => {
      const anchors = new Map(index === 0 ? [[piece.id, 0]] : []);
      return face ? [{ content: { kind: "whole", face }, anchors, side: undefined, isFirst: index === 0 }] : [];
    });
    return { piece, pages };
  }
  await prepare(composed.flow, piece);
  const styled = bench.style(composed.flow, templates, trim);
  const flows = bench.layouter.layOutFlow(styled, { name, width: slot.width, height: slot.height }, diagnostics);
  const opens = openingSide(composed.flow);
  const pages = flows.map((flow, index): ChapterPage => {
    const anchors = index === 0 ? new Map([[piece.id, 0], ...flow.anchors]) : flow.anchors;
    const side = index === 0 ? (opens ?? flow.side) : flow.side;
    return { content: { kind: "flow", flow }, anchors, side, isFirst: index === 0 };
  });
  return { piece, pages };
}

/** `<flow opens="right">`: the side on which the chapter begins; `recto` and `verso` are its names in any direction. */
function openingSide({ attributes: { opens } }: MarkupElement): "left" | "right" | undefined {
  if (opens === "recto" || opens === "right") return "right";
  return opens === "verso" || opens === "left" ? "left" : undefined;
}
