/** Templates of chapters → the template of the page around their running text, as `<flow page="…">` names it. */
import type { Template } from "../kit.js";
import { complain } from "./desk.js";
import * as say from "./messages.js";
import { type Named, type Shelf, takeTemplate } from "./shelf.js";

const FLOW = /<flow(?=[\s>/])[^>]*>?/;
const PAGE = /\spage\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const COMMENTS = /<!--[\s\S]*?-->|\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g;

/** The one page template of a booklet, read along; empty when no chapter has running text. */
export function flowPageOf(templates: Iterable<string>, shelf: Shelf): string {
  let first: string | undefined;
  for (const name of new Set(templates)) {
    const template = shelf.templates.get(name)?.template;
    const page = template && pageNamed(template, shelf);
    if (page === undefined) continue;
    first ??= page.value;
    if (page.value !== first) complain(shelf.desk, say.severalPages(first, page.value), page.at);
    takeTemplate(page, shelf);
  }
  return first ?? "";
}

/** Undefined when the template has no running text; reported when its `<flow>` names no page. */
function pageNamed({ source, bodyStart }: Template, shelf: Shelf): Named | undefined {
  const markup = source.text.slice(bodyStart).replace(COMMENTS, (comment) => " ".repeat(comment.length));
  const flow = FLOW.exec(markup);
  if (flow === null) return undefined;
  const start = bodyStart + flow.index;
  const found = PAGE.exec(flow[0]);
  const value = found?.[1] ?? found?.[2] ?? "";
  if (found === null || value.trim() === "") {
    complain(shelf.desk, say.flowWithoutPage(), { source, start, end: start + "<flow".length });
    return undefined;
  }
  const from = start + found.index + found[0].length - 1 - value.length;
  return { value, at: { source, start: from, end: from + value.length } };
}
