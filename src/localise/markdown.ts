/** Inline Markdown → safe markup: a whitelist of marks, everything else escaped, typography on the words only. */
import MarkdownIt, { type Token } from "markdown-it";
import { isSafeAddress } from "../content/address.js";

/** The words of one sentence, cut where marks stand, → the same stretches as they are printed. */
export type Typography = (stretches: readonly string[]) => readonly string[];

export interface MarkdownReader {
  /** Paragraphs and lists, as elements. One paragraph alone comes without its `<p>`. */
  html(text: string): string;
  /** The marks of one paragraph, as elements without a `<p>` around them. */
  inline(text: string): string;
  /** The words alone, on one line. */
  plain(text: string): string;
}

/** The marks that a text may hold; raw HTML, images and code never. */
const MARKS = ["emphasis", "link", "list", "newline", "escape"];

export function createMarkdownReader(typography: Typography): MarkdownReader {
  const markdown = new MarkdownIt("zero", { xhtmlOut: true }).enable(MARKS);
  markdown.validateLink = isSafeAddress;
  markdown.core.ruler.push("typography", (state) => {
    for (const block of state.tokens) {
      if (block.children === null) continue;
      block.children = withoutEmptyLinks(block.children);
      setWords(block.children, typography);
    }
  });
  return {
    inline: (text) => markdown.renderInline(text).replaceAll("'", "&#39;"),
    plain(text) {
      const blocks = markdown.parse(text, {}).flatMap(({ children }) => (children ? [children] : []));
      return blocks
        .map((tokens) => tokens.map(({ type, content }) => (/break$/.test(type) ? " " : content)).join(""))
        .join(" ");
    },
    html(text) {
      const html = markdown.render(text).trim();
      const alone = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html);
      return (alone ? alone[1]! : html).replaceAll("'", "&#39;");
    },
  };
}

/** A link without an address, or with one that was refused, is its words. Links never stand in one another. */
function withoutEmptyLinks(tokens: Token[]): Token[] {
  let isEmpty = false;
  return tokens.filter((token) => {
    if (token.type === "link_open") isEmpty = token.attrGet("href") === "";
    else if (token.type !== "link_close") return true;
    return !isEmpty;
  });
}

/** Sets the words of a paragraph as one sentence, whatever is bold in it; a line end cuts it. */
function setWords(tokens: readonly Token[], typography: Typography): void {
  let sentence: Token[] = [];
  const finish = (): void => {
    const words = typography(sentence.map(({ content }) => content));
    for (const [index, token] of sentence.entries()) token.content = words[index]!;
    sentence = [];
  };
  for (const token of tokens) {
    if (token.type === "text" && token.content !== "") sentence.push(token);
    else if (token.type === "hardbreak") finish();
  }
  finish();
}
