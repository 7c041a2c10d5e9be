/**
 * Job tickets: the files of an order → what a shop must know of them, as a PDF to read at the counter and as JSON.
 *
 *     watch    faces as they are drawn: coloured or not, those of the sheet to show
 *     file     planned output + finished file → `TicketFile`; `runs` (cuts in order), `minutes` (an estimate)
 *     order    files of one folder → `Ticket`; `store` reads back what an earlier build told of files that stay
 *     draw     `Ticket` → `view` (its words) → template → running text → `pages`, with `pictures` of sheets and plans
 *     labels   those of many boxes, in a file of their own
 *     archive  all of it in one file to send
 */
import type { Delivery, Manifest, ManifestFile, ManifestOrder, WrittenFile } from "../deliver/index.js";
import { fileSum } from "../deliver/index.js";
import type { Output } from "../plan/outputs.js";
import { archiveName, archiveOf } from "./archive.js";
import { drawTicket } from "./draw.js";
import { nameOf, ticketFile } from "./file.js";
import { drawLabels, layOutLabels } from "./labels.js";
import { labelsName, ticketPath } from "./names.js";
import { ticketOf } from "./order.js";
import type { DrawTools } from "./pages.js";
import { readTicket, ticketText } from "./store.js";
import type { Ticket } from "./ticket.js";
import type { FaceWatch } from "./watch.js";

export { openReader } from "./reader.js";
export type { Ticket } from "./ticket.js";
export { type FaceWatch, watchFaces } from "./watch.js";

export interface TicketTools extends DrawTools {
  readonly watch: FaceWatch;
  /** Absent when nothing is written: tickets are drawn all the same, for what they report. */
  readonly delivery: Delivery | undefined;
  /** Copies of all files that were made. */
  readonly copies: number;
  /** Whether each order is packed into an archive. */
  readonly zip: boolean;
}

export interface MadeFiles {
  readonly outputs: readonly Output[];
  readonly manifest: Manifest;
  /** Files of earlier builds that will lie beside them. */
  readonly left: readonly ManifestFile[];
}

type Placed = Pick<WrittenFile, "path">;

/** Writes the ticket of every folder that was made, and says which files are theirs. */
export async function makeTickets(
  { outputs, manifest, left }: MadeFiles,
  tools: TicketTools,
): Promise<readonly ManifestOrder[]> {
  const orders: ManifestOrder[] = [];
  for (const folder of new Set(outputs.filter(isOrdered).map(folderOf))) {
    const own = outputs.filter((output) => folderOf(output) === folder);
    orders.push(await makeOrder(folder, { outputs: own, manifest, left: left.filter(inFolder(folder)) }, tools));
  }
  return orders;
}

const folderOf = ({ path }: Output): string => path.slice(0, path.indexOf("/"));
const inFolder =
  (folder: string) =>
  ({ path }: Placed): boolean =>
    path.startsWith(`${folder}/`);
/** Whether a file belongs to an order with a ticket: online printers ask in their own forms what a ticket says. */
export const isOrdered = ({ target }: Output): boolean => target === "home" || target === "shop";

async function makeOrder(folder: string, made: MadeFiles, tools: TicketTools): Promise<ManifestOrder> {
  const { local, printed, delivery, watch } = tools;
  const path = ticketPath(folder, printed);
  const before = made.left.length > 0 ? delivery?.read(`${path}.json`) : undefined;
  const shown = new Map<string, Output>();
  const fresh = made.outputs.map((output) => {
    const entry = made.manifest.files.find((file) => file.path === output.path)!;
    shown.set(entry.sha256, output);
    const { color } = watch.of(output);
    return ticketFile(output, { entry, color, copies: tools.copies, other: otherOf(output, made) }, local);
  });
  const order = { folder, fresh, left: made.left, before: before && readTicket(before) };
  const plain = ticketOf(order, local, printed);
  const labels = plain.boxes > 1 ? layOutLabels(plain, tools) : [];
  const ticket = labels.length > 0 ? { ...plain, labels: { name: labelsName(printed), sheets: labels.length } } : plain;
  const pdf = writer(`${path}.pdf`, delivery);
  await drawTicket(ticket, { outputs: shown, watch }, tools, pdf.write);
  const json = writer(`${path}.json`, delivery);
  json.write(new TextEncoder().encode(ticketText(ticket)));
  const files = [pdf.close(), json.close()];
  if (ticket.labels) {
    const own = writer(`${folder}/${ticket.labels.name}`, delivery);
    await drawLabels(labels, ticket, tools, own.write);
    files.push(own.close());
  }
  if (!tools.zip) return { folder, files };
  const cut = [...made.manifest.files, ...made.left].filter(inFolder(folder)).flatMap(({ cutFiles = [] }) => cutFiles);
  return { folder, files: [...files, ...packed(ticket, [...files, ...cut], tools)] };
}

/** The file that holds the rest of a booklet: its cover, or what the cover is laid around. */
function otherOf({ booklet, isCover = false }: Output, { outputs }: MadeFiles): string | undefined {
  const other = booklet?.hasCover
    ? outputs.find((output) => output.booklet === booklet && (output.isCover ?? false) !== isCover)
    : undefined;
  return other && nameOf(other.path);
}

/** One archive with the files of the order, its ticket and files for cutters. */
function packed(ticket: Ticket, beside: readonly Placed[], { delivery, printed }: TicketTools): readonly WrittenFile[] {
  if (!delivery) return [];
  const paths = [...beside.map(({ path }) => path), ...ticket.files.map(({ name }) => `${ticket.folder}/${name}`)];
  const name = archiveName(ticket, printed);
  const zip = writer(`${name}.zip`, delivery);
  zip.write(
    archiveOf(
      name,
      paths.map((path) => [nameInFolder(path), delivery.read(path)!] as const),
      ticket.kit.date,
    ),
  );
  return [zip.close()];
}

const nameInFolder = (path: string): string => path.slice(path.indexOf("/") + 1);

/** A file on its way, counted as it is written. */
function writer(path: string, delivery: Delivery | undefined) {
  const sum = fileSum();
  const sink = delivery?.open(path);
  return {
    write(chunk: Uint8Array): void {
      sum.add(chunk);
      sink?.write(chunk);
    },
    close(): WrittenFile {
      sink?.close();
      return { path, bytes: sum.bytes, sha256: sum.sha256() };
    },
  };
}
