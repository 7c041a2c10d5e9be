/** What `mallette images` says of what it made. */
import { plural } from "../wording.js";

/** Back to the line's start, and all of it erased. */
const REWRITE = "\r\u001B[K";

export const PROGRESS_END = REWRITE;

/** On a screen: one line, written over and over. */
export const progress = (count: number, path: string, columns: number): string =>
  `${REWRITE}${`  ${plural(count, "image")} · ${path}`.slice(0, columns - 1)}`;

interface Made {
  readonly path: string;
  readonly bytes: number;
  readonly cards?: number | undefined;
}

const decimal = (value: number): string => value.toFixed(1).replace(".", ",");

/** One line a folder, then what was made and where it is. */
export function made(files: readonly Made[], folder: string, seconds: number): string {
  const folderOf = ({ path }: Made): string => path.slice(0, path.lastIndexOf("/"));
  const folders = [...new Set(files.map(folderOf))];
  const width = Math.max(...folders.map((name) => name.length));
  const lines = folders.map((name) => {
    const count = files.filter((file) => folderOf(file) === name).length;
    return `  ${name.padEnd(width)}  ${plural(count, "image")}\n`;
  });
  const megabytes = decimal(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
  const facts = `${plural(files.length, "image")}, ${megabytes} Mo, ${decimal(seconds)} s`;
  const game = files.some(({ cards }) => cards !== undefined)
    ? "  Tabletop Simulator demande colonnes, rangées et nombre de cartes\u00A0: ils sont dans le nom des images.\n"
    : "";
  return `${lines.join("")}✔ Images prêtes dans ${folder} (${facts})\n${game}`;
}
