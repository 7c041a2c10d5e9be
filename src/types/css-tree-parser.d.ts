/** css-tree ships its parser alone, without the lexer's tables, but types only the whole. */
declare module "css-tree/parser" {
  import type { CssNode, ParseOptions, SyntaxParseError } from "css-tree";

  const parse: (
    text: string,
    options?: ParseOptions & { onParseError?: (error: SyntaxParseError & { offset: number }) => void },
  ) => CssNode;
  export default parse;
}
