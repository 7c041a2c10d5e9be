/** The rows of a kit's links and the answers of their addresses → problems at the place of each, with the line to write. */
import { lineWith } from "../content/validate/correction.js";
import type { Diagnostic, Span } from "../diagnostics/index.js";
import type { Answer } from "./ask.js";
import type { LinkRow } from "./list.js";
import { type AddressFinding, codeLost, codeStrayed, findingOf } from "./messages.js";

/** A reader who scans the code of a dead address finds nothing. */
export const isDead = (answer: Answer): boolean => findingOf("", answer)?.severity === "error";

/** Whether a page answered: only then may its day be noted. */
export const hasAnswered = ({ verdict }: Answer): boolean => verdict === "works" || verdict === "moved";

/** Nothing was found, not even a name: it is this computer that reaches nobody. */
export function isOffline(answers: readonly Answer[]): boolean {
  const isLost = ({ verdict }: Answer): boolean => verdict === "offline" || verdict === "dns";
  return answers.length > 1 && answers.every(isLost);
}

/** One problem a row at most, of its page or else of its code; rows without an answer have none. */
export function problemsOf(rows: readonly LinkRow[], answers: ReadonlyMap<string, Answer>): readonly Diagnostic[] {
  return rows.flatMap((row) => {
    const { id, url, urlAt: at } = row;
    const answer = answers.get(url);
    if (answer === undefined) return [];
    const finding = findingOf(id, answer);
    const strayed = finding?.severity === "error" ? undefined : strayedCode(row, answer, answers.get(row.printed));
    if (strayed !== undefined) return [{ ...strayed, at, field: "url" }];
    if (finding === undefined) return [];
    return [{ ...finding, at, field: "url", correction: answer.moved && correctionAt(at, answer.moved) }];
  });
}

/** A code that the kit's redirect does not lead to its page. */
function strayedCode(
  { id, url, printed }: LinkRow,
  page: Answer,
  code: Answer | undefined,
): AddressFinding | undefined {
  if (code === undefined || printed === url) return undefined;
  if (code.verdict === "unusable") return codeLost(id, printed);
  if (endOf(printed, code) === endOf(url, page)) return undefined;
  return isDead(code) || code.end === undefined ? codeLost(id, printed) : codeStrayed(id, printed, code.end);
}

const endOf = (address: string, { end }: Answer): string => new URL(end ?? address).href;

/** Longer addresses make no code that can be scanned, and no line that anybody copies. */
const LONGEST = 500;

/** The line with the new address, in quotes where the old one has some or the new one needs them. */
function correctionAt(at: Span, address: string): string | undefined {
  if (address.length > LONGEST) return undefined;
  const [before = ""] = at.source.text.slice(at.start, at.end);
  const safe = address.replace(/["'\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const quote = /["']/.test(before) ? before : /[,[\]{}]/.test(safe) ? '"' : "";
  return lineWith(at, quote + safe + quote);
}
