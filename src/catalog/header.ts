/** The header of a PO file: its text ↔ its fields, and the fields that a kit gives it. */

/** In the order of the GNU tools and of Poedit. */
const ORDER = [
  "Project-Id-Version",
  "Report-Msgid-Bugs-To",
  "PO-Revision-Date",
  "Last-Translator",
  "Language-Team",
  "Language",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
];
const LAST = "X-Generator";
/** Changes at every extraction, and tells nobody anything. */
const NEVER = "POT-Creation-Date";

/** Fields as they are usually written, however a file writes them. */
const NAMES: ReadonlyMap<string, string> = new Map([...ORDER, LAST, NEVER].map((name) => [name.toLowerCase(), name]));

export function readHeader(text: string): ReadonlyMap<string, string> {
  const fields = text.split("\n").flatMap((line) => {
    const [, name = "", value = ""] = /^([^:]+):(.*)$/s.exec(line) ?? [];
    const key = NAMES.get(name.trim().toLowerCase()) ?? name.trim();
    return key === "" ? [] : [[key, value.trim()] as const];
  });
  return new Map(fields);
}

/** One field a line, each ending with `\n`. */
export function writeHeader(header: ReadonlyMap<string, string>): string {
  const rank = (name: string): number =>
    name === LAST ? ORDER.length + 1 : ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;
  return [...header]
    .filter(([name]) => name !== NEVER)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => `${name}: ${value.replace(/\s*\n\s*/g, " ")}\n`)
    .join("");
}

export interface HeaderOptions {
  /** Name and version of the kit. */
  readonly project: string;
  /** BCP 47; absent in a template. */
  readonly language?: string | undefined;
}

/** All fields of `old`, and those that the GNU tools and Poedit would add or that a kit knows better. */
export function headerFor(
  { project, language }: HeaderOptions,
  old?: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const empty = ["PO-Revision-Date", "Last-Translator", "Language-Team", "Language"].map((name) => [name, ""] as const);
  return new Map([
    ...empty,
    [LAST, "mallette"],
    ...(old ?? []),
    ["Project-Id-Version", project],
    // gettext names languages with underscores: pt_BR.
    ...(language === undefined ? [] : [["Language", language.replaceAll("-", "_")] as const]),
    ["MIME-Version", "1.0"],
    ["Content-Type", "text/plain; charset=UTF-8"],
    ["Content-Transfer-Encoding", "8bit"],
  ]);
}
