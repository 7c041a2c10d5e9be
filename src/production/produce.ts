/** Planned files + faces → PDFs handed to the delivery, and the manifest of what they hold. */
import type { Component, Piece } from "../content/kit.js";
import { type Delivery, landing, type Manifest, type ManifestFile, sha256 } from "../deliver/index.js";
import type { Face } from "../faces/index.js";
import type { FaceSlot, Sheet } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Output } from "../plan/outputs.js";
import { trimOf } from "../plan/sizes.js";
import type { Renderer } from "../render/index.js";
import type { Shaper } from "../text/index.js";
import type { FaceNeeds, MadePieces } from "./all-faces.js";
import { breath } from "./breath.js";
import { createLabelSetter, labelFamily } from "./labels.js";
import { sketchOf } from "./sketch.js";

export interface ProduceTools extends FaceNeeds {
  readonly local: LocalKit;
  readonly renderer: Renderer;
  readonly shaper: Shaper;
  readonly pieces: MadePieces;
  readonly delivery: Delivery | undefined;
  readonly onFile: ((file: ManifestFile) => void) | undefined;
}

/** Renders one file after the other; none is kept once it is delivered. */
export async function produce(outputs: readonly Output[], tools: ProduceTools): Promise<Manifest> {
  const { local, pieces, delivery, onFile } = tools;
  const files: ManifestFile[] = [];
  for (const output of outputs) {
    const { bytes } = await renderOutput(output, tools);
    delivery?.add(output.path, bytes);
    const file = describe(output, bytes, pieces);
    files.push(file);
    onFile?.(file);
    await breath();
  }
  const { kit } = local;
  return {
    schema: "mallette.manifest/1",
    kit: kit.id,
    version: kit.version,
    date: kit.date,
    locale: local.locale,
    pieces: pieces.list,
    files,
  };
}

function renderOutput(output: Output, tools: ProduceTools) {
  const { local, renderer, maker, shaper } = tools;
  const { kit } = local;
  const named = new Map(
    output.components.flatMap((component) =>
      component.pieces.map((piece): [string, [Component, Piece]] => [
        `${component.id}/${piece.id}`,
        [component, piece],
      ]),
    ),
  );
  const hasBacks = output.imposed.sheets.some(({ back }) => back);
  return renderer.render({
    info: {
      title: `${kit.title} – ${output.title}`,
      author: kit.author,
      subject: kit.licence,
      lang: local.locale,
      date: kit.date,
      creator: "mallette",
      duplex: hasBacks && (output.duplex === "long-edge" || output.duplex === "short-edge") ? output.duplex : "none",
    },
    sheets: output.imposed.sheets,
    pause: breath,
    face: (slot) => faceOf(slot, named, output, tools),
    label: createLabelSetter(labelFamily(kit), { fonts: maker.fonts, shaper, lang: local.locale }),
    outline: outlineOf,
  });
}

function faceOf(
  slot: FaceSlot,
  named: ReadonlyMap<string, readonly [Component, Piece]>,
  output: Output,
  { kit, maker, papers }: ProduceTools,
): Face {
  const [component, piece] = named.get(slot.piece)!;
  const format = kit.formats.get(piece.format)!;
  const faces = maker.faces(component, piece, trimOf(format, papers.get(output.paper)));
  // Photographs were read when all faces were made: there is nothing left to wait for.
  if (faces instanceof Promise) throw new Error(`the face of ${slot.piece} is not ready`);
  const face = faces?.[slot.side] ?? blankFace(slot);
  return slot.sketch ? sketchOf(face) : face;
}

/** A piece whose template leaves this side empty. */
const blankFace = ({ trim, bleed }: FaceSlot): Face => ({
  key: `blank-${trim.width}-${trim.height}-${bleed}`,
  codes: [],
  page: {
    trim,
    bleed,
    radius: 0,
    frame: { size: { width: trim.width + 2 * bleed, height: trim.height + 2 * bleed }, items: [] },
  },
});

/** An outline entry names the pieces of a sheet's front. */
function outlineOf(sheet: Sheet, side: "front" | "back"): string | undefined {
  if (side === "back") return undefined;
  const names = [...new Set(sheet.front.placements.map(({ slot }) => slot.piece.split("/")[1]!))];
  const shown = names.slice(0, 3).join(", ");
  return `${sheet.number}/${sheet.total}${shown ? ` : ${shown}` : ""}${names.length > 3 ? "…" : ""}`;
}

function describe(output: Output, bytes: Uint8Array, pieces: MadePieces): ManifestFile {
  const { imposed } = output;
  const { pages, faces, codes } = landing(imposed.sheets, (piece, side) => pieces.facts(output.paper, piece, side));
  return {
    path: output.path,
    title: output.title,
    target: output.target,
    paper: output.paper,
    components: output.components.map(({ id }) => id),
    duplex: output.duplex,
    pages,
    sheets: imposed.sheets.length,
    cuts: imposed.cuts,
    bytes: bytes.length,
    sha256: sha256(bytes),
    faces,
    codes,
  };
}
