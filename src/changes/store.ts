/** Editions that were printed, in the kit's folder: `editions/NAME/fr.json` is the manifest of what NAME was in French. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the kit that holds them. */
export const EDITIONS = "editions";

/** Names that Windows keeps for itself. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Letters and digits first: a folder on every system, and never an option. */
export const isEditionName = (name: string): boolean =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,58}[\p{L}\p{N}])?$/u.test(name) && !RESERVED.test(name);

/** From the kit's folder, with `/` between parts. */
export const editionPath = (name: string, locale: string): string => `${EDITIONS}/${name}/${locale}.json`;

/** Names of the editions that a kit keeps, sorted. */
export const editionsOf = (root: string): readonly string[] =>
  entriesIn(join(root, EDITIONS)).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Languages in which an edition was kept, sorted. */
export const localesOfEdition = (root: string, name: string): readonly string[] =>
  entriesIn(join(root, EDITIONS, name)).flatMap((entry) => /^(.+)\.json$/.exec(entry.name)?.[1] ?? []);

const entriesIn = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // No edition was kept yet.
    return [];
  }
};
