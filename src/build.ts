/**
 * Build: the whole line on one screen.
 *
 *     content ── translation ── localise ── (compose ── style ── layout: a face) ── impose ── registration ── render ── deliver
 */
import { join } from "node:path";
import { prepareImage } from "./assets/index.js";
import {
  filesInLocale,
  type KitMemory,
  loadKit,
  loadPrinters,
  localesOf,
  openKitFiles,
  packageFolder,
} from "./content/index.js";
import type { Kit } from "./content/kit.js";
import { type Manifest, type ManifestFile, openDelivery } from "./deliver/index.js";
import { type Diagnostic, Diagnostics } from "./diagnostics/index.js";
import { createFaceMaker, createFaceMemory, type FaceMemory } from "./faces/index.js";
import { PAPERS } from "./impose/index.js";
import { localise } from "./localise/index.js";
import { createPainter, type PictureSize, type PrepareImage } from "./picture/index.js";
import { nothingToPack, reprintFolder } from "./plan/messages.js";
import { planOutputs } from "./plan/outputs.js";
import { picturedComponents } from "./plan/pictures.js";
import { findPrinter, suitsPapers } from "./plan/printer.js";
import { type PullGroup, pullGroups } from "./plan/pull-lines.js";
import type { Reprint } from "./plan/reprint.js";
import { type BuildRequest, DEFAULT_PAPERS, DEFAULT_REQUEST } from "./plan/request.js";
import { resolveRequest, sameLanguage } from "./plan/resolve-request.js";
import { drawsBack, papersOf } from "./plan/sizes.js";
import { inTwoPasses } from "./plan/two-pass.js";
import { layOutBooklets } from "./production/booklets.js";
import { breath } from "./production/breath.js";
import { checkLetters } from "./production/labels.js";
import { type PictureFile, producePictures } from "./production/pictures.js";
import { openPress } from "./production/press.js";
import { produce } from "./production/produce.js";
import { boardKeepOuts } from "./production/seams.js";
import { stay } from "./production/stay.js";
import { proveRegistration } from "./registration/index.js";
import { createRenderer, type Renderer } from "./render/index.js";
import { readPressInks } from "./style/index.js";
import { isOrdered, makeTickets, openReader, watchFaces } from "./ticket/index.js";
import { openLanguage, PSEUDO_LOCALES } from "./translation/index.js";

/** What is made of which kit, in which language, and where it goes. */
interface CommonOptions {
  /** A language of the kit; its own when none is named. */
  readonly locale?: string | undefined;
  /** A translation is a proof, with marks; `final`: it is printed for good, or not at all when something is missing. */
  readonly final?: boolean | undefined;
  /** The version and date to print instead of the kit's own: those of an earlier edition that it is compared with. */
  readonly edition?: Pick<Kit, "version" | "date"> | undefined;
  /** Only what changed since an edition, in a folder of its own; absent when everything asked for is made. */
  readonly reprint?: Reprint | undefined;
  /** Absolute path of the output folder; undefined checks everything and writes nothing. */
  readonly out?: string | undefined;
}

export interface BuildOptions extends CommonOptions {
  /** Papers: those of the language when none are named. */
  readonly request: Omit<BuildRequest, "papers"> & { readonly papers?: readonly string[] | undefined };
  /** The language of the folders' job tickets, one of the kit's; that which is printed when none is named; false: none. */
  readonly ticket?: string | false | undefined;
  /** Whether each folder is also packed into one archive, with its ticket. */
  readonly zip?: boolean | undefined;
  /** Told of each file as it is finished; it shows in the folder only when all are. */
  readonly onFile?: ((file: ManifestFile) => void) | undefined;
}

export interface BuildResult {
  readonly ok: boolean;
  /** Whose turn it is when nothing was made: the kit's author's, that of whoever asked for what is not in it, or ours. */
  readonly outcome: "made" | "bad-kit" | "bad-request" | "our-fault";
  readonly problems: readonly Diagnostic[];
  /** What was made; absent when there are errors. */
  readonly manifest?: Manifest | undefined;
  /** Folder of the locale inside the output folder. */
  readonly folder?: string | undefined;
  /** What to do with the pieces of a reprint. */
  readonly pull?: readonly PullGroup[] | undefined;
}

export interface PictureOptions extends CommonOptions {
  /** Ids of components; none means all but booklets. */
  readonly components: readonly string[];
  readonly sizes: readonly PictureSize[];
  /** The paper of pieces that are as large as it: the first one of the language when none is named. */
  readonly paper?: string | undefined;
  readonly onFile?: ((file: PictureFile) => void) | undefined;
}

export interface PictureResult extends Pick<BuildResult, "ok" | "outcome" | "problems" | "folder"> {
  /** What was made; absent when there are errors. */
  readonly files?: readonly PictureFile[] | undefined;
}

/** A kit's folder with everything worth keeping between two builds. */
export interface Workshop {
  build(options: BuildOptions): Promise<BuildResult>;
  /** Pictures of faces, without paper: for screens, for makers of cards that take pictures, for games on a screen. */
  pictures(options: PictureOptions): Promise<PictureResult>;
}

