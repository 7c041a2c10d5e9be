/**
 * Build: the whole line on one screen.
 *
 *     content ── translation ── localise ── (compose ── style ── layout: a face) ── impose ── render ── deliver
 */
import { join } from "node:path";
import { prepareImage } from "./assets/index.js";
import { filesInLocale, type KitMemory, loadKit, localesOf, openKitFiles, packageFolder } from "./content/index.js";
import type { Kit } from "./content/kit.js";
import { type Manifest, type ManifestFile, openDelivery } from "./deliver/index.js";
import { type Diagnostic, Diagnostics } from "./diagnostics/index.js";
import { createFaceMaker, createFaceMemory, type FaceMemory } from "./faces/index.js";
import { PAPERS } from "./impose/index.js";
import { localise } from "./localise/index.js";
import { planOutputs } from "./plan/outputs.js";
import { type BuildRequest, DEFAULT_PAPERS } from "./plan/request.js";
import { resolveRequest, sameLanguage } from "./plan/resolve-request.js";
import { drawsBack, papersOf } from "./plan/sizes.js";
import { layOutBooklets } from "./production/booklets.js";
import { breath } from "./production/breath.js";
import { checkLetters } from "./production/labels.js";
import { openPress } from "./production/press.js";
import { produce } from "./production/produce.js";
import { boardKeepOuts } from "./production/seams.js";
import { stay } from "./production/stay.js";
import { createRenderer, type Renderer } from "./render/index.js";
import { readPressInks } from "./style/index.js";
import { openLanguage, PSEUDO_LOCALES } from "./translation/index.js";

export interface BuildOptions {
  /** Papers: those of the language when none are named. */
  readonly request: Omit<BuildRequest, "papers"> & { readonly papers?: readonly string[] | undefined };
  /** A language of the kit; its own when none is named. */
  readonly locale?: string | undefined;
  /** A translation is a proof, with marks; `final`: it is printed for good, or not at all when something is missing. */
  readonly final?: boolean | undefined;
  /** The version and date to print instead of the kit's own: those of an earlier edition that it is compared with. */
  readonly edition?: Pick<Kit, "version" | "date"> | undefined;
  /** Absolute path of the output folder; undefined checks everything and writes nothing. */
  readonly out?: string | undefined;
  /** Told of each file as it is finished; it shows in the folder only when all are. */
  readonly onFile?: ((file: ManifestFile) => void) | undefined;
}

export interface BuildResult {
  readonly ok: boolean;
  /** Whose turn it is when nothing was made: the kit's author's, or that of whoever asked for what is not in the kit. */
  readonly outcome: "made" | "bad-kit" | "bad-request";
  readonly problems: readonly Diagnostic[];
  /** What was made; absent when there are errors. */
  readonly manifest?: Manifest | undefined;
  /** Folder of the locale inside the output folder. */
  readonly folder?: string | undefined;
}

/** A kit's folder with everything worth keeping between two builds. */
export interface Workshop {
  build(options: BuildOptions): Promise<BuildResult>;
}

/** Opens a kit's folder. Fonts, icons, finished faces and drawings stay in memory for the next build. */
export async function openWorkshop(root: string): Promise<Workshop> {
  // HarfBuzz is compiled beside the reading of the kit.
  const memory = createFaceMemory((name) => packageFolder(name, root));
  memory.catch(() => {
    // Whoever builds hears of it there.
  });
  const sources: KitMemory = new Map();
  const renderer = createRenderer({
    prepareImage: async (image, printed) => prepareImage(image, { printed, diagnostics: new Diagnostics() }),
  });
  return { build: (options) => build(root, options, { sources, memory, renderer }) };
}

const isAboutFonts = ({ severity, code, at }: Diagnostic): boolean =>
  severity === "error" && (code === "missing-fonts" || at?.source.name === "fonts/fonts.yaml");

interface Tools {
  readonly sources: KitMemory;
  readonly memory: Promise<FaceMemory>;
  readonly renderer: Renderer;
}

async function build(root: string, options: BuildOptions, tools: Tools): Promise<BuildResult> {
  const { sources, renderer } = tools;
  stay();
  const diagnostics = new Diagnostics();
  const failed = (outcome: "bad-kit" | "bad-request"): BuildResult => ({
    ok: false,
    outcome,
    problems: diagnostics.all,
  });

  const files = openKitFiles(root, diagnostics);
  const loaded = loadKit(files, diagnostics, sources);
  if (!loaded) return failed("bad-kit");
  const original: Kit = { ...loaded, ...options.edition };
  const papers = papersOf(original, PAPERS);
  const { locale, final = false } = options;
  const { components } = options.request;
  // Nobody is offered a language that nobody speaks.
  const locales = [...localesOf(original, files), ...PSEUDO_LOCALES.filter((one) => one === locale)];
  const tag = (locale !== undefined && sameLanguage(locale, locales)) || original.locale;
  const { kit, profile, proof } = openLanguage(tag, { kit: original, files }, { final, components }, diagnostics);
  const wanted = { ...options.request, papers: options.request.papers ?? profile.papers ?? DEFAULT_PAPERS };
  const request = resolveRequest({ ...wanted, locale }, { kit: original, papers, locales }, diagnostics);
  if (!request) return failed("bad-request");

  const theme = kit.theme && { source: kit.theme, text: kit.theme.text, start: 0 };
  const chosen = theme ? readPressInks(theme, diagnostics) : [];
  const { product } = request;
  const press = request.targets.includes("press")
    ? openPress({ spec: kit.press, product, chosen, files }, diagnostics)
    : undefined;

  const local = localise(kit, request.locale, { ...profile, proof });
  const memory = await tools.memory;
  const maker = await createFaceMaker(local, filesInLocale(files, tag), memory, diagnostics);
  const hasBack = (template: string): boolean => drawsBack(kit.templates.get(template));
  // Without its fonts every text would be wrong, and the one problem that matters would drown.
  if (diagnostics.all.some(isAboutFonts)) return failed("bad-kit");
  checkLetters(kit, maker.fonts, diagnostics);
  const isWanted = (id: string): boolean => request.components.length === 0 || request.components.includes(id);
  const seams = await boardKeepOuts(kit, maker, isWanted);
  const keepOuts = (piece: string) => seams.get(piece) ?? [];
  const booklets = await layOutBooklets(kit, isWanted, { local, maker, diagnostics, pause: breath });
  const outputs = planOutputs({ local, request, papers, hasBack, keepOuts, booklets, press: product }, diagnostics);
  const sizes = { kit, maker, papers };
  // A proof has a folder of its own: what was printed for good stays as it is.
  const folder = options.out && join(options.out, proof ? `${local.locale}-epreuve` : local.locale);
  const delivery = folder ? openDelivery(folder) : undefined;
  try {
    const { onFile } = options;
    const made = await produce(outputs, {
      ...sizes,
      local,
      renderer,
      shaper: memory.shaper,
      delivery,
      diagnostics,
      press,
      onFile,
    });
    if (!made) return failed("bad-kit");
    // A product may take some of the kit's sizes only.
    delivery?.finish(made, request.components.length === 0 && product.trims.length === 0);
    return { ok: true, outcome: "made", problems: diagnostics.all, manifest: made, folder };
  } finally {
    delivery?.cancel();
  }
}
