/** What `mallette preflight` says: how it was typed, what a file is made of, where a finding is. */
import type { Diagnostic } from "../../diagnostics/index.js";
import type { Finding, Purpose, Summary } from "../../preflight/index.js";
import { plural, problem, quote } from "../wording.js";

const NBSP = "\u00A0";

export const missingNames = (): Diagnostic =>
  problem(
    "missing-file",
    "Il manque le fichier à vérifier.",
    "Écrivez un PDF ou un dossier\u00A0: mallette preflight dist/fr/home-A4",
  );

export const missingFile = (name: string): Diagnostic =>
  problem("missing-file", `Le fichier ${name} n’existe pas.`, "Corrigez son chemin.");

export const emptyFolder = (name: string): Diagnostic =>
  problem("no-pdf", `Il n’y a pas de PDF dans le dossier ${name}.`, "Donnez le dossier qui les contient.");

export const hugeFile = (name: string): Diagnostic =>
  problem(
    "huge-file",
    `Le fichier ${name} dépasse un gigaoctet\u00A0: il est trop gros pour être vérifié.`,
    "Séparez ses pages en plusieurs fichiers.",
  );

export const cannotRead = (name: string, code: string | undefined): Diagnostic =>
  problem(
    "cannot-read",
    `Impossible de lire ${name} (${code ?? "erreur inconnue"}).`,
    "Vérifiez que vous avez le droit de le lire et qu’aucun autre programme ne le tient.",
  );

const PURPOSES: Readonly<Record<Purpose, string>> = {
  home: "l’imprimante de la maison (home)",
  shop: "l’imprimeur du quartier (shop)",
  press: "la presse (press)",
  screen: "l’écran (screen)",
  calibration: "le calage d’une imprimante, dont la feuille va exprès jusque dans le bord",
};

export type PurposeSource = "asked" | "manifest" | "file";

const SOURCES: Readonly<Record<PurposeSource, string>> = {
  asked: "",
  manifest: ", d’après manifest.json",
  file: ", d’après le fichier lui-même (--for en choisit un autre)",
};

export const verifiedFor = (purpose: Purpose, source: PurposeSource): string =>
  // A sheet that says so itself is judged by nothing else.
  `Vérifié pour ${PURPOSES[purpose]}${purpose === "calibration" ? "" : SOURCES[source]}`;

const decimal = (value: number): string => String(value).replace(".", ",");

const sizesOf = (sizes: Summary["sizes"]): string =>
  sizes
    .map(({ width, height, paper, pages }) => {
      const size = `${decimal(width)} × ${decimal(height)}${NBSP}mm`;
      return `${paper ? `${paper} (${size})` : size}${sizes.length > 1 ? ` sur ${plural(pages, "page")}` : ""}`;
    })
    .join(", ");

const COLORS = { gray: "gris", rgb: "RVB", cmyk: "CMJN" } as const;

const list = (parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part !== false && part !== undefined && part !== "").join(", ");

/** The facts of a file, each with its name. */
export function factsOf(summary: Summary): readonly (readonly [string, string])[] {
  const { fonts, codes } = summary;
  const facts: readonly (readonly [string, string])[] = [
    ["Fichier", list([`PDF ${summary.version}`, summary.standard, summary.condition && `pour ${summary.condition}`])],
    ["Titre", summary.title ?? ""],
    [
      "Pages",
      list([
        String(summary.pages),
        sizesOf(summary.sizes),
        summary.blankPages > 0 && `dont ${plural(summary.blankPages, "vide")}`,
      ]),
    ],
    [
      "Coupe",
      list([
        summary.trims.length > 0 && `format fini ${sizesOf(summary.trims)}`,
        summary.bleed !== undefined && summary.bleed > 0 && `fond perdu ${decimal(summary.bleed)}${NBSP}mm`,
      ]),
    ],
    ["Polices", list(fonts.map(({ name, isEmbedded }) => (isEmbedded ? name : `${name} (absente du fichier)`)))],
    [
      "Couleurs",
      list([
        ...summary.colors.map((color) => COLORS[color]),
        ...summary.spots.map((spot) => `ton direct ${quote(spot)}`),
        summary.hasOverprint && "surimpression",
        summary.hasTransparency && "transparence",
      ]),
    ],
    [
      "Images",
      summary.images === 0
        ? ""
        : list([String(summary.images), `la plus grossière à ${summary.leastResolution}${NBSP}ppp`]),
    ],
    [
      "Finesse",
      list([
        summary.smallestText !== undefined && `texte à partir de ${decimal(summary.smallestText)}${NBSP}pt`,
        summary.thinnestLine !== undefined && `traits à partir de ${decimal(summary.thinnestLine)}${NBSP}pt`,
      ]),
    ],
    ["Codes", codes.length === 0 ? "" : String(codes.length)],
  ];
  return facts.filter(([, value]) => value !== "");
}

export const codeLine = (page: number, text: string | null): string => `p. ${page}  ${text ?? "ne se lit pas"}`;

/** « p. 3, à 12 mm du bord gauche et 45 mm du haut ». */
export function placeOf({ page, rect }: Finding): string {
  if (page === undefined) return "";
  const where = rect && `, à ${decimal(rect.x)}${NBSP}mm du bord gauche et ${decimal(rect.y)}${NBSP}mm du haut`;
  return `p. ${page}${where ?? ""}${NBSP}: `;
}

export function figuresOf({ measured, wanted, count, pages }: Finding): string {
  const figures =
    measured === undefined ? "" : `Mesuré${NBSP}: ${measured}${wanted ? `${NBSP}; il faut ${wanted}` : ""}.`;
  const others = count - 1;
  const where = pages.length > 1 ? `, pages ${ranges(pages)}` : "";
  const more = others > 0 ? `Et ${plural(others, "fois", "fois")} de plus${where}.` : "";
  return [figures, more].filter(Boolean).join(" ");
}

/** « 1, 3 à 5 ». */
function ranges(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from} à ${to}`)).join(", ");
}

export const pagesInShort = ({ pages, sizes }: Summary): string =>
  `${plural(pages, "page")} ${sizes.map(({ width, height, paper }) => paper ?? `${decimal(width)} × ${decimal(height)}${NBSP}mm`).join(", ")}`;

/** « ✔ 42 fichiers vérifiés : tous bons à imprimer. » */
export function closing(files: number, bad: number, doubtful: number): string {
  const sign = bad > 0 ? "✖" : doubtful > 0 ? "⚠" : "✔";
  const verdict = list([
    bad > 0 && plural(bad, "fichier à corriger", "fichiers à corriger"),
    doubtful > 0 && plural(doubtful, "fichier à regarder", "fichiers à regarder"),
  ]);
  const good = files > 1 ? "tous bons à imprimer" : "bon à imprimer";
  return `${sign} ${plural(files, "fichier vérifié", "fichiers vérifiés")}\u00A0: ${verdict || good}.\n`;
}
