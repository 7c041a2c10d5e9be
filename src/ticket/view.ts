/** A ticket, in the words of its language → what its template prints. Words are whole; the template only places them. */
import { type LocalKit, longDate } from "../localise/index.js";
import { PLOTTER } from "../plan/plotter.js";
import type { FinishedSize, Ticket, TicketContent, TicketFile, TicketRun, TicketWeight } from "./ticket.js";

/** The names of the pictures of a file: its sheet, and the plan of each of its runs. */
export const pictureNames = (folder: string, file: number) => ({
  sheet: `mallette/${folder}-${file}`,
  plan: (run: number): string => `mallette/${folder}-${file}-${run}`,
});

/** Labels on one page, beyond which it is printed again. */
const MOST_LABELS = 6;
/** Lines of titles of two rows each that fit beside a label, on the smallest page. */
const MOST_BESIDE = 24;

/** `label` is the kit in the language that is printed: what stands on the box is for those who open it. */
export function viewOf(ticket: Ticket, local: LocalKit, label: LocalKit): object {
  const { print } = local;
  const { say } = print;
  const { target, boxes } = ticket;
  const isLong = ticket.contents.length > MOST_BESIDE;
  const hasPlans = ticket.files.some(({ runs }) => runs.some(isDrawn));
  return {
    ticket: {
      title: say("ticket"),
      audience: [say(`ticket-${target}`), paperName(ticket.paper, print)].join(DOT),
      kit: local.plain(local.kit.title),
      edition: [editionOf(ticket, local), languageName(ticket.locale, local)].join(DOT),
      proof: ticket.proof && say("ticket-proof"),
      facts: factsOf(ticket, local),
      scale: say("ticket-scale"),
      how: say("ticket-scale-how"),
      once: say("ticket-once"),
      matt: say("ticket-matt"),
      client: target === "shop" && say("ticket-client"),
      legend: [...(hasPlans ? [say("ticket-plan")] : []), ...(isPiled(ticket) ? [say("ticket-stack")] : [])].join(" "),
      files: ticket.files.map((file, index) => fileView(file, index, ticket, local)),
      others: ticket.others.length > 0 && say("ticket-others", { files: { words: print.list(ticket.others) } }),
      box: boxes > 1 ? say("ticket-boxes", { n: boxes }) : say("ticket-box"),
      contents: ticket.contents.map((content) => ({
        ...itemOf(content, local),
        total: boxes > 1 && say("ticket-total", { n: content.each * boxes }),
      })),
      long: isLong,
      single: boxes === 1 && !isLong,
      labels: labelsOf(ticket, local, label),
    },
  };
}

const DOT = " · ";

const editionOf = ({ kit }: Ticket, { print, intl }: LocalKit): string =>
  print.say("ticket-edition", { version: kit.version, date: { words: longDate(kit.date, intl) } });

const languageName = (locale: string, { intl }: LocalKit): string =>
  new Intl.DisplayNames(intl, { type: "language" }).of(locale) ?? locale;

interface Fact {
  /** A share of the line above. */
  readonly part?: boolean;
  readonly name: string;
  readonly value: string;
}

function factsOf({ files, sheets, cuts, minutes, boxes, stock, target }: Ticket, { print }: LocalKit): readonly Fact[] {
  const { say, number } = print;
  return [
    { name: say("ticket-files"), value: number(files.length) },
    { name: say("ticket-copies"), value: number(boxes) },
    { name: say("ticket-sheets"), value: number(sheets) },
    ...stock.map(({ paper, weight, sheets: count }) => ({
      part: true,
      name: stockWords(paper, weight, print),
      value: number(count),
    })),
    { name: say("ticket-cuts"), value: number(cuts) },
    ...(minutes > 0
      ? [
          {
            name: say(target === "shop" ? "ticket-guillotine" : "ticket-cutting"),
            value: say("ticket-minutes", { n: minutes }),
          },
        ]
      : []),
  ];
}

const stockWords = (paper: string, weight: TicketWeight | undefined, print: LocalKit["print"]): string =>
  [paperName(paper, print), ...(weight ? [weightWords(weight, print)] : [])].join(DOT);

