/** A booklet that is laid out → its files: folded sheets, the cover's sheet, pages to read on the screen and two by two. */
import type { Booklet, BookletPage } from "../booklet/index.js";
import {
  type BookPage,
  type FlipEdge,
  type Imposition,
  type Paper,
  saddle,
  singles,
  spreads,
  TARGETS,
} from "../impose/index.js";
import type { LocalKit } from "../localise/index.js";
import type { Pt } from "../units.js";
import { saddleWords } from "./labels.js";
import * as say from "./messages.js";
import type { Output } from "./outputs.js";
import { bookletReprint } from "./reprint-booklet.js";
import type { Place, PlanInput } from "./sizes.js";

/** A file of a booklet before it is known whether its pages fit the paper. */
export interface BookletPlan {
  readonly output: Omit<Output, "imposed">;
  readonly imposition: Imposition;
}

/** Pages of a cover of its own, on each end of the booklet. */
const COVER_SIDE = 2;

/** A paper much larger than two pages is for folding, not for reading. */
const LARGEST_FOR_READING = 1.6;

/** What a printer makes of a booklet on one paper. */
export function bookletPlans(booklet: Booklet, input: PlanInput, place: Place): readonly BookletPlan[] {
  const { pages, hasCover } = booklet;
  const inside = hasCover ? pages.slice(COVER_SIDE, -COVER_SIDE) : pages;
  const cover = hasCover ? [...pages.slice(0, COVER_SIDE), ...pages.slice(-COVER_SIDE)] : [];
  const again = input.reprint && bookletReprint(booklet, input.reprint);
  return [
    ...(again && again.inside.length === 0 ? [] : [sewn(booklet, inside, input, place)]),
    ...(hasCover && (again?.cover ?? true) ? [coverOf(booklet, cover, input, place)] : []),
  ];
}

/** To read: the pages one by one, with everything that leads through them; and two by two on paper. */
export function readingPlans(booklet: Booklet, input: PlanInput): readonly BookletPlan[] {
  const { trim } = booklet;
  const papers = input.request.papers.map((name) => input.papers.get(name)!);
  const suits = ({ width, height }: Paper): boolean =>
    width * height < LARGEST_FOR_READING * 2 * trim.width * trim.height;
  return [onScreen(booklet, input), ...papers.filter(suits).map((paper) => twoByTwo(booklet, input, paper))];
}

function onScreen(booklet: Booklet, { local }: PlanInput): BookletPlan {
  const { component, pages } = booklet;
  const format = component.pieces[0]!.format;
  return {
    output: {
      ...nameOf(booklet, local),
      path: `screen-${format}/${say.fileName(component.id, local)}.pdf`,
      target: "screen",
      paper: format,
      duplex: "none",
      booklet,
      pageByPage: true,
    },
    imposition: singles({ pages: pages.map(bookPage(booklet)), name: format }),
  };
}

const nameOf = ({ component }: Booklet, local: LocalKit) => ({
  title: local.plain(component.title),
  components: [component],
});

const bookPage =
  ({ trim, bleed, safe }: Booklet) =>
  ({ name, label }: BookletPage): BookPage => ({ piece: name, trim, bleed, safe, folio: label });

/** Booklets are always printed on both sides; a request for anything else means the usual turn. */
function flipOf({ component }: Booklet, { request }: PlanInput): FlipEdge {
  const wanted = request.duplex ?? component.duplex;
  return wanted === "short-edge" ? "short-edge" : "long-edge";
}

function sewn(booklet: Booklet, pages: readonly BookletPage[], input: PlanInput, place: Place): BookletPlan {
  const { component, hasCover } = booklet;
  const thickness = component.binding!.thickness;
  const wrapped = hasCover ? thickness : 0;
  const again = input.reprint && bookletReprint(booklet, input.reprint).inside;
  const only = again === "all" ? undefined : again;
  return {
    output: {
      ...nameOf(booklet, input.local),
      path: `${place.folder}/${say.fileName(component.id, input.local)}.pdf`,
      target: place.target,
      paper: place.paper.name,
      duplex: flipOf(booklet, input),
      booklet,
      folded: only,
    },
    imposition: saddleOf(booklet, pages, { thickness, wrapped, id: component.id, only }, { input, place }),
  };
}

function coverOf(booklet: Booklet, pages: readonly BookletPage[], input: PlanInput, place: Place): BookletPlan {
  const { component } = booklet;
  const id = say.coverFile(component.id);
  return {
    output: {
      ...nameOf(booklet, input.local),
      title: input.local.print.say("cover", { title: input.local.plain(component.title) }),
      path: `${place.folder}/${say.fileName(id, input.local)}.pdf`,
      target: place.target,
      paper: place.paper.name,
      duplex: flipOf(booklet, input),
      booklet,
      isCover: true,
    },
    imposition: saddleOf(booklet, pages, { thickness: 0, wrapped: 0, id }, { input, place }),
  };
}

interface Folding {
  readonly thickness: Pt;
  readonly wrapped: Pt;
  readonly id: string;
  /** Numbers of the sheets to print; absent for all. */
  readonly only?: readonly number[] | undefined;
}

interface Job {
  readonly input: PlanInput;
  readonly place: Place;
}

function saddleOf(
  booklet: Booklet,
  pages: readonly BookletPage[],
  { thickness, wrapped, id, only }: Folding,
  { input, place }: Job,
): Imposition {
  const { local, request } = input;
  return saddle({
    pages: pages.map(bookPage(booklet)),
    paper: place.paper,
    target: place.rules,
    duplex: flipOf(booklet, input),
    copies: request.copies * booklet.component.copies,
    thickness,
    wrapped,
    only,
    direction: local.direction,
    label: saddleWords(id, local),
  });
}

/** Two pages are larger than some papers: those simply have no such file. */
function twoByTwo(booklet: Booklet, { local }: PlanInput, paper: Paper): BookletPlan {
  const { component, pages } = booklet;
  return {
    output: {
      ...nameOf(booklet, local),
      path: `screen-${paper.name}/${say.fileName(component.id, local)}.pdf`,
      target: "screen",
      paper: paper.name,
      duplex: "none",
      booklet,
    },
    imposition: spreads({
      pages: pages.map(bookPage(booklet)),
      paper,
      target: TARGETS.home,
      direction: local.direction,
    }),
  };
}
