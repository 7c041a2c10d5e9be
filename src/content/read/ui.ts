/** cards/ui.yaml → the words that templates print, by dotted name. */
import type { FieldValue, TextValue } from "../kit.js";
import { UI } from "../schema/ui.js";
import { checkedFile, type Desk } from "./desk.js";

export const UI_FILE = "cards/ui.yaml";

/** Empty when the kit has no such file. */
export function readUi(desk: Desk): ReadonlyMap<string, TextValue> {
  if (!desk.files.has(UI_FILE)) return new Map();
  const file = checkedFile(desk, UI_FILE, UI);
  return new Map(file === undefined ? [] : words(file));
}

/** `field` is the dotted name already: the check made it from the keys on the way. */
function words(value: FieldValue): readonly (readonly [string, TextValue])[] {
  if (value.kind === "text") return [[value.field, value]];
  return value.kind === "group" ? Object.values(value.values).flatMap(words) : [];
}
