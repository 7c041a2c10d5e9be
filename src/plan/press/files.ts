/** Components → the files for a printer who imposes himself: every face once, on a page of its own, one size a file. */
import type { Booklet } from "../../booklet/index.js";
import type { Component, Piece } from "../../content/kit.js";
import type { Diagnostics } from "../../diagnostics/index.js";
import { type PressPiece, pressPages } from "../../impose/index.js";
import { mm, type Pt } from "../../units.js";
import * as words from "../messages.js";
import type { Output } from "../outputs.js";
import { imposePiece, type PlanInput } from "../sizes.js";
import * as say from "./messages.js";
import { type PressProduct, takes } from "./products.js";

/** Pages of a cover of its own, on each end of a booklet. */
const COVER_SIDE = 2;

export interface PressWanted {
  readonly pieces: readonly Component[];
  readonly booklets: readonly Booklet[];
}

/**
 * Plans the files. What the product does not take is reported and has no file: an error where it was asked for by its
 * name, or where nothing is left; of a whole kit, the product chooses.
 */
export function pressOutputs(
  { pieces, booklets }: PressWanted,
  input: PlanInput,
  diagnostics: Diagnostics,
): readonly Output[] {
  const { request, press } = input;
  const copies = Math.max(
    request.copies,
    ...[...pieces, ...booklets.map(({ component }) => component)].map((one) => one.copies),
  );
  if (copies > 1) diagnostics.report(say.copiesAreOrdered(copies));
  const runs = [
    ...pieces.flatMap((component) => runsOf(component, input)),
    ...booklets.flatMap((booklet) => bookletRuns(booklet, input)),
  ];
  const taken = runs.filter((run) => isTaken(run, input));
  // A poster is made for several papers; where the product takes one of them, that one is meant.
  const isMade = (run: Run): boolean => isOfPaper(run) && taken.some(({ component }) => component === run.component);
  const others = runs.filter((run) => !isTaken(run, input) && !isMade(run));
  const wanted = { name: press.name ?? "", trims: press.trims };
  if (others.length > 0 && taken.length > 0 && request.components.length === 0)
    diagnostics.report(say.leftOut(wanted, [...new Set(others.map(({ component }) => component.id))]));
  else if (others.length > 0 && request.components.length === 0)
    diagnostics.report(
      say.nothingTaken(
        wanted,
        others.map(({ pieces }) => pieces[0]!.trim),
      ),
    );
  else
    for (const { component, pieces } of others)
      diagnostics.report(say.wrongTrim(component.at, component.id, pieces[0]!.trim, wanted));
  return taken.filter((run) => hasBleed(run, input, diagnostics)).flatMap((run) => filesOf(run, input));
}

/** Pages of one size that go into one file, or into one of fronts and one of backs. */
interface Run {
  readonly id: string;
  readonly title: string;
  readonly component: Component;
  readonly pieces: readonly PressPiece[];
  readonly hasBacks: boolean;
  /** Name of the format. */
  readonly format: string;
  /** What faces are made for: the paper, where they are as large as that. */
  readonly paper: string;
  readonly booklet?: Booklet | undefined;
}

/** A piece's own copies are pages of a deck; of a handout or a board they are copies to order. */
const pagesOf = (component: Component, piece: Piece): number => (component.kind === "deck" ? piece.copies : 1);

function runsOf(component: Component, input: PlanInput): readonly Run[] {
  const { local, papers, request, hasBack } = input;
  const formats = [...new Set(component.pieces.map(({ format }) => format))];
  return formats.flatMap((format): readonly Run[] => {
    const own = component.pieces.filter((piece) => piece.format === format);
    const isPaper = local.kit.formats.get(format)!.width === "paper";
    const run = (id: string, paper: string): Run => ({
      id,
      title: local.plain(component.title),
      component,
      pieces: own.map((piece) => ({
        ...imposePiece(component, piece, input, papers.get(paper)),
        copies: pagesOf(component, piece),
      })),
      hasBacks: own.some(({ template }) => hasBack(template)),
      format,
      paper,
    });
    const id = formats.length === 1 ? component.id : `${component.id}-${format}`;
    // File names are lower case: some systems do not tell `A4` from `a4`.
    return isPaper ? request.papers.map((paper) => run(`${id}-${paper.toLowerCase()}`, paper)) : [run(id, format)];
  });
}

/** The pages one by one, in reading order; a cover of its own is a product of its own. */
function bookletRuns(booklet: Booklet, { local }: PlanInput): readonly Run[] {
  const { component, pages, hasCover, trim, bleed, safe } = booklet;
  const format = component.pieces[0]!.format;
  const run = (id: string, title: string, shown: Booklet["pages"]): Run => ({
    id,
    title,
    component,
    pieces: shown.map(({ name }) => ({ piece: name, trim, bleed, safe, copies: 1 })),
    hasBacks: false,
    format,
    paper: format,
    booklet,
  });
  const title = local.plain(component.title);
  if (!hasCover) return [run(component.id, title, pages)];
  const cover = [...pages.slice(0, COVER_SIDE), ...pages.slice(-COVER_SIDE)];
  return [
    run(component.id, title, pages.slice(COVER_SIDE, -COVER_SIDE)),
    run(words.coverFile(component.id), local.print.say("cover", { title }), cover),
  ];
}

/** Bleeds that differ by rounding are the same. */
const SLACK: Pt = mm(0.05);

const isOfPaper = ({ format, paper }: Run): boolean => paper !== format;

const isTaken = ({ pieces }: Run, { press }: PlanInput): boolean => takes(press, pieces[0]!.trim);

function hasBleed({ component, pieces, format }: Run, { press }: PlanInput, diagnostics: Diagnostics): boolean {
  const { bleed } = pieces[0]!;
  // What has no bleed at all stays white at its edges: there is nothing to reach beyond the cut.
  if (bleed === 0 || bleed >= press.bleed - SLACK) return true;
  const lack = { component: component.id, format, has: bleed, wanted: press.bleed };
  diagnostics.report(say.shortBleed(component.at, lack));
  return false;
}

const FRONTS = "recto";
const BACKS = "verso";

function filesOf(run: Run, input: PlanInput): readonly Output[] {
  const { local, press } = input;
  const file = (sides: "fronts" | "backs" | "both", suffix = ""): Output => ({
    path: `${folderOf(press)}/${words.fileName(`${run.id}${suffix}`, local)}.pdf`,
    title: run.title,
    target: "press",
    paper: run.paper,
    components: [run.component],
    duplex: "none",
    imposed: pressPages({ pieces: run.pieces, sides, bleed: press.bleed, marks: press.marks, name: run.format }),
    booklet: run.booklet,
  });
  if (!run.hasBacks) return [file("fronts")];
  return press.order === "interleaved" ? [file("both")] : [file("fronts", `-${FRONTS}`), file("backs", `-${BACKS}`)];
}

const folderOf = ({ name }: PressProduct): string => (name === undefined ? "press" : `press-${name}`);
