/** The small kits with translations, for tests. */
import { merge, type PoEntry, type PoFile, type Unit } from "../../src/catalog/index.js";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import type { Kit } from "../../src/content/kit.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { unitsOf } from "../../src/translation/index.js";

/** A kit without mistakes. */
export function loadedKit(folder: string): Kit {
  const diagnostics = new Diagnostics();
  const kit = loadKit(openKitFiles(folder, diagnostics), diagnostics);
  if (kit === undefined || diagnostics.hasErrors) throw new Error(JSON.stringify(diagnostics.all[0]?.message));
  return kit;
}

/** A catalog of a kit in which every text is translated by `translate`; empty leaves it out. */
export function catalogOf(kit: Kit, translate: (unit: Unit) => string): PoFile {
  const units = unitsOf(kit);
  const texts = new Map(units.map((unit) => [unit.id, translate(unit)]));
  const { file } = merge(units, undefined, { project: "essai", language: "en" });
  return { ...file, entries: file.entries.map((entry) => ({ ...entry, text: texts.get(entry.id) ?? "" })) };
}

export const entryNamed = (file: PoFile, id: string): PoEntry => file.entries.find((entry) => entry.id === id)!;
