/** Reasons why a font file is refused → one French sentence, and what to do about it. */

/** What is wrong with a font file; the name is the code of the diagnostic that callers report. */
export type FontProblem =
  | "font-woff2"
  | "font-woff"
  | "font-collection"
  | "font-variable"
  | "font-type1"
  | "font-not-a-font"
  | "font-broken";

interface Words {
  readonly message: string;
  readonly hint: string;
}

const STATIC_TTF = "Choisissez le fichier TTF d’une seule graisse, par exemple « Regular » ou « Bold ».";

const WORDS: Readonly<Record<FontProblem, Words>> = {
  "font-woff2": {
    message: "Cette police est au format WOFF2, fait pour les sites web et non pour l’impression.",
    hint: "Prenez la version TTF ou OTF de la même police.",
  },
  "font-woff": {
    message: "Cette police est au format WOFF, fait pour les sites web et non pour l’impression.",
    hint: "Prenez la version TTF ou OTF de la même police.",
  },
  "font-collection": {
    message: "Ce fichier réunit plusieurs polices (TTC).",
    hint: "Prenez un fichier TTF ou OTF par graisse.",
  },
  "font-variable": {
    message: "Cette police est variable : un seul fichier contient toutes les graisses.",
    hint: STATIC_TTF,
  },
  "font-type1": {
    message: "Cette police est au format PostScript Type 1, abandonné depuis 2023.",
    hint: "Prenez la version TTF ou OTF de la même police.",
  },
  "font-not-a-font": {
    message: "Ce fichier n’est pas une police TTF ou OTF.",
    hint: STATIC_TTF,
  },
  "font-broken": {
    message: "Ce fichier de police est incomplet ou abîmé.",
    hint: "Téléchargez-le de nouveau.",
  },
};

/** The sentence and the hint for `problem`. */
export const fontProblem = (problem: FontProblem): Words => WORDS[problem];
