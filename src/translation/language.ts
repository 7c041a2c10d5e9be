/** A language asked for → the kit in it, how it is printed, and how far it is when it is a proof. */
import { type PoFile, readPo } from "../catalog/index.js";
import { type KitFiles, type LocaleFiles, loadLocale, type Profile, plainProfile } from "../content/index.js";
import type { Kit } from "../content/kit.js";
import type { Diagnostics } from "../diagnostics/index.js";
import { checkGate } from "./gate.js";
import * as say from "./messages.js";
import { isPseudo } from "./pseudo.js";
import { type Reviews, readReviews, reviewedIds } from "./reviews.js";
import { equipKit, type Progress, pseudoKit, translateKit } from "./translate.js";

export interface Language {
  readonly kit: Kit;
  readonly profile: Profile;
  /** What is told in the margins of a proof; undefined when it is printed for good. */
  readonly proof?: Proof | undefined;
}

/** How many texts of a proof are not translated yet, and how many translations are out of date. */
export interface Proof {
  readonly missing: number;
  readonly stale: number;
}

/** Whether it is printed for good, and what of the kit: the ids of components, none for all. */
export interface Printing {
  readonly final: boolean;
  readonly components: readonly string[];
}

/** `final`: what lacks is an error, nothing is marked. A kit in its own language is always final. */
export function openLanguage(
  tag: string,
  { kit, files }: { readonly kit: Kit; readonly files: KitFiles },
  { final, components }: Printing,
  diagnostics: Diagnostics,
): Language {
  if (tag === kit.locale) return { kit, profile: plainProfile(tag) };
  if (isPseudo(tag)) return { kit: pseudoKit(kit), profile: plainProfile(tag), proof: { missing: 0, stale: 0 } };
  const locale = openLocale(tag, { kit, files }, diagnostics);
  const { profile, catalog, reviews } = locale;
  const { kit: translated, progress } = translateKit(equipKit(kit, locale), catalog, diagnostics, profile.glossary);
  const proof = { missing: progress.missing.length, stale: progress.stale.length };
  if (!final) return { kit: translated, profile, proof };
  if (catalog === undefined) diagnostics.report(say.noCatalog(tag));
  else
    checkGate(
      { profile, progress: progressOf(progress, components), reviewed: reviewedIds(catalog, reviews) },
      diagnostics,
    );
  return { kit: translated, profile };
}

/** Of the texts of some components, and of the words that all of them print. */
function progressOf({ units, missing, stale }: Progress, components: readonly string[]): Progress {
  if (components.length === 0) return { units, missing, stale };
  const counts = ({ id }: { readonly id: string }): boolean =>
    !id.includes("/") || components.includes(id.split("/")[0]!);
  return { units: units.filter(counts), missing: missing.filter(counts), stale: stale.filter(counts) };
}

/** What a kit has in a language, read. */
export interface OpenLocale extends Pick<LocaleFiles, "profile" | "links"> {
  /** Undefined when nobody began, or when it cannot be read (which was reported). */
  readonly catalog: PoFile | undefined;
  readonly reviews: Reviews;
}

export function openLocale(
  tag: string,
  { kit, files }: { readonly kit: Kit; readonly files: KitFiles },
  diagnostics: Diagnostics,
): OpenLocale {
  const { profile, links, catalog, reviews: written } = loadLocale(tag, kit, files, diagnostics);
  const reviews = readReviews(written);
  if (reviews === undefined) diagnostics.report(say.badReviews({ source: written!, start: 0, end: 1 }));
  return { profile, links, catalog: catalog && readPo(catalog, diagnostics), reviews: reviews ?? {} };
}
