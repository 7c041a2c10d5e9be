import { describe, expect, it } from "vitest";
import { INITIAL_STYLE } from "../../src/style/properties.js";
import type { Style } from "../../src/style/style.js";
import { mm } from "../../src/units.js";
import { declared } from "./support.js";

type Key = keyof Style;
const RED = { r: 1, g: 0, b: 0, a: 1 };
const TEAL = { r: 0, g: 128 / 255, b: 128 / 255, a: 1 };

describe("a declaration gives a typed value", () => {
  it.each<[declaration: string, key: Key, value: unknown]>([
    ["width: 10mm", "width", mm(10)],
    ["width: 1cm", "width", mm(10)],
    ["width: 1in", "width", 72],
    ["width: 12pt", "width", 12],
    ["width: 4px", "width", 3],
    ["width: 2em", "width", 20],
    ["width: 2rem", "width", 20],
    ["width: 50vw", "width", 50],
    ["width: 10VH", "width", 20],
    ["width: 50%", "width", "50%"],
    ["width: auto", "width", "auto"],
    ["width: 0", "width", 0],
    ["break-before: recto", "breakBefore", "right"],
    ["break-before: verso", "breakBefore", "left"],
    ["break-before: right", "breakBefore", "right"],
    ["--mirror: auto", "mirror", false],
    ["direction: rtl; --mirror: auto", "mirror", true],
    ["direction: rtl; --mirror: none", "mirror", false],
    [
      "direction: rtl; --mirror: auto; transform: rotate(8deg) translate(2pt, 10%) scale(2, 3)",
      "transform",
      [
        { kind: "rotate", degrees: -8 },
        { kind: "translate", x: -2, y: "10%" },
        { kind: "scale", x: 2, y: 3 },
      ],
    ],
    ["direction: rtl; --mirror: auto; object-position: 20% 30%", "objectPosition", ["80%", "30%"]],
    ["direction: rtl; object-position: 20% 30%", "objectPosition", ["20%", "30%"]],
    ["margin-left: -2mm", "marginLeft", mm(-2)],
    ["text-indent: -1em", "textIndent", -10],
    ["letter-spacing: 0.1em", "letterSpacing", 1],
    ["letter-spacing: normal", "letterSpacing", 0],
    ["max-width: none", "maxWidth", "auto"],
    ["aspect-ratio: 4 / 3", "aspectRatio", 4 / 3],
    ["aspect-ratio: 2", "aspectRatio", 2],
    ["color: #f00", "color", RED],
    ["color: #FF0000", "color", RED],
    ["color: red", "color", RED],
    ["color: rgb(255, 0, 0)", "color", RED],
    ["color: rgb(255 0 0)", "color", RED],
    ["color: rgb(100%, 0%, 0%)", "color", RED],
    ["color: rgba(255, 0, 0, 0.5)", "color", { ...RED, a: 0.5 }],
    ["color: rgb(255 0 0 / 50%)", "color", { ...RED, a: 0.5 }],
    ["color: #ff000080", "color", { ...RED, a: 128 / 255 }],
    ["color: #f008", "color", { ...RED, a: 136 / 255 }],
    ["color: Teal", "color", TEAL],
    ["background-color: transparent", "backgroundColor", { r: 0, g: 0, b: 0, a: 0 }],
    ["font-weight: bold", "fontWeight", 700],
    ["font-weight: normal", "fontWeight", 400],
    ["font-weight: 650", "fontWeight", 650],
    ["font-size: 150%", "fontSize", 15],
    ["font-size: 1.2em", "fontSize", 12],
    ["line-height: 1.5", "lineHeight", { kind: "factor", value: 1.5 }],
    ["line-height: 14pt", "lineHeight", { kind: "fixed", value: 14 }],
    ["line-height: normal", "lineHeight", { kind: "factor", value: 1.2 }],
    ['font-family: "Source Sans 3", Bricolage Grotesque', "fontFamily", ["Source Sans 3", "Bricolage Grotesque"]],
    [
      'font-feature-settings: "smcp", "tnum" off, "liga" 0, "ss01" 2, "kern" on',
      "fontFeatures",
      ["smcp", "-tnum", "-liga", "ss01=2", "kern"],
    ],
    ["font-feature-settings: normal", "fontFeatures", []],
    ["grid-column-start: 2", "gridColumnStart", { line: 2 }],
    ["grid-column-end: -1", "gridColumnEnd", { line: -1 }],
    ["grid-row-end: span 3", "gridRowEnd", { span: 3 }],
    ["grid-template-columns: none", "gridTemplateColumns", []],
    [
      "grid-template-columns: 10pt repeat(2, 1fr) minmax(0, 2fr)",
      "gridTemplateColumns",
      [
        { min: 10, max: 10 },
        { min: "auto", max: "1fr" },
        { min: "auto", max: "1fr" },
        { min: 0, max: "2fr" },
      ],
    ],
    ["transform: none", "transform", []],
    [
      "transform: rotate(0.25turn) translate(10pt, 50%) scale(2)",
      "transform",
      [
        { kind: "rotate", degrees: 90 },
        { kind: "translate", x: 10, y: "50%" },
        { kind: "scale", x: 2, y: 2 },
      ],
    ],
    ["object-position: right top", "objectPosition", ["100%", "0%"]],
    ["object-position: top right", "objectPosition", ["100%", "0%"]],
    ["object-position: bottom", "objectPosition", ["50%", "100%"]],
    ["object-position: left", "objectPosition", ["0%", "50%"]],
    ["object-position: 20% 80%", "objectPosition", ["20%", "80%"]],
    ["--fit: 7.5pt", "fit", { ratio: 0.75 }],
    ["--fit: none", "fit", "none"],
    ["--safe: none", "outside", true],
    ["color: red; color: initial", "color", INITIAL_STYLE.color],
  ])("%s", (declaration, key, value) => {
    const { style, problems } = declared(declaration);
    expect(problems).toEqual([]);
    expect(style[key]).toEqual(value);
  });

  it("measures --fit against the size of the same rule, wherever it stands in the rule", () => {
    expect(declared("--fit: 15pt; font-size: 20pt").style.fit).toEqual({ ratio: 0.75 });
  });
});

