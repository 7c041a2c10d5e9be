/** The tables of commands and options → help, examples first: they are what people copy. */
import { COMMANDS, type CommandSpec } from "./commands.js";
import { type OptionSpec, optionNamed } from "./options.js";

const INTRODUCTION = "mallette fabrique tout ce qu’un kit d’atelier imprime : cartes, plateau, fiches, affiche.";

export function helpText(command: CommandSpec | undefined): string {
  return command ? commandHelp(command) : generalHelp();
}

const generalHelp = (): string =>
  sections(
    INTRODUCTION,
    title("Exemples", [
      "mallette build                  tout le kit, dans dist/",
      "mallette build donnees          un seul jeu",
      "mallette check                  vérifie, n’écrit rien",
    ]),
    title("Commandes", columns(COMMANDS.map(({ name, help }) => [name, help]))),
    title("Partout", columns(["help", "version"].map((name) => row(optionNamed(name)!)))),
    "Les options d’une commande : mallette build --help",
  );

const commandHelp = ({ name, help, names, operand, options, examples }: CommandSpec): string =>
  sections(
    `mallette ${name} ${names ? `${operand ?? "[composants…]"} ` : ""}[options] : ${help}.`,
    title("Exemples", examples),
    names ? title(operand ?? "Composants", [names]) : "",
    title("Options (entre parenthèses, sans l’option)", columns(options.map((option) => row(optionNamed(option)!)))),
  );

const row = ({ name, short, value, help }: OptionSpec): readonly [string, string] => [
  `${short ? `-${short}, ` : "    "}--${name}${value ? ` <${value}>` : ""}`,
  help,
];

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}

const title = (name: string, lines: readonly string[]): string =>
  [`${name} :`, ...lines.map((line) => `  ${line}`)].join("\n");

const sections = (...parts: readonly string[]): string => `${parts.filter(Boolean).join("\n\n")}\n`;