/** As people call it: not by the name of the folder. */
export const paperName = (paper: string, print: LocalKit["print"]): string =>
  paper === PLOTTER ? print.say("ticket-roll") : print.name(paper);

const weightWords = ({ least, most }: TicketWeight, { say }: LocalKit["print"]): string =>
  least === most ? say("ticket-weight", { n: most }) : say("ticket-weights", { least, most });

/** Runs in one block, their plans under one another: what follows goes to the next page, if this one is full. */
const RUNS_IN_BLOCK = 3;

function fileView(file: TicketFile, index: number, { folder, target }: Ticket, local: LocalKit): object {
  const { print } = local;
  const { say } = print;
  const names = pictureNames(folder, index);
  const several = file.runs.length > 1;
  const runs = file.runs.map((run, at) => ({
    words: runWords(run, several, target, print),
    stops: stopsOf(run, print),
    plan: isDrawn(run) ? { head: several && sheetsWords(run, print), picture: names.plan(at) } : undefined,
  }));
  const after = [
    ...orderWords(file, local),
    ...afterwards(file, print),
    ...[file.finished, ...(file.finishedToo ?? [])].flatMap((size) => sizeWords(size, print)),
  ];
  const partAt = (from: number): object => {
    const own = runs.slice(from, from + RUNS_IN_BLOCK);
    const isLast = from + RUNS_IN_BLOCK >= runs.length;
    return { runs: own, after: isLast ? after : [], plans: own.flatMap(({ plan }) => plan ?? []) };
  };
  return {
    name: file.name,
    title: file.title,
    sum: [
      say("ticket-pages", { n: file.pages }),
      say("ticket-sum", { n: file.bytes, sum: file.sha256.slice(0, SHOWN_OF_SUM) }),
    ].join(DOT),
    picture: names.sheet,
    facts: [
      {
        name: say("ticket-sheets"),
        value: [
          print.number(file.sheets),
          stockWords(file.paper, file.weight, print),
          // Paper by the metre is as long as the file is.
          ...(file.paper === PLOTTER ? file.runs.map(({ page }) => say("ticket-lengths", page)) : []),
        ].join(DOT),
      },
      { name: say("ticket-printing"), value: [sidesWords(file, print), colorWords(file, print)].join(DOT) },
    ],
    work: say("ticket-work"),
    part: partAt(0),
    more: Array.from({ length: Math.ceil(runs.length / RUNS_IN_BLOCK) - 1 }, (_, i) => partAt((i + 1) * RUNS_IN_BLOCK)),
  };
}

/** Enough to tell a file from the one of yesterday; all of it is in the JSON. */
const SHOWN_OF_SUM = 12;

/** Runs of which a drawing says more than words. */
export const isDrawn = ({ cutCount, folds }: TicketRun): boolean => cutCount + folds.length > 0;

const sidesWords = ({ flip }: TicketFile, { say }: LocalKit["print"]): string =>
  flip ? say(`ticket-${flip}`) : say("ticket-one-side");

const colorWords = ({ color }: TicketFile, { say }: LocalKit["print"]): string =>
  say(color ? "ticket-color" : "ticket-gray");

const sizeWords = ({ width, height, corners }: FinishedSize, { say }: LocalKit["print"]): readonly string[] => [
  say("ticket-size", { width, height }),
  ...(corners === undefined ? [] : [say("ticket-corners", { n: corners })]),
];

/** Decks that share sheets leave the guillotine in one pile. */
function orderWords({ contents }: TicketFile, local: LocalKit): readonly string[] {
  if (contents.length < 2) return [];
  const decks = contents.map((content) => `${titleOf(content, local)} (${local.print.number(content.each)})`);
  return [local.print.say("ticket-order", { list: { words: decks.join(", ") } })];
}

function sheetsWords({ sheets }: TicketRun, print: LocalKit["print"]): string {
  const [[first, last] = [0, 0], ...others] = sheets;
  if (others.length === 0)
    return first === last ? print.say("ticket-sheet", { n: first }) : print.say("ticket-run", { first, last });
  const numbers = sheets.map((stretch) => [...new Set(stretch)].map(print.number).join("–"));
  return print.say("ticket-stretches", { list: { words: print.list(numbers) } });
}

