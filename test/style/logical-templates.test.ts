import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pathOf, textOf } from "../docs/support.js";

/**
 * A kit is built in languages that run from right to left without a change in its templates: their CSS says start and
 * end, never left and right. What is physical by nature is marked `/* physique *\/` behind it, on its line.
 */
const MARK = "/* physique */";

interface Declaration {
  readonly property: string;
  readonly value: string;
  /** All that its rule declares. */
  readonly rule: string;
}

/** Declarations of `<style>` elements, of `style` attributes and of whole stylesheets; marked lines left out. */
function declarationsIn(name: string, text: string): readonly Declaration[] {
  const unmarked = text
    .split("\n")
    .filter((line) => !line.includes(MARK))
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "");
  const sheets = name.endsWith(".css")
    ? [unmarked]
    : Array.from(unmarked.matchAll(/<style>([\s\S]*?)<\/style>/g), ([, css]) => css!);
  const inline = Array.from(unmarked.matchAll(/ style="([^"]*)"/g), ([, css]) => css!.replace(/\{\{.*?\}\}/g, "1"));
  const rules = [
    ...sheets.flatMap((sheet) => Array.from(sheet.matchAll(/\{([^{}]*)\}/g), ([, css]) => css!)),
    ...inline,
  ];
  return rules.flatMap((rule) =>
    Array.from(rule.matchAll(/([\w-]+)\s*:\s*([^;]+)/g), ([, property, value]) => ({
      property: property!,
      value: value!.trim(),
      rule,
    })),
  );
}

/** Top, right, bottom, left: what the second and the fourth value are. */
const uneven = (value: string): boolean => {
  const [, right, , left] = value.split(/\s+/);
  return left !== undefined && left !== right;
};

const unevenCorners = (value: string): boolean => {
  const [topLeft, topRight = topLeft, bottomRight = topLeft, bottomLeft = topRight] = value.split(/\s+/);
  return topLeft !== topRight || bottomRight !== bottomLeft;
};

const isTurned = (value: string): boolean => /rotate\(|translate\(\s*-?(?!0[,)\s])/.test(value);

/** A gradient that is not the same in a mirror. */
const leans = (value: string): boolean =>
  /linear-gradient\(/.test(value) && !/linear-gradient\(\s*(?:to (?:top|bottom)|0deg|180deg|[^\d\st])/.test(value);

function isPhysical({ property, value, rule }: Declaration): boolean {
  if (/(?:^|-)(?:left|right)(?:-|$)/.test(property)) return true;
  if (/^(?:text-align|object-position)$/.test(property)) return /\b(?:left|right)\b/.test(value);
  if (/^(?:margin|padding|inset|border-(?:width|style|color))$/.test(property)) return uneven(value);
  if (property === "border-radius") return unevenCorners(value);
  const leaning = (property === "transform" && isTurned(value)) || (/^background/.test(property) && leans(value));
  return leaning && !/--mirror\s*:/.test(rule);
}

const physicalIn = (name: string, text: string): readonly string[] =>
  declarationsIn(name, text)
    .filter(isPhysical)
    .map(({ property, value }) => `${property}: ${value}`);

describe("physical CSS is found", () => {
  it.each([
    ["left: 3mm", true],
    ["padding-right: 3mm", true],
    ["border-left: 1pt solid", true],
    ["border-top-left-radius: 1mm", true],
    ["text-align: right", true],
    ["object-position: left top", true],
    ["padding: 1mm 2mm 1mm 3mm", true],
    ["border-radius: 1mm 0 0 0", true],
    ["transform: rotate(3deg)", true],
    ["background: linear-gradient(90deg, #fff, #000)", true],
    ["inset-inline-start: 3mm", false],
    ["padding: 1mm 2mm 3mm", false],
    ["padding: 1mm 2mm 3mm 2mm", false],
    ["border-radius: 1mm 1mm 0 0", false],
    ["border-radius: 50%", false],
    ["text-align: start", false],
    ["transform: rotate(3deg); --mirror: none", false],
    ["background: linear-gradient(#fff, #000)", false],
    ["left: 3mm } /* physique */ b { top: 0", false],
  ])("%s: %s", (css, found) => {
    expect(physicalIn("theme.css", `a { ${css} }`).length > 0).toBe(found);
    expect(physicalIn("a.hbs", `<style>a { ${css} }</style>`).length > 0).toBe(found);
  });

  it("in attributes, whatever the template fills in", () => {
    expect(physicalIn("a.hbs", '<p style="left: {{at}}%">')).toEqual(["left: 1%"]);
  });
});

describe("the templates of the kit are written for both directions", () => {
  it.each(readdirSync(pathOf("templates")).filter((name) => /\.(hbs|css)$/.test(name)))("%s", (name) => {
    expect(physicalIn(name, textOf(`templates/${name}`))).toEqual([]);
  });
});
