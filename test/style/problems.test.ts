import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../src/diagnostics/diagnostic.js";
import { createStyler, parseTheme } from "../../src/style/index.js";
import { PROPERTIES } from "../../src/style/properties.js";
import { SHORTHANDS } from "../../src/style/shorthands.js";
import { el, FACE, problemsOf, styled } from "./support.js";

describe("what is not supported is refused at its exact place", () => {
  it.each([
    ["a misspelt property", "p {\n  colour: red;\n}", "css-unknown-property", "2:3", "« color »"],
    ["a property far from any", "p { zoom-level: 3 }", "css-unknown-property", "1:5", "docs/unsupported.md"],
    ["a property named as objects' own", "p { constructor: x }", "css-unknown-property", "1:5", ""],
    ["the name of objects' parent", "p { __proto__: x }", "css-unknown-property", "1:5", ""],
    ["a bad value", "p { color: blu }", "css-bad-value", "1:5", ""],
    ["a media query", "p {}\n@media print { p {} }", "css-unsupported-rule", "2:1", ""],
    ["an import", "@import url(x.css);", "css-unsupported-rule", "1:1", ""],
    ["a nested rule", "p { & b { color: red } }", "css-unsupported-rule", "1:5", ""],
    ["a sibling selector", "p + p { color: red }", "css-unsupported-selector", "1:1", ""],
    ["the second selector of a list", "p, p ~ p { color: red }", "css-unsupported-selector", "1:4", ""],
    ["a pseudo-element", "p::before { color: red }", "css-unsupported-selector", "1:1", ""],
    ["a pseudo-class of screens", "a:hover { color: red }", "css-unsupported-selector", "1:1", ""],
    ["nth-child of a selector", "p:nth-child(2 of .a) { color: red }", "css-unsupported-selector", "1:1", ""],
    ["an attribute flag", "[id=a i] { color: red }", "css-unsupported-selector", "1:1", ""],
    ["a missing colon", "p { color red }", "css-syntax", "1:11", ""],
    ["a brace too many", "p { color: red } }", "css-syntax", "1:18", ""],
  ])("%s", (_rule, css, code, place, hint) => {
    const [first] = styled(css, el("front", {}, el("p"))).problems;
    expect(first).toMatchObject({ code, place: `templates/theme.css:${place}` });
    expect(first!.hint).toContain(hint);
  });

  it("says all problems of a sheet, and the rest of it counts", () => {
    const { root, problems } = styled(":root { colour: red; width: wide; color: red }", el("front"));
    expect(problems.map(({ code }) => code)).toEqual(["css-unknown-property", "css-bad-value"]);
    expect(root.style.color).toEqual({ r: 1, g: 0, b: 0, a: 1 });
  });

  it("counts lines from the top of the template for its own <style>", () => {
    const diagnostics = new Diagnostics();
    const template = "---\nformat: carte\n---\n<style>\np { colour: red }\n</style>\n";
    const start = template.indexOf("<style>") + "<style>".length;
    const text = template.slice(start, template.indexOf("</style>"));
    const css = { source: { name: "templates/carte.hbs", text: template }, text, start };
    createStyler(parseTheme(undefined, diagnostics), [css], FACE, diagnostics);
    expect(problemsOf(diagnostics)).toMatchObject([
      { code: "css-unknown-property", place: "templates/carte.hbs:5:5", hint: "Vouliez-vous dire « color » ?" },
    ]);
  });

  it("points at the tag for an inline style", () => {
    const { problems } = styled("", el("front", {}, el("p", { style: "widht: 3pt; color: blu" })));
    expect(problems).toMatchObject([
      { code: "css-unknown-property", place: "templates/essai.hbs:1:1", hint: "Vouliez-vous dire « width » ?" },
      { code: "css-bad-value", place: "templates/essai.hbs:1:1" },
    ]);
  });

  it("the defaults of the program are right", () => {
    expect(styled("", el("front")).problems).toEqual([]);
  });
});

describe("no text makes the style stage throw", () => {
  const name = fc.oneof(
    fc.constantFrom(...Object.keys(PROPERTIES), ...Object.keys(SHORTHANDS), "__proto__", "toString", "--a", "--b"),
    fc.string({ maxLength: 8 }),
  );
  const word = fc.constantFrom(
    "1", "-1", "0", "1pt", "2mm", "50%", "1fr", "1e99", "auto", "none", "span", "red", "#abc", "inherit", "initial",
    "var(--a)", "var(--b, 1pt)", "var(constructor)", "rgb(1,2,3)", "repeat(3, 1fr)", "minmax(0, 1fr)", "rotate(5deg)",
    "translate(1pt, 2pt)", "linear-gradient(red, blue)", '"smcp"', ",", "/", "!important", "to right", "url(x)", "calc(1pt + 2pt)",
  ); // biome-ignore format: a list of words
  const declaration = fc
    .tuple(name, fc.array(word, { maxLength: 5 }))
    .map(([property, words]) => `${property}: ${words.join(" ")}`);
  const root = el("front", {}, el("p", { class: "a" }, "x"), el("p"));

  it("of declarations that look right", () => {
    fc.assert(
      fc.property(fc.array(declaration, { maxLength: 6 }), (declarations) => {
        const css = `p { ${declarations.join("; ")} }`;
        styled(css, root);
        styled("", el("front", {}, el("p", { style: declarations.join("; ") })));
      }),
      { numRuns: 400 },
    );
  });

  it("of any kind", () => {
    const scrap = fc.constantFrom(
      "{",
      "}",
      "p",
      ".a",
      "#a",
      ":not(",
      ":nth-child(",
      ")",
      ";",
      ":",
      "@media",
      "/*",
      "*/",
      '"',
      "\\",
      ">",
      "[a=",
      "]",
      "--a:",
      "var(",
      "\n",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(fc.oneof(scrap, word)).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (css) => void styled(css, root)),
      { numRuns: 400 },
    );
  });
});
