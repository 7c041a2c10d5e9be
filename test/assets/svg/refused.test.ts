import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSvg } from "../../../src/assets/svg/parse.js";
import { Diagnostics } from "../../../src/diagnostics/diagnostic.js";
import { tryDraw, wrap } from "./drawing.js";

/** What is refused: a name for the rule, the SVG, the code, and the text that the problem points at. */
const REFUSED: readonly (readonly [rule: string, svg: string, code: string, at: string])[] = [
  ["programs", wrap("<script>alert(1)</script>"), "svg-active", "<script>"],
  ["programs inside effects", wrap("<filter><script/></filter>"), "svg-active", "<script/>"],
  ["event handlers", wrap('<g onclick="go()"/>'), "svg-active", 'onclick="go()"'],
  ["foreign content", wrap("<foreignObject><p>hi</p></foreignObject>"), "svg-unsupported", "<foreignObject>"],
  ["text", wrap("<text>Bonjour <tspan>toi</tspan></text>"), "svg-text", "<text>"],
  ["pictures inside drawings", wrap('<image href="data:image/png;base64,AAAA"/>'), "svg-unsupported", "<image"],
  ["filters", wrap('<filter id="f"/><g filter="url(#f)"/>'), "svg-unsupported", 'filter="url(#f)"'],
  ["masks", wrap('<g style="mask:url(#m)"/>'), "svg-unsupported", "mask:url(#m)"],
  ["patterns", wrap('<pattern id="p"/><path d="M0 0H9V9" fill="url(#p)"/>'), "svg-unsupported", 'fill="url(#p)"'],
  ["markers", wrap('<path d="M0 0H9" marker-end="url(#m)"/>'), "svg-unsupported", 'marker-end="url(#m)"'],
  ["animations", wrap('<rect width="9" height="9"><animate attributeName="x"/></rect>'), "svg-unsupported", "<animate"],
  ["blending", wrap('<g style="mix-blend-mode: multiply"/>'), "svg-unsupported", "mix-blend-mode: multiply"],
  ["choices between languages", wrap("<switch/>"), "svg-unsupported", "<switch/>"],
  ["elements that nobody knows", wrap("<blob/>"), "svg-unsupported", "<blob/>"],
  [
    "repeated gradients",
    wrap('<linearGradient id="a" spreadMethod="reflect"><stop/></linearGradient><path d="M0 0H9V9" fill="url(#a)"/>'),
    "svg-unsupported",
    'spreadMethod="reflect"',
  ],
  [
    "dash offsets",
    wrap('<path d="M0 0H9" stroke="red" stroke-dasharray="1" stroke-dashoffset="2"/>'),
    "svg-unsupported",
    "<path",
  ],
  [
    "clips by CSS shapes",
    wrap('<path d="M0 0H9V9" clip-path="circle(4px)"/>'),
    "svg-unsupported",
    'clip-path="circle(4px)"',
  ],
  ["CSS transforms", wrap('<g style="transform:rotate(9deg)"/>'), "svg-unsupported", "transform:rotate(9deg)"],
  ["selectors beyond tag, class and id", wrap("<style>g > path { fill: red }</style>"), "svg-unsupported", "g > path"],
  ["media rules", wrap("<style>@media print { a { fill: red } }</style>"), "svg-unsupported", "@media"],
  ["imported styles", wrap('<style>\n@import "x.css";</style>'), "svg-external", "@import"],
  ["files used from elsewhere", wrap('<use href="other.svg#a"/>'), "svg-external", 'href="other.svg#a"'],
  ["addresses used from the web", wrap('<use xlink:href="http://x.org/a.svg#a"/>'), "svg-external", "xlink:href"],
  ["paints from elsewhere", wrap('<path d="M0 0H9V9" fill="url(http://x.org/#a)"/>'), "svg-external", "fill="],
  ["style sheets from elsewhere", `<?xml-stylesheet href="a.css"?>${wrap("")}`, "svg-external", "<?xml-stylesheet"],
  ["document types", `<!DOCTYPE svg>${wrap("")}`, "svg-external", "<!DOCTYPE"],
  ["entities", `<!DOCTYPE svg [<!ENTITY a "b">]>${wrap("")}`, "svg-external", "<!DOCTYPE"],
  ["things that use themselves", wrap('<g id="a"><use href="#a"/></g>'), "svg-cycle", 'href="#a"'],
  [
    "things that use each other",
    wrap('<defs><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></defs><use href="#a"/>'),
    "svg-cycle",
    'href="#a"',
  ],
  [
    "gradients that inherit from themselves",
    wrap('<linearGradient id="a" href="#a"/><path d="M0 0H9V9" fill="url(#a)"/>'),
    "svg-cycle",
    'href="#a"',
  ],
  [
    "clips that clip themselves",
    wrap(
      '<clipPath id="a" clip-path="url(#a)"><path d="M0 0H9V9"/></clipPath><path clip-path="url(#a)" d="M0 0H20V9"/>',
    ),
    "svg-cycle",
    'clip-path="url(#a)"',
  ],
  ["names that nothing has", wrap('<use href="#gone"/>'), "svg-missing-reference", 'href="#gone"'],
  [
    "paints that nothing gives",
    wrap('<path d="M0 0H9V9" stroke="url(#gone)"/>'),
    "svg-missing-reference",
    'stroke="url(#gone)"',
  ],
  ["colours that are none", wrap('<path d="M0 0" fill="rouge"/>'), "svg-value", 'fill="rouge"'],
  ["lengths that are none", wrap('<rect width="3em" height="2"/>'), "svg-value", 'width="3em"'],
  ["negative sizes", wrap('<circle r="-1"/>'), "svg-value", 'r="-1"'],
  ["broken path data", wrap('<path d="M0 0 L"/>'), "svg-value", 'd="M0 0 L"'],
  ["odd points", wrap('<polygon points="1 2 3"/>'), "svg-value", 'points="1 2 3"'],
  ["broken transforms", wrap('<g transform="spin(3)"/>'), "svg-value", 'transform="spin(3)"'],
  ["unclosed tags", '<svg viewBox="0 0 1 1"><g></svg>', "svg-broken", "<g>"],
  ["files that are no drawing", "<html></html>", "svg-broken", "<"],
  ["drawings without a size", "<svg/>", "svg-size", "<svg/>"],
  ["view boxes without area", '<svg viewBox="0 0 0 5"/>', "svg-value", 'viewBox="0 0 0 5"'],
  ["groups nested too deep", wrap("<g>".repeat(70) + "</g>".repeat(70)), "svg-too-deep", "<g>"],
];

