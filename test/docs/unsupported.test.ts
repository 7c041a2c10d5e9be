import { describe, expect, test } from "vitest";
import { parseSvg } from "../../src/assets/index.js";
import { COLOR_NAMES } from "../../src/assets/svg/color-names.js";
import { PRESENTATION_ATTRIBUTES } from "../../src/assets/svg/properties.js";
import { parseMarkup } from "../../src/compose/elements.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { localise } from "../../src/localise/index.js";
import { namedColor } from "../../src/style/colors.js";
import { PROPERTIES } from "../../src/style/properties.js";
import { SHORTHANDS } from "../../src/style/shorthands.js";
import { parseInlineStyle, parseStylesheet } from "../../src/style/stylesheet.js";
import { EMPTY_KIT } from "../localise/support.js";
import { codes, rows, section, textOf } from "./support.js";

const DOCUMENT = textOf("docs/unsupported.md");
const table = (heading: string) => rows(section(DOCUMENT, heading));

/** Names in the first column. */
const named = (heading: string): readonly string[] => table(heading).flatMap(([names]) => codes(names!));

const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();

const css = (text: string) => ({ source: { name: "test.css", text }, text, start: 0 });

const problems = (work: (diagnostics: Diagnostics) => void): readonly string[] => {
  const diagnostics = new Diagnostics();
  work(diagnostics);
  return diagnostics.all.map(({ code, message }) => `${code}: ${message}`);
};
const ofDeclaration = (text: string) => problems((diagnostics) => parseInlineStyle(css(text), diagnostics));
const ofSheet = (text: string) => problems((diagnostics) => parseStylesheet(css(text), 0, diagnostics));
const ofDrawing = (inside: string) =>
  problems((diagnostics) => parseSvg({ name: "a.svg", text: `<svg viewBox="0 0 9 9">${inside}</svg>` }, diagnostics));

/** Keywords of CSS that some property of ours might take, so that none is supported in silence. */
const KEYWORDS =
  "auto none normal start end flex-start flex-end self-start self-end center baseline stretch space-between space-around space-evenly left right top bottom middle super sub text-top text-bottom block inline inline-block inline-flex inline-grid flex grid table contents list-item flow-root static relative absolute fixed sticky visible hidden clip scroll row column row-reverse column-reverse wrap nowrap wrap-reverse dense min-content max-content fit-content border-box content-box padding-box solid dashed dotted double groove ridge inset outset thin medium thick currentcolor fill contain cover scale-down disc circle square decimal lower-alpha ltr rtl bold bolder lighter italic oblique small large larger smaller justify match-parent uppercase lowercase capitalize underline overline line-through balance pretty stable pre pre-wrap pre-line break-spaces manual".split(
    " ",
  );

