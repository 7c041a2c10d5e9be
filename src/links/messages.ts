/** What is said of addresses that were asked. */
import type { Answer, Verdict } from "./ask.js";

/** What is wrong with an address, without its place. */
export interface AddressFinding {
  readonly code: string;
  /** An error: a reader who follows the code finds no page. A warning: one does, or nobody can tell from here. */
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string;
}

const quote = (word: string): string => `«\u00A0${word}\u00A0»`;

const LOOK = "Ouvrez-la dans un navigateur";
const CORRECT = "cherchez où la page a été déplacée et corrigez l’adresse.";

/** Undefined for an address that works as it is written. */
export function findingOf(id: string, answer: Answer): AddressFinding | undefined {
  const { verdict, status, end, moved } = answer;
  const found = (code: string, severity: "error" | "warning", what: string, hint: string): AddressFinding => ({
    code,
    severity,
    // Without the redirect, nobody would understand what is said of a page that looks well in its own place.
    message: `Lien ${quote(id)}\u00A0: ${what}${end === undefined || end === moved ? "" : `, après une redirection vers ${end}`}.`,
    hint,
  });
  const error = (code: string, what: string, hint: string): AddressFinding => found(code, "error", what, hint);
  const warning = (code: string, what: string, hint: string): AddressFinding => found(code, "warning", what, hint);
  const FINDINGS: Readonly<Record<Exclude<Verdict, "works">, () => AddressFinding>> = {
    moved: () =>
      warning(
        "address-moved",
        "la page a déménagé pour de bon",
        `Écrivez sa nouvelle adresse, ${moved}, tant que l’ancienne y mène encore.`,
      ),
    home: () =>
      warning(
        "address-leads-home",
        "l’adresse mène à l’accueil du site, la page a sans doute disparu",
        `${LOOK}, puis ${CORRECT}`,
      ),
    guarded: () =>
      warning(
        "address-guarded",
        `le site ne répond pas à un programme (réponse ${status})`,
        `${LOOK}\u00A0: si la page s’affiche, mettez vous-même la date dans ${quote("checked")}.`,
      ),
    gone: () =>
      status === 404 || status === 410
        ? error("address-gone", `la page n’existe plus (réponse ${status})`, `${LOOK}, puis ${CORRECT}`)
        : error("address-refused", `le site refuse cette adresse (réponse ${status})`, `${LOOK}, puis ${CORRECT}`),
    faulty: () =>
      error(
        "site-faulty",
        `le site est en panne (réponse ${status})`,
        "Réessayez plus tard\u00A0; si cela dure, choisissez une autre page.",
      ),
    redirects: () =>
      error(
        "redirect-loop",
        "l’adresse renvoie sans fin, ou vers rien qui s’ouvre",
        `${LOOK}\u00A0: si la page s’affiche, écrivez l’adresse que montre alors le navigateur.`,
      ),
    dns: () =>
      error(
        "site-unknown",
        "aucun site ne porte ce nom",
        "Vérifiez l’orthographe\u00A0; si elle est juste, le site a fermé, choisissez une autre page.",
      ),
    offline: () =>
      error("site-unreachable", "le site ne peut pas être joint d’ici", "Vérifiez la connexion, puis réessayez."),
    refused: () =>
      error(
        "connection-refused",
        "le site refuse la connexion",
        "Réessayez plus tard\u00A0; si cela dure, choisissez une autre page.",
      ),
    certificate: () =>
      error(
        "bad-certificate",
        "la connexion sécurisée échoue, le certificat du site n’est sans doute pas valable",
        "Un téléphone n’ouvrira pas la page sans un avertissement\u00A0: prévenez le site, ou choisissez une autre page.",
      ),
    timeout: () =>
      error(
        "no-answer",
        "le site n’a pas répondu à temps",
        "Réessayez plus tard\u00A0; si cela dure, choisissez une autre page.",
      ),
    garbled: () =>
      error("garbled-answer", "ce qui répond à cette adresse n’est pas un site web", "Vérifiez l’adresse."),
    cut: () =>
      error(
        "connection-cut",
        "le site a coupé la connexion",
        "Réessayez plus tard\u00A0; si cela dure, choisissez une autre page.",
      ),
    private: () =>
      error(
        "private-address",
        "cette adresse n’existe que sur cet ordinateur ou ce réseau, elle n’a pas été essayée",
        "Choisissez une page que tout le monde peut ouvrir.",
      ),
    unusable: () => error("bad-url", "cette adresse ne peut pas être ouverte", "Recopiez-la depuis un navigateur."),
  };
  return verdict === "works" ? undefined : FINDINGS[verdict]();
}

const UPDATE = "Donnez la table à jour au site de redirection\u00A0: mallette links --redirects netlify (ou csv).";

/** The printed address ends at the site of redirects, or nowhere. */
export const codeLost = (id: string, printed: string): AddressFinding => ({
  code: "code-lost",
  severity: "error",
  message: `Lien ${quote(id)}\u00A0: son code contient ${printed}, qui ne mène pas encore à la page.`,
  hint: UPDATE,
});

export const codeStrayed = (id: string, printed: string, end: string): AddressFinding => ({
  code: "code-strayed",
  severity: "warning",
  message: `Lien ${quote(id)}\u00A0: son code contient ${printed}, qui mène ailleurs (${end}).`,
  hint: UPDATE,
});
