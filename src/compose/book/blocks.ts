/** Blocks of a chapter → markup: each kind of block is an element, each box the markup of its template. */
import type { Block, TextValue } from "../../content/kit.js";
import type { MarkupElement, MarkupNode } from "../markup.js";

type Box = Extract<Block, { kind: "box" }>;

export interface BlockTools {
  /** The words of a paragraph, with their marks. */
  readonly inline: (text: TextValue) => readonly MarkupNode[];
  /** A box's template filled in around its blocks. */
  readonly box: (box: Box) => readonly MarkupNode[];
  /** The name of the next heading without an anchor of its own. */
  readonly nextAnchor: () => string;
}

/** Headings get an `id`, so that the contents can lead to them. */
export function blockNodes(blocks: readonly Block[], tools: BlockTools): readonly MarkupNode[] {
  return blocks.flatMap((block) => nodesOf(block, tools));
}

function nodesOf(block: Block, tools: BlockTools): readonly MarkupNode[] {
  const { at } = block;
  const element = (
    name: string,
    children: readonly MarkupNode[],
    attributes: Readonly<Record<string, string>> = {},
  ): MarkupElement => ({ kind: "element", name, attributes, children, at });
  switch (block.kind) {
    case "heading":
      return [element(`h${block.level}`, tools.inline(block.text), { id: block.anchor ?? tools.nextAnchor() })];
    case "paragraph":
      return [element("p", tools.inline(block.text))];
    case "list": {
      const items = block.items.map((item) => element("li", itemNodes(item, tools)));
      return [element(block.ordered ? "ol" : "ul", items, block.start === 1 ? {} : { start: String(block.start) })];
    }
    case "quote":
      return [element("blockquote", blockNodes(block.blocks, tools))];
    case "table": {
      const row = (cells: readonly TextValue[], name: "th" | "td") =>
        element(
          "tr",
          cells.map((cell) => element(name, tools.inline(cell))),
        );
      const head = block.head.some(({ value }) => value.trim() !== "") ? [row(block.head, "th")] : [];
      return [element("table", [...head, ...block.rows.map((cells) => row(cells, "td"))])];
    }
    case "box":
      return tools.box(block);
  }
}

/** An item that is one paragraph needs no element around its words. */
const itemNodes = (blocks: readonly Block[], tools: BlockTools): readonly MarkupNode[] => {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph" || rest.some(({ kind }) => kind === "paragraph")) return blockNodes(blocks, tools);
  return [...tools.inline(first.text), ...blockNodes(rest, tools)];
};
