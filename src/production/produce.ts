/**
 * Planned files → faces, checked and drawn in one go, → PDFs handed to the delivery, and the manifest of what they hold.
 *
 * From the first error on nothing is drawn any more: the rest is only looked at, so that every problem is told.
 */
import type { Kit } from "../content/kit.js";
import {
  type Delivery,
  fileSum,
  landing,
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestFile,
  type PlacedCode,
} from "../deliver/index.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { Face } from "../faces/index.js";
import type { FaceSlot, Sheet } from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Output } from "../plan/outputs.js";
import type { DocumentInfo, Renderer } from "../render/index.js";
import type { Shaper } from "../text/index.js";
import type { Pt } from "../units.js";
import { breath } from "./breath.js";
import { writeCutFiles } from "./cut-files.js";
import { blankFace, type FaceNeeds, facesOf } from "./faces-of.js";
import { createLabelSetter, textFace, titleFace } from "./labels.js";
import { navigationOf } from "./navigation.js";
import { MadePieces } from "./pieces.js";
import type { Press } from "./press.js";

export interface ProduceTools extends FaceNeeds {
  readonly local: LocalKit;
  readonly renderer: Renderer;
  readonly shaper: Shaper;
  readonly delivery: Delivery | undefined;
  readonly diagnostics: Diagnostics;
  /** Told of each face when a file first places it. */
  readonly onFace?: ((output: Output, slot: FaceSlot, face: Face) => void) | undefined;
  /** For files of the target `press`. */
  readonly press: Press | undefined;
  readonly onFile: ((file: ManifestFile) => void) | undefined;
}

/** Renders one file after the other, straight to the disk. Undefined when the kit has errors; they were reported. */
export async function produce(outputs: readonly Output[], tools: ProduceTools): Promise<Manifest | undefined> {
  const { local, diagnostics } = tools;
  const { kit } = local;
  const made = new MadePieces();
  const files: ManifestFile[] = [];
  for (const output of outputs) {
    if (!diagnostics.hasErrors) files.push(await makeFile(output, tools, made));
    else await facesOf(output, tools, made).checkAll(breath);
  }
  if (diagnostics.hasErrors) return undefined;
  return {
    schema: MANIFEST_SCHEMA,
    kit: kit.id,
    version: kit.version,
    date: kit.date,
    locale: local.locale,
    pieces: made.list(local),
    files,
  };
}

async function makeFile(output: Output, tools: ProduceTools, made: MadePieces): Promise<ManifestFile> {
  const { local, renderer, shaper, maker, delivery, diagnostics, onFace, onFile } = tools;
  const press = output.target === "press" ? tools.press : undefined;
  const faces = facesOf(output, tools, made);
  const file = delivery?.open(output.path);
  const sum = fileSum();
  const setting = { fonts: maker.fonts, shaper, lang: local.locale, direction: local.direction };
  const setText = createLabelSetter(textFace(local.kit), setting);
  const setTitle = createLabelSetter(titleFace(local.kit), setting);
  const document = {
    info: { ...infoOf(output, local), intent: press?.intent },
    separation: press?.separation,
    sheets: output.imposed.sheets,
    pause: breath,
    face: async (slot: FaceSlot) => {
      const face = await faces.on(slot);
      if (face) onFace?.(output, slot, face);
      return face && !diagnostics.hasErrors ? face : blankFace(slot);
    },
    label: (text: string, size: Pt, face?: "title") => (face === "title" ? setTitle : setText)(text, size),
    ...(output.booklet && output.pageByPage
      ? { navigation: navigationOf(output.booklet, local) }
      : { outline: press ? undefined : outlineOf }),
  };
  await renderer.render(document, (chunk) => {
    sum.add(chunk);
    file?.write(chunk);
  });
  file?.close();
  // Outlines of sheets that nobody will print are of no use.
  const cutFiles = diagnostics.hasErrors ? [] : writeCutFiles(output, delivery);
  const entry = { ...describe(output, sum, made, local.kit), ...(cutFiles.length > 0 && { cutFiles }) };
  if (!diagnostics.hasErrors) onFile?.(entry);
  return entry;
}

function infoOf({ title, imposed, duplex }: Output, { kit, locale, direction, plain }: LocalKit): DocumentInfo {
  const hasBacks = imposed.sheets.some(({ back }) => back);
  return {
    title: `${plain(kit.title)} – ${title}`,
    author: plain(kit.author),
    subject: plain(kit.licence),
    lang: locale,
    direction,
    date: kit.date,
    creator: "mallette",
    duplex: hasBacks && (duplex === "long-edge" || duplex === "short-edge") ? duplex : "none",
  };
}

/** An outline entry names the pieces of a sheet's front. */
function outlineOf(sheet: Sheet, side: "front" | "back"): string | undefined {
  if (side === "back") return undefined;
  const names = [...new Set(sheet.front.placements.map(({ slot }) => slot.piece.split("/")[1]!))];
  const shown = names.slice(0, 3).join(", ");
  return `${sheet.number}/${sheet.total}${shown ? ` · ${shown}` : ""}${names.length > 3 ? "…" : ""}`;
}

function describe(output: Output, sum: ReturnType<typeof fileSum>, made: MadePieces, kit: Kit): ManifestFile {
  const { imposed } = output;
  const { pages, faces, codes } = landing(imposed.sheets, (piece, side) => made.facts(output.paper, piece, side));
  return {
    path: output.path,
    title: output.title,
    target: output.target,
    paper: output.paper,
    components: output.components.map(({ id }) => id),
    duplex: output.duplex,
    ...(output.printer !== undefined && { printer: output.printer }),
    ...(output.pass !== undefined && { pass: output.pass }),
    pages,
    sheets: imposed.sheets.length,
    cuts: imposed.cuts,
    bytes: sum.bytes,
    sha256: sum.sha256(),
    faces,
    codes: kit.redirect === undefined ? codes : codes.map((code) => withTarget(code, kit)),
  };
}

const withTarget = ({ link, url, ...place }: PlacedCode, { links }: Kit): PlacedCode => ({
  link,
  url,
  target: links.get(link)?.url,
  ...place,
});
