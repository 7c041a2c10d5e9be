/** The group « print » of cards/ui.yaml → the words of margins by name; placeholders that lack or lead nowhere are told. */
import { suggest } from "../../diagnostics/suggest.js";
import type { TextValue, Values } from "../kit.js";
import { type Placeholder, parsePlaceholders } from "../placeholders.js";
import { PRINT_NAMES, PRINT_WORDS, type PrintName } from "../print-words.js";
import { type Judge, report } from "../validate/judge.js";
import { emptyField } from "../validate/messages.js";
import { braceMistakes, placeIn } from "./braces.js";
import type { Desk } from "./desk.js";
import * as say from "./messages.js";

/** Those that the kit says itself. */
export function checkPrintWords(values: Values, { reporter }: Desk): ReadonlyMap<PrintName, TextValue> {
  const judge: Judge = { reporter, broken: [] };
  const words = PRINT_NAMES.flatMap((name): readonly (readonly [PrintName, TextValue])[] => {
    const text = values[name];
    return text?.kind === "text" ? [[name, text]] : [];
  });
  for (const [name, text] of words) checkWord(name, text, judge);
  return new Map(words);
}

function checkWord(name: PrintName, text: TextValue, judge: Judge): void {
  if (text.value.trim() === "") {
    report(judge, emptyField(name, undefined), text.at, text.field);
    return;
  }
  const broken = braceMistakes(text);
  for (const { finding, at } of broken) report(judge, finding, at, text.field);
  const wanted = holesIn(PRINT_WORDS[name].text).map((hole) => hole.name);
  const given = holesIn(text.value);
  const missing = new Set(wanted.filter((one) => !given.some((hole) => hole.name === one)));
  for (const hole of given) {
    if (wanted.includes(hole.name) && hole.args.length === 0 && hole.filters.size === 0) continue;
    const near = suggest(hole.name, missing) ?? suggest(hole.name, wanted);
    // One sentence for a placeholder that is misspelt, and so lacks.
    if (near !== undefined) missing.delete(near);
    const at = placeIn(text, hole.start, hole.end);
    report(judge, say.strangeHole(text.value.slice(hole.start, hole.end), near, wanted), at, text.field);
  }
  if (broken.length > 0) return;
  for (const one of missing) report(judge, say.missingHole(one, PRINT_WORDS[name].text), text.at, text.field);
}

const holesIn = (text: string): readonly Placeholder[] =>
  parsePlaceholders(text).filter((part) => typeof part !== "string");
