/** A kit → the texts that are to be translated, each with all that its translator is told. */
import type { Unit } from "../catalog/index.js";
import type { Kit } from "../content/kit.js";
import { visibleLength } from "../content/validate/text-length.js";
import { pseudoText } from "./pseudo.js";
import { mapTexts, type TextPlace } from "./texts.js";

/** In reading order; a text is there once for each place in which it is printed. */
export function unitsOf(kit: Kit): readonly Unit[] {
  const units: Unit[] = [];
  mapTexts(kit, (place) => {
    units.push(unitAt(place));
    return place.text;
  });
  return units;
}

export const unitAt = ({ id, text, where, field, flows }: TextPlace): Unit => ({
  id,
  text: text.value.trim(),
  kind: text.kind,
  where,
  note: field?.note,
  max: field?.max,
  fits: flows ? "any" : visibleLength(pseudoText(text.value.trim(), field?.max), text.kind),
  critical: field?.critical === true,
  at: text.at,
});
