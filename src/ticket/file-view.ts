/** A file of a ticket, in the words of its language → what its part of the template prints. */
import type { LocalKit } from "../localise/index.js";
import { PLOTTER } from "../plan/plotter.js";
import { type Cutting, cuttingOf } from "./minutes.js";
import type { Ticket, TicketContent, TicketFile, TicketForeEdge, TicketRun, TicketWeight } from "./ticket.js";

/** The names of the pictures of a file: its sheet, and the plan of each of its runs. */
export const pictureNames = (folder: string, file: number) => ({
  sheet: `mallette/${folder}-${file}`,
  plan: (run: number): string => `mallette/${folder}-${file}-${run}`,
});

/** Between facts that stand on one line; no line begins with it. */
export const DOT = "\u00A0· ";

/** Numbers that may be long, in groups of digits as the language has them. */
export const counted = (value: number, { intl }: LocalKit): { readonly words: string } => ({
  words: new Intl.NumberFormat(intl).format(value),
});

export const stockWords = (paper: string, weight: TicketWeight | undefined, print: LocalKit["print"]): string =>
  [paperName(paper, print), ...(weight ? [weightWords(weight, print)] : [])].join(DOT);

/** As people call it: not by the name of the folder. */
export const paperName = (paper: string, print: LocalKit["print"]): string =>
  paper === PLOTTER ? print.say("ticket-roll") : print.name(paper);

const weightWords = ({ least, most }: TicketWeight, { say }: LocalKit["print"]): string =>
  least === most ? say("ticket-weight", { n: most }) : say("ticket-weights", { least, most });

/** Runs in one block, their plans under one another: what follows goes to the next page, if this one is full. */
const RUNS_IN_BLOCK = 3;

export function fileView(file: TicketFile, index: number, ticket: Ticket, local: LocalKit): object {
  const { print } = local;
  const { say } = print;
  const names = pictureNames(ticket.folder, index);
  const after = [...orderWords(file, local), ...shareWords(file, print), ...afterwards(file, print)];
  const size = { name: say("ticket-size"), lines: sizesWords(file, print) };
  return {
    blocks: Array.from({ length: Math.ceil(file.runs.length / RUNS_IN_BLOCK) }, (_, block) => {
      const from = block * RUNS_IN_BLOCK;
      const isFirst = block === 0;
      const isLast = from + RUNS_IN_BLOCK >= file.runs.length;
      const { runs, plans } = workView(file, from, ticket, print);
      return {
        name: file.name,
        head: isFirst && { picture: names.sheet, ...headOf(file, local) },
        work: { name: isFirst ? say("ticket-work") : "", runs, after: isLast ? after : [] },
        size: isLast && size,
        plans: plans.map(({ head, at }) => ({ head, picture: names.plan(at) })),
      };
    }),
  };
}

/** What a file is, whatever is done with it. */
function headOf(file: TicketFile, local: LocalKit): object {
  const { print } = local;
  const { say } = print;
  return {
    name: file.name,
    title: file.title,
    sum: [
      say("ticket-pages", { n: counted(file.pages, local) }),
      say("ticket-within", { n: file.copies }),
      say("ticket-sum", { n: counted(file.bytes, local), sum: file.sha256.slice(0, SHOWN_OF_SUM) }),
    ].join(DOT),
    facts: [
      {
        name: say("ticket-sheets"),
        lines: [
          [
            counted(file.sheets, local).words,
            say("ticket-faces", { n: counted(file.faces, local) }),
            stockWords(file.paper, file.weight, print),
            // Paper by the metre is as long as the file is.
            ...(file.paper === PLOTTER ? file.runs.map(({ page }) => say("ticket-lengths", page)) : []),
          ].join(DOT),
        ],
      },
      {
        name: say("ticket-printing"),
        lines: [
          [sidesWords(file, print), colorWords(file, print)].join(DOT),
          ...(file.binding ? [say("ticket-imposed")] : []),
        ],
      },
    ],
  };
}

