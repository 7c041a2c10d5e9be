/** What cards/ui.yaml may hold: words by name, grouped as deep as needed; those of the margins in a group of their own. */
import { PRINT_NAMES, PRINT_WORDS } from "../print-words.js";
import { FIELD_NAME, group, map, type Shape, text } from "./shape.js";

const word: Shape = {
  name: "mot",
  type: "either",
  required: false,
  translate: true,
  note: "Un mot imprimé par les modèles",
  get item() {
    return WORDS;
  },
};

const NOTE = "Les mots que les modèles impriment";

const WORDS: Shape = map("groupe", word, { pattern: FIELD_NAME, note: NOTE });

export const PRINT: Shape = group(
  "print",
  PRINT_NAMES.map((name) => {
    const { note, text: said } = PRINT_WORDS[name];
    return text(name, { note: `${note}. À défaut : « ${said} »` });
  }),
  { note: "Les mots des marges et des pages d’assemblage : ceux que le kit ne dit pas sont en français" },
);

export const UI: Shape = map("ui.yaml", word, { pattern: FIELD_NAME, note: NOTE, fields: [PRINT] });
