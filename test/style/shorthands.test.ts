import { describe, expect, it } from "vitest";
import type { Style } from "../../src/style/style.js";
import { declared } from "./support.js";

const RED = { r: 1, g: 0, b: 0, a: 1 };
const CLEAR = { r: 0, g: 0, b: 0, a: 0 };

describe("a shorthand stands for its longhands", () => {
  it.each<[declaration: string, style: Partial<Style>]>([
    ["margin: 1pt", { marginTop: 1, marginRight: 1, marginBottom: 1, marginLeft: 1 }],
    ["margin: 1pt 2pt", { marginTop: 1, marginRight: 2, marginBottom: 1, marginLeft: 2 }],
    ["margin: 1pt 2pt 3pt", { marginTop: 1, marginRight: 2, marginBottom: 3, marginLeft: 2 }],
    ["margin: 1pt auto 3pt -4pt", { marginTop: 1, marginRight: "auto", marginBottom: 3, marginLeft: -4 }],
    ["padding: 1pt 2%", { paddingTop: 1, paddingRight: "2%", paddingBottom: 1, paddingLeft: "2%" }],
    ["inset: 0 1pt", { top: 0, right: 1, bottom: 0, left: 1 }],
    ["border: 2pt solid red", { borderTopWidth: 2, borderLeftStyle: "solid", borderBottomColor: RED }],
    ["border: red solid", { borderTopWidth: 1.5, borderTopStyle: "solid", borderTopColor: RED }],
    ["border: 2pt solid red; border: 3pt dashed", { borderTopWidth: 3, borderTopColor: "currentcolor" }],
    ["border: 2pt solid red; border: none", { borderTopWidth: 0, borderTopStyle: "none" }],
    ["border-left: 2pt dotted red", { borderLeftWidth: 2, borderLeftStyle: "dotted", borderTopWidth: 0 }],
    ["border-style: solid none", { borderTopWidth: 1.5, borderRightWidth: 0 }],
    ["border-width: 3pt", { borderTopWidth: 0 }],
    [
      "border-radius: 1pt 2pt 3pt 4pt",
      { borderTopLeftRadius: 1, borderTopRightRadius: 2, borderBottomRightRadius: 3, borderBottomLeftRadius: 4 },
    ],
    ["flex: 1", { flexGrow: 1, flexShrink: 1, flexBasis: "0%" }],
    ["flex: 2 0", { flexGrow: 2, flexShrink: 0, flexBasis: "0%" }],
    ["flex: 1 0 20pt", { flexGrow: 1, flexShrink: 0, flexBasis: 20 }],
    ["flex: 1 1 0", { flexGrow: 1, flexShrink: 1, flexBasis: "0%" }],
    ["flex: 20pt", { flexGrow: 1, flexShrink: 1, flexBasis: 20 }],
    ["flex: none", { flexGrow: 0, flexShrink: 0, flexBasis: "auto" }],
    ["flex: auto", { flexGrow: 1, flexShrink: 1, flexBasis: "auto" }],
    ["gap: 1pt", { rowGap: 1, columnGap: 1 }],
    ["gap: 1pt 2pt", { rowGap: 1, columnGap: 2 }],
    ["grid-column: 1 / 3", { gridColumnStart: { line: 1 }, gridColumnEnd: { line: 3 } }],
    ["grid-column: span 2", { gridColumnStart: { span: 2 }, gridColumnEnd: "auto" }],
    ["grid-row: 2 / span 2", { gridRowStart: { line: 2 }, gridRowEnd: { span: 2 } }],
    ["place-items: center", { alignItems: "center", justifyItems: "center" }],
    ["place-content: start end", { alignContent: "start", justifyContent: "end" }],
    ["place-self: end", { alignSelf: "end", justifySelf: "end" }],
    ["background: red", { backgroundColor: RED, backgroundImage: "none" }],
    ["background: red; background: none", { backgroundColor: CLEAR, backgroundImage: "none" }],
    ["background: red; background: linear-gradient(red, blue)", { backgroundColor: CLEAR }],
    ["text-decoration: underline", { textDecoration: "underline" }],
    ["list-style: decimal", { listStyleType: "decimal" }],
  ])("%s", (declaration, style) => {
    const result = declared(declaration);
    expect(result.problems).toEqual([]);
    expect(result.style).toMatchObject(style);
  });
});

