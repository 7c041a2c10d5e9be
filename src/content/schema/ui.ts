/** What cards/ui.yaml may hold: words by name, grouped as deep as needed. */
import { FIELD_NAME, map, type Shape } from "./shape.js";

const words: Shape = {
  name: "mot",
  type: "either",
  required: false,
  translate: true,
  note: "Un mot imprimé par les modèles",
  get item() {
    return UI;
  },
};

export const UI: Shape = map("ui.yaml", words, {
  pattern: FIELD_NAME,
  note: "Les mots que les modèles impriment",
});
