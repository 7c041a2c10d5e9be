import { describe, expect, it } from "vitest";
import { Diagnostics, positionOf } from "../../src/diagnostics/index.js";
import { parseTheme, readPressInks } from "../../src/style/index.js";
import { parseStylesheet } from "../../src/style/stylesheet.js";

const theme = (text: string) => ({ source: { name: "templates/theme.css", text }, text, start: 0 });

function read(text: string) {
  const diagnostics = new Diagnostics();
  const chosen = readPressInks(theme(text), diagnostics);
  const problems = diagnostics.all.map(({ code, at }) => {
    const { line, column } = positionOf(at!);
    return `${code} ${line}:${column}`;
  });
  return { chosen, problems };
}

const ROOT = ":root { --violet: #6E44C0; --encre: rgb(34, 40, 58); --lien: var(--violet); --marge: 3mm }\n";

describe("inks that a theme chooses for its colours", () => {
  it("are read as per cent or as numbers from 0 to 1", () => {
    const { chosen, problems } = read(
      `${ROOT}@press { /* net */ --violet: device-cmyk(70% 78% 0% 0%); --encre: device-cmyk(0 0 0 1) }`,
    );
    expect(problems).toEqual([]);
    expect(chosen.map(({ name, inks }) => [name, inks])).toEqual([
      ["--violet", [0.7, 0.78, 0, 0]],
      ["--encre", [0, 0, 0, 1]],
    ]);
    expect(chosen[0]!.color).toEqual({ r: 0x6e / 255, g: 0x44 / 255, b: 0xc0 / 255, a: 1 });
  });

  it.each([
    ["for no variable of :root", "--violte: device-cmyk(0 0 0 1)", "press-unknown-color 2:10"],
    ["for what is no plain colour", "--lien: device-cmyk(0 0 0 1)", "press-no-color 2:10"],
    ["for a length", "--marge: device-cmyk(0 0 0 1)", "press-no-color 2:10"],
    ["as a screen colour", "--violet: #000000", "press-bad-inks 2:10"],
    ["with three inks", "--violet: device-cmyk(0 0 1)", "press-bad-inks 2:10"],
    ["with more than all of one", "--violet: device-cmyk(0% 0% 0% 120%)", "press-bad-inks 2:10"],
    ["with less than none", "--violet: device-cmyk(-1 0 0 0)", "press-bad-inks 2:10"],
    ["with words", "--violet: device-cmyk(noir)", "press-bad-inks 2:10"],
    ["in a rule of their own", "h1 { color: red }", "press-syntax 2:10"],
  ])("are refused %s", (_, declaration, problem) => {
    const { chosen, problems } = read(`${ROOT}@press { ${declaration} }`);
    expect(chosen).toEqual([]);
    expect(problems).toEqual([problem]);
  });

  it.each([
    ["without braces", "@press;", ["press-syntax 2:1"]],
    ["without braces, at the end of the file", "@press", ["press-syntax 2:1"]],
    ["with a word for braces", "@press foo", ["press-syntax 2:8"]],
    ["with a word before its braces", "@press foo { --violet: device-cmyk(0 0 0 1) }", ["press-syntax 2:8"]],
    ["with nothing in its braces", "@press { }", []],
  ])("a rule %s", (_, rule, problems) => {
    expect(read(`${ROOT}${rule}`).problems).toEqual(problems);
  });

  it("a rule whose words make no sense is told of once", () => {
    const text = `${ROOT}@press --violet: device-cmyk(0 0 0 1);`;
    const diagnostics = new Diagnostics();
    parseTheme(theme(text), diagnostics);
    readPressInks(theme(text), diagnostics);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(["css-syntax"]);
  });

  it("are no business of other targets, nor of templates", () => {
    const text = `${ROOT}@press { --violet: device-cmyk(0 0 0 1) }`;
    const diagnostics = new Diagnostics();
    const rules = parseTheme(theme(text), diagnostics);
    expect(diagnostics.all).toEqual([]);
    expect(rules).toHaveLength(parseTheme(theme(ROOT), diagnostics).length);
    parseStylesheet(theme(text), 0, diagnostics);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(["css-unsupported-rule"]);
  });
});