describe("logical sides follow the direction of the text", () => {
  it.each<[declaration: string, ltr: Partial<Style>, rtl: Partial<Style>]>([
    ["margin-inline: 1pt 2pt", { marginLeft: 1, marginRight: 2 }, { marginLeft: 2, marginRight: 1 }],
    ["margin-inline-start: 1pt", { marginLeft: 1, marginRight: 0 }, { marginLeft: 0, marginRight: 1 }],
    ["padding-inline-end: 1pt", { paddingRight: 1, paddingLeft: 0 }, { paddingLeft: 1, paddingRight: 0 }],
    ["inset-inline-start: 1pt", { left: 1, right: "auto" }, { right: 1, left: "auto" }],
    ["inset-inline: 1pt 2pt", { left: 1, right: 2 }, { left: 2, right: 1 }],
    ["inset-block-start: 1pt", { top: 1 }, { top: 1 }],
    ["margin-block-end: 1pt", { marginBottom: 1 }, { marginBottom: 1 }],
    ["inline-size: 5pt; block-size: 6pt", { width: 5, height: 6 }, { width: 5, height: 6 }],
    ["min-inline-size: 5pt", { minWidth: 5 }, { minWidth: 5 }],
    [
      "border-inline: 2pt solid red",
      { borderLeftWidth: 2, borderRightWidth: 2, borderTopWidth: 0 },
      { borderLeftWidth: 2, borderRightWidth: 2, borderTopWidth: 0 },
    ],
    ["border-block-end: 2pt solid", { borderBottomWidth: 2 }, { borderBottomWidth: 2 }],
    [
      "border-inline-style: solid none; border-inline-width: 3pt 1pt",
      { borderLeftWidth: 3, borderRightWidth: 0 },
      { borderRightWidth: 3, borderLeftWidth: 0 },
    ],
    ["border-inline-end-color: red", { borderRightColor: RED }, { borderLeftColor: RED }],
    ["border-start-start-radius: 3pt", { borderTopLeftRadius: 3 }, { borderTopRightRadius: 3 }],
    ["border-start-end-radius: 3pt", { borderTopRightRadius: 3 }, { borderTopLeftRadius: 3 }],
    ["border-end-start-radius: 3pt", { borderBottomLeftRadius: 3 }, { borderBottomRightRadius: 3 }],
    ["border-end-end-radius: 3pt", { borderBottomRightRadius: 3 }, { borderBottomLeftRadius: 3 }],
    ["left: 1pt; inset-inline-start: 2pt", { left: 2 }, { left: 1, right: 2 }],
    ["inset-inline-start: 2pt; left: 1pt", { left: 1 }, { left: 1, right: 2 }],
    ["border-inline-start: 2pt solid", { borderLeftWidth: 2 }, { borderRightWidth: 2, borderLeftWidth: 0 }],
    ["border-inline-end: 2pt solid", { borderRightWidth: 2 }, { borderLeftWidth: 2, borderRightWidth: 0 }],
    ["margin-block: 1pt 2pt", { marginTop: 1, marginBottom: 2 }, { marginTop: 1, marginBottom: 2 }],
    ["inset-block: 1pt", { top: 1, bottom: 1 }, { top: 1, bottom: 1 }],
  ])("%s", (declaration, ltr, rtl) => {
    expect(declared(declaration).style).toMatchObject(ltr);
    expect(declared(declaration, { dir: "rtl" }).style).toMatchObject(rtl);
    expect(declared(`${declaration}; direction: rtl`).style).toMatchObject(rtl);
  });
});
