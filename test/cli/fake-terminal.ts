/** The command, run in this process on a terminal that only listens. */
import { main } from "../../src/cli/main.js";
import type { Terminal } from "../../src/cli/terminal.js";

export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What `mallette …` prints, says and answers. `columns`: as on a screen. */
export async function mallette(
  argv: readonly string[],
  { cwd = "/", columns }: { readonly cwd?: string; readonly columns?: number } = {},
): Promise<Heard> {
  let out = "";
  let err = "";
  const terminal: Terminal = {
    cwd,
    color: false,
    columns,
    print: (text) => {
      out += text;
    },
    say: (text) => {
      err += text;
    },
  };
  const code = await main(argv, terminal);
  return { code, out, err };
}
