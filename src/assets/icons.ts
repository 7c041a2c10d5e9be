/** `set:icon` → a drawing, out of the installed `@iconify-json/*` packages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, Diagnostics, type Span } from "../diagnostics/diagnostic.js";
import { suggest } from "../diagnostics/suggest.js";
import type { VectorArt } from "./asset.js";
import { IconSet } from "./icon-set.js";
import { iconBadName, iconSetMissing, iconUndrawable, iconUnknown, type Problem } from "./messages.js";
import { parseSvg } from "./svg/parse.js";

/** The icons that a kit may name. */
export interface Icons {
  /** The drawing of `ph:robot-duotone`; undefined when there is none or it cannot be printed. */
  find(name: string): VectorArt | undefined;
  /** The name that was probably meant, with its set, or undefined. */
  suggest(name: string): string | undefined;
  /** What is wrong with a name that `find` has no drawing for. */
  explain(name: string, at?: Span): Diagnostic;
}

const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*):([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/**
 * Opens the icon sets; nothing is read before the first icon is asked for.
 * @param resolve package name (`@iconify-json/ph`) → the folder it is installed in, or undefined.
 */
export function openIcons(resolve: (packageName: string) => string | undefined): Icons {
  const sets = new Map<string, IconSet | undefined>();
  const drawn = new Map<string, Drawn>();

  const openSet = (prefix: string): IconSet | undefined => {
    if (!sets.has(prefix)) sets.set(prefix, readSet(resolve(`@iconify-json/${prefix}`)));
    return sets.get(prefix);
  };
  const draw = (name: string): Drawn => {
    const [, prefix, icon] = NAME.exec(name) ?? [];
    if (prefix === undefined || icon === undefined) return { problem: iconBadName(name) };
    const set = openSet(prefix);
    if (set === undefined) return { problem: iconSetMissing(prefix) };
    const svg = set.svg(icon);
    return svg === undefined ? { problem: "unknown" } : drawIcon(name, svg);
  };
  const lookUp = (name: string): Drawn => {
    const known = drawn.get(name) ?? draw(name);
    drawn.set(name, known);
    return known;
  };
  const guess = (name: string): string | undefined => {
    const [prefix = "", icon = ""] = name.split(":");
    const found = suggest(icon, openSet(prefix)?.names() ?? []);
    return found === undefined ? undefined : `${prefix}:${found}`;
  };

  return {
    find: (name) => lookUp(name).art,
    suggest: guess,
    explain: (name, at) => {
      const { problem } = lookUp(name);
      if (problem === undefined || problem === "unknown") return { ...iconUnknown(name, guess(name)), at };
      return { ...problem, at };
    },
  };
}

/** A drawing, or why there is none. */
interface Drawn {
  readonly art?: VectorArt | undefined;
  readonly problem?: Problem | "unknown" | undefined;
}

function drawIcon(name: string, svg: string): Drawn {
  const diagnostics = new Diagnostics();
  const art = parseSvg({ name, text: svg }, diagnostics);
  return art === undefined ? { problem: iconUndrawable(name, diagnostics.all[0]?.message ?? "") } : { art };
}

function readSet(folder: string | undefined): IconSet | undefined {
  if (folder === undefined) return undefined;
  try {
    return new IconSet(readFileSync(join(folder, "icons.json")));
  } catch {
    return undefined;
  }
}
