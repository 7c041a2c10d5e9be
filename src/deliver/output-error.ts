/** A folder that cannot be written to: the environment's fault, not the kit's. */

/** Files wait in places of ours until all are whole: of those nobody but us knows anything. */
const WAITING_PLACE = /[\\/]\.en-cours-\d+|\.\d+\.tmp$/;

export class OutputError extends Error {
  /** What could not be written. */
  readonly path: string;
  /** The system's name of the reason: `EACCES`, `ENOSPC` … */
  readonly reason: string | undefined;

  /** `path` stands in where the system does not say which file it was, or names a place where files wait. */
  constructor(path: string, cause: unknown) {
    const { message, code, path: from, dest } = (cause ?? {}) as Partial<NodeJS.ErrnoException & { dest: string }>;
    super(message ?? String(cause), { cause });
    this.name = "OutputError";
    this.path = [dest, from].find((place) => place !== undefined && !WAITING_PLACE.test(place)) ?? path;
    this.reason = code;
  }
}

/** Runs `work`; whatever the disk objects comes out as an OutputError, faults of ours stay what they are. */
export function writing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? new OutputError(path, error) : error;
  }
}
