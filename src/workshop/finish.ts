/** Files made → their job tickets, and all of it delivered, whole or not at all. */
import type { Delivery, Manifest } from "../deliver/index.js";
import type { Diagnostics } from "../diagnostics/index.js";
import type { Output } from "../plan/outputs.js";
import { makeTickets, type TicketTools } from "../ticket/index.js";

export interface FinishTools {
  /** Absent when nothing is written. */
  readonly delivery: Delivery | undefined;
  readonly diagnostics: Diagnostics;
  /** Whether all of the kit was made: nothing of an earlier build is left beside it. */
  readonly wholeKit: boolean;
  /** The edition whose changes alone were printed. */
  readonly since: string | undefined;
  /** Absent when nobody orders these files. */
  readonly tickets: TicketTools | undefined;
}

/** What lies in the folder now; undefined when a ticket could not be made, which was reported. */
export async function finish(
  outputs: readonly Output[],
  made: Manifest,
  { delivery, diagnostics, wholeKit, since, tickets }: FinishTools,
): Promise<Manifest | undefined> {
  for (;;) {
    const left = delivery?.left(made, wholeKit) ?? [];
    const orders = tickets ? await makeTickets({ outputs, manifest: made, left }, tickets) : [];
    if (diagnostics.hasErrors) return undefined;
    const manifest = { ...made, orders, ...(since !== undefined && { since }) };
    // False when another build put files there meanwhile: tickets must tell of those.
    if (!delivery || delivery.finish(manifest, wholeKit, left)) return manifest;
  }
}