describe("properties", () => {
  test("the document lists exactly the properties of the code", () => {
    expect(sorted(named("Properties"))).toEqual(sorted(Object.keys(PROPERTIES)));
  });

  test("the document lists exactly the shorthands of the code", () => {
    expect(sorted(named("Shorthands"))).toEqual(sorted(Object.keys(SHORTHANDS)));
  });

  const examples = [...table("Properties"), ...table("Shorthands")].flatMap(([names, , example]) =>
    codes(names!).map((name) => `${name}: ${codes(example!)[0]}`),
  );
  test.each(examples)("%s is accepted", (declaration) => {
    expect(ofDeclaration(declaration)).toEqual([]);
  });

  /** One value of each kind that the document calls by a word; `1` is the number that every number property takes. */
  const KINDS: Readonly<Record<string, string>> = {
    length: "3mm",
    percentage: "50%",
    number: "1",
    colour: "#123456",
    gradient: "linear-gradient(#fff, #000)",
  };
  const described = table("Properties").map(([names, values]) => ({
    names: codes(names!),
    words: codes(values!).filter((code) => /^[a-z-]+$/.test(code)),
    prose: values!.replace(/`[^`]*`/g, ""),
  }));
  const allWords = new Set([...KEYWORDS, ...described.flatMap(({ words }) => words)]);

  test.each(described)("$names: the words and kinds of value listed are those accepted, no others", (row) => {
    // A family may have any name.
    const candidates = row.prose.includes("family names") ? [] : [...allWords];
    for (const name of row.names) {
      const accepted = candidates.filter((word) => ofDeclaration(`${name}: ${word}`).length === 0);
      if (candidates.length > 0) expect(sorted(accepted), name).toEqual(sorted(row.words));
      for (const [kind, value] of Object.entries(KINDS)) {
        const isListed = new RegExp(`\\b${kind}\\b`).test(row.prose);
        expect(ofDeclaration(`${name}: ${value}`).length === 0, `${name} takes a ${kind}`).toBe(isListed);
      }
    }
  });

  test("every notation of a value is accepted", () => {
    const [length, , , angle] = table("Values").map(([, notations]) => codes(notations!));
    for (const value of length!) expect(ofDeclaration(`margin-top: ${value}`)).toEqual([]);
    for (const value of angle!) expect(ofDeclaration(`transform: rotate(${value})`)).toEqual([]);
  });

  test("of all CSS colour names, the document lists exactly those that templates may use", () => {
    const line = DOCUMENT.split("\n").find((text) => text.startsWith("Colour names: "))!;
    const known = [...COLOR_NAMES.keys()].filter((name) => namedColor(name) !== undefined);
    expect(sorted(codes(line))).toEqual(sorted(known));
  });
});

describe("selectors and rules", () => {
  test.each(table("Selectors").flatMap(([, example]) => codes(example!)))("%s selects", (selector) => {
    expect(ofSheet(`${selector} { color: red }`)).toEqual([]);
  });

  test.each(table("Refused CSS").flatMap(([, example]) => codes(example!)))("%s is an error", (rule) => {
    expect(ofSheet(rule)).not.toEqual([]);
  });
});

/** HTML's elements and ours. */
const ELEMENTS =
  "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select slot small source span strong sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr front back icon qr face flow".split(
    " ",
  );

test("of all HTML elements and ours, the document lists exactly those that templates may use", () => {
  const known = ELEMENTS.filter(
    (name) =>
      problems((found) =>
        parseMarkup(`<${name}></${name}>`, { spans: [], texts: [], local: localise(EMPTY_KIT, "fr") }, found),
      ).length === 0,
  );
  expect(sorted(named("Elements"))).toEqual(sorted(known));
});

/** Elements of SVG 1.1 and 2. */
const SVG_ELEMENTS =
  "a animate animateMotion animateTransform circle clipPath color-profile cursor defs desc discard ellipse feBlend feFlood filter font font-face foreignObject g hatch image line linearGradient marker mask mesh metadata mpath path pattern polygon polyline radialGradient rect script set solidcolor stop style svg switch symbol text textPath title tref tspan unknown use view".split(
    " ",
  );

describe("drawings", () => {
  const svgRows = table("Drawings (SVG)");
  const listed = (first: string): readonly (readonly string[])[] =>
    svgRows.filter(([name]) => name === first).map(([, names]) => codes(names!));

  test("of all SVG elements, the document lists exactly those that are read or harmless", () => {
    const known = SVG_ELEMENTS.filter((name) => ofDrawing(`<${name}/>`).length === 0);
    const [read] = listed("read");
    const [harmless] = listed("harmless as long as nothing uses them");
    expect(sorted([...read!, ...harmless!])).toEqual(sorted(known));
  });

  test("the document lists exactly the presentation attributes of the code", () => {
    const [, read] = listed("read");
    const [refused] = listed("refused unless they change nothing");
    expect(sorted([...read!, ...refused!])).toEqual(sorted(PRESENTATION_ATTRIBUTES));
  });

  const refused = svgRows.slice(svgRows.findIndex(([name]) => name!.startsWith("text:")));
  test.each(refused.flatMap(([, example]) => codes(example!)))("%s is refused", (drawing) => {
    expect(ofDrawing(drawing)).not.toEqual([]);
  });
});
