/** A kit's folder → the kit in its language, checked, with the tools that make its faces: where every product begins. */
import { join } from "node:path";
import { filesInLocale, type KitMemory, loadKit, loadPrinters, localesOf, openKitFiles } from "../content/index.js";
import type { Kit } from "../content/kit.js";
import type { Diagnostic, Diagnostics } from "../diagnostics/index.js";
import { createFaceMaker, type FaceMemory } from "../faces/index.js";
import { PAPERS } from "../impose/index.js";
import { localise } from "../localise/index.js";
import { reprintFolder } from "../plan/messages.js";
import { findPrinter, suitsPapers } from "../plan/printer.js";
import { DEFAULT_PAPERS } from "../plan/request.js";
import { resolveRequest, sameLanguage } from "../plan/resolve-request.js";
import { papersOf } from "../plan/sizes.js";
import { openPress } from "../production/press.js";
import { stay } from "../production/stay.js";
import type { Renderer } from "../render/index.js";
import { readPressInks } from "../style/index.js";
import { openLanguage, PSEUDO_LOCALES } from "../translation/index.js";
import type { BuildOptions } from "./options.js";

const isAboutFonts = ({ severity, code, at }: Diagnostic): boolean =>
  severity === "error" && (code === "missing-fonts" || at?.source.name === "fonts/fonts.yaml");

/** What stays in memory from one build to the next. */
export interface Tools {
  readonly sources: KitMemory;
  readonly memory: Promise<FaceMemory>;
  readonly renderer: Renderer;
}

/** A string: whose fault it is that there is no such kit. What is wrong was reported. */
export async function openKit(
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
