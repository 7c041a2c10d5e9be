/** A build that is listened to → every paragraph as it was broken into lines, and what of it stands on which face. */
import type { Frame } from "../../src/layout/frame.js";
import type { Renderer, SheetDocument } from "../../src/render/index.js";
import type { GlyphRun } from "../../src/text/glyphs.js";
import type { Column, MeasuredLine } from "../../src/text/line.js";
import type { Segment } from "../../src/text/segment.js";
import type { Line, ParagraphSpec } from "../../src/text/spec.js";

export interface SetLine {
  readonly measured: MeasuredLine;
  readonly line: Line<unknown>;
}

/** The lines between two breaks that the author asked for. */
export interface SetSegment {
  readonly spec: ParagraphSpec<unknown>;
  readonly segment: Segment;
  readonly lines: readonly SetLine[];
}

type FinishLine = (column: Column<unknown>, measured: MeasuredLine) => Line<unknown>;

const noted = new Map<Column<unknown>, Map<Segment, SetLine[]>>();
const onFaces = new Map<string, Set<GlyphRun>>();
/** Words in margins: the runs shown are copies of those that were set, so they are known by their text. */
const labels = new Set<string>();

/** `finishLine` that notes what it finishes. */
export const listenTo =
  (finish: FinishLine): FinishLine =>
  (column, measured) => {
    const line = finish(column, measured);
    const segments = noted.get(column) ?? new Map<Segment, SetLine[]>();
    noted.set(column, segments);
    segments.set(measured.segment, [...(segments.get(measured.segment) ?? []), { measured, line }]);
    return line;
  };

/** In place of the renderer: asks for every face and label that a sheet shows, and draws nothing. */
export const readingRenderer = (): Renderer => ({
  async render(document: SheetDocument) {
    for (const sheet of document.sheets) {
      for (const side of [sheet.front, sheet.back]) {
        for (const { slot } of side?.placements ?? []) {
          const [component = ""] = slot.piece.split("/");
          const runs = onFaces.get(component) ?? new Set();
          onFaces.set(component, runs);
          noteRuns((await document.face(slot)).page.frame, runs);
        }
        for (const mark of side?.marks ?? []) {
          if (mark.kind !== "text") continue;
          document.label(mark.text, mark.size, mark.face);
          labels.add(mark.text);
        }
      }
    }
  },
});

function noteRuns({ items }: Frame, runs: Set<GlyphRun>): void {
  for (const item of items) {
    if (item.kind === "glyphs") runs.add(item.run);
    if (item.kind === "frame") noteRuns(item.frame, runs);
  }
}

/** The runs that stand on the faces of each component. */
export const printedRuns = (): ReadonlyMap<string, ReadonlySet<GlyphRun>> => onFaces;

/** All that was set and is printed: passes after which a page was laid out anew are left out. */
export function printedSegments(): readonly SetSegment[] {
  const printed = new Set([...onFaces.values()].flatMap((runs) => [...runs]));
  const found: SetSegment[] = [];
  for (const [{ spec }, segments] of noted) {
    for (const [segment, lines] of segments) {
      const isOnFace = lines.some(({ line }) => runsOf(line).some((run) => printed.has(run)));
      if (isOnFace || isLabel(spec)) found.push({ spec, segment, lines });
    }
  }
  return found;
}

const isLabel = ({ inlines: [only, ...others] }: ParagraphSpec<unknown>): boolean =>
  others.length === 0 && only?.kind === "text" && only.tag === undefined && labels.has(only.text);

export const runsOf = ({ pieces }: Line<unknown>): readonly GlyphRun[] =>
  pieces.flatMap((piece) => (piece.kind === "glyphs" ? [piece.run] : []));
