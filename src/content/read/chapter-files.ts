/** The folder of a booklet, or the files named in its place → its chapters' files in order, each with its id. */
import { suggest } from "../../diagnostics/suggest.js";
import * as sayFiles from "../messages.js";
import { ID } from "../schema/shape.js";
import { isInnerPath } from "../validate/scalar.js";
import { complain, type Desk } from "./desk.js";
import * as say from "./messages.js";
import type { Named } from "./shelf.js";

const EXTENSION = /\.md$/i;
/** What people name in place of a folder. */
const OTHER_FILE = /\.(?:ya?ml|txt|markdown|docx?|odt|html?|pdf)$/i;

/** Paths of chapters, each with the place in kit.yaml that asks for it. What is no `.md` file is left alone. */
export function chapterFiles({ value, at }: Named, desk: Desk): readonly Named[] {
  if (EXTENSION.test(value)) return [{ value, at }];
  const folder = value.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  const refuse = (finding: Parameters<typeof complain>[1]): readonly Named[] => {
    complain(desk, finding, at);
    return [];
  };
  if (folder.includes("\\")) return refuse(sayFiles.backslashInPath(value));
  if (!isInnerPath(folder)) return refuse(sayFiles.outsideKit(value));
  if (desk.files.has(folder) || OTHER_FILE.test(folder)) return refuse(say.notChapters(value));
  const cut = folder.lastIndexOf("/");
  const siblings = desk.files.folders(cut < 0 ? "." : folder.slice(0, cut));
  if (!siblings.includes(folder.slice(cut + 1).normalize("NFC"))) {
    const likely = suggest(folder.slice(cut + 1), siblings);
    return refuse(say.missingFolder(value, likely && folder.slice(0, cut + 1) + likely));
  }
  // Files whose name begins with a dot are leftovers of editors and systems.
  const names = desk.files.list(folder).filter((name) => EXTENSION.test(name) && !name.startsWith("."));
  if (names.length === 0) return refuse(say.noChapters(value));
  return [...names].sort(byNumberThenName).map((name) => ({ value: `${folder}/${name}`, at }));
}

const numberOf = (name: string): number => Number(/^\d+/.exec(name)?.[0] ?? Number.NaN);

/** `2-…` comes before `10-…`, as people expect; names without a number are in the order of their letters. */
function byNumberThenName(a: string, b: string): number {
  const difference = numberOf(a) - numberOf(b);
  if (difference < 0 || difference > 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `cards/livret/05-sequence-1.md` → `sequence-1`. */
export const chapterId = (path: string): string =>
  path
    .slice(path.lastIndexOf("/") + 1)
    .replace(EXTENSION, "")
    .replace(/^\d+-/, "");

export const isChapterId = (id: string): boolean => ID.regexp.test(id);

/** How a wrong id was probably meant; empty when nothing is left of it. */
export const likelyId = (id: string): string => ID.fix?.(id) ?? "";
