/** A text and its translation → what was lost or broken on the way: marks, addresses, references, numbers, length. */
import type { Unit } from "../catalog/index.js";
import { type Placeholder, parsePlaceholders, placeholderMistakes } from "../content/placeholders.js";
import { visibleLength } from "../content/validate/text-length.js";
import type { Diagnostic, Span } from "../diagnostics/index.js";
import * as say from "./messages.js";

/** Everything that is wrong with a translation; `at` is where it stands in the catalog. */
export function checkTranslation(
  unit: Unit,
  text: string,
  at: Span,
  glossary: Glossary = NO_TERMS,
): readonly Diagnostic[] {
  const findings = [
    ...glossaryFindings(unit, text, glossary),
    ...placeholderFindings(unit, text),
    ...addressFindings(unit, text),
    ...markFindings(unit, text),
    ...numberFindings(unit, text),
    ...lengthFindings(unit, text),
  ];
  return findings.map((finding) => ({ ...finding, at, field: unit.id }));
}

/** A term of the original → how it is always translated. */
export type Glossary = ReadonlyMap<string, string>;
const NO_TERMS: Glossary = new Map();

/** Terms are found as they are written, at the start of a word; endings may differ. */
function glossaryFindings(unit: Unit, text: string, glossary: Glossary): readonly Finding[] {
  const holds = (words: string, term: string): boolean =>
    new RegExp(`(?<!\\p{L})${term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "iu").test(words);
  return [...glossary]
    .filter(([term, expected]) => holds(unit.text, term) && !holds(text, expected))
    .map(([term, expected]) => say.otherTerm(term, expected));
}

type Finding = Omit<Diagnostic, "at" | "field">;

/** Only booklets have references between braces, but nobody else writes braces. */
function placeholderFindings(unit: Unit, text: string): readonly Finding[] {
  if (!/[{}]/.test(unit.text + text)) return [];
  const wanted = written(unit.text);
  const given = written(text);
  const lost = without(wanted, given);
  const added = without(given, wanted);
  const broken = placeholderMistakes(text).length > placeholderMistakes(unit.text).length;
  return [
    ...lost.map((one) => say.lostPlaceholder(one)),
    ...added.map((one) => say.strangePlaceholder(one, lost[0])),
    ...(broken && lost.length === 0 && added.length === 0 ? [say.brokenBraces()] : []),
  ];
}

/** References as they are written, in one form whatever their spaces. */
const written = (text: string): readonly string[] =>
  parsePlaceholders(text)
    .filter((part): part is Placeholder => typeof part !== "string")
    .map(({ name, args, filters }) => {
      const pairs = [...filters].map(([key, value]) => `${key}=${/\s/.test(value) ? `"${value}"` : value}`);
      return `{${[name, ...args, ...pairs].join(" ")}}`;
    });

const ADDRESSES = /\]\(([^()\s]*)\)/g;

const addressesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(ADDRESSES), ([, address = ""]) => address);

function addressFindings(unit: Unit, text: string): readonly Finding[] {
  if (unit.kind !== "markdown") return [];
  const wanted = addressesIn(unit.text);
  const given = addressesIn(text);
  return [
    ...without(wanted, given).map((address) => say.lostAddress(address)),
    ...without(given, wanted).map((address) => say.strangeAddress(address)),
  ];
}

/** Bold and italic stretches, and items of lists: as many as in the original. */
function markFindings(unit: Unit, text: string): readonly Finding[] {
  if (unit.kind !== "markdown") return [];
  const counted: readonly (readonly [say.Mark, RegExp])[] = [
    ["bold", /\*\*(?=\S)[^*]+(?<=\S)\*\*/g],
    ["italic", /(?<!\*)\*(?=[^\s*])[^*]+(?<=[^\s*])\*(?!\*)/g],
    ["item", /^\s*(?:[-+*]|\d+[.)])\s/gm],
  ];
  return counted.flatMap(([mark, pattern]) => {
    const wanted = unit.text.match(pattern)?.length ?? 0;
    const given = text.match(pattern)?.length ?? 0;
    return wanted === given ? [] : [say.otherMarks(mark, wanted, given)];
  });
}

/** Ten digits of each script that numbers may be written in. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0be6, 0x0e50, 0x17e0];

const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** A day in figures is three numbers, whatever stands between them. */
const DAY = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/g;

/** Numbers as their digits alone: a language may group thousands and write decimals as it likes. */
const numbersIn = (text: string): readonly string[] =>
  Array.from(
    latinDigits(text.replace(/\{[^{}]*\}|\]\([^()]*\)/g, " "))
      .replace(DAY, "$1/$2/$3")
      .matchAll(/\d+(?:[.,٫٬’' \u00A0\u202F]\d+)*/g),
    ([number]) => number.replace(/\D/g, ""),
  );

/** A number may be said in words, so one that is missing is only a warning. */
function numberFindings(unit: Unit, text: string): readonly Finding[] {
  const lost = without(numbersIn(unit.text), numbersIn(text)).filter((number) => number.length > 1);
  return lost.length === 0 ? [] : [say.lostNumbers(lost)];
}

function lengthFindings({ max, kind }: Unit, text: string): readonly Finding[] {
  if (max === undefined) return [];
  const over = visibleLength(text, kind) - max;
  return over > 0 ? [say.translationTooLong(over, max)] : [];
}

/** What of `wanted` is not in `given`, each as often as it lacks. */
function without(wanted: readonly string[], given: readonly string[]): readonly string[] {
  const left = [...given];
  return wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
