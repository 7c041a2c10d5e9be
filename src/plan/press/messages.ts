/** What is said of pieces, products and presses that do not go together. */
import type { Diagnostic, Span } from "../../diagnostics/index.js";
import { type Pt, type Size, toMm } from "../../units.js";

const decimal = (value: number): string => `${Math.round(value * 100) / 100}`.replace(".", ",");
const sizeText = ({ width, height }: Size): string => `${decimal(toMm(width))} × ${decimal(toMm(height))}\u00A0mm`;
const bleedText = (bleed: Pt): string => `${decimal(toMm(bleed))}\u00A0mm`;

interface Product {
  readonly name: string;
  readonly trims: readonly Size[];
}

/** A whole kit of which the product takes nothing. */
export const nothingTaken = ({ name, trims }: Product, sizes: readonly Size[]): Diagnostic => ({
  code: "press-wrong-size",
  severity: "error",
  message: `Rien dans ce kit n’a la taille du produit «\u00A0${name}\u00A0», ${trims.map(sizeText).join(" ou ")}.`,
  hint: `Le kit se fait en ${[...new Set(sizes.map(sizeText))].join(", ")}\u00A0: choisissez un autre --product. Rien n’est jamais réduit.`,
});

export const wrongTrim = (at: Span, component: string, has: Size, product: Product): Diagnostic => ({
  code: "press-wrong-size",
  severity: "error",
  message: `Le composant «\u00A0${component}\u00A0» mesure ${sizeText(has)}\u00A0: le produit «\u00A0${product.name}\u00A0» se fait en ${product.trims.map(sizeText).join(" ou ")}.`,
  hint: "Nommez seulement les composants qui conviennent, ou choisissez un autre --product. Rien n’est jamais réduit.",
  at,
});

export const leftOut = (product: Product, components: readonly string[]): Diagnostic => ({
  code: "press-left-out",
  severity: "info",
  message: `Le produit «\u00A0${product.name}\u00A0» se fait en ${product.trims.map(sizeText).join(" ou ")}\u00A0: ${components.join(", ")} ${components.length > 1 ? "n’en sont" : "n’en est"} pas.`,
});

export const shortBleed = (
  at: Span,
  {
    component,
    format,
    has,
    wanted,
  }: { readonly component: string; readonly format: string; readonly has: Pt; readonly wanted: Pt },
): Diagnostic => ({
  code: "press-short-bleed",
  severity: "error",
  message: `Le composant «\u00A0${component}\u00A0» dépasse de ${bleedText(has)}\u00A0: il faut ${bleedText(wanted)} de fond perdu.`,
  hint: `Portez «\u00A0bleed\u00A0» à ${decimal(toMm(wanted)).replace(",", ".")}mm dans le format «\u00A0${format}\u00A0» de kit.yaml, ou demandez --bleed ${decimal(toMm(has)).replace(",", ".")} si l’imprimeur l’accepte.`,
  at,
});

export const onlyForPress = (option: string): Diagnostic => ({
  code: "press-only",
  severity: "error",
  message: `L’option --${option} ne sert que pour l’imprimeur en ligne.`,
  hint: "Ajoutez --target press.",
});

export const copiesAreOrdered = (copies: number): Diagnostic => ({
  code: "press-copies",
  severity: "info",
  message: `Les fichiers pour l’imprimeur montrent chaque face une seule fois\u00A0: les ${copies} exemplaires se commandent chez lui.`,
});
