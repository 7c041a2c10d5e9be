/** The ticket as JSON, and back: a build of one component carries on what was told of the files that it leaves. */
import { TICKET_SCHEMA, type Ticket } from "./ticket.js";

export const ticketText = (ticket: Ticket): string => `${JSON.stringify(ticket, null, 2)}\n`;

/** Undefined when there is none, or not one of ours: then its files are told as unknown. */
export function readTicket(bytes: Uint8Array): Ticket | undefined {
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Ticket;
    return read.schema === TICKET_SCHEMA && read.files.every(isFile) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** All that drawing reads: somebody may have edited it. */
const isFile = (file: Ticket["files"][number]): boolean =>
  [file.name, file.title, file.paper, file.sha256].every((text) => typeof text === "string") &&
  [file.pages, file.sheets, file.faces, file.copies, file.cuts, file.minutes, file.bytes].every(Number.isFinite) &&
  [file.finished, ...(file.finishedToo ?? [])].every(({ width, height }) => [width, height].every(Number.isFinite)) &&
  file.contents.every(({ each, title }) => Number.isFinite(each) && typeof title === "string") &&
  file.runs.every(
    ({ page, sheets, trims, cuts, folds, staples }) =>
      [page.width, page.height].every(Number.isFinite) &&
      sheets.every(([first, last]) => Number.isFinite(first) && Number.isFinite(last)) &&
      trims.every(({ x, y, width, height }) => [x, y, width, height].every(Number.isFinite)) &&
      [...cuts, ...folds, ...staples].every(({ at }) => Number.isFinite(at)),
  );
