/** `mallette links --check`: the rows of a list → the answers of their addresses, and what is wrong with them. */
import { type Diagnostic, harmless } from "../../diagnostics/index.js";
import type { Answer, LinkRow } from "../../links/index.js";
import type { NetworkOptions } from "../../links/network.js";
import type { CommandLine } from "../command-line.js";
import type { Terminal } from "../terminal.js";
import * as say from "./messages.js";

export interface Checked {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly problems: readonly Diagnostic[];
  /** Addresses at which a page answered. */
  readonly answered: ReadonlySet<string>;
  /** How many links lead nowhere, and how many are to be looked at. */
  readonly dead: number;
  readonly doubtful: number;
  /** This computer reaches nobody: nothing is known of the addresses. */
  readonly isOffline: boolean;
}

interface Listener {
  readonly line: CommandLine;
  readonly terminal: Terminal;
}

export async function checkLinks(
  kit: string,
  rows: readonly LinkRow[],
  { line, terminal }: Listener,
  network: NetworkOptions | undefined,
): Promise<Checked> {
  // The network is loaded here: nothing else of mallette needs it.
  const { askAll, hasAnswered, isOffline, openNetwork, problemsOf } = await import("../../links/checking.js");
  // One that is missing or wrong was told as the kit was read.
  const addresses = new Set(rows.flatMap(({ url, printed }) => (url === "" ? [] : [url, printed])));
  const progress = line.has("json") || line.has("quiet") ? undefined : progressOn(terminal, addresses.size);
  const answers = await askAll(addresses, openNetwork(kit, network), progress?.answer);
  progress?.end();
  const all = [...answers.values()];
  const answered = new Set([...answers].filter(([, answer]) => hasAnswered(answer)).map(([url]) => url));
  const offline = isOffline(all);
  const problems = offline ? [say.noNetwork()] : problemsOf(rows, answers);
  const dead = problems.filter(({ severity }) => severity === "error").length;
  return { answers, problems, answered, dead, doubtful: problems.length - dead, isOffline: offline };
}

/** Back to the line's start, and all of it erased. */
const REWRITE = "\r\u001B[K";

/** On a screen, one line, written over and over; nothing in a pipe or a log. */
function progressOn(terminal: Terminal, all: number) {
  const { columns } = terminal;
  if (columns === undefined) return undefined;
  let done = 0;
  return {
    answer: (address: string): void => {
      done += 1;
      terminal.say(`${REWRITE}${harmless(say.progress(done, all, address)).slice(0, columns - 1)}`);
    },
    end: (): void => terminal.say(REWRITE),
  };
}
