/** The files of one folder → its ticket: what was just made, and what an earlier build left there and told of. */
import type { ManifestFile } from "../deliver/index.js";
import type { LocalKit } from "../localise/index.js";
import { nameOf } from "./file.js";
import { TICKET_SCHEMA, type Ticket, type TicketContent, type TicketFile } from "./ticket.js";

export interface Order {
  /** `shop-A4` */
  readonly folder: string;
  /** Files that this build made, in the order of the kit. */
  readonly fresh: readonly TicketFile[];
  /** Files that will lie in the folder beside them: a build of one component leaves the others. */
  readonly left: readonly ManifestFile[];
  /** What the ticket of before says. */
  readonly before: Ticket | undefined;
}

/** `local` is the kit in the language of the ticket, `printed` in the one of its pieces. */
export function ticketOf({ folder, fresh, left, before }: Order, local: LocalKit, printed: LocalKit): Ticket {
  const { kit, plain } = local;
  const known = new Map(before?.files.map((file) => [file.sha256, file]));
  const kept = left.flatMap(({ path, sha256 }) => {
    const file = known.get(sha256);
    return file && file.name === nameOf(path) ? [file] : [];
  });
  const files = inOrder(
    [...fresh, ...kept],
    kit.components.map(({ id }) => id),
  );
  const names = new Set(files.map(({ name }) => name));
  const sum = (of: (file: TicketFile) => number): number => files.reduce((total, file) => total + of(file), 0);
  return {
    schema: TICKET_SCHEMA,
    kit: { id: kit.id, title: plain(kit.title), version: kit.version, date: kit.date },
    locale: printed.locale,
    proof: printed.proof !== undefined,
    folder,
    target: folder.startsWith("home-") ? "home" : "shop",
    paper: folder.slice(folder.indexOf("-") + 1),
    scale: 100,
    files,
    sheets: sum(({ sheets }) => sheets),
    faces: {
      color: sum(({ color, faces }) => (color ? faces : 0)),
      gray: sum(({ color, faces }) => (color ? 0 : faces)),
    },
    cuts: sum(({ cuts }) => cuts),
    minutes: sum(({ minutes }) => minutes),
    stock: stockOf(files),
    contents: contentsOf(files),
    boxes: Math.min(...files.map(({ copies }) => copies)),
    others: left.map(({ path }) => nameOf(path)).filter((name) => !names.has(name)),
  };
}

/** As the kit names its components: a file made later takes the place of its kind. */
function inOrder(files: readonly TicketFile[], components: readonly string[]): readonly TicketFile[] {
  const placeOf = ({ contents, binding }: TicketFile): number => {
    const [first] = contents;
    const other = binding?.part === "cover" ? files.find(({ name }) => name === binding.other)?.contents[0] : undefined;
    const place = components.indexOf((first ?? other)?.component ?? "");
    return (place < 0 ? components.length : place) + (first ? 0 : 0.5);
  };
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function stockOf(files: readonly TicketFile[]): Ticket["stock"] {
  const found = new Map<string, Ticket["stock"][number]>();
  for (const { paper, weight, sheets } of files) {
    const key = `${paper} ${weight?.least} ${weight?.most}`;
    const known = found.get(key);
    found.set(key, { paper, ...(weight && { weight }), sheets: sheets + (known?.sheets ?? 0) });
  }
  return [...found.values()];
}

/** Each component once: some come in two files. */
function contentsOf(files: readonly TicketFile[]): readonly TicketContent[] {
  const found = new Map(files.flatMap(({ contents }) => contents.map((one) => [one.component, one] as const)));
  return [...found.values()];
}
