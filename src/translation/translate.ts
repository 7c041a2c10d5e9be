/** A kit and the catalog of a language → the kit in that language, every text knowing how far it is. */
import { type PoFile, stateOf, type Unit } from "../catalog/index.js";
import type { LocaleFiles } from "../content/index.js";
import type { Kit, TextValue } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import { checkTranslation, type Glossary } from "./checks.js";
import { pseudoText } from "./pseudo.js";
import { mapTexts, type TextPlace } from "./texts.js";
import { unitAt } from "./units.js";

/** How far the texts of a kit are, in reading order. */
export interface Progress {
  readonly units: readonly Unit[];
  readonly missing: readonly TextPlace[];
  readonly stale: readonly TextPlace[];
}

export interface TranslatedKit {
  readonly kit: Kit;
  readonly progress: Progress;
}

/**
 * Puts the translations in the place of the originals. A text without one keeps the original, `missing`; one that was
 * made from an earlier original is `stale`, or `missing` where an outdated word would do harm. Places are those in the
 * catalog, so that what does not fit is told at the translator's line. What a translation lost or broke is reported.
 */
export function translateKit(
  kit: Kit,
  catalog: PoFile | undefined,
  diagnostics: Diagnostics,
  glossary?: Glossary,
): TranslatedKit {
  const live = catalog?.entries.filter(({ obsolete }) => !obsolete) ?? [];
  const entries = new Map(live.map((entry) => [entry.id, entry]));
  const missing: TextPlace[] = [];
  const stale: TextPlace[] = [];
  const units: Unit[] = [];
  const translate = (place: TextPlace): TextValue => {
    const { text } = place;
    const entry = entries.get(place.id);
    const unit = unitAt(place);
    units.push(unit);
    const state = entry && stateOf(entry, unit);
    if (entry === undefined || state === "missing" || (state === "stale" && unit.critical)) {
      missing.push(place);
      return { ...text, state: "missing" };
    }
    const translated = { ...text, value: entry.text, at: entry.at };
    if (state !== "stale") {
      for (const problem of checkTranslation(unit, entry.text, entry.at, glossary)) diagnostics.report(problem);
      return translated;
    }
    stale.push(place);
    return { ...translated, state };
  };
  return { kit: mapTexts(kit, translate), progress: { units, missing, stale } };
}

/** The kit in a pseudo-language: see `pseudo.ts`. */
export const pseudoKit = (kit: Kit): Kit =>
  mapTexts(kit, ({ text, field }) => ({ ...text, value: pseudoText(text.value, field?.max) }));

/** The kit with the addresses and the fonts of a language. */
export function equipKit(kit: Kit, { profile, links }: Pick<LocaleFiles, "profile" | "links">): Kit {
  const own = [...kit.links].map(([id, link]) => [id, { ...link, ...links.get(id) }] as const);
  return { ...kit, links: new Map(own), fonts: { ...kit.fonts, partners: profile.fonts } };
}
