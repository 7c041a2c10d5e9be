/**
 * Build: the whole line on one screen.
 *
 *     content ── translation ── localise ── (compose ── style ── layout: a face) ── impose ── registration ── render ── deliver
 */
import { join } from "node:path";
import { prepareImage } from "./assets/index.js";
import { type KitMemory, packageFolder } from "./content/index.js";
import { openDelivery } from "./deliver/index.js";
import { Diagnostics } from "./diagnostics/index.js";
import { createFaceMemory } from "./faces/index.js";
import { createPainter, type PrepareImage } from "./picture/index.js";
import { nothingToPack } from "./plan/messages.js";
import { planOutputs } from "./plan/outputs.js";
import { picturedComponents } from "./plan/pictures.js";
import { pullGroups } from "./plan/pull-lines.js";
import { DEFAULT_REQUEST } from "./plan/request.js";
import { drawsBack } from "./plan/sizes.js";
import { inTwoPasses } from "./plan/two-pass.js";
import { layOutBooklets } from "./production/booklets.js";
import { breath } from "./production/breath.js";
import { checkLetters } from "./production/labels.js";
import { producePictures } from "./production/pictures.js";
import { produce } from "./production/produce.js";
import { boardKeepOuts } from "./production/seams.js";
import { proveRegistration } from "./registration/index.js";
import { createRenderer } from "./render/index.js";
import { isOrdered, openReader, watchFaces } from "./ticket/index.js";
import { finish } from "./workshop/finish.js";
import { openKit, type Tools } from "./workshop/open.js";
import type { BuildOptions, BuildResult, PictureOptions, PictureResult } from "./workshop/options.js";

export type { BuildOptions, BuildResult, PictureOptions, PictureResult } from "./workshop/options.js";

/** A kit's folder with everything worth keeping between two builds. */
export interface Workshop {
  build(options: BuildOptions): Promise<BuildResult>;
  /** Pictures of faces, without paper: for screens, for makers of cards that take pictures, for games on a screen. */
  pictures(options: PictureOptions): Promise<PictureResult>;
}

/** Opens a kit's folder. Fonts, icons, finished faces and drawings stay in memory for the next build. */
export async function openWorkshop(root: string): Promise<Workshop> {
  // HarfBuzz is on its way while the kit is read.
  const memory = createFaceMemory((name) => packageFolder(name, root));
  memory.catch(() => {
    // Whoever builds hears of it there.
  });
  const sources: KitMemory = new Map();
  const renderer = createRenderer({ prepareImage: preparePrinted });
  return {
    build: (options) => build(root, options, { sources, memory, renderer }),
    pictures: (options) => makePictures(root, options, { sources, memory, renderer }),
  };
}

const preparePrinted: PrepareImage = (image, printed) =>
  prepareImage(image, { printed, diagnostics: new Diagnostics() });

/** Whoever names a printer, turns the pile by hand or replaces a few cards prints them himself, now. */
const isOrder = ({ request, reprint }: BuildOptions): boolean =>
  request.printer === undefined && request.twoPass === undefined && reprint === undefined;

const failed = (outcome: Exclude<BuildResult["outcome"], "made">, diagnostics: Diagnostics) =>
  ({ ok: false, outcome, problems: diagnostics.all }) as const;

async function build(root: string, options: BuildOptions, tools: Tools): Promise<BuildResult> {
  const diagnostics = new Diagnostics();
  const opened = await openKit(root, options, tools, diagnostics);
  if (typeof opened === "string") return failed(opened, diagnostics);
  const { original, files, kit, papers, printer, press, request, local, maker, folder, memory } = opened;
  checkLetters(kit, maker.fonts, diagnostics);
  const hasBack = (template: string): boolean => drawsBack(kit.templates.get(template));
  const isWanted = (id: string): boolean => request.components.length === 0 || request.components.includes(id);
  const seams = await boardKeepOuts(kit, maker, isWanted);
  const keepOuts = (piece: string) => seams.get(piece) ?? [];
  const booklets = await layOutBooklets(kit, isWanted, { local, maker, diagnostics, pause: breath });
  const { reprint } = options;
  const since = reprint && local.print.say("reprint", { edition: reprint.since });
  const { product } = request;
  const plan = {
    ...{ local: { ...local, since }, request, papers, hasBack, keepOuts, booklets },
    ...{ press: product, printer, reprint },
  };
  const planned = planOutputs(plan, diagnostics);
  const asked = { copies: request.copies, direction: local.direction, hasBack };
  if (!proveRegistration(planned, asked, diagnostics)) return failed("our-fault", diagnostics);
  const outputs = request.twoPass === undefined ? planned : inTwoPasses(planned, request.twoPass, diagnostics);
  const { onFile, zip = false } = options;
  const tickets = options.ticket !== false && isOrder(options);
  if (zip && !(tickets && outputs.some(isOrdered))) {
    diagnostics.report(nothingToPack());
    return failed("bad-request", diagnostics);
  }
  const delivery = folder ? openDelivery(folder) : undefined;
  try {
    const watch = watchFaces();
    const reader = await openReader(request.ticket, { local, maker }, { kit: original, files, memory, diagnostics });
    const drawing = { local, maker, renderer: tools.renderer, shaper: memory.shaper, diagnostics };
    const onFace = tickets ? watch.see : undefined;
    const made = await produce(outputs, { ...drawing, kit, papers, delivery, press, onFace, onFile });
    if (!made) return failed("bad-kit", diagnostics);
    // A product may take some of the kit's sizes only.
    const wholeKit = (request.components.length === 0 && product.trims.length === 0) || reprint !== undefined;
    const { copies } = request;
    const manifest = await finish(outputs, made, {
      ...{ delivery, diagnostics, wholeKit, since: reprint?.since },
      tickets: tickets ? { ...drawing, ...reader, printed: local, watch, delivery, copies, zip } : undefined,
    });
    if (!manifest) return failed("bad-kit", diagnostics);
    const pull = reprint && pullGroups(reprint, plan);
    return { ok: true, outcome: "made", problems: diagnostics.all, manifest, folder, pull };
  } finally {
    delivery?.cancel();
  }
}

/** The folder of pictures, in that of the language. */
const PICTURES = "images";

async function makePictures(root: string, options: PictureOptions, tools: Tools): Promise<PictureResult> {
  const { components, sizes, paper, onFile } = options;
  const diagnostics = new Diagnostics();
  const request = { ...DEFAULT_REQUEST, components, papers: paper === undefined ? undefined : [paper] };
  const opened = await openKit(root, { ...options, request }, tools, diagnostics);
  if (typeof opened === "string") return failed(opened, diagnostics);
  const { kit, local, maker, papers, folder } = opened;
  const wanted = picturedComponents(kit, opened.request.components);
  const isWanted = (id: string): boolean => wanted.some((component) => component.id === id);
  const booklets = await layOutBooklets(kit, isWanted, { local, maker, diagnostics, pause: breath });
  const place = folder && join(folder, PICTURES);
  const delivery = place ? openDelivery(place) : undefined;
  try {
    const painter = createPainter(preparePrinted);
    const needs = { kit, maker, papers, local, paper: opened.request.papers[0]! };
    const made = await producePictures(wanted, sizes, { ...needs, painter, delivery, diagnostics, booklets, onFile });
    if (!made) return failed("bad-kit", diagnostics);
    return { ok: true, outcome: "made", problems: diagnostics.all, files: made, folder: place };
  } finally {
    delivery?.cancel();
  }
}
