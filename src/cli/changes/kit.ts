/** A command line about editions → the kit that it is about, and its languages. */
import { join } from "node:path";
import { loadKit, localesOf, openKitFiles } from "../../content/index.js";
import type { Kit } from "../../content/kit.js";
import { type Diagnostics, suggest } from "../../diagnostics/index.js";
import { unknownName } from "../../plan/messages.js";
import { sameLanguage } from "../../plan/resolve-request.js";

export interface OpenKit {
  readonly root: string;
  readonly kit: Kit;
  /** The languages that it can be built in. */
  readonly locales: readonly string[];
}

/** Undefined when there is no readable kit.yaml; what is wrong with the kit was reported. */
export function openKit(root: string, diagnostics: Diagnostics): OpenKit | undefined {
  const files = openKitFiles(root, diagnostics);
  const kit = loadKit(files, diagnostics);
  return kit && { root, kit, locales: localesOf(kit, files) };
}

/** The kit's own name of a language; undefined, and reported, when it does not speak it. */
export function localeNamed(name: string, { locales }: OpenKit, diagnostics: Diagnostics): string | undefined {
  const tag = sameLanguage(name, locales);
  if (tag === undefined)
    diagnostics.report(unknownName("locale", name, { names: locales, near: suggest(name, locales) }));
  return tag;
}

/** A path of the kit for the disk. */
export const placeIn = ({ root }: OpenKit, path: string): string => join(root, ...path.split("/"));
