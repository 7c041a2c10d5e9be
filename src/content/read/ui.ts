/** cards/ui.yaml → the words that templates print, by dotted name, and those that the program prints in margins. */

import type { FieldValue, TextValue } from "../kit.js";
import type { PrintName } from "../print-words.js";
import { PRINT, UI } from "../schema/ui.js";
import { checkedFile, type Desk } from "./desk.js";
import { checkPrintWords } from "./print-words.js";

export const UI_FILE = "cards/ui.yaml";

export interface Ui {
  readonly ui: ReadonlyMap<string, TextValue>;
  readonly print: ReadonlyMap<PrintName, TextValue>;
}

/** Empty when the kit has no such file. */
export function readUi(desk: Desk): Ui {
  const file = desk.files.has(UI_FILE) ? checkedFile(desk, UI_FILE, UI) : undefined;
  if (file === undefined) return { ui: new Map(), print: new Map() };
  const { [PRINT.name]: print, ...groups } = file.values;
  return {
    ui: new Map(Object.values(groups).flatMap(words)),
    print: checkPrintWords(print?.kind === "group" ? print.values : {}, desk),
  };
}

/** `field` is the dotted name already: the check made it from the keys on the way. */
function words(value: FieldValue): readonly (readonly [string, TextValue])[] {
  if (value.kind === "text") return [[value.field, value]];
  return value.kind === "group" ? Object.values(value.values).flatMap(words) : [];
}
