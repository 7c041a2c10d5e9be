/** A ticket → the pages of its PDF: the template filled in, laid out as running text, a footer on each page. */
import { composeOwn } from "../compose/index.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { Face, FaceMaker } from "../faces/index.js";
import { PAPERS, type Paper, type Sheet } from "../impose/index.js";
import { frameHash } from "../layout/frame-hash.js";
import type { FacePage } from "../layout/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Output } from "../plan/outputs.js";
import { breath } from "../production/breath.js";
import { createLabelSetter, textFace } from "../production/labels.js";
import type { Renderer } from "../render/index.js";
import type { Shaper } from "../text/index.js";
import { mm, type Size } from "../units.js";
import { TICKET_NAME } from "./names.js";
import { blankPicture, planPicture, sheetPicture } from "./pictures.js";
import { STYLES, TEMPLATE } from "./template.js";
import type { Ticket, TicketRun } from "./ticket.js";
import { isDrawn, paperName, pictureNames, viewOf } from "./view.js";
import { type FaceWatch, shownSheet } from "./watch.js";

export interface DrawTools {
  /** The kit in the language of the ticket, and the maker of faces in it. */
  readonly local: LocalKit;
  readonly maker: FaceMaker;
  /** The kit in the language that is printed: what the label on the box says. */
  readonly printed: LocalKit;
  readonly renderer: Renderer;
  readonly shaper: Shaper;
  readonly diagnostics: Diagnostics;
}

/** What the files of an order show, where this build made them. */
export interface Shown {
  readonly outputs: ReadonlyMap<string, Output>;
  readonly watch: FaceWatch;
}

/** As office printers leave, and a little more to write in. */
const MARGIN = { side: mm(12), top: mm(11), foot: mm(14) } as const;
const FOOTER = { size: 8, above: mm(7) } as const;

const THUMBNAIL: Size = { width: mm(22), height: mm(17) };
const PLAN: Size = { width: mm(52), height: mm(28) };
/** Where many cuts want their numbers side by side; what is said of them stands as high beside it. */
const DENSE_PLAN: Size = { width: mm(52), height: mm(34) };
const DENSE_FROM = 9;

const planSize = ({ cuts }: TicketRun): Size => (cuts.length < DENSE_FROM ? PLAN : DENSE_PLAN);

/** Draws the pages of `ticket`; `write` is given the PDF. Returns how many pages it has. */
export async function drawTicket(
  ticket: Ticket,
  shown: Shown,
  tools: DrawTools,
  write: (chunk: Uint8Array) => void,
): Promise<number> {
  const { local, maker, printed, shaper, renderer } = tools;
  const { fonts } = maker;
  const setting = { fonts, shaper, lang: local.locale, direction: local.direction };
  const label = createLabelSetter(textFace(local.kit), setting);
  offerPictures(ticket, shown, tools, label);
  const paper = paperFor(ticket.paper);
  const pages = layOutPages(ticket, paper, tools);
  const faces = pages.map((page): Face => ({ key: frameHash(page), page, codes: [], texts: [] }));
  const { kit, print } = local;
  const footer = (number: number): string =>
    [
      print.say("ticket"),
      paperName(ticket.paper, print),
      print.say("sheet", { n: number, total: pages.length }),
      `${kit.id} v${kit.version}`,
    ]
      .map(print.name)
      .concat(printed.proof ?? [])
      .join(" · ");
  const document = {
    info: {
      title: `${local.plain(kit.title)} – ${print.say("ticket")} – ${ticket.folder}`,
      author: local.plain(kit.author),
      subject: local.plain(kit.licence),
      lang: local.locale,
      direction: local.direction,
      date: kit.date,
      creator: "mallette",
      duplex: "none" as const,
    },
    sheets: pages.map((_, index) => sheetOf(paper, index, pages.length, footer(index + 1))),
    pause: breath,
    face: ({ piece }: { readonly piece: string }) => faces[Number(piece.split("/")[1])]!,
    label,
  };
  await renderer.render(document, write);
  return pages.length;
}

/** Where people print on Letter, a ticket on A4 would be cut off at its foot. */
const AMERICAN: readonly string[] = ["Letter", "Legal", "Tabloid"];

const paperFor = (paper: string): Paper => PAPERS.get(AMERICAN.includes(paper) ? "Letter" : "A4")!;

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

function layOutPages(ticket: Ticket, paper: Paper, tools: DrawTools): readonly FacePage[] {
  const { local, maker, printed, diagnostics } = tools;
  const { bench } = maker;
  const markup = composeOwn(TEMPLATE, viewOf(ticket, local, printed), local, diagnostics);
  const styled = bench.styleOwn(markup, STYLES, paper);
  const room = { width: paper.width - 2 * MARGIN.side, height: paper.height - MARGIN.top - MARGIN.foot };
  const name = { piece: `${TICKET_NAME}/${ticket.folder}`, side: "front", locale: local.locale } as const;
  return bench.layouter.layOutFlow(styled, { name, ...room }, diagnostics).map(({ items }): FacePage => {
    const text = { kind: "frame", at: { x: MARGIN.side, y: MARGIN.top }, frame: { size: room, items } } as const;
    const trim = { width: paper.width, height: paper.height };
    return { frame: { size: trim, items: [text] }, trim, bleed: 0, radius: 0 };
  });
}

/** A page of text: nothing on it is cut. */
function sheetOf(paper: Paper, index: number, total: number, footer: string): Sheet {
  const trim = { width: paper.width, height: paper.height };
  const box = { x: 0, y: 0, ...trim };
  const slot = { piece: `${TICKET_NAME}/${index}`, side: "front", trim, bleed: 0, safe: 0, copy: 1 } as const;
  const at = { x: paper.width / 2, y: paper.height - FOOTER.above };
  return {
    page: trim,
    paper,
    trimBox: box,
    bleedBox: box,
    front: {
      placements: [{ slot, transform: [1, 0, 0, 1, 0, 0], clip: box, trim: box }],
      marks: [{ kind: "text", text: footer, at, size: FOOTER.size, anchor: "middle", angle: 0 }],
    },
    number: index + 1,
    total,
  };
}
