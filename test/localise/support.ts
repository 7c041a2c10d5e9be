/** A kit without content, and texts as a piece holds them. */
import type { Kit, TextValue } from "../../src/content/kit.js";
import type { Source } from "../../src/diagnostics/diagnostic.js";

/** A text written at the start of a file of its own. */
export function text(value: string, kind: TextValue["kind"] = "text", field = "texte"): TextValue {
  const source: Source = { name: "cards/jeu.yaml", text: value };
  return { kind, value, field, at: { source, start: 0, end: value.length } };
}

export const EMPTY_KIT: Kit = {
  id: "essai",
  title: text("Un essai"),
  version: "1.0",
  date: "2026-11-24",
  locale: "fr",
  author: text(""),
  licence: text(""),
  formats: new Map(),
  papers: new Map(),
  components: [],
  gangs: [],
  templates: new Map(),
  links: new Map(),
  ui: new Map(),
  print: new Map(),
  fonts: { families: [], fallback: [] },
  sources: [],
};
