/** A build's outcome → what a person reads on the terminal: problems, then what was made and where it is. */
import type { Manifest, ManifestFile } from "../deliver/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

const wantsColor = (): boolean => process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";

export async function reportProblems(problems: readonly Diagnostic[]): Promise<void> {
  if (problems.length === 0) return;
  const { printForTerminal } = await import("../diagnostics/terminal.js");
  process.stderr.write(`${printForTerminal(problems, { color: wantsColor() }).trimEnd()}\n`);
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count > 1 ? many : one}`;
const decimal = (value: number, digits: number): string => value.toFixed(digits).replace(".", ",");

/** One line a file, the folder last: it is what people look for. */
export function reportSuccess(manifest: Manifest, folder: string | undefined, seconds: number): void {
  const { files, pieces } = manifest;
  const width = Math.max(...files.map(({ path }) => path.length));
  const line = ({ path, sheets, pages }: ManifestFile): string =>
    `  ${path.padEnd(width)}  ${plural(sheets, "feuille").padStart(11)}, ${plural(pages, "page")}`;
  process.stderr.write(`${files.map(line).join("\n")}\n`);
  const megabytes = decimal(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6, 1);
  const facts = `${plural(pieces.length, "pièce")}, ${plural(files.length, "fichier")}, ${megabytes} Mo, ${decimal(seconds, 1)} s`;
  process.stderr.write(
    folder
      ? `✔ Kit prêt dans ${folder} (${facts})\n  Imprimez à 100 %, sans « ajuster à la page ».\n`
      : `✔ Tout est bon, rien n’a été écrit (${facts})\n`,
  );
}
