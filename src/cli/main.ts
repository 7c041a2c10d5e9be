/** The command's entry: arguments → a command; every way out has its exit code. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { EXIT } from "./exit.js";

const list = (text: string): readonly string[] => {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw new InvalidArgumentError("donnez au moins un nom");
  return names;
};

const oneOf =
  (allowed: readonly string[]) =>
  (text: string): readonly string[] => {
    const names = list(text);
    const wrong = names.find((name) => !allowed.includes(name));
    if (wrong) throw new InvalidArgumentError(`« ${wrong} » n’en fait pas partie : ${allowed.join(", ")}`);
    return names;
  };

const copies = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1000)
    throw new InvalidArgumentError("un nombre entier de 1 à 1000");
  return count;
};

function program(run: (code: number) => void): Command {
  const command = new Command("mallette")
    .description("Fabrique tout ce qu’un kit d’atelier imprime : cartes, plateau, fiches, affiche.")
    .version(VERSION, "-V, --version", "dit la version")
    .helpOption("-h, --help", "montre cette aide")
    .helpCommand("help [commande]", "aide d’une commande")
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "✖ ")) })
    .showHelpAfterError("(mallette --help montre les commandes)")
    .exitOverride();

  const build = command
    .command("build", { isDefault: false })
    .description("fabrique les PDF du kit, prêts à imprimer")
    .argument("[éléments...]", "seulement ces éléments (donnees, plateau…) ; sans rien, tout le kit")
    .option("--out <dossier>", "où écrire", "dist");
  const check = command
    .command("check")
    .description("vérifie tout sans rien écrire")
    .argument("[éléments...]", "seulement ces éléments");
  for (const sub of [build, check]) {
    sub
      .option("--locale <langue>", "la langue du kit")
      .option("--target <cibles>", "home (chez soi), shop (imprimeur)", oneOf(["home", "shop"]))
      .option("--paper <papiers>", "A4, A3, Letter, ou un papier du kit", list)
      .addOption(new Option("--duplex <mode>", "recto verso").choices(["long-edge", "short-edge", "fold", "none"]))
      .option("--copies <nombre>", "exemplaires de tout", copies)
      .option("--json", "écrit un document JSON sur la sortie standard, rien d’autre")
      .option("-C, --kit <dossier>", "le dossier du kit", ".")
      .exitOverride();
  }
  build.action(async (components: string[], options) =>
    run(await (await import("./build.js")).runBuild(components, options)),
  );
  check.action(async (components: string[], options) =>
    run(await (await import("./build.js")).runBuild(components, { ...options, out: undefined })),
  );
  command
    .command("schema")
    .description("écrit les schémas JSON qui guident l’éditeur de texte (VS Code)")
    .option("-C, --kit <dossier>", "le dossier du kit", ".")
    .exitOverride()
    .action(async (options) => run(await (await import("./schema.js")).runSchema(options)));
  return command;
}

declare const __VERSION__: string | undefined;
const VERSION = typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0";

/** Runs the command line; returns the exit code. No stack trace ever reaches a user. */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.fine;
  try {
    const command = program((result) => {
      code = result;
    });
    await command.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    return (await import("./failure.js")).explainFailure(error);
  }
}
