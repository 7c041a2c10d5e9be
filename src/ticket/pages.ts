/** A template filled in → running text on pages with a footer, as a PDF: how tickets and labels are drawn. */
import { composeOwn, type OwnTemplate } from "../compose/index.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { Face, FaceMaker } from "../faces/index.js";
import { PAPERS, type Paper, type Sheet } from "../impose/index.js";
import { frameHash } from "../layout/frame-hash.js";
import type { FacePage } from "../layout/index.js";
import type { LocalKit } from "../localise/index.js";
import { breath } from "../production/breath.js";
import { createLabelSetter, textFace } from "../production/labels.js";
import type { Renderer } from "../render/index.js";
import type { Shaper } from "../text/index.js";
import { mm } from "../units.js";
import { paperName } from "./file-view.js";
import { TICKET_NAME } from "./names.js";
import { STYLES } from "./template.js";
import type { Ticket } from "./ticket.js";

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

/** What the pages show. */
export interface Filled {
  readonly template: OwnTemplate;
  readonly values: object;
}

/** As office printers leave, and a little more to write in. */
const MARGIN = { side: mm(12), top: mm(11), foot: mm(14) } as const;
const FOOTER = { size: 8, above: mm(7) } as const;

/** Where people print on Letter, a ticket on A4 would be cut off at its foot. */
const AMERICAN: readonly string[] = ["Letter", "Legal", "Tabloid"];

const paperFor = ({ paper }: Ticket): Paper => PAPERS.get(AMERICAN.includes(paper) ? "Letter" : "A4")!;

/** The pages of an order's paper that the text takes. */
export function layOutPages({ template, values }: Filled, ticket: Ticket, tools: DrawTools): readonly FacePage[] {
  const { local, maker, diagnostics } = tools;
  const { bench } = maker;
  const paper = paperFor(ticket);
  const markup = composeOwn(template, values, local, diagnostics);
  const styled = bench.styleOwn(markup, STYLES, paper);
  const room = { width: paper.width - 2 * MARGIN.side, height: paper.height - MARGIN.top - MARGIN.foot };
  const name = { piece: `${TICKET_NAME}/${ticket.folder}`, side: "front", locale: local.locale } as const;
  return bench.layouter.layOutFlow(styled, { name, ...room }, diagnostics).map(({ items }): FacePage => {
    const text = { kind: "frame", at: { x: MARGIN.side, y: MARGIN.top }, frame: { size: room, items } } as const;
    const trim = { width: paper.width, height: paper.height };
    return { frame: { size: trim, items: [text] }, trim, bleed: 0, radius: 0 };
  });
}

export interface Titled {
  readonly ticket: Ticket;
  /** What the pages are: it stands at the foot of each. */
  readonly title: string;
}

/** Draws pages; `write` is given the PDF. */
export async function drawPages(
  pages: readonly FacePage[],
  { ticket, title }: Titled,
  tools: DrawTools,
  write: (chunk: Uint8Array) => void,
): Promise<void> {
  const { local, maker, printed, shaper, renderer } = tools;
  const { kit, print, direction } = local;
  const paper = paperFor(ticket);
  const faces = pages.map((page): Face => ({ key: frameHash(page), page, codes: [], texts: [] }));
  const footer = (number: number): string =>
    [title, paperName(ticket.paper, print), print.say("sheet", { n: number, total: pages.length }), kitName(ticket)]
      .map(print.name)
      .concat(printed.proof ?? [])
      .join(" · ");
  const document = {
    info: {
      title: `${local.plain(kit.title)} – ${title} – ${ticket.folder}`,
      author: local.plain(kit.author),
      subject: local.plain(kit.licence),
      lang: local.locale,
      direction,
      date: kit.date,
      creator: "mallette",
      duplex: "none" as const,
    },
    sheets: pages.map((_, index) => sheetOf(paper, index, pages.length, footer(index + 1))),
    pause: breath,
    face: ({ piece }: { readonly piece: string }) => faces[Number(piece.split("/")[1])]!,
    label: createLabelSetter(textFace(kit), { fonts: maker.fonts, shaper, lang: local.locale, direction }),
  };
  await renderer.render(document, write);
}

const kitName = ({ kit: { id, version } }: Ticket): string => `${id} v${version}`;

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
