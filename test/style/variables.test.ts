import { describe, expect, it } from "vitest";
import { el, find, styled } from "./support.js";

const root = el("front", {}, el("div", {}, el("p", { id: "it" })));
const widthOf = (css: string) => {
  const { root: tree, problems } = styled(css, root);
  return { width: find(tree, "it").style.width, problems };
};

describe("var() stands for a variable's value", () => {
  it.each([
    ["from the root", ":root { --a: 5pt } p { width: var(--a) }", 5],
    ["from the nearest element that declares it", ":root { --a: 5pt } div { --a: 6pt } p { width: var(--a) }", 6],
    ["the last declaration of a rule counts", "p { --a: 5pt; --a: 6pt; width: var(--a) }", 6],
    ["declared after its use", "p { width: var(--a); --a: 5pt }", 5],
    ["through another variable", ":root { --a: var(--b); --b: 5pt } p { width: var(--a) }", 5],
    ["resolved where it is declared", ":root { --a: var(--b); --b: 5pt } p { --b: 6pt; width: var(--a) }", 5],
    ["with a fallback that is not needed", ":root { --a: 5pt } p { width: var(--a, 6pt) }", 5],
    ["with a fallback that is needed", "p { width: var(--a, 6pt) }", 6],
    ["with a fallback that is a variable", ":root { --b: 7pt } p { width: var(--a, var(--b)) }", 7],
    ["with nested fallbacks", "p { width: var(--a, var(--b, 8pt)) }", 8],
    ["when the variable it leads to is missing", ":root { --a: var(--none) } p { width: var(--a, 9pt) }", 9],
  ])("%s", (_rule, css, width) => expect(widthOf(css)).toEqual({ width, problems: [] }));

  it("fills part of a value, several tokens, and the inside of a function", () => {
    const css = `:root { --two: 1pt 2pt; --red: 255 }
      p { margin: var(--two) 3pt; color: rgb(var(--red), 0, 0); background: linear-gradient(red, rgb(var(--red), 0, 0)) }`;
    const { root: tree, problems } = styled(css, root);
    expect(problems).toEqual([]);
    expect(find(tree, "it").style).toMatchObject({ marginTop: 1, marginRight: 2, marginBottom: 3, color: { r: 1 } });
  });
});

describe("a variable without a value is said where it is used", () => {
  it("names the missing variable", () => {
    const { width, problems } = widthOf("p {\n  width: var(--largeur);\n}");
    expect(width).toBe("auto");
    expect(problems).toMatchObject([{ code: "css-unknown-variable", place: "templates/theme.css:2:3" }]);
    expect(problems[0]!.message).toContain("« --largeur »");
  });

  it("names the one at the end of a chain", () => {
    expect(widthOf(":root { --a: var(--b) } p { width: var(--a) }").problems[0]!.message).toContain("« --b »");
  });

  it("is not fooled by a name that every object has", () => {
    expect(widthOf("p { width: var(constructor) }").problems).toMatchObject([{ code: "css-unknown-variable" }]);
  });

  it.each([
    ["that names itself", ":root { --a: var(--a) } p { width: var(--a) }"],
    ["in a circle", ":root { --a: var(--b); --b: var(--c); --c: var(--a) } p { width: var(--a) }"],
  ])("refuses a variable %s", (_rule, css) => {
    expect(widthOf(css)).toMatchObject({ width: "auto", problems: [{ code: "css-variable-cycle" }] });
  });

  it("refuses variables that double each other until they fill the memory", () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `--v${n + 1}: var(--v${n}) var(--v${n});`).join(" ");
    const { problems } = widthOf(`:root { --v0: 1pt; ${doubling} } p { margin: var(--v40) }`);
    expect(problems).toMatchObject([{ code: "css-variable-cycle" }]);
  });

  it("says when a variable's value does not suit the property", () => {
    const { problems } = widthOf(":root { --a: red } p { width: var(--a) }");
    expect(problems).toMatchObject([{ code: "css-bad-value" }]);
    expect(problems[0]!.message).toContain("« var(--a) » n’est pas une valeur possible de « width »");
  });
});
