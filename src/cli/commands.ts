/** The commands, each said once: its name, what it does, its options, and the code that runs it. */
import type { CommandLine } from "./command-line.js";
import type { OptionName } from "./options.js";
import type { Terminal } from "./terminal.js";

export interface CommandSpec {
  readonly name: string;
  readonly help: string;
  /** What may follow the name; absent when nothing may. */
  readonly names?: string | undefined;
  /** How that is written in the help; `[composants…]` when it is not said. */
  readonly operand?: string | undefined;
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  /** Returns the exit code. What a command needs is loaded when it runs: the help must not wait for it. */
  run(line: CommandLine, terminal: Terminal): Promise<number>;
}

const PRESS = ["product", "bleed", "order", "marks"] as const;
const WHAT_TO_PRINT = [
  ...["locale", "final", "target", "paper", "duplex", "copies"],
  ...["printer", "two-pass", "cut"],
  ...PRESS,
] as const;
const EVERYWHERE = ["json", "quiet", "kit", "help"] as const;

async function build(line: CommandLine, terminal: Terminal): Promise<number> {
  return (await import("./build.js")).runBuild(line, terminal);
}

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "build",
    help: "fabrique les PDF du kit, prêts à imprimer",
    names: "les composants à fabriquer (donnees, plateau…) ; sans rien, tout le kit",
    options: ["out", ...WHAT_TO_PRINT, "ticket", "zip", ...EVERYWHERE],
    examples: [
      "mallette build",
      "mallette build donnees plateau --paper A3",
      "mallette build --target shop --paper A4 --copies 2 --zip",
      "mallette build donnees --target home --paper A4 --cut svg",
      "mallette build donnees --target press --product poker",
    ],
    run: build,
  },
  {
    name: "check",
    help: "vérifie tout sans rien écrire",
    names: "les composants à vérifier ; sans rien, tout le kit",
    options: [...WHAT_TO_PRINT, "ticket", ...EVERYWHERE],
    examples: ["mallette check", "mallette check --json"],
    run: build,
  },
  {
    name: "images",
    help: "fait une image de chaque face : écran, cartes à commander, Tabletop Simulator",
    names: "les composants à montrer ; sans rien, tout le kit sauf les livrets, qui ont leur PDF d’écran",
    options: ["size", "out", "locale", "final", "paper", ...EVERYWHERE],
    examples: [
      "mallette images",
      "mallette images donnees --size print,bleed",
      "mallette images donnees algorithmes --size tts --locale en",
    ],
    run: async (line, terminal) => (await import("./images/index.js")).runImages(line, terminal),
  },
  {
    name: "release",
    help: "garde, sous un nom, ce qui a été imprimé",
    operand: "<nom>",
    names: "le nom de l’édition (2026-11, v1.0…), une fois que ses fichiers sont fabriqués et imprimés",
    options: ["since", "locale", "out", ...EVERYWHERE],
    examples: [
      "mallette release 2026-11",
      "mallette release 2026-11 --locale all",
      "mallette release 2027-03 --since 2026-11",
    ],
    run: async (line, terminal) => (await import("./changes/release.js")).runRelease(line, terminal),
  },
  {
    name: "changes",
    help: "dit quoi réimprimer depuis une édition ; --sheets en fait les feuilles",
    names: "les composants à comparer ; sans rien, tout le kit",
    options: ["since", "sheets", "out", "locale", "target", "paper", "duplex", "copies", ...EVERYWHERE],
    examples: [
      "mallette changes --since 2026-11",
      "mallette changes --since 2026-11 --sheets --copies 3",
      "mallette changes donnees --since dist/fr --json",
    ],
    run: async (line, terminal) => (await import("./changes/changes.js")).runChanges(line, terminal),
  },
  {
    name: "translate",
    help: "traduit le kit : new, update, status, export, import, check, review, pseudo",
    names:
      "une action, puis une langue : new en, update, status, export en, import en recu.xlsx, check en, review en all, pseudo",
    options: ["minor", "check", "format", "only", "dry-run", "out", ...EVERYWHERE],
    examples: [
      "mallette translate new en",
      "mallette translate update",
      "mallette translate update --minor donnees/mon-cv/why",
      "mallette translate status",
      "mallette translate export en --format xlsx --only todo",
      "mallette translate import en recu.xlsx --dry-run",
    ],
    run: async (line, terminal) => (await import("./translate/index.js")).runTranslate(line, terminal),
  },
  {
    name: "links",
    help: "dit où mènent les codes imprimés et, avec --check, si chaque adresse répond",
    options: ["check", "write", "redirects", "locale", ...EVERYWHERE],
    examples: ["mallette links", "mallette links --locale all", "mallette links --check --write"],
    run: async (line, terminal) => (await import("./links/index.js")).runLinks(line, terminal),
  },
  {
    name: "calibrate",
    help: "cale une imprimante : une feuille à imprimer, puis ce qu’on y lit",
    operand: "[imprimante]",
    names: "le nom que vous donnez à l’imprimante (salle-2) ; sans --front, la feuille à imprimer est écrite",
    options: ["paper", "front", "back", "front-size", "back-size", "margin", "check", "out", ...EVERYWHERE],
    examples: [
      "mallette calibrate salle-2",
      "mallette calibrate salle-2 --front 10/10,5/10/9,5 --back 9/11/9,5/10 --margin 4",
      "mallette build --printer salle-2",
    ],
    run: async (line, terminal) => (await import("./calibrate/index.js")).runCalibrate(line, terminal),
  },
  {
    name: "preflight",
    help: "dit si un PDF, de mallette ou d’ailleurs, peut être imprimé tel quel",
    operand: "<fichiers…>",
    names: "des PDF, ou des dossiers qui en contiennent",
    options: ["for", "json", "quiet", "help"],
    examples: [
      "mallette preflight dist/fr",
      "mallette preflight recu.pdf --for press",
      "mallette preflight recu.pdf --json",
    ],
    run: async (line, terminal) => (await import("./preflight/index.js")).runPreflight(line, terminal),
  },
  {
    name: "schema",
    help: "écrit les schémas qui guident l’éditeur de texte (VS Code)",
    options: [...EVERYWHERE],
    examples: ["mallette schema"],
    run: async (line, terminal) => (await import("./schema.js")).runSchema(line, terminal),
  },
];

export const commandNamed = (name: string): CommandSpec | undefined =>
  COMMANDS.find((command) => command.name === name);
