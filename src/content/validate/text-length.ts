/** A text → how many characters a reader sees: markup does not count. */

/** Characters of `text`; for markdown without its stars, backticks, link addresses and backslashes. */
export function visibleLength(text: string, kind: "text" | "markdown"): number {
  const seen = kind === "markdown" && text.length <= LONGEST_READ ? withoutMarkup(text) : text;
  return [...seen.trim().normalize("NFC")].length;
}

/** No field is as long as this: looking for markup in a whole book would only cost time. */
const LONGEST_READ = 20_000;

/** Put before a sign that a backslash protects; Unicode promises never to use this character. */
const ESCAPED = "\ufdd0";

function withoutMarkup(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, `${ESCAPED}$1`)
    .replace(/(?<!\ufdd0)!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/(?<!\ufdd0)`+/g, "")
    .replace(/(?<!\ufdd0)(\*{1,3})(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(?<![\ufdd0\p{L}\p{N}])(_{1,3})(?=\S)([\s\S]*?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/^[ \t]*(?:[-+*]|\d+[.)])[ \t]+/gm, "")
    .replaceAll(ESCAPED, "");
}
