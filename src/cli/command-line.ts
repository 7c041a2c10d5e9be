/** What was typed after `mallette` → a command, its names and options, or what is wrong with them. */
import { Command, Option } from "commander";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { COMMANDS, type CommandSpec, commandNamed } from "./commands.js";
import * as say from "./messages.js";
import { MOST_BLEED, MOST_COPIES, OPTIONS, type OptionName, type OptionSpec, optionNamed } from "./options.js";

export interface CommandLine {
  /** Undefined when none was typed, or one that does not exist. */
  readonly command: CommandSpec | undefined;
  /** What follows the command. */
  readonly names: readonly string[];
  readonly problems: readonly Diagnostic[];
  has(option: OptionName): boolean;
  /** The last value of an option. */
  one(option: OptionName): string | undefined;
  /** All values of an option, each once; undefined when it was not given. */
  all(option: OptionName): readonly string[] | undefined;
}

/** Never throws: what is wrong is in `problems`, so that it can be told as text or as JSON. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const problems: Diagnostic[] = [];
  const { operands, options } = typed(argv);
  const [name, ...names] = operands;
  const asksHelp = name === "help";
  const wanted = asksHelp ? names[0] : name;
  const command = wanted === undefined ? undefined : commandNamed(wanted);
  if (wanted !== undefined && !command) problems.push(say.unknownCommand(wanted, COMMANDS));
  if (command && !command.names && !asksHelp && names[0] !== undefined)
    problems.push(say.tooManyNames(command.name, names[0]));

  const values = new Map<OptionName, string[]>(asksHelp ? [["help", []]] : []);
  for (const option of options) {
    const spec = optionNamed(option.name);
    const known = command ? OPTIONS.filter((one) => suits(one, command)) : OPTIONS;
    if (!spec || !known.includes(spec)) {
      problems.push(say.unknownOption(option.rawName, spec ? command : undefined, known));
      continue;
    }
    const read = readValue(spec, option, problems);
    values.set(spec.name, [...(values.get(spec.name) ?? []), ...read]);
  }
  // Asked for, even where another option took it for its value: whoever reads JSON must get JSON.
  if (argv.includes("--json")) values.set("json", []);
  return {
    command,
    names: asksHelp ? [] : names,
    problems,
    has: (option) => values.has(option),
    one: (option) => values.get(option)?.at(-1),
    all: (option) => (values.has(option) ? [...new Set(values.get(option))] : undefined),
  };
}

/** An option as it was typed. */
interface TypedOption {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

/**
 * Commander splits the line; what is wrong with it is ours to say, all of it and in French. So values are optional to
 * commander, and what it does not know comes back as it stands.
 */
function typed(argv: readonly string[]): { operands: readonly string[]; options: readonly TypedOption[] } {
  const options: TypedOption[] = [];
  const command = new Command().helpOption(false);
  for (const { name, short, value } of OPTIONS) {
    command.addOption(new Option(`${short ? `-${short}, ` : ""}--${name}${value ? ` [${value}]` : ""}`));
    command.on(`option:${name}`, (given: string | null | undefined) =>
      options.push({
        name,
        rawName: asTyped(name, short, argv),
        ...(given !== null && given !== undefined && { value: given }),
      }),
    );
  }
  const { operands, unknown } = command.parseOptions(argv.flatMap(joined));
  for (const word of unknown.filter(isOption)) {
    const [rawName = word, value] = word.split(/=(.*)/s);
    options.push({ name: rawName.replace(/^--?/, ""), rawName, ...(value !== undefined && { value }) });
  }
  return { operands: [...operands, ...unknown.filter((word) => !isOption(word))], options };
}

/** No option begins with a digit: in `--front -1/10`, what begins with a sign is a value, and is judged as one. */
function joined(word: string, index: number, argv: readonly string[]): readonly string[] {
  const isNegative = (other = ""): boolean => /^-[\d.,]/.test(other);
  const takesIt = (other = ""): boolean => other.startsWith("--") && optionNamed(other.slice(2))?.value !== undefined;
  if (takesIt(word) && isNegative(argv[index + 1])) return [`${word}=${argv[index + 1]}`];
  return isNegative(word) && takesIt(argv[index - 1]) ? [] : [word];
}

/** `-C` to who typed `-C`, `--kit` to who typed `--kit`. */
const asTyped = (name: string, short: string | undefined, argv: readonly string[]): string =>
  short && argv.includes(`-${short}`) && !argv.some((word) => word.startsWith(`--${name}`)) ? `-${short}` : `--${name}`;

const isOption = (word: string): boolean => word.startsWith("-") && word !== "-" && word !== "--";

const suits = ({ name }: OptionSpec, command: CommandSpec): boolean =>
  command.options.includes(name) || name === "version";

/** The values of one option; what is wrong with them is told, and they are left out. */
function readValue(spec: OptionSpec, { rawName, value }: TypedOption, problems: Diagnostic[]): string[] {
  if (!spec.value) {
    if (value !== undefined) problems.push(say.needlessValue(rawName));
    return [];
  }
  // `--out --json`: the folder was forgotten. `--out=--json` says it on purpose.
  if (value === undefined || value.trim() === "") {
    problems.push(say.missingValue(rawName, spec));
    return [];
  }
  if (spec.takes === "number") {
    const count = Number(value);
    const right = Number.isInteger(count) && count >= 1 && count <= MOST_COPIES;
    if (!right) problems.push(say.badNumber(rawName, value, MOST_COPIES));
    return right ? [value] : [];
  }
  if (spec.takes === "millimetres") {
    const read = millimetres(value);
    if (read === undefined) problems.push(say.badMillimetres(rawName, value, MOST_BLEED));
    return read === undefined ? [] : [String(read)];
  }
  const parts = spec.takes === "list" ? partsOf(value) : [value];
  if (parts.length === 0) problems.push(say.missingValue(rawName, spec));
  const wrong = parts.filter((part) => spec.choices && !spec.choices.includes(part));
  for (const part of wrong) problems.push(say.badChoice(rawName, part, spec.choices!));
  return parts.filter((part) => !wrong.includes(part));
}

/** `3`, `2,5`, `2.5mm`, `3 mm`; undefined for anything else, and beyond what makes sense. */
function millimetres(value: string): number | undefined {
  const found = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:mm)?$/i.exec(value.trim());
  const read = found ? Number(found[1]!.replace(",", ".")) : Number.NaN;
  return read <= MOST_BLEED ? read : undefined;
}

const partsOf = (value: string): string[] =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
