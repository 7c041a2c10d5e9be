/** What every `mallette translate …` works with: the kit, its texts, and where things are told. */
import type { Unit } from "../../catalog/index.js";
import type { KitFiles } from "../../content/index.js";
import type { Kit } from "../../content/kit.js";
import type { Diagnostics } from "../../diagnostics/index.js";
import type { CommandLine } from "../command-line.js";
import type { Terminal } from "../terminal.js";

export interface Job {
  readonly root: string;
  readonly kit: Kit;
  readonly files: KitFiles;
  /** The texts of the kit that are to be translated. */
  readonly units: readonly Unit[];
  /** What follows the verb: a language, then what is to be done with it. */
  readonly names: readonly string[];
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly diagnostics: Diagnostics;
}

/** What a verb has to say beside its problems. */
export interface Done {
  /** Paths that were written, from the kit's folder. */
  readonly files?: readonly string[];
  /** For people, on the error output. */
  readonly text?: string;
  /** For programs, in the document of `--json`. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The exit code, when it is not that of the problems. */
  readonly exit?: number;
}

export interface Verb {
  readonly name: string;
  readonly help: string;
  /** How it is written, after `mallette translate`. */
  readonly usage: string;
  run(job: Job): Promise<Done> | Done;
}
