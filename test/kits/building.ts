/** Builds of small kits, and their problems in few words. */
import { type BuildResult, openWorkshop } from "../../src/build.js";
import { positionOf } from "../../src/diagnostics/index.js";
import { type BuildRequest, DEFAULT_REQUEST } from "../../src/plan/request.js";

export async function buildKit(
  root: string,
  out: string | undefined,
  request: Partial<BuildRequest> = {},
): Promise<BuildResult> {
  const workshop = await openWorkshop(root);
  return workshop.build({ request: { ...DEFAULT_REQUEST, ...request }, out });
}

/** `unknown-key cards/jeu.yaml:4:5`, one line a problem. */
export const places = ({ problems }: BuildResult): string =>
  problems
    .map(({ code, at }) => {
      const place = at && positionOf(at);
      return place ? `${code} ${at.source.name}:${place.line}:${place.column}` : code;
    })
    .join("\n");
