/** Inline Markdown → safe markup: a whitelist of marks, everything else escaped, typography on the words only. */
import MarkdownIt from "markdown-it";

export interface MarkdownReader {
  /** Paragraphs and lists, as elements. One paragraph alone comes without its `<p>`. */
  html(text: string): string;
}

/** The marks that a text may hold; raw HTML, images and code never. */
const MARKS = ["emphasis", "link", "list", "newline", "escape"];

export function createMarkdownReader(typography: (text: string) => string): MarkdownReader {
  const markdown = new MarkdownIt("zero", { xhtmlOut: true }).enable(MARKS);
  markdown.core.ruler.push("typography", (state) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) if (token.type === "text") token.content = typography(token.content);
    }
  });
  return {
    html(text) {
      const html = markdown.render(text).trim();
      const alone = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html);
      return alone ? alone[1]! : html;
    },
  };
}
