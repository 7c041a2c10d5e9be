/** Exit codes: what a script may rely on. */
export const EXIT = {
  fine: 0,
  /** The kit has a problem that its editor can solve. */
  content: 1,
  /** The command was written wrongly, or in the wrong place. */
  usage: 2,
  /** The machine: an old Node, no right to write, disk full. */
  environment: 3,
  /** Our own fault. */
  bug: 70,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** What a build came to. */
export const EXITS = {
  made: EXIT.fine,
  "bad-kit": EXIT.content,
  "bad-request": EXIT.usage,
} as const;
