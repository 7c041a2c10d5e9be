/** A value whose signs mean something to YAML → the same value between quotes that keep it a text. */
import type { Finding } from "../finding.js";
import { type LineParts, lastLineOfValue, partsOf, quoted, splitRemark } from "./line.js";
import * as say from "./messages.js";
import type { Mistake } from "./mistake.js";

/** Lines whose opening quote is never closed: they swallow what follows, so they are looked for first. */
export function unclosedQuotes(lines: readonly string[]): readonly Mistake[] {
  return lines.flatMap((text, line) => {
    const parts = partsOf(text);
    const mark = parts.value[0];
    if ((mark !== '"' && mark !== "'") || (parts.key === "" && parts.dashes === "")) return [];
    const last = lastLineOfValue(lines, line);
    const whole = [parts.value, ...lines.slice(line + 1, last + 1)].join("\n");
    if (closingQuote(whole) !== undefined) return [];
    const opensText = mark === "'" && /^'\p{L}/u.test(whole) && !parts.value.trimEnd().endsWith("'");
    const fixed = opensText ? quoted(whole.trimEnd()) : quoted(whole.slice(1).trimEnd());
    return [{ ...quoteFix(say.unclosedQuote(mark), lines, line, fixed), length: 1 }];
  });
}

/** Lines whose opening `[` or `{` is never closed. */
export function unclosedBrackets(lines: readonly string[]): readonly Mistake[] {
  return lines.flatMap((text, line) => {
    const { value, key, dashes } = partsOf(text);
    const open = value[0];
    if ((open !== "[" && open !== "{") || (key === "" && dashes === "")) return [];
    const close = open === "[" ? "]" : "}";
    const last = lastLineOfValue(lines, line);
    const whole = [value, ...lines.slice(line + 1, last + 1)].join("\n").replace(/"(?:[^"\\]|\\[\s\S])*"|'[^']*'/g, "");
    const isOpen = whole.split(open).length > whole.split(close).length;
    // A list may be closed at the margin, on a line of its own.
    if (!isOpen || (lines[last + 1] ?? "").trim().startsWith(close)) return [];
    const column = text.length - value.length;
    const finding = say.unclosedBracket(open, close);
    const { body, remark } = splitRemark(value);
    const repaired = last > line ? undefined : [text.slice(0, column) + body + close + remark];
    return [{ finding, line, column, length: 1, repaired }];
  });
}

export function quoteTrouble(lines: readonly string[], line: number): Mistake | undefined {
  const { value } = partsOf(lines[line] ?? "");
  const mark = value[0];
  if (mark !== '"' && mark !== "'") return undefined;
  const { body, remark } = splitRemark(value);
  const closed = closingQuote(body);
  if (closed === undefined) return undefined;
  if (closed === body.length) {
    if (mark !== '"' || !/\\/.test(body)) return undefined;
    const doubled = body.replace(/\\(?![\\"/abefnrtv0 N_LPxuU])/g, "\\\\");
    return doubled === body ? undefined : quoteFix(say.backslashInQuotes(), lines, line, doubled + remark);
  }
  const inner = body.slice(1, -1);
  if (!body.endsWith(mark)) return quoteFix(say.textAfterQuote(), lines, line, quoted(body) + remark);
  if (mark === "'") {
    return quoteFix(say.apostropheInQuotes(), lines, line, quoted(inner.replaceAll("''", "'")) + remark);
  }
  return quoteFix(say.quoteInQuotes(), lines, line, quoted(inner) + remark);
}

export function signAtStart(lines: readonly string[], line: number): Mistake | undefined {
  const parts = partsOf(lines[line] ?? "");
  if (parts.key === "" && parts.dashes === "") return undefined;
  const finding = signFinding(parts);
  return finding && quoteAll(finding, lines, line);
}

function signFinding({ value }: LineParts): Finding | undefined {
  const sign = value[0] ?? "";
  if (sign === "*") return say.starAtStart();
  if (sign === "!") return say.tagAtStart();
  if (sign === "&") return say.anchorAtStart();
  if (value.startsWith("{{") || /^\{[^}]*\}\s*[^\s#]/.test(value)) return say.bracesAtStart();
  if (/^\[[^\]]*\]\s*[^\s#]/.test(value)) return say.bracketAtStart();
  if (/^-\s/.test(value)) return say.dashAtStart();
  if (/^[@%`,\]}]/.test(value) || /^\?\s/.test(value)) return say.specialAtStart(sign);
  if (/^[|>]/.test(value) && !/^[|>][-+\d]{0,2}\s*(#.*)?$/.test(value)) return say.specialAtStart(sign);
  return undefined;
}

export function colonInText(lines: readonly string[], line: number): Mistake | undefined {
  const parts = partsOf(lines[line] ?? "");
  if (parts.key === "" || parts.value === "" || /^["'{[|>]/.test(parts.value)) return undefined;
  const last = lastLineOfValue(lines, line);
  const value = [parts.value, ...lines.slice(line + 1, last + 1)];
  if (!value.some((text) => /:(\s|$)/.test(text))) return undefined;
  return quoteAll(say.colonInText(), lines, line);
}

/** The whole value of `line` put between quotes. */
export function quoteAll(finding: Finding, lines: readonly string[], line: number): Mistake {
  const { value } = partsOf(lines[line] ?? "");
  const last = lastLineOfValue(lines, line);
  if (last > line) {
    return quoteFix(finding, lines, line, quoted([value, ...lines.slice(line + 1, last + 1)].join("\n").trimEnd()));
  }
  const { body, remark } = splitRemark(value);
  return quoteFix(finding, lines, line, `${quoted(body)}${remark}`);
}

/** The value of `line` (over all its lines) replaced by `value`. */
function quoteFix(finding: Finding, lines: readonly string[], line: number, value: string): Mistake {
  const text = lines[line] ?? "";
  const parts = partsOf(text);
  const prefix = text.slice(0, text.length - parts.value.length);
  return {
    finding,
    line,
    column: prefix.length,
    length: Math.max(1, parts.value.trimEnd().length),
    repaired: `${prefix}${value}`.split("\n"),
  };
}

/** Offset just after the quote that closes the one at the start of `text`. */
export function closingQuote(text: string): number | undefined {
  const closed = text[0] === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^'(?:[^']|'')*'/;
  return closed.exec(text)?.[0].length;
}

/** Quotes around a text only when it cannot stand without. */
export const safe = (value: string): string =>
  /^[*{[!&@%`,\]}|>?-]|:(\s|$)|\s#/.test(value) && closingQuote(value) === undefined ? quoted(value) : value;
