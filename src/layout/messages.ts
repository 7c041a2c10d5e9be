/** What the layout stage says about content that does not fit its place. */
import type { Diagnostic, Severity, Span } from "../diagnostics/diagnostic.js";
import { type Pt, toMm } from "../units.js";

/** Which face a problem is on. */
export interface FaceName {
  readonly piece: string;
  readonly side: "front" | "back";
  readonly locale: string;
}

const sideWord = { front: "recto", back: "verso" } as const;

/** Millimetres as French writes them, to a tenth, never « 0,0 ». */
export const mmText = (value: Pt): string => {
  const tenths = Math.max(1, Math.ceil(toMm(value) * 10 - 1e-6));
  return `${(tenths / 10).toFixed(1).replace(".", ",")}\u00A0mm`;
};

interface TextPlace {
  readonly face: FaceName;
  readonly at: Span | undefined;
  readonly field: string | undefined;
  readonly excerpt: string;
}

const base = (
  code: string,
  { face, at, field }: TextPlace,
): Pick<Diagnostic, "code" | "severity" | "at" | "piece" | "field" | "locale"> => ({
  code,
  severity: "error" satisfies Severity,
  at,
  piece: face.piece,
  field,
  locale: face.locale,
});

export type Direction = "left" | "right" | "top" | "bottom";
const toward: Readonly<Record<Direction, string>> = {
  left: "à gauche",
  right: "à droite",
  top: "en haut",
  bottom: "en bas",
};

export const textOverflow = (place: TextPlace, by: Pt, direction: Direction, shrunk: boolean): Diagnostic => ({
  ...base("text-overflow", place),
  message: `le texte «\u00A0${place.excerpt}\u00A0» dépasse de ${mmText(by)} ${toward[direction]} (${place.face.piece}, ${sideWord[place.face.side]})`,
  hint: shrunk
    ? "Raccourcissez-le\u00A0: il est déjà à la plus petite taille permise par le gabarit."
    : "Raccourcissez-le, ou donnez-lui plus de place dans le gabarit.",
});

export const textOverlap = (place: TextPlace, other: string, by: Pt): Diagnostic => ({
  ...base("text-overlap", place),
  message: `le texte «\u00A0${place.excerpt}\u00A0» recouvre «\u00A0${other}\u00A0» de ${mmText(by)} (${place.face.piece}, ${sideWord[place.face.side]})`,
  hint: "Raccourcissez l’un des deux, ou écartez-les dans le gabarit.",
});

export const missingGlyph = (place: TextPlace, character: string): Diagnostic => ({
  ...base("missing-glyph", place),
  message: `aucune police n’a le signe «\u00A0${character}\u00A0» (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}) de «\u00A0${place.excerpt}\u00A0»`,
  hint: "Remplacez ce signe, ou ajoutez dans fonts/fonts.yaml une police de secours qui l’a.",
});

export const blockTooTall = ({ piece, locale }: FaceName, at: Span | undefined, by: Pt): Diagnostic => ({
  code: "block-too-tall",
  severity: "error",
  message: `ce bloc est plus haut qu’une page, de ${mmText(by)} (${piece})`,
  hint: "Coupez-le en deux, ou raccourcissez-le.",
  at,
  piece,
  locale,
});

export const codeOutside = (face: FaceName, at: Span | undefined, linkId: string, by: Pt): Diagnostic => ({
  code: "code-outside",
  severity: "error",
  message: `le QR code de «\u00A0${linkId}\u00A0» dépasse de ${mmText(by)} de la zone sûre (${face.piece}, ${sideWord[face.side]})`,
  hint: "Rapprochez-le du centre ou réduisez ce qui l’entoure.",
  at,
  piece: face.piece,
  locale: face.locale,
});

/** A problem of a picture itself, seen on a face. */
export const onFace = (face: FaceName, problem: Omit<Diagnostic, "at">, at: Span | undefined): Diagnostic => ({
  ...problem,
  at,
  piece: face.piece,
  locale: face.locale,
});
