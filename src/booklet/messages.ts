/** What laying out a booklet says about chapters and page templates that do not go together. */
import type { Diagnostic, Span } from "../diagnostics/index.js";

type Said = Diagnostic;

export const neverSettles = (at: Span, title: string): Said => ({
  code: "pages-never-settle",
  severity: "error",
  message: `les numéros de page de «\u00A0${title}\u00A0» ne se stabilisent pas\u00A0: chaque renvoi déplace ce à quoi il renvoie`,
  hint: "Changez la longueur d’un paragraphe qui contient un renvoi {page …}, ou imposez un saut de page.",
  at,
});

export const noSlot = (at: Span | undefined, template: string): Said => ({
  code: "page-without-slot",
  severity: "error",
  message: `le gabarit de page «\u00A0${template}\u00A0» n’a pas de place pour le texte`,
  hint: "Ajoutez <slot/> dans une boîte qui a une largeur et une hauteur.",
  at,
});

export const unevenSlots = (at: Span | undefined, template: string): Said => ({
  code: "page-slots-differ",
  severity: "error",
  message: `dans «\u00A0${template}\u00A0», la place du texte n’a pas la même taille sur toutes les pages`,
  hint: "Donnez à la boîte de <slot/> une hauteur et une largeur fixes, les mêmes à gauche et à droite.",
  at,
});

export const coverNotWhole = (at: Span, chapter: string): Said => ({
  code: "cover-not-whole",
  severity: "error",
  message: `le chapitre «\u00A0${chapter}\u00A0» est une couverture, mais son gabarit fait couler du texte`,
  hint: "Le premier et le dernier chapitre d’un livret à couverture séparée ont un gabarit avec <front> (et <back>).",
  at,
});

export const coverMissing = (at: Span, title: string): Said => ({
  code: "cover-missing",
  severity: "error",
  message: `«\u00A0${title}\u00A0» a une couverture séparée, mais pas assez de chapitres\u00A0: il en faut un pour chaque côté de la couverture et un entre les deux`,
  hint: "Ajoutez les chapitres de la couverture, ou retirez «\u00A0cover: separate\u00A0» dans kit.yaml.",
  at,
});

export const noChapterText = (at: Span, title: string): Said => ({
  code: "empty-booklet",
  severity: "error",
  message: `«\u00A0${title}\u00A0» n’a aucune page`,
  hint: "Écrivez du texte dans au moins un chapitre.",
  at,
});
