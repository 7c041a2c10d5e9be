/** A text in a template: prints as markup with its marks (Handlebars calls `toHTML`), compares as plain words. */

/** Marks around a text in the markup: `\uE000` index `\uE001` words `\uE002`. Texts themselves never hold these signs. */
export const MARK_OPEN = "\uE000";
export const MARK_START = "\uE001";
export const MARK_CLOSE = "\uE002";

/** Words between the marks that say which text they are. */
export const marked = (index: number, html: string): string => `${MARK_OPEN}${index}${MARK_START}${html}${MARK_CLOSE}`;

export class PrintedText {
  readonly #html: string;
  readonly #plain: () => string;

  /** `plain` is asked only when the words alone are wanted: few texts are. */
  constructor(html: string, plain: () => string) {
    this.#html = html;
    this.#plain = plain;
  }

  toHTML(): string {
    return this.#html;
  }

  toString(): string {
    return this.#plain();
  }
}
