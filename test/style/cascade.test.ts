import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../src/diagnostics/diagnostic.js";
import { createStyler, parseTheme, type StyledElement } from "../../src/style/index.js";
import { el, FACE, find, styled } from "./support.js";

/** Which of the numbered widths wins for the element `#it`. */
function winner(css: string, root = el("front", { class: "page" }, el("p", { id: "it", class: "a b" }))): number {
  const { root: tree, problems } = styled(css, root);
  expect(problems).toEqual([]);
  return find(tree, "it").style.width as number;
}

describe("the strongest rule wins", () => {
  it.each([
    ["a later rule over an equal one", "p { width: 1pt } p { width: 2pt }", 2],
    ["a class over a tag", ".a { width: 1pt } p { width: 2pt }", 1],
    ["two classes over one", ".a.b { width: 1pt } .b { width: 2pt }", 1],
    ["an id over classes", "#it { width: 1pt } .a.b { width: 2pt }", 1],
    ["an ancestor adds its own strength", ".page .a { width: 1pt } .a { width: 2pt }", 1],
    [":not() counts as what is in it", "p:not(h1) { width: 1pt } .a { width: 2pt }", 2],
    [":not() takes the strongest of its list", "p:not(h1, .c) { width: 1pt } p.a { width: 2pt } ", 2],
    ["a pseudo-class counts as a class", "p:first-child { width: 1pt } p { width: 2pt }", 1],
    ["an attribute counts as a class", "p[class] { width: 1pt } p { width: 2pt }", 1],
    ["the universal selector counts nothing", "p { width: 1pt } * { width: 2pt }", 1],
    ["!important over everything", "p { width: 1pt !important } #it { width: 2pt }", 1],
    ["a list of selectors is several rules", "h1, .a { width: 1pt } p { width: 2pt }", 1],
  ])("%s", (_rule, css, width) => expect(winner(css)).toBe(width));

  it("an inline style over any rule that is not important", () => {
    const root = el("front", {}, el("p", { id: "it", style: "width: 3pt" }));
    expect(winner("#it { width: 1pt }", root)).toBe(3);
    expect(winner("#it { width: 1pt !important }", root)).toBe(1);
  });
});

describe("selectors choose elements", () => {
  const list = (...classes: string[]) =>
    el("front", {}, ...classes.map((name, index) => el("p", { class: name, id: `p${index + 1}` })));
  it.each([
    ["p:first-child", "1"],
    ["p:last-child", "5"],
    ["p:nth-child(2)", "2"],
    ["p:nth-child(odd)", "135"],
    ["p:nth-child(even)", "24"],
    ["p:nth-child(2n)", "24"],
    ["p:nth-child(3n+1)", "14"],
    ["p:nth-child(n+4)", "45"],
    ["p:nth-child(-n+2)", "12"],
    ["p:not(.x)", "245"],
    ["p:not(.x, :last-child)", "24"],
    ["front > p", "12345"],
    ["front p.x", "13"],
    ["h1 > p", ""],
    ["back p", ""],
    [":root > .x", "13"],
    ["p:only-child", ""],
    ['[id="p2"]', "2"],
    ['[id^="p"]', "12345"],
    ['[id$="3"]', "3"],
    ['[class*="x"]', "13"],
    ['[class^=""]', ""],
    ["[constructor]", ""],
    ['[constructor^="a"]', ""],
  ])("%s", (selector, chosen) => {
    const { root, problems } = styled(`${selector} { opacity: 0.5 }`, list("x", "y", "x", "y", ""));
    expect(problems).toEqual([]);
    const found = [1, 2, 3, 4, 5].filter((n) => find(root, `p${n}`).style.opacity === 0.5);
    expect(found.join("")).toBe(chosen);
  });

  it("equal elements with another attribute that a rule looks at are styled apart", () => {
    const root = el("front", {}, el("p", { id: "a", "data-family": "x" }), el("p", { id: "a", "data-family": "y" }));
    const { root: tree } = styled('[data-family="y"] { opacity: 0.5 }', root);
    expect(tree.children.map((child) => (child as StyledElement).style.opacity)).toEqual([1, 0.5]);
  });
});

describe("children inherit what CSS says they inherit", () => {
  const root = el("front", {}, el("div", {}, el("p", { id: "it" })));

  it.each([
    ["color: red", { color: { r: 1, g: 0, b: 0, a: 1 } }],
    ["font-size: 20pt", { fontSize: 20 }],
    ["line-height: 2", { lineHeight: { kind: "factor", value: 2 } }],
    ["text-align: center", { textAlign: "center" }],
    ["--fit: 5pt; font-size: 10pt", { fit: { ratio: 0.5 } }],
    ["width: 5pt", { width: "auto" }],
    ["background: red", { backgroundColor: { r: 0, g: 0, b: 0, a: 0 } }],
    ["opacity: 0.5", { opacity: 1 }],
  ])("%s", (declaration, style) => {
    expect(find(styled(`div { ${declaration} }`, root).root, "it").style).toMatchObject(style);
  });

  it("takes what its parent has with `inherit`", () => {
    const css = "div { width: 5pt } p { width: inherit }";
    expect(find(styled(css, root).root, "it").style.width).toBe(5);
  });

  it("em counts from the parent for font-size and from the element itself elsewhere", () => {
    const css = "div { font-size: 10pt } p { font-size: 2em; margin-top: 1em }";
    expect(find(styled(css, root).root, "it").style).toMatchObject({ fontSize: 20, marginTop: 20 });
  });

  it("rem counts from the root of its own face, whichever face was styled before", () => {
    const diagnostics = new Diagnostics();
    const text = ":root { font-size: 10pt } back { font-size: 30pt } p { margin-top: 1rem }";
    const rules = parseTheme({ source: { name: "theme.css", text }, text, start: 0 }, diagnostics);
    const styler = createStyler(rules, [], FACE, diagnostics);
    styler.style(el("front", {}));
    styler.style(el("back", {}));
    const later = styler.style(el("front", {}, el("p", { id: "it" })));
    expect(find(later, "it").style.marginTop).toBe(10);
  });

  it("turns a whole part round with dir", () => {
    const turned = el("front", { dir: "rtl" }, el("p", { id: "it" }));
    expect(find(styled("", turned).root, "it").style.direction).toBe("rtl");
  });
});

it("elements that cannot differ share one style", () => {
  const { root } = styled("p { color: red }", el("front", {}, el("p"), el("p"), el("p", { class: "a" })));
  const [a, b] = root.children as StyledElement[];
  expect(a!.style).toBe(b!.style);
});
