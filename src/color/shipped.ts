/** The printing condition that comes with us: offset on coated paper, the usual one of printers in Europe. */
import { readFileSync } from "node:fs";

/** As the registry of the ICC names it. */
export const SHIPPED_CONDITION = "FOGRA39";

export const shippedProfile = (): Uint8Array =>
  new Uint8Array(readFileSync(new URL("./profiles/FOGRA39L_coated.icc", import.meta.url)));
