/** The root of a face or of running text → the same, in the language and the direction of the kit. */
import type { LocalKit } from "../localise/index.js";
import type { MarkupElement } from "./markup.js";

/** What the template says of its own root stays: a sheet of addresses may run from left to right in any language. */
export const inLanguage = (root: MarkupElement, { locale, direction }: LocalKit): MarkupElement => ({
  ...root,
  attributes: { lang: locale, dir: direction, ...root.attributes },
});
