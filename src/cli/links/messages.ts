/** What `mallette links` says about how it was typed, about the list, and about what it wrote. */
import type { Diagnostic } from "../../diagnostics/index.js";
import { plural, problem, quote } from "../wording.js";

export const writeWithoutCheck = (): Diagnostic =>
  problem(
    "missing-check",
    "L’option --write ne va pas sans --check\u00A0: seule une adresse essayée reçoit une date.",
    "Écrivez\u00A0: mallette links --check --write",
  );

export const redirectsAlone = (): Diagnostic =>
  problem(
    "redirects-alone",
    "L’option --redirects va seule\u00A0: elle écrit une table et rien d’autre.",
    "Écrivez\u00A0: mallette links --redirects netlify > _redirects",
  );

export const noRedirect = (): Diagnostic =>
  problem(
    "no-redirect",
    "Ce kit n’a pas de site de redirection\u00A0: ses codes mènent tout droit aux pages.",
    "Pour en avoir un, ajoutez à kit.yaml\u00A0: links: { redirect: https://go.exemple.org/ }",
  );

export const unknownLanguage = (name: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  problem(
    "unknown-locale",
    `La langue ${quote(name)} n’existe pas dans ce kit.`,
    near === undefined ? `Ses langues\u00A0: ${known.join(", ")}.` : `Vouliez-vous dire ${quote(near)}\u202F?`,
  );

export const noNetwork = (): Diagnostic =>
  problem(
    "no-network",
    "Aucun site n’a pu être trouvé\u00A0: cet ordinateur n’est sans doute pas relié à internet.",
    "Vérifiez la connexion, puis relancez\u00A0: rien n’est dit des adresses.",
  );

export const HEAD = ["Essayée le", "Lien", "Langue", "Adresse", "Titre", "À savoir", "Imprimée dans"] as const;

export const NEVER = "jamais";
export const ROOT = "accueil du site";
export const UNUSED = "inutilisé";
export const checkedOn = (day: string): string => (day === "" ? "jamais essayée" : `essayée le ${day}`);
/** In which languages an address is printed, when several were asked for. */
export const printedFor = (locales: readonly string[]): string => `pour ${locales.join(", ")}`;
export const andMore = (n: number): string => `et ${plural(n, "autre")}`;

/** What an answer is, in two words; `status` where a site spoke. */
export const ANSWERS = {
  works: "répond",
  moved: "déplacée",
  home: "mène à l’accueil",
  guarded: "à vérifier",
  gone: "page absente",
  faulty: "en panne",
  redirects: "tourne en rond",
  dns: "site inconnu",
  offline: "hors d’atteinte",
  refused: "refuse",
  certificate: "certificat",
  timeout: "trop lente",
  garbled: "illisible",
  cut: "coupée",
  private: "privée",
  unusable: "illisible",
} as const;

export const codeHolds = (address: string): string => `code ${address}`;
export const leadsTo = (address: string): string => `→ ${address}`;

export const progress = (done: number, all: number, address: string): string =>
  `  ${plural(done, "adresse")} sur ${all} · ${address}`;

export interface ListFacts {
  readonly links: number;
  readonly roots: number;
  readonly unused: number;
  readonly never: number;
  /** The day of the address that was checked longest ago. */
  readonly oldest: string | undefined;
}

/** « 57 liens, dont 5 accueils de site et 3 inutilisés ; la plus ancienne vérification date du 2026-11-23. » */
export function listed({ links, roots, unused, never, oldest }: ListFacts): string {
  const parts = [
    roots > 0 && plural(roots, "accueil de site", "accueils de site"),
    unused > 0 && plural(unused, "inutilisé"),
    never > 0 && plural(never, "jamais essayé"),
  ].filter((part) => part !== false);
  const among = parts.length === 0 ? "" : `, dont ${parts.join(", ")}`;
  const since = oldest === undefined ? "" : `\u00A0; le plus ancien essai est du ${oldest}`;
  return `${plural(links, "lien")}${among}${since}.\n`;
}

export const nextStep = "→ Les essayer tous\u00A0: mallette links --check\n";

export const noLinks = "Ce kit n’a pas de lien.\n";

/** « ✔ 57 adresses essayées : toutes répondent. » */
export function asked(all: number, dead: number, doubtful: number): string {
  const parts = [
    dead > 0 && plural(dead, "lien ne mène nulle part", "liens ne mènent nulle part"),
    doubtful > 0 && plural(doubtful, "lien à regarder", "liens à regarder"),
  ].filter((part) => part !== false);
  const sign = dead > 0 ? "✖" : doubtful > 0 ? "⚠" : "✔";
  const rest = all > 1 ? "toutes répondent" : "elle répond";
  return `${sign} ${plural(all, "adresse essayée", "adresses essayées")}\u00A0: ${parts.length > 0 ? parts.join(", ") : rest}.\n`;
}

export const dated = (n: number, paths: readonly string[]): string =>
  n === 0
    ? "✔ Les dates étaient déjà à jour, rien n’est écrit.\n"
    : `✔ ${plural(n, "date mise à jour", "dates mises à jour")} dans ${paths.join(", ")}.\n`;
