import { expect, it } from "vitest";
import { stamped } from "../../src/links/index.js";
import { load } from "../content/memory-kit.js";

const DAY = "2026-12-01";

/** A links.yaml with the day of each link replaced, as its kit is read. */
function stampedFile(text: string): string {
  const { kit } = load({ "cards/links.yaml": text });
  return stamped(
    text,
    [...kit!.links.values()].map(({ checkedAt }) => checkedAt),
    DAY,
  );
}

const LINK = "a:\n  url: https://a.org\n  title: A\n";

it.each([
  ["plain", `${LINK}  checked: 2026-11-20\n`],
  ["in quotes", `${LINK}  checked: "2026-11-20"\n`],
  ["in apostrophes", `${LINK}  checked: '2026-11-20'   # vu par Ada\n`],
  [
    "among remarks",
    `# Le 2026-11-20, tout allait bien.\n${LINK}  # avant : 2026-11-20\n  checked:   2026-11-20 # le soir\n`,
  ],
  ["between braces", `a: { checked: 2026-11-20, url: "https://a.org/2026-11-19", title: "Le 2026-11-19" }\n`],
  ["with the line ends of Windows", `${LINK}  checked: 2026-11-20\n`.replaceAll("\n", "\r\n")],
  ["without a last line end", `${LINK}  checked: 2026-11-20`],
  ["several times", `${LINK}  checked: 2026-11-20\n\n\nb: { url: "https://b.org", title: É, checked: 2026-11-20 }\n`],
])("a day that is written %s", (_name, text) => {
  const expected = text.replace(/(checked: *["']?)2026-11-20/g, `$1${DAY}`);
  expect(expected).not.toBe(text);
  expect(stampedFile(text)).toBe(expected);
});

it.each([
  ["missing", LINK],
  ["no day", `${LINK}  checked: hier\n`],
  ["empty", `${LINK}  checked:\n`],
])("a day that is %s is left alone", (_name, text) => {
  expect(stampedFile(text)).toBe(text);
});
