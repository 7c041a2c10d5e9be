/** What making faces says about names that lead nowhere. */
import type { Diagnostic, Span } from "../diagnostics/index.js";

export const unknownLink = (at: Span | undefined, id: string, near: string | undefined): Diagnostic => ({
  code: "unknown-link",
  severity: "error",
  message: `Le lien «\u00A0${id}\u00A0» n’est pas dans cards/links.yaml.`,
  hint: near
    ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?`
    : "Ajoutez-le dans cards/links.yaml, avec son adresse et son titre.",
  at,
});

export const unknownFace = (at: Span | undefined, name: string, near: string | undefined): Diagnostic => ({
  code: "unknown-piece",
  severity: "error",
  message: `Aucune pièce du kit ne s’appelle «\u00A0${name}\u00A0», ou elle n’a pas cette face.`,
  hint: near
    ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?`
    : "Une pièce se nomme composant/identifiant, par exemple donnees/definition.",
  at,
});

export const unknownFont = (at: Span | undefined, family: string, near: string | undefined): Diagnostic => ({
  code: "unknown-font",
  severity: "error",
  message: family
    ? `La police «\u00A0${family}\u00A0» n’est pas dans fonts/fonts.yaml.`
    : "Aucune police n’est choisie pour ce texte.",
  hint: near
    ? `Vouliez-vous dire «\u00A0${near}\u00A0»\u202F?`
    : "Ajoutez-la dans fonts/fonts.yaml, ou corrigez « font-family » dans la feuille de style.",
  at,
});

export const badFont = (at: Span | undefined, message: string, hint: string | undefined): Diagnostic => ({
  code: "bad-font",
  severity: "error",
  message,
  hint,
  at,
});
