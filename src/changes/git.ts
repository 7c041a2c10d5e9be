/** A kit's folder and the name of a tag → what Git keeps of the kit under that tag. Git only reads: no hook, no checkout. */

/** What of the kit is kept under a tag. */
export interface Tag {
  readonly name: string;
  readonly commit: string;
  /** The kit's folder in the repository, ending in `/`; empty for the repository itself. */
  readonly prefix: string;
}

export type TagSearch =
  | { readonly found: Tag }
  /** Why there is none, and the tags that there are. */
  | {
      readonly found: undefined;
      readonly why: "no-git" | "no-repository" | "no-tag";
      readonly tags: readonly string[];
    };

/** Photographs of a kit; beyond this, somebody keeps films in it. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Nothing of the user's set-up runs, waits for a password, fetches what is missing or refreshes the index. */
const QUIET_ENV = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" } as const;
const NO_HOOKS = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"] as const;

function git(root: string, args: readonly string[]): Buffer {
  // Nobody waits for it who asks for no tag.
  const { execFileSync } = process.getBuiltinModule("node:child_process");
  return execFileSync("git", [...NO_HOOKS, "-C", root, ...args], {
    env: { ...process.env, ...QUIET_ENV },
    maxBuffer: MOST_BYTES,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** Undefined when Git says no. */
function ask(root: string, args: readonly string[]): string | undefined {
  try {
    return git(root, args).toString("utf8").replace(/\n$/, "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    return undefined;
  }
}

/** Looks for a tag of exactly this name in the repository that the kit lies in. */
export function findTag(root: string, name: string): TagSearch {
  const none = (why: "no-git" | "no-repository" | "no-tag", tags: readonly string[] = []) =>
    ({ found: undefined, why, tags }) as const;
  try {
    const prefix = ask(root, ["rev-parse", "--show-prefix"]);
    if (prefix === undefined) return none("no-repository");
    const reference = `refs/tags/${name}`;
    const isThere = ask(root, ["show-ref", "--verify", "--quiet", "--", reference]) !== undefined;
    const commit = isThere ? ask(root, ["rev-parse", "--verify", "--quiet", `${reference}^{commit}`]) : undefined;
    if (commit !== undefined) return { found: { name, commit, prefix } };
    return none("no-tag", (ask(root, ["tag", "--list"]) ?? "").split("\n").filter(Boolean));
  } catch {
    return none("no-git");
  }
}

/** The text of a file of the kit as it was; undefined where there was none. */
export const textAtTag = (root: string, { commit, prefix }: Tag, path: string): string | undefined =>
  ask(root, ["show", `${commit}:${prefix}${path}`]);

/** All files of the kit as they were, in a ZIP archive; undefined where the kit's folder was not there yet. */
export function archiveOfTag(root: string, { commit }: Tag): Uint8Array | undefined {
  try {
    return git(root, ["archive", "--format=zip", "-0", commit]);
  } catch {
    return undefined;
  }
}
