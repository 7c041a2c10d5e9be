/** The real network, with the limits that are decent towards sites → what asks addresses. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Asker, Limits } from "./ask.js";
import { request } from "./request.js";

export const LIMITS: Limits = {
  timeout: 10_000,
  pause: 500,
  backoff: 1_000,
  patience: 30_000,
  retries: 2,
  redirects: 5,
  atOnce: 4,
};

export interface NetworkOptions {
  readonly limits?: Partial<Limits> | undefined;
  /** For tests alone: servers of this computer are asked too. */
  readonly allowsPrivate?: boolean | undefined;
}

/** `kit` is said to the sites, so that whoever runs them knows what asks. */
export function openNetwork(kit: string, { limits, allowsPrivate }: NetworkOptions = {}): Asker {
  const all = { ...LIMITS, ...limits };
  const asking = { timeout: all.timeout, userAgent: `mallette-links (link check of the kit ${kit})`, allowsPrivate };
  return { limits: all, request: (url, method) => request(url, method, asking), sleep, now: Date.now };
}