/** The runs of a block, the first of them at `from`, and the plans of those that are drawn: a block stands for itself. */
function workView(file: TicketFile, from: number, { target }: Ticket, print: LocalKit["print"]) {
  const several = file.runs.length > 1;
  const cutting = cuttingOf({ target, paper: file.paper });
  const own = file.runs.slice(from, from + RUNS_IN_BLOCK);
  return {
    runs: own
      .map((run, at) => ({
        words: runWords(run, { named: several, target, cutting }, print),
        // Told once, after all that are cut alike.
        stops: own.slice(at + 1).some((later) => isCutAlike(run, later)) ? [] : stopsOf(run, print),
      }))
      .filter(({ words }) => words !== ""),
    plans: own.flatMap((run, at) => {
      const alike = own.filter((other) => isCutAlike(run, other));
      if (!isDrawn(run) || alike[0] !== run) return [];
      const sheets = alike.flatMap((other) => other.sheets);
      return [{ head: several && sheetsWords({ ...run, sheets }, print), at: from + at }];
    }),
  };
}

/** Enough to tell a file from the one of yesterday; all of it is in the JSON. */
const SHOWN_OF_SUM = 12;

/** Whether one plan shows how both are cut: sheets of answers are cut as the cards are. */
const isCutAlike = (one: TicketRun, other: TicketRun): boolean => linesOf(one) === linesOf(other);

const linesOf = ({ handling, page, cuts, folds, staples, trims }: TicketRun): string =>
  JSON.stringify([handling, page, cuts, folds, staples, handling === "parts" ? trims : []]);

/** Runs of which a drawing says more than words. */
export const isDrawn = ({ cutCount, folds }: TicketRun): boolean => cutCount + folds.length > 0;

const sidesWords = ({ flip }: TicketFile, { say }: LocalKit["print"]): string =>
  flip ? say(`ticket-${flip}`) : say("ticket-one-side");

const colorWords = ({ color }: TicketFile, { say }: LocalKit["print"]): string =>
  say(color ? "ticket-color" : "ticket-gray");

/** A line for all that have the same corners. */
function sizesWords({ finished, finishedToo = [] }: TicketFile, { say, list }: LocalKit["print"]): readonly string[] {
  const sizes = [finished, ...finishedToo];
  return [...new Set(sizes.map(({ corners }) => corners))].map((corners) => {
    const alike = sizes.filter((size) => size.corners === corners);
    return [
      list(alike.map(({ width, height }) => say("ticket-lengths", { width, height }))),
      ...(corners === undefined ? [] : [say("ticket-corners", { n: corners })]),
    ].join(DOT);
  });
}

/** Decks that share sheets leave the guillotine in one pile. */
function orderWords({ contents }: TicketFile, local: LocalKit): readonly string[] {
  if (contents.length < 2) return [];
  const decks = contents.map((content) => `${titleOf(content, local)} (${local.print.number(content.each)})`);
  return [local.print.say("ticket-order", { list: { words: decks.join(", ") } })];
}

/** How a pile becomes one for each box: kits follow one another, only matrices come in all their copies at once. */
function shareWords({ contents, copies, runs, binding }: TicketFile, { say }: LocalKit["print"]): readonly string[] {
  const own = runs.filter(({ handling }) => handling !== "guide");
  // Booklets are told sheet by sheet; what parts and machines leave lies in no one pile.
  if (copies < 2 || binding || own.some(({ handling }) => handling === "parts" || handling === "machine")) return [];
  const pieces = contents.reduce((sum, { each }) => sum + each, 0);
  if (contents.some(({ kind }) => kind === "matrix") && pieces > 1) return [say("ticket-share-each", { n: copies })];
  const isPanel = contents.some(({ kind }) => kind === "board" || kind === "matrix");
  const each = isPanel ? own.reduce((sum, { count }) => sum + count, 0) / copies : pieces;
  return each > 1 ? [say("ticket-share", { n: copies, each })] : [];
}

