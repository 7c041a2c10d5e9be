/** An SVG tree → reports of everything in it that may not be there: programs, links outwards, text, effects. */
import { type Problem, svgActive, svgExternal, svgImage, svgText, svgUnsupported } from "../messages.js";
import type { Report, SvgElement } from "./document.js";

/** What may stand in a drawing. Definitions of effects are harmless until something uses them. */
const ALLOWED = new Set([
  ...["svg", "g", "a", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"],
  ...["linearGradient", "radialGradient", "stop", "clipPath", "style", "title", "desc", "metadata", "view"],
]);

/** Their content is looked through for programs and links only: using them is what gets reported. */
const UNUSED_EFFECTS = new Set(["filter", "mask", "pattern", "marker", "font", "font-face", "color-profile"]);

/** Words about the drawing, for people and editors. */
const METADATA = new Set(["title", "desc", "metadata"]);

const REFUSED: Readonly<Record<string, () => Problem>> = {
  text: svgText,
  flowRoot: svgText,
  image: svgImage,
};

const EVENT = /^on[a-z]/i;
const OUTWARD_URL = /url\(\s*["']?(?!\s*["']?#)[^)]{0,60}/i;

/** Reports all that is refused anywhere in the drawing, each at its place. */
export function inspect(root: SvgElement, report: Report): void {
  visit(root, false, report);
}

function visit(element: SvgElement, insideEffect: boolean, report: Report): void {
  // Other vocabularies (editors' notes, licences) draw nothing.
  if (element.name.includes(":") || METADATA.has(element.name)) return;
  const effect = insideEffect || UNUSED_EFFECTS.has(element.name);
  const problem = problemOf(element.name, effect);
  if (problem !== undefined) report(problem, element);
  inspectAttributes(element, report);
  const outward = element.name === "style" ? OUTWARD_URL.exec(element.text) : null;
  if (outward !== null) {
    const start = element.textStart + outward.index;
    report(svgExternal(outward[0]), { start, end: start + outward[0].length });
  }
  // What is inside a text or a foreign object is refused with it.
  if (element.name === "text" || element.name === "foreignObject") return;
  for (const child of element.children) visit(child, effect, report);
}

function problemOf(name: string, insideEffect: boolean): Problem | undefined {
  if (ALLOWED.has(name) || UNUSED_EFFECTS.has(name)) return undefined;
  if (name === "script" || name === "handler") return svgActive(name);
  if (insideEffect) return undefined;
  return Object.hasOwn(REFUSED, name) ? REFUSED[name]!() : svgUnsupported(name);
}

function inspectAttributes(element: SvgElement, report: Report): void {
  for (const attribute of element.attributes.values()) {
    const { name, value } = attribute;
    if (EVENT.test(name)) report(svgActive(name), attribute);
    else if (name === "href" && isOutward(element.name, value)) report(svgExternal(value.slice(0, 60)), attribute);
    else if (value.includes("url(")) {
      const outward = OUTWARD_URL.exec(value);
      if (outward !== null) report(svgExternal(outward[0]), attribute);
    }
  }
}

/** A link for readers (`a`) fetches nothing, and an image is refused already. */
const isOutward = (name: string, value: string): boolean =>
  name !== "a" && name !== "image" && !value.trim().startsWith("#");
