/** Paths written in a kit → bytes, without ever leaving the kit's folder. */
import type { Span } from "../diagnostics/diagnostic.js";

/** The kit's folder as the stages see it. Every read is reported when it fails and returns undefined. */
export interface KitFiles {
  /** Absolute path of the kit's folder. */
  readonly root: string;
  /** Bytes of `path` (relative to the kit, `/` between parts); `at` is where the path was written. */
  read(path: string, at?: Span): Uint8Array | undefined;
  /** Whether a file is there; never reports. */
  has(path: string): boolean;
}
