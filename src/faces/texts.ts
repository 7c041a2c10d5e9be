/** A face's frame → the texts of the kit that it prints, by name: what was changed is told by it later. */
import type { Kit, TextValue } from "../content/kit.js";
import { LOCAL_FILE } from "../content/read/local.js";
import { textsOf } from "../content/walk.js";
import type { Span } from "../diagnostics/index.js";
import type { Frame, Origin } from "../layout/frame.js";
import type { FacePage } from "../layout/index.js";
import type { LocalKit } from "../localise/index.js";
import { mapTexts } from "../translation/texts.js";

/** A text of the kit in plain words, with the name by which translators know it: `donnees/mon-cv/prompt`, `ui.why`. */
export interface FaceText {
  readonly id: string;
  readonly text: string;
}

/** Tells the texts on a face, each once, in the order in which they are painted. */
export type TextFinder = (page: FacePage) => readonly FaceText[];

/**
 * Looks texts up by where they were written, so that whatever prints them (a card, a page of answers) is told alike. What
 * one place fills in for itself (`kit.local.yaml`) has no name: it belongs to no edition.
 */
export function createTextFinder(local: LocalKit): TextFinder {
  let index: ReadonlyMap<string, FaceText> | undefined;
  return (page) => {
    index ??= indexOf(local);
    const found = new Set<FaceText>();
    collect(page.frame, index, found);
    return [...found];
  };
}

function indexOf(local: LocalKit): ReadonlyMap<string, FaceText> {
  const index = new Map<string, FaceText>();
  for (const [id, text] of namedTexts(local.kit)) {
    const key = placeKey(text.at, text.field);
    if (!index.has(key) && text.at.source.name !== LOCAL_FILE) index.set(key, { id, text: local.plain(text) });
  }
  return index;
}

/** Every text that is translated, then those that are the same in every language. */
function* namedTexts(kit: Kit): Generator<readonly [string, TextValue]> {
  const named: (readonly [string, TextValue])[] = [];
  mapTexts(kit, ({ id, text }) => {
    named.push([id, text]);
    return text;
  });
  yield* named;
  for (const { id, pieces } of kit.components)
    for (const piece of pieces) for (const text of textsOf(piece)) yield [`${id}/${piece.id}/${text.field}`, text];
}

const placeKey = ({ source, start }: Span, field: string): string => `${source.name}|${start}|${field}`;

function collect(frame: Frame, index: ReadonlyMap<string, FaceText>, found: Set<FaceText>): void {
  for (const item of frame.items) {
    if (item.kind === "frame") collect(item.frame, index, found);
    const text = item.origin && textAt(item.origin, index);
    if (text) found.add(text);
  }
}

const textAt = ({ content, field }: Origin, index: ReadonlyMap<string, FaceText>): FaceText | undefined =>
  content && field !== undefined ? index.get(placeKey(content, field)) : undefined;