function sheetsWords({ sheets }: TicketRun, print: LocalKit["print"]): string {
  const [[first, last] = [0, 0], ...others] = sheets;
  if (others.length === 0)
    return first === last ? print.say("ticket-sheet", { n: first }) : print.say("ticket-run", { first, last });
  const numbers = sheets.map((stretch) => [...new Set(stretch)].map(print.number).join("–"));
  return print.say("ticket-stretches", { list: { words: print.list(numbers) } });
}

interface Worked {
  /** Whether its sheets must be told from others of the file. */
  readonly named: boolean;
  readonly target: Ticket["target"];
  readonly cutting: Cutting;
}

function runWords(run: TicketRun, worked: Worked, print: LocalKit["print"]): string {
  const answers = run.kind === "answers" ? [print.say("answers")] : [];
  const words = [...answers, handlingWords(run, worked, print)];
  return (worked.named ? [sheetsWords(run, print), ...words] : words).filter((part) => part !== "").join(DOT);
}

function handlingWords(
  { handling, cutCount, folds }: TicketRun,
  { target, cutting }: Worked,
  { say }: LocalKit["print"],
): string {
  if (handling === "cut") return say(`ticket-cut-${cutting}`, { n: cutCount });
  if (handling === "parts") return say("ticket-parts", { n: cutCount });
  // To fold is work, too.
  if (handling === "keep" && folds.length > 0) return "";
  if (handling === "glue" && target === "shop") return say("ticket-glue-shop");
  return say(`ticket-${handling}`);
}

function afterwards({ binding, runs, contents, copies }: TicketFile, { say }: LocalKit["print"]): readonly string[] {
  if (binding) {
    const { part, other, sheets, perSheet, staples, foreEdge, made } = binding;
    if (part === "cover") return other === undefined ? [] : [say("ticket-wrap", { file: other })];
    const [first = 0, second = 0] = staples;
    const where = { n: sheets, first, second };
    const several = perSheet > 1 ? [say("booklets", { n: perSheet })] : [];
    const wanted = copies * contents.reduce((sum, { each }) => sum + each, 0);
    return [
      [...several, ...(made > wanted ? [say("ticket-spare", { n: made, spare: made - wanted })] : [])].join(DOT),
      other === undefined ? say("ticket-bind", where) : say("ticket-bind-cover", { ...where, file: other }),
      ...(foreEdge ? foreEdgeWords(foreEdge, say) : []),
    ].filter((words) => words !== "");
  }
  if (runs.every(({ folds }) => folds.length === 0)) return [];
  return [say(contents.some(({ kind }) => kind === "board") ? "ticket-crease" : "ticket-fold")];
}

/** A few sheets stand out by less than anybody sees. */
const SEEN_MM = 0.3;

function foreEdgeWords({ at, needed, over }: TicketForeEdge, say: LocalKit["print"]["say"]): readonly string[] {
  if (needed) return [say("ticket-fore-edge", { n: at })];
  return over > SEEN_MM ? [say("ticket-creep", { n: at, over })] : [];
}

function stopsOf({ cuts }: TicketRun, print: LocalKit["print"]): readonly object[] {
  const numbered = cuts.map((cut, index) => ({ ...cut, number: print.number(index + 1) }));
  return (["left", "top"] as const).flatMap((from) => {
    const own = numbered.filter((cut) => cut.from === from);
    const stops = own.map(({ number, at }) => ({ number, at: print.number(at) }));
    return own.length > 0 ? [{ from: print.say(`ticket-${from}`), cuts: stops }] : [];
  });
}

/** As the kit calls it in the language of the ticket. */
export function titleOf({ component, title }: TicketContent, { kit, plain }: LocalKit): string {
  const own = kit.components.find(({ id }) => id === component);
  return own ? plain(own.title) : title;
}