/** Opens a kit's folder. Fonts, icons, finished faces and drawings stay in memory for the next build. */
export async function openWorkshop(root: string): Promise<Workshop> {
  // HarfBuzz is compiled beside the reading of the kit.
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

const isAboutFonts = ({ severity, code, at }: Diagnostic): boolean =>
  severity === "error" && (code === "missing-fonts" || at?.source.name === "fonts/fonts.yaml");

interface Tools {
  readonly sources: KitMemory;
  readonly memory: Promise<FaceMemory>;
  readonly renderer: Renderer;
}

/** The kit in its language, checked, with the tools that make its faces: where every product begins. */
async function open(
  root: string,
  options: Omit<BuildOptions, "onFile">,
  { sources, ...tools }: Tools,
  diagnostics: Diagnostics,
) {
  stay();
  const files = openKitFiles(root, diagnostics);
  const loaded = loadKit(files, diagnostics, sources);
  if (!loaded) return "bad-kit";
  const original: Kit = { ...loaded, ...options.edition };
  const papers = papersOf(original, PAPERS);
  const { locale, final = false } = options;
  const { components } = options.request;
  // Nobody is offered a language that nobody speaks.
  const locales = [...localesOf(original, files), ...PSEUDO_LOCALES.filter((one) => one === locale)];
  const tag = (locale !== undefined && sameLanguage(locale, locales)) || original.locale;
  const { kit, profile, proof } = openLanguage(tag, { kit: original, files }, { final, components }, diagnostics);
  const { printer: named } = options.request;
  const printers = named === undefined ? undefined : loadPrinters(files, diagnostics);
  if (named !== undefined && !printers) return "bad-kit";
  const printer = named !== undefined && printers ? findPrinter(named, printers, diagnostics) : undefined;
  if (named !== undefined && !printer) return "bad-request";
  const { reprint } = options;
  const usual = printer ? [...printer.papers.keys()] : (profile.papers ?? DEFAULT_PAPERS);
  // Whoever replaces a card prints it once: on the paper that everybody has.
  const wanted = { ...options.request, papers: options.request.papers ?? (reprint ? usual.slice(0, 1) : usual) };
  const request = resolveRequest(
    { ...wanted, locale, ticket: options.ticket || tag },
    { kit: original, papers, locales },
    diagnostics,
  );
  if (!request || (printer && !suitsPapers(printer, request.papers, diagnostics))) return "bad-request";

  const theme = kit.theme && { source: kit.theme, text: kit.theme.text, start: 0 };
  const chosen = theme ? readPressInks(theme, diagnostics) : [];
  const { product } = request;
  const press = request.targets.includes("press")
    ? openPress({ spec: kit.press, product, chosen, files }, diagnostics)
    : undefined;

  const local = localise(kit, request.locale, { ...profile, proof });
  const memory = await tools.memory;
  const maker = await createFaceMaker(local, filesInLocale(files, tag), memory, diagnostics);
  // Without its fonts every text would be wrong, and the one problem that matters would drown.
  if (diagnostics.all.some(isAboutFonts)) return "bad-kit";
  // A proof has a folder of its own: what was printed for good stays as it is.
  const language = proof ? `${local.locale}-epreuve` : local.locale;
  const folder = options.out && join(options.out, language, reprint ? reprintFolder(reprint.since) : "");
  return { original, files, kit, papers, printer, press, request, local, maker, folder, memory };
}

/** Whoever names a printer, turns the pile by hand or replaces a few cards prints them himself, now. */
const isOrder = ({ request, reprint }: BuildOptions): boolean =>
  request.printer === undefined && request.twoPass === undefined && reprint === undefined;

const failed = (outcome: Exclude<BuildResult["outcome"], "made">, diagnostics: Diagnostics) =>
  ({ ok: false, outcome, problems: diagnostics.all }) as const;

async function build(root: string, options: BuildOptions, tools: Tools): Promise<BuildResult> {
  const diagnostics = new Diagnostics();
  const opened = await open(root, options, tools, diagnostics);
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
  const sizes = { kit, maker, papers };
  const delivery = folder ? openDelivery(folder) : undefined;
  try {
    const watch = watchFaces();
    const reader = await openReader(request.ticket, { local, maker }, { kit: original, files, memory, diagnostics });
    const made = await produce(outputs, {
      ...sizes,
      local,
      renderer: tools.renderer,
      shaper: memory.shaper,
      delivery,
      diagnostics,
      press,
      onFace: tickets ? watch.see : undefined,
      onFile,
    });
    if (!made) return failed("bad-kit", diagnostics);
    // A product may take some of the kit's sizes only.
    const wholeKit = (request.components.length === 0 && product.trims.length === 0) || reprint !== undefined;
    const pull = reprint && pullGroups(reprint, plan);
    for (;;) {
      const left = delivery?.left(made, wholeKit) ?? [];
      const orders = tickets
        ? await makeTickets(
            { outputs, manifest: made, left },
            {
              ...reader,
              printed: local,
              watch,
              delivery,
              renderer: tools.renderer,
              shaper: memory.shaper,
              diagnostics,
              copies: request.copies,
              zip,
            },
          )
        : [];
      if (diagnostics.hasErrors) return failed("bad-kit", diagnostics);
      const manifest = { ...made, orders, ...(reprint && { since: reprint.since }) };
      if (delivery && !delivery.finish(manifest, wholeKit, left)) continue;
      return { ok: true, outcome: "made", problems: diagnostics.all, manifest, folder, pull };
    }
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
  const opened = await open(root, { ...options, request }, tools, diagnostics);
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
