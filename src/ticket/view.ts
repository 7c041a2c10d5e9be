/** A ticket, in the words of its language → what its template prints. Words are whole; the template only places them. */
import { type LocalKit, longDate } from "../localise/index.js";
import { counted, DOT, fileView, isDrawn, paperName, stockWords, titleOf } from "./file-view.js";
import { cuttingOf, pilesOf } from "./minutes.js";
import type { Ticket, TicketContent } from "./ticket.js";

/** Lines of titles of two rows each that fit beside a label, on the smallest page. */
const MOST_BESIDE = 24;

/** `label` is the kit in the language that is printed: what stands on the box is for those who open it. */
export function viewOf(ticket: Ticket, local: LocalKit, label: LocalKit): object {
  const { print } = local;
  const { say } = print;
  const { target, boxes } = ticket;
  const hasPlans = ticket.files.some(({ runs }) => runs.some(isDrawn));
  const contents = [
    ...ticket.contents.map((content) => ({
      ...itemOf(content, local),
      total: boxes > 1 && say("ticket-total", { n: (content.loose ?? content.each) * boxes }),
    })),
    ...guidesOf(ticket, print),
  ];
  return {
    title: say("ticket"),
    audience: [say(`ticket-${target}`), paperName(ticket.paper, print)].join(DOT),
    kit: local.plain(local.kit.title),
    edition: [editionOf(ticket, local), languageName(ticket.locale, local)].join(DOT),
    proof: ticket.proof && say("ticket-proof"),
    facts: factsOf(ticket, local),
    scale: say("ticket-scale"),
    rules: [
      say("ticket-scale-how"),
      ...rulerWords(ticket, print),
      say("ticket-once"),
      ...(isHigh(ticket) ? [say("ticket-high")] : []),
      say("ticket-matt"),
    ].join(" "),
    client: target === "shop" && say("ticket-client"),
    legend: [...(hasPlans ? [say("ticket-plan")] : []), ...(isPiled(ticket) ? [say("ticket-stack")] : [])].join(" "),
    files: ticket.files.map((file, index) => fileView(file, index, ticket, local)),
    others: ticket.others.length > 0 && say("ticket-others", { files: { words: print.list(ticket.others) } }),
    box: boxes > 1 ? say("ticket-boxes", { n: boxes }) : say("ticket-box"),
    contents,
    long: contents.length > MOST_BESIDE,
    labelHead: ticket.labels
      ? say("ticket-labels", { n: boxes, file: ticket.labels.name, sheets: ticket.labels.sheets })
      : say("ticket-label"),
    label: boxes === 1 && labelOf(ticket, label),
  };
}

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

function factsOf(ticket: Ticket, local: LocalKit): readonly Fact[] {
  const { files, sheets, faces, cuts, minutes, boxes, stock } = ticket;
  const { print } = local;
  const { say, number } = print;
  return [
    { name: say("ticket-files"), value: number(files.length) },
    { name: say("ticket-copies"), value: number(boxes) },
    { name: say("ticket-sheets"), value: counted(sheets, local).words },
    ...stock.map(({ paper, weight, sheets: count }) => ({
      part: true,
      name: stockWords(paper, weight, print),
      value: counted(count, local).words,
    })),
    ...(["color", "gray"] as const)
      .filter((ink) => faces[ink] > 0)
      .map((ink) => ({ name: say(`ticket-faces-${ink}`), value: counted(faces[ink], local).words })),
    { name: say("ticket-cuts"), value: number(cuts) },
    ...(minutes > 0
      ? [
          {
            name: say(cuttingOf(ticket) === "pile" ? "ticket-guillotine" : "ticket-cutting"),
            value: say("ticket-minutes", { n: minutes }),
          },
        ]
      : []),
  ];
}

const UNITS = {
  deck: "ticket-deck",
  board: "ticket-board",
  matrix: "ticket-matrix",
  sheets: "ticket-handouts",
  poster: "ticket-poster",
  booklet: "ticket-booklet",
} as const;

const itemOf = (content: TicketContent, local: LocalKit) => ({
  title: titleOf(content, local),
  count:
    content.loose === undefined ? unitsOf(content, local.print) : local.print.say("ticket-loose", { n: content.loose }),
});

const unitsOf = ({ kind, each }: TicketContent, { say }: LocalKit["print"]): string => say(UNITS[kind], { n: each });

/** Who does not glue gets the pages that show how along with the rest: one for all boxes. */
function guidesOf({ target, files }: Ticket, { say }: LocalKit["print"]): readonly object[] {
  const guides = files.flatMap(({ runs }) => runs.filter(({ handling }) => handling === "guide"));
  const n = guides.reduce((sum, { count }) => sum + count, 0);
  return target === "shop" && n > 0 ? [{ title: say("ticket-guides"), total: say("ticket-total", { n }) }] : [];
}

/** The first sheet with a ruler is the proof of all. */
function rulerWords({ files }: Ticket, { say }: LocalKit["print"]): readonly string[] {
  const file = files.find(({ ruler }) => ruler);
  return file?.ruler ? [say("ticket-ruler", { n: file.ruler.sheet, file: file.name, length: file.ruler.length })] : [];
}

/** Whether piles are cut into smaller ones, whose order then matters. */
const isPiled = ({ target, files }: Ticket): boolean =>
  target === "shop" &&
  files.some(({ runs }) =>
    runs.some(({ kind, handling, trims }) => kind === "cards" && handling === "cut" && trims.length > 1),
  );

/** Whether any pile to cut is higher than guillotines take. */
const isHigh = ({ target, files }: Ticket): boolean =>
  target === "shop" &&
  files.some(({ runs, weight }) =>
    runs.some(({ handling, count }) => handling === "cut" && pilesOf(count, weight) > 1),
  );

/** What stands on a box. */
export interface Label {
  readonly lang: string;
  readonly dir: LocalKit["direction"];
  readonly kit: string;
  readonly edition: string;
  readonly contents: readonly { readonly title: string; readonly count: string }[];
  /** All that is in it, where that is too much for a line each: then the label is as wide as the page. */
  readonly list: string;
  readonly licence: string;
}

/** What stands on the box: for those who open it, whatever the shop leaves to do. */
export function labelOf(ticket: Ticket, label: LocalKit): Label {
  const contents = ticket.contents.map((content) => ({
    title: titleOf(content, label),
    count: unitsOf(content, label.print),
  }));
  const isLong = contents.length > MOST_BESIDE;
  return {
    lang: label.locale,
    dir: label.direction,
    kit: label.plain(label.kit.title),
    edition: [editionOf(ticket, label), languageName(ticket.locale, label)].join(DOT),
    contents: isLong ? [] : contents,
    list: isLong ? contents.map(({ title, count }) => label.print.name(`${title} (${unbroken(count)})`)).join(DOT) : "",
    licence: label.plain(label.kit.licence),
  };
}

const unbroken = (words: string): string => words.replaceAll(" ", "\u00A0");
