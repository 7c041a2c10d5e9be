/** An order for many boxes → the labels of all of them, to be printed once. */

import type { FacePage } from "../layout/index.js";
import { type DrawTools, drawPages, layOutPages } from "./pages.js";
import { LABELS_TEMPLATE } from "./template.js";
import type { Ticket } from "./ticket.js";
import { labelOf } from "./view.js";

/** Those with a line for each thing. */
const PER_ROW = 2;

/** As many labels as there are boxes. */
export function layOutLabels(ticket: Ticket, tools: DrawTools): readonly FacePage[] {
  const one = labelOf(ticket, tools.printed);
  const perRow = one.list === "" ? PER_ROW : 1;
  const rows = Array.from({ length: Math.ceil(ticket.boxes / perRow) }, (_, row) =>
    Array.from({ length: Math.min(perRow, ticket.boxes - row * perRow) }, () => one),
  );
  return layOutPages({ template: LABELS_TEMPLATE, values: { labels: { rows } } }, ticket, tools);
}

/** Draws pages of labels; `write` is given the PDF. */
export const drawLabels = (
  pages: readonly FacePage[],
  ticket: Ticket,
  tools: DrawTools,
  write: (chunk: Uint8Array) => void,
): Promise<void> => drawPages(pages, { ticket, title: tools.local.print.say("ticket-labels-title") }, tools, write);
