/** A pause in a long computation: Ctrl-C and a reader that went away are heard only then. */
import { setImmediate } from "node:timers/promises";

export const breath = (): Promise<void> => setImmediate();
