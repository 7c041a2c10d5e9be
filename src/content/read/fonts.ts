/** fonts/fonts.yaml → families and the files of their faces. No font is opened here. */
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Span } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import { problemAt } from "../finding.js";
import type { FieldValue, FontFamily, FontFile, FontsSpec, Values } from "../kit.js";
import * as say from "../messages.js";
import { FONTS } from "../schema/fonts.js";
import * as sayValues from "../validate/messages.js";
import { isInnerPath } from "../validate/scalar.js";
import { booleanIn, numberIn, placeIn, stringIn, stringsIn } from "../values.js";
import { checkedFile, complain, type Desk } from "./desk.js";

export const FONTS_FILE = "fonts/fonts.yaml";

export function readFonts(desk: Desk): FontsSpec {
  if (!desk.files.has(FONTS_FILE)) {
    desk.reporter.report(problemAt(undefined, say.missingFonts()));
    return { families: [], fallback: [] };
  }
  const values = checkedFile(desk, FONTS_FILE, FONTS)?.values ?? {};
  const declared = values.families?.kind === "group" ? Object.entries(values.families.values) : [];
  const families = declared.map(([name, faces]) => toFamily(name, faces, desk));
  return { families, fallback: fallbackOf(values, families, desk) };
}

function fallbackOf(values: Values, families: readonly FontFamily[], desk: Desk): readonly string[] {
  const known = families.map((family) => family.name);
  return stringsIn(values, "fallback").flatMap(({ value, at }) => {
    if (known.includes(value)) return [value];
    complain(desk, sayValues.unknownName("family", value, { suggestion: suggest(value, known), known }), at);
    return [];
  });
}

function toFamily(name: string, declared: FieldValue, desk: Desk): FontFamily {
  const taken = new Set<string>();
  const items = declared.kind === "list" ? declared.items : [];
  const faces = items.flatMap((item) => {
    if (item.kind !== "group") return [];
    const face = toFace(item.values, item.at, desk);
    if (face === undefined) return [];
    const look = `${face.weight}${face.italic}`;
    if (taken.has(look)) complain(desk, say.duplicateFace(face.weight, face.italic), item.at);
    taken.add(look);
    return [face];
  });
  return { name, faces, at: declared.at };
}

function toFace(values: Values, at: Span, desk: Desk): FontFile | undefined {
  const weight = numberIn(values, "weight");
  const file = stringIn(values, "file");
  if (weight === undefined || file === undefined) return undefined;
  const place = placeIn(values, "file", at);
  if (!/\.(ttf|otf)$/i.test(file)) {
    complain(desk, say.notAFont(file), place);
    return undefined;
  }
  const path = values.package === undefined ? kitFont(file, place, desk) : packageFont(values, place, desk);
  return path === undefined ? undefined : { weight, italic: booleanIn(values, "italic") ?? false, path, at };
}

/** A file in the kit's own fonts folder. */
function kitFont(file: string, at: Span, desk: Desk): string | undefined {
  const path = `fonts/${file}`;
  if (isInnerPath(file) && desk.files.has(path)) return join(desk.files.root, path);
  if (isInnerPath(file)) complain(desk, say.missingFile(path, besideIn(desk.files.list("fonts"), file, "fonts/")), at);
  else complain(desk, say.outsideKit(path), at);
  return undefined;
}

/** A file of a font package, installed beside the kit or with mallette. */
function packageFont(values: Values, at: Span, desk: Desk): string | undefined {
  const name = stringIn(values, "package") ?? "";
  const file = stringIn(values, "file") ?? "";
  const folder = packageFolder(name, desk.files.root);
  if (folder === undefined) {
    complain(desk, say.unknownPackage(name), placeIn(values, "package", at));
    return undefined;
  }
  const path = isInnerPath(file) ? fileInside(folder, file) : undefined;
  if (path === undefined) complain(desk, say.missingInPackage(file, name, besideIn(deepNames(folder), file, "")), at);
  return path;
}

/**
 * Folder of an installed package: as Node would find it from the kit's folder, then from mallette's own. Looking for
 * `package.json` on the search path works for packages that do not export it, too.
 */
export function packageFolder(name: string, root: string): string | undefined {
  for (const from of [join(root, "kit.yaml"), fileURLToPath(import.meta.url)]) {
    for (const folder of createRequire(from).resolve.paths(name) ?? []) {
      if (existsSync(join(folder, name, "package.json"))) return join(folder, name);
    }
  }
  return undefined;
}

/** The file, unless it is missing or a symbolic link leads out of its package. */
function fileInside(folder: string, file: string): string | undefined {
  try {
    const real = realpathSync(join(folder, file));
    return real.startsWith(realpathSync(folder) + sep) && statSync(real).isFile() ? real : undefined;
  } catch {
    return undefined;
  }
}

const besideIn = (names: readonly string[], file: string, prefix: string): string | undefined => {
  const meant = suggest(file, names);
  return meant === undefined ? undefined : prefix + meant;
};

/** Font files of a package, as they are written in fonts.yaml. Only read to say what was meant. */
function deepNames(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\.(ttf|otf)$/i.test(file)).map((file) => file.replaceAll("\\", "/"));
}
