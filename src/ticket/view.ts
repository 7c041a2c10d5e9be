/** A ticket, in the words of its language → what its template prints. Words are whole; the template only places them. */
import { type LocalKit, longDate } from "../localise/index.js";
import type { Mm } from "../units.js";
import type { Ticket, TicketContent, TicketFile, TicketRun, TicketWeight } from "./ticket.js";

/** The names of the pictures of a file: its sheet, and the plan of each of its runs. */
export const pictureNames = (folder: string, file: number) => ({
  sheet: `mallette/${folder}-${file}`,
  plan: (run: number): string => `mallette/${folder}-${file}-${run}`,
});

/** Labels on one page, beyond which it is printed again. */
const MOST_LABELS = 6;

/** `label` is the kit in the language that is printed: what stands on the box is for those who open it. */
export function viewOf(ticket: Ticket, local: LocalKit, label: LocalKit): object {
  const { print } = local;
  const { say } = print;
  const { target, boxes } = ticket;
  const hasPlans = ticket.files.some(({ runs }) => runs.some(isDrawn));
  return {
    ticket: {
      title: `${say("ticket")} ${say(`ticket-${target}`)}`,
      kit: local.plain(local.kit.title),
      edition: [editionOf(ticket, local), languageName(ticket.locale, local)].join(DOT),
      proof: ticket.proof && say("ticket-proof"),
      facts: factsOf(ticket, local),
      scale: say("ticket-scale"),
      how: say("ticket-scale-how"),
      once: say("ticket-once"),
      plan: hasPlans && say("ticket-plan"),
      files: ticket.files.map((file, index) => fileView(file, index, ticket, local)),
      others: ticket.others.length > 0 && say("ticket-others", { files: { words: print.list(ticket.others) } }),
      box: boxes > 1 ? say("ticket-boxes", { n: boxes }) : say("ticket-box"),
      contents: ticket.contents.map((content) => ({
        ...itemOf(content, local),
        total: boxes > 1 && say("ticket-total", { n: content.each * boxes }),
      })),
      single: boxes === 1,
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
  [print.name(paper), ...(weight ? [weightWords(weight, print)] : [])].join(DOT);

const weightWords = ({ least, most }: TicketWeight, { say }: LocalKit["print"]): string =>
  least === most ? say("ticket-weight", { n: most }) : say("ticket-weights", { least, most });

function fileView(file: TicketFile, index: number, { folder, target }: Ticket, local: LocalKit): object {
  const { print } = local;
  const { say } = print;
  const names = pictureNames(folder, index);
  const several = file.runs.length > 1;
  return {
    name: file.name,
    title: file.title,
    picture: names.sheet,
    facts: [
      {
        name: say("ticket-sheets"),
        values: [`${print.number(file.sheets)} (${say("ticket-pages", { n: file.pages })})`],
      },
      { name: say("ticket-paper"), values: [stockWords(file.paper, file.weight, print)] },
      { name: say("ticket-printing"), values: [[sidesWords(file, print), colorWords(file, print)].join(DOT)] },
      { name: say("ticket-finished"), values: [sizeWords(file.finished, print)] },
      { name: say("ticket-work"), values: workWords(file, target, print) },
      {
        name: say("ticket-check"),
        values: [say("ticket-sum", { n: file.bytes, sum: file.sha256.slice(0, SHOWN_OF_SUM) })],
      },
    ],
    plans: file.runs.flatMap((run, at) =>
      isDrawn(run)
        ? [{ head: several && sheetsWords(run, print), picture: names.plan(at), stops: stopsOf(run, print) }]
        : [],
    ),
  };
}

/** Enough to tell a file from the one of yesterday; all of it is in the JSON. */
const SHOWN_OF_SUM = 12;

/** Runs of which a drawing says more than words. */
export const isDrawn = ({ cuts, folds }: TicketRun): boolean => cuts.length + folds.length > 0;

const sidesWords = ({ flip }: TicketFile, { say }: LocalKit["print"]): string =>
  flip ? say(`ticket-${flip}`) : say("ticket-one-side");

const colorWords = ({ color }: TicketFile, { say }: LocalKit["print"]): string =>
  say(color ? "ticket-color" : "ticket-gray");

const sizeWords = ({ width, height }: { width: Mm; height: Mm }, { say }: LocalKit["print"]): string =>
  say("ticket-size", { width, height });

function sheetsWords({ sheets }: TicketRun, print: LocalKit["print"]): string {
  const words = sheets.map(([first, last]) =>
    first === last ? print.say("ticket-sheet", { n: first }) : print.say("ticket-run", { first, last }),
  );
  return words.join(", ");
}

function workWords(file: TicketFile, target: Ticket["target"], print: LocalKit["print"]): readonly string[] {
  const several = file.runs.length > 1;
  const runs = file.runs.map((run) => {
    const words = handlingWords(run, target, print);
    return several ? `${sheetsWords(run, print)}${DOT}${words}` : words;
  });
  return [...runs, ...afterwards(file, target, print)];
}

function handlingWords({ handling, cuts }: TicketRun, target: Ticket["target"], { say }: LocalKit["print"]): string {
  if (handling === "cut") return say(target === "shop" ? "ticket-cut-pile" : "ticket-cut-each", { n: cuts.length });
  return say(`ticket-${handling}`);
}

function afterwards(file: TicketFile, target: Ticket["target"], { say, name }: LocalKit["print"]): readonly string[] {
  const { binding, runs, contents } = file;
  if (binding) {
    const { part, other, sheets, staples } = binding;
    if (part === "cover") return other === undefined ? [] : [say("ticket-wrap", { file: other })];
    const [first = 0, second = 0] = staples;
    const where = { n: sheets, first, second };
    return [
      other === undefined ? say("ticket-bind", where) : say("ticket-bind-cover", { ...where, file: name(other) }),
    ];
  }
  const isFolded = runs.some(({ folds }) => folds.length > 0);
  const isStacked = target === "shop" && contents.some(({ kind }) => kind === "deck" || kind === "sheets");
  const isPiled = isStacked && runs.some(({ handling, trims }) => handling === "cut" && trims.length > 1);
  return [
    ...(isPiled ? [say("ticket-stack")] : []),
    ...(isFolded ? [say(contents.some(({ kind }) => kind === "board") ? "ticket-crease" : "ticket-fold")] : []),
  ];
}

function stopsOf({ cuts }: TicketRun, print: LocalKit["print"]): readonly object[] {
  const numbered = cuts.map((cut, index) => ({ ...cut, number: print.number(index + 1) }));
  return (["left", "top"] as const).flatMap((from) => {
    const own = numbered.filter((cut) => cut.from === from);
    const stops = own.map(({ number, at }) => ({ number, at: `\u00A0${print.number(at)}` }));
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

const itemOf = ({ component, title, kind, each }: TicketContent, local: LocalKit): object => {
  const own = local.kit.components.find(({ id }) => id === component);
  return { title: own ? local.plain(own.title) : title, count: local.print.say(UNITS[kind], { n: each }) };
};

function labelsOf(ticket: Ticket, { print }: LocalKit, label: LocalKit): object {
  const { boxes, contents } = ticket;
  const one = {
    lang: label.locale,
    dir: label.direction,
    kit: label.plain(label.kit.title),
    edition: [editionOf(ticket, label), languageName(ticket.locale, label)].join(DOT),
    contents: contents.map((content) => itemOf(content, label)),
    licence: label.plain(label.kit.licence),
  };
  const each = Array.from({ length: Math.min(boxes, MOST_LABELS) }, () => one);
  return {
    head: boxes > MOST_LABELS ? print.say("ticket-labels", { n: boxes }) : print.say("ticket-label"),
    each,
    pairs: Array.from({ length: Math.ceil(each.length / 2) }, (_, row) => each.slice(2 * row, 2 * row + 2)),
  };
}
