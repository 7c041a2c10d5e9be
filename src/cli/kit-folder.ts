/** Where the command was typed, or what `-C` says → the kit's folder. */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import * as say from "./messages.js";

const KIT_FILE = "kit.yaml";

export type KitFolder = { readonly root: string } | { readonly problem: Diagnostic };

/** `given` is taken as it is (kit.yaml itself stands for its folder); without it, the nearest kit upwards is found. */
export function findKit(cwd: string, given: string | undefined): KitFolder {
  if (given === undefined) return findUpwards(cwd);
  const path = resolve(cwd, given);
  const folder = basename(path) === KIT_FILE ? dirname(path) : path;
  if (holdsKit(folder)) return { root: folder };
  return { problem: isFolder(folder) ? say.noKitIn(folder) : say.noFolder(folder) };
}

function findUpwards(cwd: string): KitFolder {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (holdsKit(folder)) return { root: folder };
    if (folder === dirname(folder)) return { problem: say.noKitHere(cwd) };
  }
}

const holdsKit = (folder: string): boolean => existsSync(join(folder, KIT_FILE));
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
