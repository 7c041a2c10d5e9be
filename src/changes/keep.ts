/** The folder of a build → its manifest, once it is sure that it tells of the files that lie there. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { MANIFEST, type Manifest, sha256 } from "../deliver/index.js";
import type { Diagnostics } from "../diagnostics/index.js";
import { readEdition } from "./edition.js";
import { mixedPieces } from "./looks.js";
import * as say from "./messages.js";

export interface BuildPlace {
  /** Absolute path of the folder of one language. */
  readonly folder: string;
  /** The same for people. */
  readonly shown: string;
  /** How such a build is made: what cures most of what can be wrong. */
  readonly command: string;
  readonly kit: string;
  readonly locale: string;
}

export interface CheckedBuild {
  readonly manifest: Manifest;
  /** As it stands on the disk. */
  readonly text: string;
}

/** Undefined, and reported, when there is no finished build, or another one than the manifest says. */
export function checkBuild(place: BuildPlace, diagnostics: Diagnostics): CheckedBuild | undefined {
  const { folder, shown, command, kit, locale } = place;
  const path = join(folder, MANIFEST);
  if (!isThere(path)) {
    const hasProof = isThere(join(`${folder}-epreuve`, MANIFEST));
    diagnostics.report(hasProof ? say.onlyProof(locale, command) : say.noBuild(shown, command));
    return undefined;
  }
  const text = readFileSync(path, "utf8");
  const edition = readEdition({ name: `${shown}/${MANIFEST}`, text }, diagnostics);
  if (edition === undefined) return undefined;
  const { manifest, knowsTexts } = edition;
  const wrong =
    manifest.kit !== kit
      ? say.otherKit(manifest.kit, kit)
      : manifest.locale !== locale
        ? say.otherLocale(manifest.locale, locale)
        : manifest.files.some(({ path: file }) => isProof(file))
          ? say.onlyProof(locale, command)
          : knowsTexts
            ? filesProblem(manifest, place)
            : say.oldBuild(shown, command);
  if (wrong !== undefined) {
    diagnostics.report(wrong);
    return undefined;
  }
  const mixed = [
    ...new Set([...mixedPieces(manifest), ...manifest.pieces.filter(isOlderThan(manifest)).map(({ id }) => id)]),
  ];
  if (mixed.length > 0) diagnostics.report(say.mixedBuilds(mixed, command));
  return { manifest, text };
}

/** A file in place of a folder above it is no fault of ours: then it is not there. */
const isThere = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** As the plan names them (`plan/messages.ts`). */
const isProof = (path: string): boolean => basename(path, ".pdf").endsWith("-EPREUVE");

const isOlderThan =
  (manifest: Manifest) =>
  ({ version }: Manifest["pieces"][number]): boolean =>
    version !== manifest.version;

function filesProblem({ files }: Manifest, { folder, shown, command }: BuildPlace) {
  const others = files.filter(({ path, sha256: sum }) => sumOf(join(folder, path)) !== sum).map(({ path }) => path);
  return others.length > 0 ? say.otherFiles(shown, others, command) : undefined;
}

/** Undefined for a file that is not there or cannot be read. */
function sumOf(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}
