/** Tokens of a chapter → its blocks, in order; what a chapter may not hold is reported and left out. */
import type { Token } from "markdown-it";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Finding } from "../finding.js";
import type { Block, TextValue, Values } from "../kit.js";
import { lineWith } from "../validate/correction.js";
import { cellsOf, isDelimiterRow } from "./cells.js";
import { headingParts, headingText, isAnchor, likelyAnchor } from "./heading.js";
import * as say from "./messages.js";
import type { Placed } from "./parser.js";
import type { BoxMeta, MistakeMeta } from "./rules.js";
import { joined, lineStretch, part, type Sheet, type Stretch, spanOf, trimmed } from "./stretch.js";
import { createTexts, type TextMaker } from "./texts.js";

/** A box as written, to be checked against its template. */
export interface AskedBox {
  readonly name: string;
  readonly nameAt: Span;
  /** `{…}`, on one line. */
  readonly attributes?: Span | undefined;
  /** The line that opens it, up to its name. */
  readonly at: Span;
  /** How its values are called: `path.field`. */
  readonly path: string;
}

/** Who answers for what lies outside the chapter's own text. */
export interface BlockDesk {
  readonly report: (finding: Finding, at: Span) => void;
  /** An anchor is written here. */
  readonly anchor: (name: string, at: Span) => void;
  /** Undefined, and reported, when there is no such box. */
  readonly box: (asked: AskedBox) => { readonly template: string; readonly values: Values } | undefined;
}

/** What Markdown knows and a chapter does not. */
const REFUSED: Readonly<Record<string, () => Finding>> = {
  fence: say.noCode,
  code_block: say.noIndentedCode,
  hr: say.noRule,
  html_block: say.noHtml,
};

export function toBlocks(tokens: readonly Token[], sheet: Sheet, chapter: string, desk: BlockDesk): readonly Block[] {
  return new Walk(tokens, sheet, createTexts(chapter, desk.report), desk).until(undefined);
}

/** One walk along the tokens of a chapter. */
class Walk {
  readonly #tokens: readonly Token[];
  readonly #sheet: Sheet;
  readonly #texts: TextMaker;
  readonly #desk: BlockDesk;
  #next = 0;

  constructor(tokens: readonly Token[], sheet: Sheet, texts: TextMaker, desk: BlockDesk) {
    this.#tokens = tokens;
    this.#sheet = sheet;
    this.#texts = texts;
    this.#desk = desk;
  }

  /** Blocks up to the token that closes them, or up to the end. */
  until(close: string | undefined): readonly Block[] {
    const blocks: Block[] = [];
    for (let token = this.#take(); token !== undefined && token.type !== close; token = this.#take()) {
      const block = this.#block(token);
      if (block !== undefined) blocks.push(block);
    }
    return blocks;
  }

  #take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  #block(token: Token): Block | undefined {
    switch (token.type) {
      case "paragraph_open":
        return this.#paragraph();
      case "heading_open":
        return this.#heading(token);
      case "bullet_list_open":
      case "ordered_list_open":
        return this.#list(token);
      case "blockquote_open":
        return { kind: "quote", blocks: this.until("blockquote_close"), at: this.#linesOf(token) };
      case "table_open":
        return this.#table(token);
      case "box_open":
        return this.#box(token);
      case "mistake":
        return this.#mistake(token);
    }
    const refused = REFUSED[token.type];
    if (refused !== undefined) this.#desk.report(refused(), spanOf(this.#lineOf(token)));
    return undefined;
  }

