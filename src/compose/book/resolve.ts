/** A text of a chapter → the same text with its placeholders computed. */
import type { TextValue } from "../../content/kit.js";
import { type Placeholder, parsePlaceholders } from "../../content/placeholders.js";
import { durationText, isolated, type Language, type LocalKit, longDate } from "../../localise/index.js";
import { displayAddress } from "../context.js";
import { type Book, cardText, countOf, minutesOf, titleOf } from "./facts.js";

/** The text as it is printed, what is computed in the language of its words; names that lead nowhere were reported when the kit was read, and print nothing. */
export function resolveText(text: TextValue, book: Book, local: LocalKit): TextValue {
  if (!text.value.includes("{") && !text.value.includes("\\")) return text;
  const parts = parsePlaceholders(text.value);
  if (parts.length === 1 && parts[0] === text.value) return text;
  const language = local.foreign(text) ?? local;
  const printed = (part: Placeholder): string => isolated(print(part, text.kind, book, language), language.direction);
  return { ...text, value: parts.map((part) => (typeof part === "string" ? part : printed(part))).join("") };
}

function print(placeholder: Placeholder, kind: TextValue["kind"], book: Book, { intl, number }: Language): string {
  const { name, args, filters } = placeholder;
  const [first = "", second = ""] = args;
  switch (name) {
    case "count":
      return number(countOf(book, first, filters));
    case "page":
      return linked(number(book.pages.page(first)), `#${first}`, kind);
    case "title":
      return inText(titleOf(book, first), kind);
    case "minutes":
      return durationText(minutesOf(book, args), intl);
    case "text":
      return inText(cardText(book, first, second), kind);
    case "address": {
      const url = book.kit.links.get(first)?.printed ?? "";
      return linked(displayAddress(url), url, kind);
    }
    case "version":
      return book.kit.version;
    case "date":
      return longDate(book.kit.date, intl);
    default:
      return "";
  }
}

/** Plain text has no links: there the words stand alone. */
const linked = (words: string, address: string, kind: TextValue["kind"]): string =>
  kind === "markdown" ? `[${words}](${address})` : words;

/** A text inside a text: its marks count only where marks are read. */
function inText(text: TextValue | undefined, kind: TextValue["kind"]): string {
  if (!text) return "";
  if (text.kind === kind) return text.value;
  return kind === "markdown" ? text.value.replace(/[\\*_[\]]/g, "\\$&") : text.value.replace(/\*\*?|__?/g, "");
}