describe("a drawing does not contain", () => {
  test.each(REFUSED)("%s", (_, svg, code, pointedAt) => {
    const { art, problems } = tryDraw(svg);
    expect(art).toBeUndefined();
    const problem = problems.find((one) => one.code === code);
    expect(problem, problems.map((one) => `${one.code}: ${one.message}`).join("\n")).toBeDefined();
    expect(problem?.severity).toBe("error");
    expect(svg.slice(problem!.at!.start, problem!.at!.end + 20)).toContain(pointedAt);
    expect(svg.slice(problem!.at!.start).trimStart().startsWith(pointedAt)).toBe(true);
  });
});

test("all problems are told at once, each at its place", () => {
  const { problems } = tryDraw(wrap('<script/><text>a</text><g filter="url(#x)" onload="y"/>'));
  expect(problems.map(({ code }) => code)).toEqual(["svg-active", "svg-text", "svg-active", "svg-unsupported"]);
});

test("a drawing of more than 10 MB is refused unread", () => {
  const { problems } = tryDraw(wrap(`<desc>${" ".repeat(10 * 1024 * 1024)}</desc>`));
  expect(problems.map(({ code }) => code)).toEqual(["svg-too-large"]);
});

test("a drawing of more than 200,000 elements is refused", () => {
  const { problems } = tryDraw(wrap("<g/>".repeat(200_001)));
  expect(problems.map(({ code }) => code)).toEqual(["svg-too-large"]);
});

test("a small file that asks for millions of shapes is refused", () => {
  const levels = Array.from(
    { length: 8 },
    (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`,
  );
  const { art, problems } = tryDraw(
    wrap(`<defs><path id="l0" d="M0 0H1V1"/>${levels.join("")}</defs><use href="#l8"/>`),
  );
  expect(art).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(["svg-too-large"]);
});

test("whatever a file holds, there is a drawing or a reason", () => {
  const whole = wrap(
    '<style>.a{fill:red}</style><linearGradient id="g" href="#h"><stop offset=".5"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath><g transform="rotate(3)" opacity=".5"><path class="a" d="M0 0a1 1 0 01.5.5z" clip-path="url(#c)"/><use href="#p" x="3"/><circle id="p" r="2" fill="url(#g)"/></g>',
  );
  const change = fc.tuple(
    fc.nat(whole.length),
    fc.nat(8),
    fc.constantFrom("", "<", ">", '"', "/", "#", "(", "}", "0", "-", "e9"),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const text = changes.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), whole);
      const { art, problems } = tryDraw(text);
      expect(art === undefined).toBe(problems.length > 0);
      for (const step of JSON.stringify(art ?? "").matchAll(/null|NaN/g)) expect(step).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test("an empty file is reported where the kit names it", () => {
  const diagnostics = new Diagnostics();
  const source = { name: "cards/a.yaml", text: "icon: vide.svg" };
  expect(parseSvg({ name: "vide.svg", text: "" }, diagnostics, { source, start: 6, end: 14 })).toBeUndefined();
  expect(diagnostics.all[0]?.at?.source).toBe(source);
});

test.each([
  ["titles and descriptions", "<title>Robot</title><desc>Un robot</desc>"],
  [
    "editors' notes",
    '<sodipodi:namedview bordercolor="#666"/><inkscape:perspective/><metadata><rdf:RDF><text/></rdf:RDF></metadata>',
  ],
  [
    "effects that nothing uses",
    '<defs><filter id="f"><feImage href="#x"/></filter><marker id="m"><path d="M0 0"/></marker></defs>',
  ],
  ["links for readers", '<a href="https://example.org"><path d="M0 0H1V1"/></a>'],
  ["font settings", "<g style=\"font-family:'Comic; Sans';-inkscape-font-specification:x;line-height:1.25\"/>"],
  [
    "values that change nothing",
    '<g filter="none" mask="none" style="mix-blend-mode:normal;paint-order:normal" stroke-dashoffset="3"/>',
  ],
])("%s are harmless", (_, body) => {
  const { art, problems } = tryDraw(wrap(body));
  expect(problems).toEqual([]);
  expect(art).toBeDefined();
});
