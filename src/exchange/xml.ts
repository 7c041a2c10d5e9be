/** XML ↔ a tree of elements, as far as spreadsheets and XLIFF need it; the one file here that knows the XML parser. */
import { Parser } from "htmlparser2";
import { sayable } from "./plain.js";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Where its opening tag stands, in UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
  readonly selfClosed: boolean;
}

/** The root element. Undefined when an element is not closed: the end of the file is missing. */
export function parseXml(text: string): XmlElement | undefined {
  const document: OpenElement = { name: "", attributes: {}, children: [], start: 0, end: 0, selfClosed: false };
  const open: OpenElement[] = [document];
  let isWhole = true;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        // The end of `<br/>` is called implied, as is that of a tag that is never closed.
        const selfClosed = text.slice(start, end).replace(/>$/, "").endsWith("/");
        const element = { name: withoutPrefix(name), attributes, children: [], start, end, selfClosed };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext: (data) => void open.at(-1)!.children.push(data),
      onclosetag(_, implied) {
        const closed = open.pop();
        if (implied && closed?.selfClosed !== true) isWhole = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  const root = document.children.find((child) => typeof child !== "string");
  return isWhole ? root : undefined;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

export const childrenNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child !== "string" && child.name === name);

/** Elements of a name at any depth, in order. */
export const allNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...allNamed(child, name)],
  );

/** All words inside, however deep. */
export const textIn = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === "string" ? child : textIn(child))).join("");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

export const xmlText = (text: string): string => sayable(text).replace(/[&<>]/g, (sign) => ENTITIES[sign]!);

export const xmlAttribute = (text: string): string => sayable(text).replace(/[&<>"\n\t]/g, (sign) => ENTITIES[sign]!);
