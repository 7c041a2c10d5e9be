/** Styled tree → box tree: blocks and flex or grid items become boxes, runs of words become text boxes. */
import type { MarkupElement } from "../compose/markup.js";
import { INHERITED, INITIAL_STYLE } from "../style/properties.js";
import type { Style, StyledElement, StyledNode } from "../style/style.js";
import type { Box, Container } from "./box.js";
import { type InlineContext, inlineContent, isBlank } from "./inline.js";
import { isPicture, pictureOf } from "./pictures.js";

/** Room for a list's bullet or number, in ems: numbers as wide as « 10. », and more for each further digit. */
const BULLET_ROOM = 0.95;
const NUMBER_ROOM = 1.5;
const SIGN_ROOM = 1.4;
const DIGIT_ROOM = 0.65;

/** The box of an element; undefined when it does not show. */
export function buildBox(node: StyledElement, context: InlineContext): Box | undefined {
  if (node.style.display === "none") return undefined;
  if (isPicture(node.element)) {
    const picture = pictureOf(node.element, context.pictures);
    return picture && { kind: "picture", element: node.element, style: node.style, picture };
  }
  return container(node, node.style, context);
}

/** Gives each marked item of a list its box; counts from the list's own first number. */
function childBuilder(parent: StyledElement, context: InlineContext): (child: StyledElement) => Box | undefined {
  let number = Number.parseInt(parent.element.attributes.start ?? "1", 10) || 1;
  return (child) => {
    const isItem = child.element.name === "li" && child.style.listStyleType !== "none";
    return isItem && child.style.display !== "none" ? listItem(child, number++, context) : buildBox(child, context);
  };
}

function container(node: StyledElement, style: Style, context: InlineContext): Container {
  const children =
    style.display === "flex" || style.display === "grid" ? itemBoxes(node, context) : flowBoxes(node, context);
  return { kind: "container", element: node.element, style, children };
}

/** In a flex or grid container each element is an item; words between two elements are one item. */
const itemBoxes = (node: StyledElement, context: InlineContext): Box[] =>
  childBoxes(node, context, (child) => child.kind === "text");

/** In a block container, neighbours that stand in the line share one paragraph. */
const flowBoxes = (node: StyledElement, context: InlineContext): Box[] => childBoxes(node, context, standsInLine);

/** An inline element that holds a block is a block itself: its words would run together otherwise. */
const standsInLine = (node: StyledNode): boolean =>
  node.kind === "text" ||
  node.style.display === "none" ||
  (node.style.display === "inline" && node.children.every(standsInLine));

function childBoxes(node: StyledElement, context: InlineContext, isInLine: (child: StyledNode) => boolean): Box[] {
  const boxes: Box[] = [];
  const build = childBuilder(node, context);
  let line: StyledNode[] = [];
  const endLine = (): void => {
    const box = textBox(line, node, context);
    if (box) boxes.push(box);
    line = [];
  };
  for (const child of node.children) {
    if (child.kind === "text" || isInLine(child)) {
      line.push(child);
      continue;
    }
    endLine();
    const box = build(child);
    if (box) boxes.push(box);
  }
  endLine();
  return boxes;
}

function textBox(nodes: readonly StyledNode[], parent: StyledElement, context: InlineContext): Box | undefined {
  if (nodes.every(isBlank)) return undefined;
  const inlines = inlineContent(nodes, parent.style, context);
  return inlines && { kind: "text", element: parent.element, style: anonymousStyle(parent.style), inlines };
}

/** A list item: its bullet or number beside its content. */
function listItem(node: StyledElement, number: number, context: InlineContext): Container {
  const type = node.style.listStyleType;
  const decimal = type === "decimal";
  const bullet = typeof type === "object" ? type.sign : "•";
  const plain = anonymousStyle(node.style);
  const numberRoom = NUMBER_ROOM + DIGIT_ROOM * Math.max(0, String(number).length - 2);
  const room = node.style.fontSize * (decimal ? numberRoom : typeof type === "object" ? SIGN_ROOM : BULLET_ROOM);
  const marker = { kind: "text" as const, text: decimal ? `${context.number(number)}.` : bullet, at: node.element.at };
  const inlines = (shrink: number) => {
    const style = context.textStyle(plain, shrink);
    return [{ ...marker, style, tag: { style: plain, text: marker } }];
  };
  const element: MarkupElement = {
    kind: "element",
    name: "li-marker",
    attributes: {},
    children: [],
    at: node.element.at,
  };
  const markerStyle: Style = { ...plain, width: room, flexShrink: 0 };
  return {
    kind: "container",
    element: node.element,
    style: { ...node.style, display: "flex" },
    children: [
      { kind: "text", element, style: markerStyle, inlines },
      {
        kind: "container",
        element: { ...element, name: "li-body" },
        style: { ...plain, flexGrow: 1, flexBasis: "0%", minWidth: 0 },
        children: flowBoxes(node, context),
      },
    ],
  };
}

const anonymous = new WeakMap<Style, Style>();

/** The style of a box that no element asked for: only what children inherit. */
function anonymousStyle(parent: Style): Style {
  const known = anonymous.get(parent);
  if (known) return known;
  const inherited = Object.fromEntries(INHERITED.map((key) => [key, parent[key]]));
  const style: Style = { ...INITIAL_STYLE, ...inherited, display: "block" };
  anonymous.set(parent, style);
  return style;
}
