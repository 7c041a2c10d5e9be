/** Filled-in template text → a tree of elements; marks become the places where words were written. */
import { Parser } from "htmlparser2";
import { isSafeAddress } from "../content/address.js";
import type { TextValue } from "../content/kit.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import { suggest } from "../diagnostics/suggest.js";
import type { LocalKit } from "../localise/index.js";
import type { MarkupElement, MarkupNode, MarkupText } from "./markup.js";
import * as say from "./messages.js";
import { MARK_CLOSE, MARK_OPEN, MARK_START } from "./printed-text.js";

const ELEMENTS = new Set(
  "front back flow slot face table tr th td div span p h1 h2 h3 h4 ul ol li strong em b i u a bdi br img icon qr section header footer aside figure figcaption sup sub article blockquote".split(
    " ",
  ),
);

const MARKS = new RegExp(`${MARK_OPEN}(\\d+)${MARK_START}|${MARK_CLOSE}`, "g");

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: MarkupNode[];
  readonly at: Span | undefined;
  readonly selfClosed: boolean;
}

export interface Places {
  /** By the number in `data-at`. */
  readonly spans: readonly Span[];
  /** By the number in a mark. */
  readonly texts: readonly TextValue[];
  /** Tells the language of each text, and whether what lacks is shown. */
  readonly local: Pick<LocalKit, "foreign" | "proof">;
}

/** What the words of a text have in common. */
type Written = Pick<MarkupText, "content" | "field" | "state" | "language">;

function writtenAs(text: TextValue | undefined, { foreign, proof }: Places["local"]): Written | undefined {
  if (text === undefined) return undefined;
  const { at: content, field } = text;
  // What is printed for good bears no marks, even where its language may have gaps.
  const state = proof === undefined ? undefined : text.state;
  const language = foreign(text);
  return {
    content,
    field,
    ...(state && { state }),
    ...(language && { language: { lang: language.locale, direction: language.direction } }),
  };
}

/** Top-level nodes of the text. Unknown and unclosed elements are reported. */
export function parseMarkup(text: string, places: Places, diagnostics: Reporter): readonly MarkupNode[] {
  const root: OpenElement = { name: "", attributes: {}, children: [], at: undefined, selfClosed: false };
  const stack: OpenElement[] = [root];
  let written: Written | undefined;
  /** Closing tags that have not closed anything yet. Words hold none: they are escaped. */
  let closings = text.match(/<\//g)?.length ?? 0;

  const addText = (words: string): void => {
    const parent = stack.at(-1)!;
    let from = 0;
    for (const mark of words.matchAll(MARKS)) {
      pushText(parent, words.slice(from, mark.index), written);
      from = mark.index + mark[0].length;
      written = mark[1] === undefined ? undefined : writtenAs(places.texts[Number(mark[1])], places.local);
    }
    pushText(parent, words.slice(from), written);
  };

  const parser = new Parser(
    {
      onopentag(name, raw) {
        const { "data-at": at, ...attributes } = raw;
        const span = at === undefined ? stack.at(-1)!.at : places.spans[Number(at)];
        if (!ELEMENTS.has(name)) diagnostics.report(say.unknownElement(span, name, suggest(name, ELEMENTS)));
        for (const key of Object.keys(attributes)) attributes[key] = attributes[key]!.replace(MARKS, "");
        if (attributes.href !== undefined && !isSafeAddress(attributes.href)) {
          diagnostics.report(say.unsafeAddress(span, attributes.href));
          delete attributes.href;
        }
        // htmlparser2 calls the end of `<br/>` implied, as it does that of a tag that is never closed.
        const selfClosed = text[parser.endIndex - 1] === "/";
        stack.push({ name, attributes, children: [], at: span, selfClosed });
      },
      ontext: addText,
      onclosetag(name, implied) {
        const { selfClosed, ...closed } = stack.pop()!;
        if (!implied) closings -= 1;
        if (implied && !selfClosed) diagnostics.report(say.unclosedElement(closed.at, name));
        stack.at(-1)!.children.push({ kind: "element", ...closed } satisfies MarkupElement);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (closings > 0) diagnostics.report(say.strayClosing(places.spans[0]));
  return root.children;
}

function pushText({ children, at }: OpenElement, text: string, written: Written | undefined): void {
  if (text !== "") children.push({ kind: "text", text, at, content: undefined, field: undefined, ...written });
}
