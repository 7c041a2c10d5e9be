/** Styled tree → box tree: blocks and flex or grid items become boxes, runs of words become text boxes. */
import type { MarkupElement } from "../compose/markup.js";
import { INHERITED, INITIAL_STYLE } from "../style/properties.js";
import type { Style, StyledElement, StyledNode } from "../style/style.js";
import type { Box, Container } from "./box.js";
import { type InlineContext, inlineContent, isBlank } from "./inline.js";
import { pictureOf } from "./pictures.js";

/** Room for a list's bullet or number, in ems: as wide as « 10. » at most. */
const BULLET_ROOM = 0.95;
const NUMBER_ROOM = 1.5;
const PICTURES = new Set(["img", "qr", "icon"]);

/** The box of an element; undefined when it does not show. */
export function buildBox(node: StyledElement, context: InlineContext): Box | undefined {
  if (node.style.display === "none") return undefined;
  if (PICTURES.has(node.element.name)) {
    const picture = pictureOf(node.element, context.pictures);
    return picture && { kind: "picture", element: node.element, style: node.style, picture };
  }
  if (node.element.name === "li" && node.style.listStyleType !== "none") return listItem(node, 1, context);
  return container(node, node.style, context);
}

function container(node: StyledElement, style: Style, context: InlineContext): Container {
  const children =
    style.display === "flex" || style.display === "grid" ? itemBoxes(node, context) : flowBoxes(node, context);
  return { kind: "container", element: node.element, style, children };
}

/** In a flex or grid container each element is an item; words between them are items too. */
function itemBoxes(node: StyledElement, context: InlineContext): Box[] {
  return node.children.flatMap((child) => {
    const box = child.kind === "text" ? textBox([child], node, context) : buildBox(child, context);
    return box ? [box] : [];
  });
}

/** In a block container, neighbours that stand in the line share one paragraph. */
function flowBoxes(node: StyledElement, context: InlineContext): Box[] {
  const boxes: Box[] = [];
  let line: StyledNode[] = [];
  let itemNumber = 0;
  const endLine = (): void => {
    const box = textBox(line, node, context);
    if (box) boxes.push(box);
    line = [];
  };
  for (const child of node.children) {
    if (child.kind === "text" || child.style.display === "inline") {
      line.push(child);
      continue;
    }
    endLine();
    const box =
      child.element.name === "li" && child.style.listStyleType !== "none"
        ? listItem(child, ++itemNumber, context)
        : buildBox(child, context);
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
  const decimal = node.style.listStyleType === "decimal";
  const plain = anonymousStyle(node.style);
  const room = node.style.fontSize * (decimal ? NUMBER_ROOM : BULLET_ROOM);
  const marker = { kind: "text" as const, text: decimal ? `${number}.` : "•" };
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
