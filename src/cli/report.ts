/** A build → what a person reads: each file as it is finished, problems, then what was made and where it is. */
import type { Manifest, ManifestFile, ManifestOrder } from "../deliver/index.js";
import type { Diagnostic } from "../diagnostics/index.js";
import type { Terminal } from "./terminal.js";
import { plural } from "./wording.js";

/** What a build says while it runs and when it is done. */
export interface Reporter {
  file(file: ManifestFile): void;
  problems(problems: readonly Diagnostic[]): Promise<void>;
  success(manifest: Manifest, folder: string | undefined, seconds: number): void;
}

export const SILENT: Reporter = { file: () => {}, problems: async () => {}, success: () => {} };

/** `quiet`: only problems are told. */
export function createReporter(terminal: Terminal, quiet: boolean): Reporter {
  const progress = terminal.columns === undefined ? plainProgress(terminal) : liveProgress(terminal, terminal.columns);
  return {
    file: (file) => quiet || progress.file(file),
    async problems(problems) {
      progress.end();
      if (problems.length === 0) return;
      const { printForTerminal } = await import("../diagnostics/terminal.js");
      terminal.say(printForTerminal(problems, { color: terminal.color }));
    },
    success(manifest, folder, seconds) {
      if (quiet) return;
      if (terminal.columns !== undefined) terminal.say(folderLines(manifest.files));
      terminal.say(closing(manifest, folder, seconds));
    },
  };
}

interface Progress {
  file(file: ManifestFile): void;
  end(): void;
}

/** As wide as most paths: a line must be written before the next path is known. */
const PATH_WIDTH = 26;

/** Screens and presses have no sheets: theirs are pages of one face each. */
const hasSheets = ({ target }: ManifestFile): boolean => target === "home" || target === "shop";

/** In a pipe or a log: one line a file. */
const plainProgress = (terminal: Terminal): Progress => ({
  file: (file) => {
    const sheets = hasSheets(file) ? `${plural(file.sheets, "feuille")}, ` : "";
    terminal.say(`  ${file.path.padEnd(PATH_WIDTH)}  ${sheets}${plural(file.pages, "page")}\n`);
  },
  end: () => {},
});

/** Back to the line's start, and all of it erased. */
const REWRITE = "\r\u001B[K";

/** On a screen: one line, written over and over. */
function liveProgress(terminal: Terminal, columns: number): Progress {
  let count = 0;
  return {
    file({ path }) {
      count += 1;
      terminal.say(`${REWRITE}${`  ${plural(count, "fichier")} · ${path}`.slice(0, columns - 1)}`);
    },
    end() {
      if (count > 0) terminal.say(REWRITE);
      count = 0;
    },
  };
}

/** One line a folder: what a person looks for is where to go. */
function folderLines(files: readonly ManifestFile[]): string {
  const folderOf = ({ path }: ManifestFile): string => path.split("/")[0]!;
  const folders = [...new Set(files.map(folderOf))];
  const width = Math.max(...folders.map((folder) => folder.length));
  const line = (folder: string): string => {
    const inside = files.filter((file) => folderOf(file) === folder);
    // Backs of their own go onto the sheets of the fronts.
    const sheets = inside.reduce((sum, file) => sum + (file.pass === 2 ? 0 : file.sheets), 0);
    const pages = inside.reduce((sum, file) => sum + file.pages, 0);
    const many = inside.every(hasSheets) ? plural(sheets, "feuille") : plural(pages, "page");
    return `  ${folder.padEnd(width)}  ${plural(inside.length, "fichier")}, ${many}\n`;
  };
  return folders.map(line).join("");
}

const TO_A_PRINTER = "Envoyez ces fichiers tels quels : le nombre d’exemplaires se dit à la commande.";

function closing({ files, pieces, orders = [] }: Manifest, folder: string | undefined, seconds: number): string {
  const megabytes = decimal(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
  const facts = `${plural(pieces.length, "pièce")}, ${plural(files.length, "fichier")}, ${megabytes} Mo, ${decimal(seconds)} s`;
  return folder === undefined
    ? `✔ Tout est bon, rien n’a été écrit (${facts})\n`
    : `✔ Kit prêt dans ${folder} (${facts})\n  ${howToPrint(files)}\n${ordersLines(orders)}${cutting(files)}`;
}

/** Archives one by one: they are what is sent. Tickets by their name: each lies in its folder. */
function ordersLines(orders: readonly ManifestOrder[]): string {
  const paths = orders.flatMap(({ files }) => files.map(({ path }) => path));
  const [ticket] = paths.filter((path) => path.endsWith(".pdf"));
  const archives = paths.filter((path) => path.endsWith(".zip"));
  return [
    ...(ticket ? [`  Dans chaque dossier à imprimer, ${ticket.split("/")[1]} dit quoi faire de ses fichiers.\n`] : []),
    ...archives.map((path) => `  ${path} contient tout ce qu’il faut envoyer.\n`),
  ].join("");
}

function cutting(files: readonly ManifestFile[]): string {
  const count = files.reduce((sum, { cutFiles = [] }) => sum + cutFiles.length, 0);
  return count === 0 ? "" : `  Découpe à la machine : ${plural(count, "fichier")} à côté des PDF.\n`;
}

/** What was drawn for a printer comes out wrong on any other. */
function howToPrint(files: readonly ManifestFile[]): string {
  if (files.every(({ target }) => target === "press")) return TO_A_PRINTER;
  const printer = files.find((file) => file.printer !== undefined)?.printer;
  const where = printer === undefined ? "" : `, et seulement sur l’imprimante ${printer}`;
  const passes = files.some(({ pass }) => pass !== undefined) ? TWO_PASSES : "";
  return `Imprimez à 100 %, sans « ajuster à la page »${where}.${passes}`;
}

const TWO_PASSES = `
  Chaque jeu en deux passes : imprimez -1-recto, puis remettez toute la pile dans le bac, côté blanc à imprimer et haut des
  pages du même côté, et imprimez -2-verso. Essayez d’abord avec deux feuilles : si le verso n’est pas celui de sa feuille,
  refaites les fichiers avec l’autre ordre (--two-pass same ou reversed) ; s’il est à l’envers, tournez la pile d’un demi-tour.`;

const decimal = (value: number): string => value.toFixed(1).replace(".", ",");