  #paragraph(): Block | undefined {
    const stretch = this.#textOf(this.#take());
    this.#take();
    const { value } = stretch;
    if (value === "") return undefined;
    const first = value.split("\n", 1)[0] ?? "";
    const glued = /^#{2,}(?=[^\s#])/.exec(first);
    if (/^\[[^\]\n]+\]:/.test(first)) this.#desk.report(say.noReference(), spanOf(part(stretch, 0, first.length)));
    else if (glued !== null) {
      const at = spanOf(part(stretch, 0, glued[0].length));
      this.#desk.report({ ...say.gluedHeading(), correction: lineWith(at, `${glued[0]} `) }, at);
    } else if (value.includes("|")) this.#suspectTable(stretch);
    const text = this.#texts.text(stretch);
    return { kind: "paragraph", text, at: text.at };
  }

  /** A table whose head has more or fewer cells than the line below would be printed with its bars. */
  #suspectTable(stretch: Stretch): void {
    const [first = "", second = ""] = stretch.value.split("\n", 2);
    if (!isDelimiterRow(second)) return;
    const start = first.length + 1;
    this.#desk.report(say.brokenTable(), spanOf(part(stretch, start, start + second.length)));
  }

  #heading(token: Token): Block | undefined {
    const inline = this.#take();
    this.#take();
    const whole = token.markup.startsWith("#") ? headingText(this.#lineOf(inline)) : this.#textOf(inline);
    const { words, anchor } = headingParts(whole);
    const written = Number(token.tag.slice(1));
    const level = Math.min(written, DEEPEST_HEADING) as 1 | 2 | 3 | 4;
    const at = whole.value === "" ? this.#linesOf(token) : spanOf(whole);
    if (written > DEEPEST_HEADING) this.#desk.report(say.headingTooDeep(), at);
    if (words.value === "") {
      this.#desk.report(say.emptyHeading(), at);
      return undefined;
    }
    const name = anchor && this.#anchor(anchor);
    if (name !== undefined) this.#texts.enter(name);
    return { kind: "heading", level, anchor: name, text: this.#texts.text(words), at };
  }

  #anchor(anchor: Stretch): string | undefined {
    const { value } = anchor;
    const at = spanOf(anchor);
    if (isAnchor(value)) {
      this.#desk.anchor(value, at);
      return value;
    }
    const meant = likelyAnchor(value);
    const correction = isAnchor(meant) ? lineWith(at, meant) : undefined;
    this.#desk.report({ ...say.badAnchor(value), correction }, at);
    return undefined;
  }

  #list(token: Token): Block {
    const items: (readonly Block[])[] = [];
    const close = token.type.replace("_open", "_close");
    for (let item = this.#take(); item !== undefined && item.type !== close; item = this.#take()) {
      items.push(this.until("list_item_close"));
    }
    const start = Number(token.attrGet("start") ?? 1);
    return { kind: "list", ordered: token.tag === "ol", start, items, at: this.#linesOf(token) };
  }

  #table(token: Token): Block {
    const rows: (readonly TextValue[])[] = [];
    let columns = 0;
    for (let each = this.#take(); each !== undefined && each.type !== "table_close"; each = this.#take()) {
      if (each.type !== "tr_open") continue;
      const line = this.#lineOf(each);
      const cells = cellsOf(line);
      const isHead = rows.length === 0;
      if (isHead) columns = cells.length;
      else if (!line.value.includes("|")) this.#desk.report(say.rowWithoutBar(), spanOf(trimmed(line)));
      const extra = cells[columns];
      if (extra !== undefined) this.#desk.report(say.tooManyCells(cells.length, columns), spanOf(extra));
      const none = part(trimmed(line), trimmed(line).value.length);
      rows.push(Array.from({ length: columns }, (_, index) => this.#texts.text(cells[index] ?? none)));
    }
    const [head = [], ...below] = rows;
    return { kind: "table", head, rows: below, at: this.#linesOf(token) };
  }

  #box(token: Token): Block | undefined {
    const { name, column, nameColumn, rest, restColumn } = token.meta as unknown as BoxMeta;
    const line = lineStretch(this.#sheet, token.map?.[0] ?? 0, 0);
    const nameEnd = nameColumn + name.length;
    const at = spanOf(part(line, column, nameEnd));
    const restAt = spanOf(part(line, restColumn, restColumn + rest.length));
    if (rest !== "" && !rest.startsWith("{")) this.#desk.report(say.textAfterBox(name), restAt);
    else if (rest !== "" && !rest.endsWith("}")) {
      this.#desk.report(rest.includes("}") ? say.textAfterBox(name) : say.openBraces(), restAt);
    }
    const attributes = /^\{.*\}$/s.test(rest) ? restAt : undefined;
    const path = this.#texts.nextField();
    const found = this.#desk.box({ name, nameAt: spanOf(part(line, nameColumn, nameEnd)), attributes, at, path });
    const blocks = this.until("box_close");
    return found && { kind: "box", ...found, blocks, at };
  }

  #mistake(token: Token): undefined {
    const { finding, column, length } = token.meta as unknown as MistakeMeta;
    this.#desk.report(finding, spanOf(part(lineStretch(this.#sheet, token.map?.[0] ?? 0, column), 0, length)));
  }

  /** The lines of a text, one below the other. */
  #textOf(token: Token | undefined): Stretch {
    const { columns } = (token?.meta ?? { columns: [] }) as unknown as Placed;
    const first = token?.map?.[0] ?? 0;
    const lines = columns.map((column, index) => lineStretch(this.#sheet, first + index, column));
    return trimmed(joined(lines, this.#sheet.source));
  }

  /** What counts of a token's first line. */
  #lineOf(token: Token | undefined): Stretch {
    const placed = token?.meta as unknown as Placed | null | undefined;
    return trimmed(lineStretch(this.#sheet, token?.map?.[0] ?? 0, placed?.columns?.[0] ?? 0));
  }

  /** From the first sign of a token's first line to the last of its last line that holds something. */
  #linesOf({ map }: Token): Span {
    const [first, last] = map ?? [0, 1];
    const lines = Array.from({ length: last - first }, (_, line) => lineStretch(this.#sheet, first + line, 0));
    return spanOf(trimmed(joined(lines, this.#sheet.source)));
  }
}

/** `#` to `####`. */
const DEEPEST_HEADING = 4;
