import { describe, expect, it } from "vitest";
import type { Answer, Verdict } from "../../src/links/ask.js";
import { hasAnswered, isDead, isOffline, problemsOf } from "../../src/links/judge.js";
import { listLinks } from "../../src/links/list.js";
import { load } from "../content/memory-kit.js";

const VERDICTS: readonly (readonly [Verdict, dead: boolean, answered: boolean])[] = [
  ["works", false, true],
  ["moved", false, true],
  ["home", false, false],
  ["guarded", false, false],
  ["gone", true, false],
  ["faulty", true, false],
  ["redirects", true, false],
  ["dns", true, false],
  ["offline", true, false],
  ["refused", true, false],
  ["certificate", true, false],
  ["timeout", true, false],
  ["garbled", true, false],
  ["cut", true, false],
  ["private", true, false],
  ["unusable", true, false],
];

it.each(VERDICTS)("%s: dead %s, answered %s", (verdict, dead, answered) => {
  expect([isDead({ verdict }), hasAnswered({ verdict })]).toEqual([dead, answered]);
});

it.each<readonly [readonly Verdict[], boolean]>([
  [["dns", "offline", "dns"], true],
  [["dns", "works"], false],
  [["offline", "timeout"], false],
  [["dns"], false],
  [[], false],
])("%j: nobody is reached: %s", (verdicts, expected) => {
  expect(isOffline(verdicts.map((verdict) => ({ verdict })))).toBe(expected);
});

function problemsWith(line: string, answer: Answer) {
  const { kit } = load({ "cards/links.yaml": line });
  const rows = listLinks([{ locale: "fr", links: kit!.links }], new Map());
  return problemsOf(rows, new Map([[rows[0]!.url, answer]]));
}

describe("the line with the new address", () => {
  const BLOCK = "un:\n  title: Un\n  checked: 2026-11-20\n";
  const to = (moved: string): Answer => ({ verdict: "moved", status: 200, moved, end: moved });
  it.each([
    ["plain", `${BLOCK}  url: https://a.org/1 # vu\n`, "https://b.org/2", "  url: https://b.org/2 # vu"],
    ["in quotes", `${BLOCK}  url: "https://a.org/1"\n`, "https://b.org/2", '  url: "https://b.org/2"'],
    ["in apostrophes", `${BLOCK}  url: 'https://a.org/1'\n`, "https://b.org/l'un", "  url: 'https://b.org/l%27un'"],
    [
      "that needs quotes",
      `${BLOCK}  url: https://a.org/1\n`,
      "https://b.org/?a[]=1,2",
      '  url: "https://b.org/?a[]=1,2"',
    ],
    [
      "between braces",
      `un: { url: "https://a.org/1", title: Un, checked: 2026-11-20 }\n`,
      'https://b.org/?"\\',
      `un: { url: "https://b.org/?%22%5C", title: Un, checked: 2026-11-20 }`,
    ],
  ])("%s", (_name, line, moved, expected) => {
    const [problem] = problemsWith(line, to(moved));
    expect(problem).toMatchObject({ code: "address-moved", severity: "warning", correction: expected });
  });

  it("is not given for an address as long as a page", () => {
    const [problem] = problemsWith(`${BLOCK}  url: https://a.org/1\n`, to(`https://b.org/${"x".repeat(600)}`));
    expect(problem).toMatchObject({ code: "address-moved", correction: undefined });
  });
});
