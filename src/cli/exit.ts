/** Exit codes: what a script may rely on. */
export const EXIT = {
  fine: 0,
  /** The kit has a problem that its editor can solve. */
  content: 1,
  /** The command was written wrongly. */
  usage: 2,
  /** The machine: no right to write, disk full. */
  environment: 3,
  /** Our own fault. */
  bug: 70,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
