/** What was thrown → one clear message and an exit code; the trace goes to a file, not to the user. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutputError } from "../deliver/index.js";
import { EXIT } from "./exit.js";

export function explainFailure(error: unknown): number {
  if (error instanceof OutputError) {
    process.stderr.write(
      `✖ Impossible d’écrire dans ${error.path}.\n  ${reason(error.message)}\n  Les fichiers déjà là n’ont pas changé.\n`,
    );
    return EXIT.environment;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const report = join(tmpdir(), `mallette-erreur-${process.pid}.txt`);
  let where = "";
  try {
    writeFileSync(report, `mallette, Node ${process.version}, ${process.platform}\n\n${trace}\n`);
    where = `\n  Le détail est dans ${report} : joignez-le à votre message.`;
  } catch {
    // Without a place to write, the message alone must do.
  }
  process.stderr.write(`✖ mallette a rencontré une erreur qui vient d’elle, pas de votre kit.${where}\n`);
  return EXIT.bug;
}

function reason(message: string): string {
  if (message.includes("EACCES") || message.includes("EPERM") || message.includes("EROFS")) {
    return "Vous n’avez pas le droit d’écrire là : choisissez un autre dossier avec --out.";
  }
  if (message.includes("ENOSPC")) return "Le disque est plein : faites de la place, puis relancez.";
  if (message.includes("ENOTDIR") || message.includes("EEXIST")) {
    return "Un fichier porte déjà le nom du dossier : déplacez-le, ou choisissez un autre dossier avec --out.";
  }
  return message;
}
