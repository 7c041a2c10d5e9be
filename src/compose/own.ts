/** A template of the program's own and what it prints → its markup: documents that go with the pieces, not in the box. */
import type { Source } from "../diagnostics/diagnostic.js";
import type { Reporter } from "../diagnostics/limit.js";
import type { LocalKit } from "../localise/index.js";
import { parseMarkup } from "./elements.js";
import type { MarkupElement } from "./markup.js";
import type { Known } from "./names.js";
import { inLanguage } from "./roots.js";
import { type CompiledTemplate, compileTemplate } from "./templates.js";

/** Words come ready for print, in the typography of their language: nothing is looked up in the kit. */
export interface OwnTemplate {
  readonly source: Source;
  /** Names that it may use. */
  readonly names: ReadonlyMap<string, Known>;
}

/** Compiled once a language: helpers write numbers as it does. */
const compiled = new WeakMap<OwnTemplate, Map<string, CompiledTemplate>>();

/** The one root element of the filled-in template. Throws when the template itself is wrong: it is ours. */
export function composeOwn(
  template: OwnTemplate,
  context: object,
  local: LocalKit,
  diagnostics: Reporter,
): MarkupElement {
  const known = compiled.get(template) ?? new Map<string, CompiledTemplate>();
  compiled.set(template, known);
  const key = `${local.intl}|${local.quotes.join()}`;
  const runnable = known.get(key) ?? compile(template, local, diagnostics);
  known.set(key, runnable);
  const nodes = parseMarkup(runnable.run(context), { spans: runnable.spans, texts: [], local }, diagnostics);
  const root = nodes.find((node) => node.kind === "element");
  if (!root) throw new Error(`${template.source.name} prints nothing.`);
  return inLanguage(root, local);
}

function compile({ source, names }: OwnTemplate, local: LocalKit, diagnostics: Reporter): CompiledTemplate {
  const written = { name: source.name, fields: [], source, bodyStart: 0 };
  const made = compileTemplate(written, { readPart: () => undefined, names, local, diagnostics });
  if (!made) throw new Error(`${source.name} cannot be compiled.`);
  return made;
}
