/** The files of an order → one archive to send, its bytes the same on every machine and day. */
import { zipSync } from "fflate";
import type { LocalKit } from "../localise/index.js";
import { fileName } from "../plan/messages.js";
import type { Ticket } from "./ticket.js";

/** Whom an order is for, in its archive's name. */
const AUDIENCE = { shop: "imprimeur", home: "maison" } as const;

/** `mallette-ia-1.0-fr-A4-imprimeur`: what, which edition, which language, which paper, for whom. */
export const archiveName = ({ kit, locale, paper, target }: Ticket, local: LocalKit): string =>
  fileName([kit.id, kit.version, locale, paper, AUDIENCE[target]].map(plain).join("-"), local);

/** A version may hold any sign; a name may not. */
const plain = (part: string): string => part.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^[.-]+|[.-]+$/g, "");

/** `name` is its only folder, so that what is unpacked stays together. PDFs are packed already: they are stored. */
export function archiveOf(name: string, files: readonly (readonly [string, Uint8Array])[], day: string): Uint8Array {
  const [year = 2000, month = 1, date = 1] = day.split("-").map(Number);
  // An archive tells local time, and fflate reads it so: noon of the kit's day everywhere.
  const mtime = new Date(year, month - 1, date, 12);
  const sorted = files.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([path, bytes]) => [`${name}/${path}`, bytes])), { level: 0, mtime });
}
