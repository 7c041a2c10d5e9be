/** The command as it is installed: bundled into a temporary folder, run in a process of its own. */
import { execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { linkPackages, REPOSITORY, temporaryFolder } from "../kits/temporary.js";

/** Bundles the sources as they are now; returns the path of `mallette.cjs`. */
export function bundleCommand(): string {
  const folder = temporaryFolder();
  execFileSync(process.execPath, [join(REPOSITORY, "scripts/bundle.mjs"), join(folder, "lib")], { cwd: REPOSITORY });
  linkPackages(folder);
  return join(folder, "lib", "mallette.cjs");
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions extends Pick<SpawnOptions, "cwd" | "env"> {
  /** Arguments for Node, before the script. */
  readonly node?: readonly string[];
  /** Interrupts it after so many milliseconds. */
  readonly killAfter?: number;
  /** Told of everything that the process says, and given the process. */
  readonly watch?: (said: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** As if typed by hand, whatever started the tests. */
const { npm_command: _, ...BY_HAND } = process.env;

/** Runs `node script …args` to its end. */
export function run(script: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { node = [], watch, killAfter, ...spawnOptions } = options;
  const child = spawn(process.execPath, [...node, script, ...args], {
    env: BY_HAND,
    ...spawnOptions,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (killAfter !== undefined) setTimeout(() => child.kill("SIGINT"), killAfter);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
    watch?.(err, (signal) => child.kill(signal));
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
