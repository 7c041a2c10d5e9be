/** A ticket → the pages of its PDF: the template filled in, laid out as running text, a footer on each page. */
import { Diagnostics } from "../diagnostics/index.js";
import type { FacePage } from "../layout/index.js";
import type { Output } from "../plan/outputs.js";
import { createLabelSetter, textFace } from "../production/labels.js";
import { mm, type Size } from "../units.js";
import { isDrawn, pictureNames } from "./file-view.js";
import { type DrawTools, drawPages, layOutPages } from "./pages.js";
import { blankPicture, planPicture, sheetPicture } from "./pictures.js";
import { TEMPLATE } from "./template.js";
import type { Ticket, TicketRun } from "./ticket.js";
import { viewOf } from "./view.js";
import { type FaceWatch, shownSheet } from "./watch.js";

/** What the files of an order show, where this build made them. */
export interface Shown {
  readonly outputs: ReadonlyMap<string, Output>;
  readonly watch: FaceWatch;
}

const THUMBNAIL: Size = { width: mm(22), height: mm(17) };
const PLAN: Size = { width: mm(48), height: mm(26) };
/** Where many cuts want their numbers side by side; what is said of them stands as high beside it. */
const DENSE_PLAN: Size = { width: mm(48), height: mm(34) };
const DENSE_FROM = 9;

const planSize = ({ cuts }: TicketRun): Size => (cuts.length < DENSE_FROM ? PLAN : DENSE_PLAN);

/** Draws the pages of `ticket`; `write` is given the PDF. Returns how many pages it has. */
export async function drawTicket(
  ticket: Ticket,
  shown: Shown,
  tools: DrawTools,
  write: (chunk: Uint8Array) => void,
): Promise<number> {
  const { local, maker, shaper } = tools;
  const setting = { fonts: maker.fonts, shaper, lang: local.locale, direction: local.direction };
  offerPictures(ticket, shown, tools, createLabelSetter(textFace(local.kit), setting));
  const pages = layOutTicket(ticket, tools);
  await drawPages(pages, { ticket, title: local.print.say("ticket") }, tools, write);
  return pages.length;
}

/** One sheet, two sides: more is not read at a counter. */
const MOST_PAGES = 2;

/** In smaller type where that spares a third page, and only there. */
function layOutTicket(ticket: Ticket, tools: DrawTools): readonly FacePage[] {
  const { local, printed, diagnostics } = tools;
  const view = viewOf(ticket, local, printed);
  const tries = [false, true].map((dense) => () => {
    const problems = new Diagnostics();
    const pages = layOutPages({ template: TEMPLATE, values: { ticket: { ...view, dense } } }, ticket, {
      ...tools,
      diagnostics: problems,
    });
    return { pages, problems };
  });
  const first = tries[0]!();
  const second = first.pages.length > MOST_PAGES ? tries[1]!() : undefined;
  const chosen = second && second.pages.length <= MOST_PAGES ? second : first;
  for (const problem of chosen.problems.all) diagnostics.report(problem);
  return chosen.pages;
}

function offerPictures(ticket: Ticket, { outputs, watch }: Shown, { local, maker }: DrawTools, label: DrawLabel): void {
  const { pictures } = maker.bench;
  const offer = (name: string, front: FacePage): void => pictures.offerFaces(name, { front, back: undefined });
  for (const [index, file] of ticket.files.entries()) {
    const names = pictureNames(ticket.folder, index);
    const output = outputs.get(file.sha256);
    offer(
      names.sheet,
      output
        ? sheetPicture(shownSheet(output), watch.of(output), THUMBNAIL)
        : blankPicture(file.runs.find(({ handling }) => handling !== "guide") ?? file.runs[0]!, THUMBNAIL),
    );
    for (const [at, run] of file.runs.entries())
      if (isDrawn(run)) offer(names.plan(at), planPicture(run, planSize(run), local.print.number, label));
  }
}

type DrawLabel = ReturnType<typeof createLabelSetter>;
