/** What keeping and comparing editions says of what was asked and of the manifests that it reads. */
import type { Diagnostic, Span } from "../diagnostics/index.js";

const quote = (word: string): string => `«\u00A0${word}\u00A0»`;
const problem = (code: string, message: string, hint: string, at?: Span): Diagnostic => ({
  code,
  severity: "error",
  message,
  hint,
  ...(at && { at }),
});
const warning = (code: string, message: string, hint: string): Diagnostic => ({
  ...problem(code, message, hint),
  severity: "warning",
});

const OF_A_BUILD = "Donnez le fichier manifest.json d’une fabrication, ou une édition gardée par mallette release.";

export const notJson = (at: Span): Diagnostic =>
  problem(
    "not-json",
    "Ce fichier n’est pas du JSON\u00A0: il est abîmé, ou coupé.",
    "Reprenez-le de votre historique ou d’une copie\u00A0; il ne se corrige pas à la main.",
    at,
  );

export const foreign = (at: Span): Diagnostic =>
  problem("not-a-manifest", "Ce fichier n’est pas le manifeste d’une fabrication de mallette.", OF_A_BUILD, at);

export const newerSchema = (at: Span, schema: string): Diagnostic =>
  problem(
    "newer-manifest",
    `Ce manifeste (${schema}) vient d’une version plus récente de mallette.`,
    "Mettez mallette à jour, puis recommencez.",
    at,
  );

export const badManifest = (at: Span, path: string): Diagnostic =>
  problem(
    "bad-manifest",
    `Ce manifeste n’est pas tel que mallette l’écrit${path ? `\u00A0: ${quote(path)} n’a pas la forme attendue` : ""}.`,
    "Reprenez-le de votre historique ou d’une copie\u00A0; il ne se corrige pas à la main.",
    at,
  );

export const onlyReprint = (at: Span, since: string): Diagnostic =>
  problem(
    "only-a-reprint",
    `Ce manifeste n’est que celui d’une réimpression depuis ${quote(since)}\u00A0: il ne dit pas tout ce qu’une boîte contient.`,
    OF_A_BUILD,
    at,
  );

/** Whoever opens a box in a year could not tell the new card from the old. */
export const sameVersion = (version: string): Diagnostic =>
  warning(
    "same-version",
    `Ces pièces portent la même version et la même date (${version}) que celles qu’elles remplacent\u00A0: rien ne les distingue dans la boîte.`,
    "Augmentez version et date dans kit.yaml, puis recommencez.",
  );

const WITHOUT_TAGS = {
  "no-tag": (name: string) => `Il n’y a ni édition, ni étiquette de Git, ni fichier, ni dossier ${quote(name)}.`,
  "no-repository": (name: string) =>
    `Il n’y a ni édition, ni fichier, ni dossier ${quote(name)}, et ce kit n’est pas dans un dépôt Git\u00A0: il n’a pas d’étiquettes.`,
  "no-git": (name: string) =>
    `Il n’y a ni édition, ni fichier, ni dossier ${quote(name)}, et Git n’est pas installé\u00A0: ses étiquettes ne peuvent pas être lues.`,
} as const;

export const unknownEdition = (
  name: string,
  near: string | undefined,
  known: readonly string[],
  why: keyof typeof WITHOUT_TAGS,
): Diagnostic =>
  problem(
    "unknown-edition",
    WITHOUT_TAGS[why](name),
    near !== undefined
      ? `Vouliez-vous dire ${quote(near)}\u202F?`
      : known.length > 0
        ? `Éditions gardées\u00A0: ${known.join(", ")}.`
        : "Ce kit n’a encore gardé aucune édition\u00A0: après avoir imprimé, lancez mallette release suivi d’un nom.",
  );

export const noKitAtTag = (tag: string): Diagnostic =>
  problem(
    "no-kit-at-tag",
    `L’étiquette ${quote(tag)} ne contient pas ce kit\u00A0: son dossier n’y était pas encore.`,
    "Choisissez une étiquette plus récente, ou une édition gardée par mallette release.",
  );

/** The first of what is wrong with the kit as it was. */
export const tagNotBuilt = (tag: string, { message, at }: Diagnostic): Diagnostic =>
  problem(
    "tag-not-built",
    `Le kit tel qu’il était à l’étiquette ${quote(tag)} ne se fabrique plus${at ? ` (${at.source.name})` : ""}\u00A0: ${message}`,
    "Comparez avec le manifest.json qui accompagnait les PDF imprimés, ou avec une autre étiquette.",
  );

