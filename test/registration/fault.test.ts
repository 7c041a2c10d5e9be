/** A mirror function that is wrong: the build fails as our fault, and what was printed before stays. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { EXIT_OF } from "../../src/cli/outcome.js";
import { buildKit } from "../kits/building.js";
import { copyKit, temporaryFolder } from "../kits/temporary.js";

/** Backs over one another's columns, as if no paper were ever turned. */
vi.mock("../../src/impose/flip.js", async (original) => {
  const real = await original<typeof import("../../src/impose/flip.js")>();
  return { ...real, flipOf: () => [1, 0, 0, 1, 0, 0] };
});

test.each(["long-edge", "short-edge"] as const)("backs that are not mirrored fail the build: %s", async (duplex) => {
  const out = join(temporaryFolder(), "dist");
  const result = await buildKit(copyKit("treize-cartes"), out, { duplex });
  expect([result.ok, result.outcome, EXIT_OF[result.outcome]]).toEqual([false, "our-fault", 70]);
  expect(new Set(result.problems.map(({ code }) => code))).toEqual(new Set(["misregistration"]));
  expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
});
