/** What the command says about itself: how it was typed, where, and what went wrong outside the kit. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import type { CommandSpec } from "./commands.js";
import type { OptionSpec } from "./options.js";
import { problem, quote } from "./wording.js";

const meant = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : `Vouliez-vous dire ${quote(word)}\u202F?`;

const ALL_HELP = "mallette --help montre les commandes et leurs options.";
const helpOf = (command: string): string => `mallette ${command} --help montre ce qu’il attend.`;

export const missingCommand = (): Diagnostic =>
  problem("missing-command", "Il manque une commande.", "mallette --help montre les commandes.");

export const unknownCommand = (name: string, commands: readonly CommandSpec[]): Diagnostic => {
  const names = commands.map((command) => command.name);
  return problem(
    "unknown-command",
    `La commande ${quote(name)} n’existe pas.`,
    meant(suggest(name, names)) ?? `Les commandes sont ${names.join(", ")}. ${ALL_HELP}`,
  );
};

/** `command`: the one that does not take this option, which another has. */
export const unknownOption = (
  typed: string,
  command: CommandSpec | undefined,
  known: readonly OptionSpec[],
): Diagnostic => {
  const name = suggest(
    typed.replace(/^-+/, ""),
    known.map((option) => option.name),
  );
  return command
    ? problem("unknown-option", `L’option ${typed} n’existe pas pour ${quote(command.name)}.`, helpOf(command.name))
    : problem("unknown-option", `L’option ${typed} n’existe pas.`, meant(name && `--${name}`) ?? ALL_HELP);
};

export const tooManyNames = (command: string, name: string): Diagnostic =>
  problem("too-many-names", `${quote(name)} est de trop\u00A0: ${command} n’attend que des options.`, helpOf(command));

export const missingValue = (option: string, { value, choices }: OptionSpec): Diagnostic =>
  problem(
    "missing-value",
    `Il manque la valeur de l’option ${option}.`,
    choices ? `Choix possibles\u00A0: ${choices.join(", ")}.` : `Écrivez ${option} suivi d’une valeur (${value}).`,
  );

export const needlessValue = (option: string): Diagnostic =>
  problem("needless-value", `L’option ${option} n’attend pas de valeur.`, `Écrivez ${option} tout court.`);

export const badNumber = (option: string, value: string, most: number): Diagnostic =>
  problem(
    "bad-number",
    `${quote(value)} ne convient pas à l’option ${option}.`,
    `Donnez un nombre entier de 1 à ${most}.`,
  );

export const badMillimetres = (option: string, value: string, most: number): Diagnostic =>
  problem(
    "bad-length",
    `${quote(value)} ne convient pas à l’option ${option}.`,
    `Donnez des millimètres de 0 à ${most}, par exemple ${option} 3.`,
  );

export const badChoice = (option: string, value: string, choices: readonly string[]): Diagnostic =>
  problem(
    "bad-choice",
    `${quote(value)} ne convient pas à l’option ${option}.`,
    meant(suggest(value, choices)) ?? `Choix possibles\u00A0: ${choices.join(", ")}.`,
  );

export const noKitHere = (folder: string): Diagnostic =>
  problem(
    "missing-kit",
    `Il n’y a pas de fichier kit.yaml dans ${folder}, ni dans les dossiers au-dessus.`,
    "Placez-vous dans le dossier du kit, ou indiquez-le avec -C.",
  );

export const noKitIn = (folder: string): Diagnostic =>
  problem(
    "missing-kit",
    `Il n’y a pas de fichier kit.yaml dans ${folder}.`,
    "Donnez après -C le dossier qui contient kit.yaml.",
  );

export const noFolder = (folder: string): Diagnostic =>
  problem("missing-folder", `Le dossier ${folder} n’existe pas.`, "Corrigez le chemin donné après -C.");

export const interrupted = (): Diagnostic =>
  problem("interrupted", "Interrompu\u00A0: les fichiers déjà là n’ont pas changé.", "Relancez quand vous voulez.");

const READ_ONLY =
  "Vous n’avez pas le droit d’écrire là\u00A0: choisissez un autre dossier avec --out, ou demandez ce droit.";
const BUSY = "Un autre programme tient ce fichier ouvert\u00A0: fermez-le, puis relancez.";
const NAME_TAKEN = "Un fichier et un dossier portent le même nom\u00A0: déplacez-le, ou choisissez un autre --out.";
const FULL = "Le disque est plein\u00A0: faites de la place, puis relancez.";

/** By the system's name of what went wrong. On Windows, a PDF that is open elsewhere gives EPERM or EBUSY. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: READ_ONLY,
  EROFS: READ_ONLY,
  EPERM: process.platform === "win32" ? BUSY : READ_ONLY,
  EBUSY: BUSY,
  ETXTBSY: BUSY,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOTDIR: NAME_TAKEN,
  EEXIST: NAME_TAKEN,
  EISDIR: NAME_TAKEN,
  ENOTEMPTY: NAME_TAKEN,
  ENAMETOOLONG: "Le chemin est trop long\u00A0: choisissez avec --out un dossier plus près de la racine.",
  EMFILE: "Trop de fichiers sont ouverts sur cet ordinateur\u00A0: fermez des programmes, puis relancez.",
};

export const cannotWrite = (path: string, code: string | undefined): Diagnostic =>
  problem(
    "cannot-write",
    `Impossible d’écrire ${path}\u00A0: les fichiers déjà là n’ont pas changé.`,
    REASONS[code ?? ""] ??
      `Le système répond\u00A0: ${code ?? "erreur inconnue"}. Choisissez un autre dossier avec --out.`,
  );

export const notInstalled = (name: string): Diagnostic =>
  problem(
    "not-installed",
    `Le paquet ${quote(name)} n’est pas installé.`,
    "Lancez npm ci dans le dossier de mallette, puis recommencez.",
  );

export const ourFault = (report: string | undefined): Diagnostic =>
  problem(
    "internal-error",
    "mallette a rencontré une erreur qui vient d’elle, pas de votre kit.",
    report ? `Le détail est dans ${report}\u00A0: joignez-le à votre message.` : "Signalez-la avec votre kit.",
  );
