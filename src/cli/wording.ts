/** What the messages of all commands are made of: a name → in quotes, a count → with its word, what was typed wrong → a problem. */
import type { Diagnostic } from "../diagnostics/index.js";

export const quote = (word: string): string => `«\u00A0${word}\u00A0»`;

export const plural = (count: number, one: string, more = `${one}s`): string => `${count} ${count > 1 ? more : one}`;

/** An error without a place: it is in the command line. */
export const problem = (code: string, message: string, hint: string): Diagnostic => ({
  code,
  severity: "error",
  message,
  hint,
});