describe("a gradient's stops are placed as in CSS", () => {
  it.each([
    ["two colours run from end to end", "red, blue", [0, 1]],
    ["a stop without a place stands between its neighbours", "red, blue, green 50%", [0, 0.25, 0.5]],
    ["the first and last fill what is left", "red, blue 20%, green", [0, 0.2, 1]],
    ["a stop never goes back", "red 60%, blue 40%", [0.6, 0.6]],
  ])("%s", (_rule, stops, offsets) => {
    const { style, problems } = declared(`background: linear-gradient(${stops})`);
    expect(problems).toEqual([]);
    if (style.backgroundImage === "none") throw new Error("no gradient");
    expect(style.backgroundImage.gradient.stops.map(({ offset }) => offset)).toEqual(offsets);
  });

  it.each([
    ["to right", 90],
    ["45deg", 45],
    ["to top", 0],
  ])("linear-gradient(%s, …) goes that way", (way, angle) => {
    const { backgroundImage } = declared(`background-image: linear-gradient(${way}, red, blue)`).style;
    expect(backgroundImage).toMatchObject({ gradient: { kind: "linear", angle } });
  });
});

describe("a value that CSS does not allow is refused with what was written", () => {
  it.each([
    ["width", "10"],
    ["width", "-5mm"],
    ["width", "calc(100% - 10mm)"],
    ["width", "1e999mm"],
    ["width", "10mm 20mm"],
    ["width", ""],
    ["padding-top", "-1mm"],
    ["row-gap", "-1mm"],
    ["border-top-width", "-1pt"],
    ["border-top-left-radius", "-1mm"],
    ["font-size", "0"],
    ["font-size", "-3pt"],
    ["line-height", "-3pt"],
    ["font-weight", "heavy"],
    ["font-weight", "1200"],
    ["opacity", "1.5"],
    ["color", "blu"],
    ["color", "#12"],
    ["color", "rgb(256, 0, 0)"],
    ["color", "rgb(1, 2)"],
    ["color", "hsl(0, 100%, 50%)"],
    ["display", "table"],
    ["aspect-ratio", "16 / foo"],
    ["aspect-ratio", "16 9"],
    ["aspect-ratio", "1 / 0"],
    ["grid-column-start", "0"],
    ["grid-column-start", "1.5"],
    ["grid-column-start", "100000000"],
    ["grid-row-end", "span 0"],
    ["grid-template-columns", "repeat(100000000, 1fr)"],
    ["grid-template-columns", "repeat(0, 1fr)"],
    ["grid-template-columns", "repeat(2, repeat(2, 1fr))"],
    ["grid-template-columns", "-1fr"],
    ["grid-template-columns", "minmax(1fr, 2fr)"],
    ["transform", "rotate(10deg, 20deg)"],
    ["transform", "translate(1mm 2mm)"],
    ["transform", "translate(1mm, foo)"],
    ["transform", "scale(2, foo)"],
    ["transform", "skew(10deg)"],
    ["background-image", "linear-gradient(red)"],
    ["background-image", "linear-gradient(45deg 10%, red, blue)"],
    ["background-image", "linear-gradient(red, blue 120%)"],
    ["background-image", "url(x.png)"],
    ["object-position", "bottom bottom"],
    ["font-feature-settings", '"small"'],
    ["font-feature-settings", '"smcp" maybe'],
    ["--fit", "80%"],
    ["--fit", "-1pt"],
    ["margin", "inherit"],
    ["margin", "1mm 2mm 3mm 4mm 5mm"],
    ["flex", "1 1 5"],
    ["border", "solid solid"],
    ["border", ""],
  ])("%s: %s", (property, value) => {
    const { problems } = declared(`${property}: ${value}`);
    expect(problems).toMatchObject([{ code: "css-bad-value" }]);
    expect(problems[0]!.message).toBe(`« ${value} » n’est pas une valeur possible de « ${property} »`);
  });

  it("says so when --fit is larger than the text", () => {
    const { style, problems } = declared("--fit: 12pt");
    expect(style.fit).toBe("none");
    expect(problems).toMatchObject([{ code: "css-bad-value", place: "templates/theme.css:1:33" }]);
    expect(problems[0]!.message).toContain("« 12pt » est plus grand que la taille du texte");
  });
});
