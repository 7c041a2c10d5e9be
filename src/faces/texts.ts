/** A face's frame → the texts of the kit that it prints, by name: what was changed is told by it later. */
import type { Kit, Piece, TextValue } from "../content/kit.js";
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

/** Tells the texts on a face, each once, in the order in which they are painted. `own`: the piece that it is a face of. */
export type TextFinder = (page: FacePage, own?: Piece) => readonly FaceText[];

/**
 * Looks texts up by where they were written, so that whatever prints them (a card, a page of answers) is told alike. What
 * one place fills in for itself (`kit.local.yaml`) has no name: it belongs to no edition.
 */
export function createTextFinder(local: LocalKit): TextFinder {
  const { kit } = local;
  let words: Index | undefined;
  let all: Index | undefined;
  return (page, own) => {
    // An edit makes one face of a thousand anew: it knows its own texts, and the whole kit is walked only for others.
    const ofPiece = own && indexOf(textsOfPiece(own));
    const find = ({ content, field }: Origin): Named | undefined => {
      if (content === undefined || field === undefined || content.source.name === LOCAL_FILE) return undefined;
      const key = placeKey(content, field);
      const near = ofPiece?.get(key);
      if (near) return near;
      words ??= indexOf(textsOfKit({ ...kit, components: [] }));
      const common = words.get(key);
      if (common) return common;
      all ??= indexOf([...textsOfKit(kit), ...kit.components.flatMap(({ pieces }) => pieces.flatMap(textsOfPiece))]);
      return all.get(key);
    };
    const found = new Set<Named>();
    collect(page.frame, find, found);
    return Array.from(found, ([id, text]) => ({ id, text: local.plain(text) }));
  };
}

type Named = readonly [id: string, text: TextValue];
type Index = ReadonlyMap<string, Named>;

/** The first name of a place counts. */
function indexOf(texts: readonly Named[]): Index {
  const index = new Map<string, Named>();
  for (const named of texts) {
    const key = placeKey(named[1].at, named[1].field);
    if (!index.has(key)) index.set(key, named);
  }
  return index;
}

/** Every text that is translated, by the names that translators know. */
function textsOfKit(kit: Kit): readonly Named[] {
  const named: Named[] = [];
  mapTexts(kit, ({ id, text }) => {
    named.push([id, text]);
    return text;
  });
  return named;
}

/** Of a piece also those that are the same in every language. */
const textsOfPiece = (piece: Piece): readonly Named[] =>
  Array.from(textsOf(piece), (text) => [`${piece.component}/${piece.id}/${text.field}`, text]);

const placeKey = ({ source, start }: Span, field: string): string => `${source.name}|${start}|${field}`;

function collect(frame: Frame, find: (origin: Origin) => Named | undefined, found: Set<Named>): void {
  for (const item of frame.items) {
    if (item.kind === "frame") collect(item.frame, find, found);
    const named = item.origin && find(item.origin);
    if (named) found.add(named);
  }
}
