/** A small kit's texts and their translations, sent in any format and read back. */
import { merge, type PoEntry, type PoFile, type Unit } from "../../src/catalog/index.js";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { Diagnostics, positionOf } from "../../src/diagnostics/index.js";
import {
  type Applied,
  applyReceived,
  type Format,
  type Received,
  readExchange,
  rowsOf,
  type Sheet,
  writeExchange,
} from "../../src/exchange/index.js";
import { reviewedIds } from "../../src/translation/index.js";
import type { Reviews } from "../../src/translation/reviews.js";
import { unitOf } from "../catalog/support.js";

export const EXPECTED = {
  name: "recu.csv",
  source: { tag: "fr", name: "Français" },
  target: { tag: "en-GB", name: "English" },
};

export const UNITS: readonly Unit[] = [
  unitOf("jeu/un/titre", "Le Soleil", { kind: "text", max: 12 }),
  unitOf("jeu/un/texte", "Une **étoile**, la plus proche.", { note: "Dit simplement" }),
  unitOf("jeu/un/liste", "- un\n- deux"),
  unitOf("jeu/deux/titre", "La Lune"),
];

export const TEXTS: Readonly<Record<string, string>> = {
  "jeu/un/titre": "The Sun",
  "jeu/un/texte": "A **star**, the nearest one.",
  "jeu/un/liste": "- one\n- two",
};

/** A catalog of the units with these translations, each entry changed as `change` says. */
export function catalogOf(
  units: readonly Unit[] = UNITS,
  texts: Readonly<Record<string, string>> = TEXTS,
  change: (entry: PoEntry) => PoEntry = (entry) => entry,
): PoFile {
  const { file } = merge(units, undefined, { project: "essai", language: "en-GB" });
  return {
    ...file,
    entries: file.entries.map((entry) => change({ ...entry, text: texts[entry.id] ?? "" })),
  };
}

export function sheetOf(units: readonly Unit[], catalog: PoFile, reviews: Reviews = {}): Sheet {
  const rows = rowsOf(units, catalog, reviewedIds(catalog, reviews));
  return { kit: "essai", source: EXPECTED.source, target: { ...EXPECTED.target, direction: "ltr" }, rows };
}

export const send = (format: Format, units: readonly Unit[], catalog: PoFile, reviews: Reviews = {}): Uint8Array =>
  writeExchange(format, sheetOf(units, catalog, reviews), catalog);

export interface Told {
  readonly code: string;
  readonly line: number;
  readonly message: string;
}

const told = ({ code, message, at }: Diagnostic): Told => ({
  code,
  line: at === undefined ? 0 : positionOf(at).line,
  message: message.replace(/[\u00A0\u202F]/g, " "),
});

export function receive(bytes: Uint8Array | string): {
  readonly received?: Received | undefined;
  readonly told: readonly Told[];
} {
  const diagnostics = new Diagnostics();
  const received = readExchange(typeof bytes === "string" ? Buffer.from(bytes) : bytes, EXPECTED, diagnostics);
  return { received, told: diagnostics.all.map(told) };
}

export interface Imported {
  readonly applied: Applied | undefined;
  readonly told: readonly Told[];
}

export interface Kept {
  readonly units?: readonly Unit[];
  readonly catalog?: PoFile | undefined;
  readonly reviews?: Reviews;
}

/** Reads a file and applies it to what the kit has. */
export function take(
  bytes: Uint8Array | string,
  { units = UNITS, catalog = catalogOf(), reviews = {} }: Kept = {},
): Imported {
  const diagnostics = new Diagnostics();
  const received = readExchange(typeof bytes === "string" ? Buffer.from(bytes) : bytes, EXPECTED, diagnostics);
  const today = { units, catalog, reviews, project: "essai", language: "en-GB" };
  const applied = received && applyReceived(received, today, diagnostics);
  return { applied, told: diagnostics.all.map(told) };
}

export const entryIn = (applied: Applied | undefined, id: string): PoEntry =>
  applied!.file.entries.find((entry) => entry.id === id && !entry.obsolete)!;

/** Ids of the entries that are not as they were. */
export const changedIds = (applied: Applied | undefined, before: PoFile): readonly string[] =>
  applied!.file.entries
    .filter((entry) => {
      const old = before.entries.find(({ id, obsolete }) => id === entry.id && obsolete === entry.obsolete);
      return JSON.stringify({ ...entry, at: 0 }) !== JSON.stringify({ ...old, at: 0 });
    })
    .map(({ id }) => id);

/** A CSV as a person writes one: a title row and rows of id, French and translation, then what else is given. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  [["Identifiant", "Français", "English (en-GB)", "État", "Remarque"], ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
    .join("\r\n");
