/** The kit's folder and the languages asked for → the rows of its links, from its files as they are now. */
import { type KitFiles, loadKit, loadLocale, localesOf, openKitFiles } from "../../content/index.js";
import type { Kit } from "../../content/kit.js";
import { type Diagnostic, Diagnostics, suggest } from "../../diagnostics/index.js";
import { type LinkRow, type LocaleLinks, listLinks, usesOf } from "../../links/index.js";
import { sameLanguage } from "../../plan/resolve-request.js";
import * as say from "./messages.js";

export interface ReadLinks {
  readonly kit: Kit;
  readonly rows: readonly LinkRow[];
}

/** Undefined, and reported, when there is no readable kit; `wrong`: languages that it does not have. `asked`: its own when undefined. */
export function readLinks(
  root: string,
  asked: readonly string[] | undefined,
  diagnostics: Diagnostics,
): ReadLinks | { readonly wrong: readonly Diagnostic[] } | undefined {
  const files = openKitFiles(root, diagnostics);
  const kit = loadKit(files, diagnostics);
  if (kit === undefined) return undefined;
  const known = localesOf(kit, files);
  const names = asked?.includes("all") ? known : (asked ?? [kit.locale]);
  const wrong = names.filter((name) => sameLanguage(name, known) === undefined);
  if (wrong.length > 0) return { wrong: wrong.map((name) => say.unknownLanguage(name, suggest(name, known), known)) };
  const tags = [...new Set(names.map((name) => sameLanguage(name, known)!))];
  const languages = tags.map((tag) => linksIn(tag, kit, files, diagnostics));
  return { kit, rows: listLinks(languages, usesOf(kit, partText(files))) };
}

function linksIn(locale: string, kit: Kit, files: KitFiles, diagnostics: Diagnostics): LocaleLinks {
  if (locale === kit.locale) return { locale, links: kit.links };
  const own = loadLocale(locale, kit, files, diagnostics).links;
  return { locale, links: new Map([...kit.links].map(([id, link]) => [id, { ...link, ...own.get(id) }])) };
}

const partText =
  (files: KitFiles) =>
  (name: string): string | undefined => {
    const path = `templates/${name}.hbs`;
    return files.has(path) ? new TextDecoder().decode(files.read(path)) : undefined;
  };

/** The links as their files have them now, read anew; what is wrong with them was told. */
export function rowsNow(root: string, asked: readonly string[] | undefined): readonly LinkRow[] {
  const read = readLinks(root, asked, new Diagnostics());
  return read === undefined || "wrong" in read ? [] : read.rows;
}
