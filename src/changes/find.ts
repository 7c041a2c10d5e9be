/** What follows `--since` → the manifest that is meant: of an edition by its name, a file, the folder of a build, a tag. */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { MANIFEST } from "../deliver/index.js";
import { type Diagnostics, type Source, suggest } from "../diagnostics/index.js";
import { findTag, type Tag, textAtTag } from "./git.js";
import * as say from "./messages.js";
import { editionPath, editionsOf, isEditionName, localesOfEdition } from "./store.js";

export interface Wanted {
  /** As it was typed. */
  readonly since: string;
  /** The language that is compared: an edition and the folder of all builds hold several. */
  readonly locale: string;
}

export interface Places {
  readonly root: string;
  /** Where the command was typed: paths begin there. */
  readonly cwd: string;
}

export type Found =
  | {
      readonly source: Source;
      /** The name of the edition; a file or a folder has none. */
      readonly edition?: string | undefined;
    }
  /** A tag under which no manifest was kept: the kit as it was has to be built once more. */
  | { readonly tag: Tag };

/** A manifest of ten thousand pieces is 30 MB; beyond this, somebody took the wrong file. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Undefined, and reported, when there is nothing to compare with. A name goes before a file of the same name. */
export function findManifest(wanted: Wanted, places: Places, diagnostics: Diagnostics): Found | undefined {
  const { since, locale } = wanted;
  const { root, cwd } = places;
  if (isEditionName(since) && editionsOf(root).includes(since)) {
    const path = editionPath(since, locale);
    const kept = localesOfEdition(root, since);
    if (kept.includes(locale)) return found(readText(join(root, path), path, diagnostics), since);
    diagnostics.report(say.notInLocale(since, locale, kept));
    return undefined;
  }
  const path = resolve(cwd, since);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isFile()) return found(readText(path, since, diagnostics));
  if (there?.isDirectory()) {
    // Of a build, of all builds, of an edition.
    for (const name of [MANIFEST, `${locale}/${MANIFEST}`, `${locale}.json`]) {
      if (statSync(join(path, name), { throwIfNoEntry: false })?.isFile())
        return found(readText(join(path, name), `${since.replace(/[\\/]+$/, "")}/${name}`, diagnostics));
    }
    diagnostics.report(say.noManifestIn(since, locale));
    return undefined;
  }
  return findInGit(wanted, root, diagnostics);
}

/** Under a tag, a manifest that `release` kept goes before building the kit anew: it tells what was really printed. */
function findInGit({ since, locale }: Wanted, root: string, diagnostics: Diagnostics): Found | undefined {
  const search = findTag(root, since);
  if (search.found === undefined) {
    const known = editionsOf(root);
    const near = suggest(since, [...known, ...search.tags]);
    diagnostics.report(say.unknownEdition(since, near, known, search.why));
    return undefined;
  }
  const path = editionPath(since, locale);
  const text = isEditionName(since) ? textAtTag(root, search.found, path) : undefined;
  return text === undefined ? { tag: search.found } : { source: { name: path, text }, edition: since };
}

const found = (source: Source | undefined, edition?: string): Found | undefined => source && { source, edition };

function readText(path: string, name: string, diagnostics: Diagnostics): Source | undefined {
  try {
    const { size } = statSync(path);
    if (size <= MOST_BYTES) return { name, text: readFileSync(path, "utf8").replace(/^\ufeff/, "") };
    diagnostics.report(say.tooBig(name));
  } catch {
    diagnostics.report(say.unreadable(name));
  }
  return undefined;
}
