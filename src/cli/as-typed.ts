/** What the command says → the same, with commands as one types them here: people copy what they read. */
import { COMMANDS } from "./commands.js";

/** Lines of the kit's own files are shown as they stand there. */
const NOT_IN_A_FRAME = "(?<!^[^|\\n]*\\d+ \\|.*)";
const NAMES = COMMANDS.map(({ name }) => name).join("|");
const TOLD = new RegExp(`${NOT_IN_A_FRAME}(?<!npx )\\bmallette(?=\\s(?:${NAMES})\\b)`, "gm");

/** Set by npm for what it starts: `npx mallette`, `npm run kit`. */
const BY_NPM: ReadonlySet<string | undefined> = new Set(["exec", "run-script"]);

/** A package of a folder is no command of the whole machine: npm finds it. */
export const asTyped = (text: string, env: NodeJS.ProcessEnv): string =>
  BY_NPM.has(env.npm_command) ? text.replace(TOLD, "npx mallette") : text;
