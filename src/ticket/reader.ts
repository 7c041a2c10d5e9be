/** The language of tickets → the kit in it, with the fonts to set it: a shop reads its own, whatever it prints. */
import { filesInLocale, type KitFiles } from "../content/index.js";
import type { FontsSpec, Kit } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import { createFaceMaker, type FaceMaker, type FaceMemory } from "../faces/index.js";
import { type LocalKit, localise } from "../localise/index.js";
import { openLanguage } from "../translation/index.js";

/** What tickets are written with. */
export interface TicketReader {
  readonly local: LocalKit;
  readonly maker: FaceMaker;
}

export interface ReaderTools {
  /** The kit as it was written. */
  readonly kit: Kit;
  readonly files: KitFiles;
  readonly memory: FaceMemory;
  readonly diagnostics: Diagnostics;
}

/** `printed` serves where it is in that language; another is opened as a proof is, what lacks in the kit's own words. */
export async function openReader(tag: string, printed: TicketReader, tools: ReaderTools): Promise<TicketReader> {
  if (tag === printed.local.locale) return printed;
  const { kit, files, memory, diagnostics } = tools;
  const { kit: translated, profile } = openLanguage(tag, { kit, files }, { final: false, components: [] }, diagnostics);
  const fonts = withFallback(translated.fonts, printed.local.kit.fonts);
  const local = localise({ ...translated, fonts }, tag, profile);
  return { local, maker: await createFaceMaker(local, filesInLocale(files, tag), memory, diagnostics) };
}

/** The label on the box is in the language that is printed: its letters are asked of that language's fonts at last. */
function withFallback(own: FontsSpec, printed: FontsSpec): FontsSpec {
  const names = new Set(own.families.map(({ name }) => name));
  const families = [...own.families, ...printed.families.filter(({ name }) => !names.has(name))];
  const fallback = [...new Set([...own.fallback, ...printed.fallback, ...printed.families.map(({ name }) => name)])];
  return { ...own, families, fallback };
}