function runWords(run: TicketRun, named: boolean, target: Ticket["target"], print: LocalKit["print"]): string {
  const words = handlingWords(run, target, print);
  return named ? `${sheetsWords(run, print)}${DOT}${words}` : words;
}

function handlingWords(
  { handling, cutCount }: TicketRun,
  target: Ticket["target"],
  { say }: LocalKit["print"],
): string {
  if (handling === "cut") return say(target === "shop" ? "ticket-cut-pile" : "ticket-cut-each", { n: cutCount });
  if (handling === "parts") return say("ticket-parts", { n: cutCount });
  if (handling === "glue" && target === "shop") return say("ticket-glue-shop");
  return say(`ticket-${handling}`);
}

function afterwards({ binding, runs, contents }: TicketFile, { say }: LocalKit["print"]): readonly string[] {
  if (binding) {
    const { part, other, sheets, perSheet, staples } = binding;
    if (part === "cover") return other === undefined ? [] : [say("ticket-wrap", { file: other })];
    const [first = 0, second = 0] = staples;
    const where = { n: sheets, first, second };
    const several = perSheet > 1 ? [say("booklets", { n: perSheet })] : [];
    return [
      ...several,
      other === undefined ? say("ticket-bind", where) : say("ticket-bind-cover", { ...where, file: other }),
    ];
  }
  if (runs.every(({ folds }) => folds.length === 0)) return [];
  return [say(contents.some(({ kind }) => kind === "board") ? "ticket-crease" : "ticket-fold")];
}

/** Whether piles are cut into smaller ones, whose order then matters. */
const isPiled = ({ target, files }: Ticket): boolean =>
  target === "shop" &&
  files.some(({ runs }) =>
    runs.some(({ kind, handling, trims }) => kind === "cards" && handling === "cut" && trims.length > 1),
  );

function stopsOf({ cuts }: TicketRun, print: LocalKit["print"]): readonly object[] {
  const numbered = cuts.map((cut, index) => ({ ...cut, number: print.number(index + 1) }));
  return (["left", "top"] as const).flatMap((from) => {
    const own = numbered.filter((cut) => cut.from === from);
    const stops = own.map(({ number, at }) => ({ number, at: print.number(at) }));
    return own.length > 0 ? [{ from: print.say(`ticket-${from}`), cuts: stops }] : [];
  });
}

const UNITS = {
  deck: "ticket-deck",
  board: "ticket-board",
  matrix: "ticket-matrix",
  sheets: "ticket-handouts",
  poster: "ticket-poster",
  booklet: "ticket-booklet",
} as const;

const itemOf = (content: TicketContent, local: LocalKit): object => ({
  title: titleOf(content, local),
  count: countOf(content, local),
});

const countOf = ({ kind, each }: TicketContent, { print }: LocalKit): string => print.say(UNITS[kind], { n: each });

function titleOf({ component, title }: TicketContent, { kit, plain }: LocalKit): string {
  const own = kit.components.find(({ id }) => id === component);
  return own ? plain(own.title) : title;
}

function labelsOf(ticket: Ticket, { print }: LocalKit, label: LocalKit): object {
  const { boxes, contents } = ticket;
  const one = {
    lang: label.locale,
    dir: label.direction,
    kit: label.plain(label.kit.title),
    edition: [editionOf(ticket, label), languageName(ticket.locale, label)].join(DOT),
    ...(contents.length > MOST_BESIDE
      ? {
          list: contents
            .map((content) => label.print.name(`${titleOf(content, label)} (${countOf(content, label)})`))
            .join(DOT),
        }
      : { contents: contents.map((content) => itemOf(content, label)) }),
    licence: label.plain(label.kit.licence),
  };
  const each = Array.from({ length: Math.min(boxes, MOST_LABELS) }, () => one);
  return {
    head: boxes > MOST_LABELS ? print.say("ticket-labels", { n: boxes }) : print.say("ticket-label"),
    each,
    pairs: Array.from({ length: Math.ceil(each.length / 2) }, (_, row) => each.slice(2 * row, 2 * row + 2)),
  };
}
