/** The kit's folder → the kit: every file read, every value checked, every string still knowing where it was written. */
import type { Diagnostics } from "../diagnostics/diagnostic.js";
import { limitPerFile } from "../diagnostics/limit.js";
import type { KitFiles } from "./files.js";
import type { Component, Kit } from "./kit.js";
import type { Desk, KitMemory } from "./read/desk.js";
import { readFonts } from "./read/fonts.js";
import { checkGangs } from "./read/gangs.js";
import { readKitFile } from "./read/kit-file.js";
import { readLinks } from "./read/links.js";
import { applyLocal } from "./read/local.js";
import { checkNesting } from "./read/nesting.js";
import { readComponent } from "./read/pieces.js";
import { checkPlaceholders } from "./read/placeholders.js";
import { checkReferences } from "./read/references.js";
import type { Shelf } from "./read/shelf.js";
import { readTheme } from "./read/theme.js";
import { readUi } from "./read/ui.js";

export { filesInLocale, type KitFiles, openKitFiles } from "./files.js";
export { kitSchemas } from "./json-schema.js";
export type { KitMemory } from "./read/desk.js";
export { packageFolder } from "./read/fonts.js";
export {
  catalogPath,
  type LocaleFiles,
  loadLocale,
  localesOf,
  type Profile,
  plainProfile,
  profilePath,
  reviewsPath,
} from "./read/locale.js";
export { loadPrinters, PRINTERS_FILE, type PrinterProfile, type Printers, type SideError } from "./read/printers.js";

/**
 * Loads a kit. All problems of all files are reported (at most a hundred of each file); what is right is returned even
 * so. Undefined only when there is no readable kit.yaml. `memory` goes from one load of a kit to the next.
 */
export function loadKit(files: KitFiles, diagnostics: Diagnostics, memory: KitMemory = new Map()): Kit | undefined {
  const reporter = limitPerFile(diagnostics);
  try {
    return assemble({ files, reporter, memory, sources: new Map() });
  } finally {
    reporter.close();
  }
}

function assemble(desk: Desk): Kit | undefined {
  const plan = readKitFile(desk);
  if (plan === undefined) return undefined;
  const shelf: Shelf = { desk, formats: plan.formats, templates: new Map(), failed: new Set(), names: new Map() };
  const written = plan.components.map((component): Component => readComponent(component, shelf));
  const components = applyLocal(written, shelf);
  const links = readLinks(desk, plan);
  checkReferences(
    components.flatMap((component) => component.pieces),
    links,
    desk,
  );
  checkPlaceholders({ components, links, shelf });
  checkNesting(components, shelf);
  return {
    ...plan,
    components,
    gangs: checkGangs(plan.gangs, components, desk),
    templates: new Map([...shelf.templates].map(([name, { template }]) => [name, template])),
    links,
    ...readUi(desk),
    fonts: readFonts(desk),
    theme: readTheme(desk),
    sources: [...desk.sources.values()].filter((source) => source !== undefined),
  };
}
