/** What is said of a file whose sheets are wrong: always a fault of the program. */
import type { Diagnostic } from "../diagnostics/index.js";
import type { Fault, Miss } from "./miss.js";

const quote = (name: string | undefined): string => `«\u00A0${name ?? ""}\u00A0»`;
const decimal = (value: number): string => value.toFixed(1).replace(".", ",");

/** One problem a file: it tells the first miss, and how many there are. */
export function misregistered(path: string, misses: readonly Miss[]): Diagnostic {
  const [first] = misses;
  const { piece, at, fault } = first!;
  const place = at ? `${path}, feuille ${at.sheet}` : path;
  const more =
    misses.length > 1 ? ` Ce défaut n’est pas le seul\u00A0: il y en a ${misses.length} dans ce fichier.` : "";
  return {
    code: "misregistration",
    severity: "error",
    message: `${place}\u00A0: ${sentence(fault, piece)}${more}`,
    hint: "L’erreur vient de mallette, pas de votre kit\u00A0: rien n’a été écrit. Signalez-la avec votre kit.",
    piece,
  };
}

const SIDES = { front: "recto", back: "verso" } as const;

function sentence(fault: Fault, piece: string | undefined): string {
  const name = quote(piece);
  switch (fault.kind) {
    case "apart":
      return `le verso de ${name} ne tombe pas derrière son recto (${decimal(fault.by)}\u00A0mm à côté).`;
    case "stray-back":
      return `le verso de ${name} est derrière un autre recto.`;
    case "no-back":
      return `le recto de ${name} n’a pas son verso.`;
    case "count":
      return fault.times === 0
        ? `le ${SIDES[fault.side]} de ${name} manque (exemplaire ${fault.copy}).`
        : `le ${SIDES[fault.side]} de ${name} est imprimé ${fault.times} fois au lieu d’une ou n’est pas demandé (exemplaire ${fault.copy}).`;
    case "scale":
      return `${name} n’est pas imprimé à 100\u00A0%.`;
    case "trim":
      return `les traits de coupe de ${name} ne sont pas à leur place.`;
    case "outside":
      return piece === undefined ? "une marque sort du papier." : `${name} sort du papier.`;
    case "order":
      return `une fois le livret plié, la page ${fault.place} n’est pas ${name} (exemplaire ${fault.copy}).`;
    case "gap":
      return `les morceaux de ${name} ne le couvrent pas en entier (exemplaire ${fault.copy}).`;
  }
}