export const notInLocale = (name: string, locale: string, kept: readonly string[]): Diagnostic =>
  problem(
    "edition-not-in-locale",
    `L’édition ${quote(name)} n’a pas été gardée en ${quote(locale)}.`,
    kept.length > 0
      ? `Ses langues\u00A0: ${kept.join(", ")}. Choisissez-en une avec --locale.`
      : "Son dossier est vide\u00A0: choisissez une autre édition.",
  );

export const noManifestIn = (folder: string, locale: string): Diagnostic =>
  problem(
    "missing-manifest",
    `Le dossier ${quote(folder)} ne contient pas de fabrication en ${quote(locale)}.`,
    "Donnez un dossier qui contient manifest.json, par exemple dist/fr.",
  );

export const unreadable = (path: string): Diagnostic =>
  problem("unreadable-file", `Le fichier ${quote(path)} ne peut pas être lu.`, "Vérifiez vos droits sur ce fichier.");

export const tooBig = (path: string): Diagnostic =>
  problem("file-too-big", `Le fichier ${quote(path)} est trop gros pour un manifeste.`, "Vérifiez son nom.");

export const otherKit = (kit: string, expected: string): Diagnostic =>
  problem(
    "other-kit",
    `Ce manifeste est celui d’un autre kit, ${quote(kit)}\u00A0; celui-ci s’appelle ${quote(expected)}.`,
    OF_A_BUILD,
  );

export const otherLocale = (locale: string, asked: string): Diagnostic =>
  problem(
    "other-locale",
    `Cette édition est en ${quote(locale)}, et non en ${quote(asked)}.`,
    `Une langue se compare à elle-même\u00A0: ôtez --locale, ou écrivez --locale ${locale}.`,
  );

/** What the first schema does not know. */
export const oldManifest = (): Diagnostic =>
  warning(
    "old-manifest",
    "Cette édition date d’avant que les manifestes gardent les textes\u00A0: on sait quelles pièces ont changé, sont nouvelles ou retirées, mais ni quels mots ni quelles places.",
    "La prochaine édition gardée avec mallette release dira tout.",
  );

export const badName = (name: string): Diagnostic =>
  problem(
    "bad-edition-name",
    `${quote(name)} ne peut pas être le nom d’une édition.`,
    "Des lettres, des chiffres, des tirets et des points, sans espace\u00A0: 2026-11, v1.0, ete-2026.",
  );

export const noBuild = (folder: string, command: string): Diagnostic =>
  problem("missing-build", `Il n’y a pas de fabrication dans ${folder}.`, `Fabriquez d’abord le kit\u00A0: ${command}`);

export const onlyProof = (locale: string, command: string): Diagnostic =>
  problem(
    "only-a-proof",
    `Il n’y a qu’une épreuve en ${quote(locale)}, et une épreuve n’est pas une édition.`,
    `Fabriquez les fichiers définitifs\u00A0: ${command}`,
  );

export const oldBuild = (folder: string, command: string): Diagnostic =>
  problem(
    "old-build",
    `${folder} vient d’une version de mallette qui ne notait pas les textes.`,
    `Refaites le kit\u00A0: ${command}`,
  );

export const otherFiles = (folder: string, paths: readonly string[], command: string): Diagnostic =>
  problem(
    "other-files",
    `Les fichiers de ${folder} ne sont plus ceux qui ont été fabriqués\u00A0: ${some(paths)} ${paths.length > 1 ? "manquent ou ont changé" : "manque ou a changé"}.`,
    `Refaites-les\u00A0: ${command}`,
  );

export const mixedBuilds = (pieces: readonly string[], command: string): Diagnostic =>
  warning(
    "mixed-builds",
    `Ces PDF viennent de plusieurs fabrications\u00A0: ${some(pieces)} n’y ${pieces.length > 1 ? "sont pas les mêmes" : "est pas la même"} d’un fichier ou d’une version à l’autre.`,
    `Si ce n’est pas ce qui a été imprimé, refaites tout le kit\u00A0: ${command}, puis gardez-le sous un autre nom.`,
  );

export const editionExists = (path: string): Diagnostic =>
  problem(
    "edition-exists",
    `${path} garde déjà une autre fabrication\u00A0: une édition ne change plus.`,
    "Choisissez un autre nom.",
  );

/** How many names a sentence bears. */
const MOST_NAMES = 3;

function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` et ${more} ${more > 1 ? "autres" : "autre"}` : ""}`;
}
