/** Lines of Markdown → tokens of blocks; inline marks are left to a later stage. The only file that makes a block parser. */
import MarkdownIt, { type Token } from "markdown-it";
import { boxRule, columnAt, depthRule } from "./rules.js";

/** Where each line of a token's text begins on its line, after the marks of the lists and quotes around it. */
export interface Placed {
  readonly columns: readonly number[];
}

/** Tokens whose texts are placed as soon as they are closed: later the parser forgets what it cut off. */
const PLACED = new Set(["paragraph_close", "heading_close", "table_close"]);

class PlacedState extends MarkdownIt.StateBlock {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    if (PLACED.has(type)) this.#place(type.replace("_close", "_open"));
    return token;
  }

  /** Every token back to the one that opened. */
  #place(opened: string): void {
    for (let index = this.tokens.length - 1; index >= 0; index--) {
      const token = this.tokens[index]!;
      if (token.map !== null) {
        const [first, last] = token.map;
        const columns = Array.from({ length: last - first }, (_, line) => columnAt(this, first + line));
        token.meta = { columns } satisfies Placed;
      }
      if (token.type === opened) return;
    }
  }
}

function createParser(): InstanceType<typeof MarkdownIt> {
  // Raw HTML is recognised so that it can be refused. Definitions would vanish without a trace: they stay paragraphs.
  const parser = new MarkdownIt({ html: true }).disable(["reference"]);
  parser.block.State = PlacedState;
  parser.block.ruler.before("table", "depth", depthRule);
  parser.block.ruler.after("depth", "box", boxRule, { alt: ["paragraph", "reference", "blockquote", "list"] });
  return parser;
}

const parser = createParser();

/** Tokens of blocks, boxes among them (`box_open`, `box_close`); what is wrong with the blocks themselves is a `mistake`. */
export function parseBlocks(text: string): readonly Token[] {
  const tokens: Token[] = [];
  parser.block.parse(text.replace(/\r\n?/g, "\n"), parser, {}, tokens);
  return tokens;
}
