/** A text in a template: prints as markup with its marks (Handlebars calls `toHTML`), compares as plain words. */
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
