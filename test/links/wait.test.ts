import { expect, it } from "vitest";
import { LIMITS } from "../../src/links/network.js";
import { waitBefore } from "../../src/links/wait.js";

const NOW = Date.parse("2026-11-24T12:00:00Z");

it.each([
  [0, undefined, 1_000],
  [1, undefined, 2_000],
  [0, "5", 5_000],
  [0, " 5 ", 5_000],
  [1, "0", 2_000],
  [0, "30", 30_000],
  [0, "31", undefined],
  [0, "99999999999999", 1_000],
  [0, "bientôt", 1_000],
  [0, "", 1_000],
  [0, "Tue, 24 Nov 2026 12:00:20 GMT", 20_000],
  [0, "Tue, 24 Nov 2026 11:00:00 GMT", 1_000],
  [0, "Wed, 25 Nov 2026 12:00:00 GMT", undefined],
])("attempt %i, Retry-After %j: waits %j", (attempt, header, expected) => {
  expect(waitBefore(attempt, header, { limits: LIMITS, now: () => NOW })).toBe(expected);
});
