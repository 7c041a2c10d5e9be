/** What a build is asked → the same in the kit's own names; names that do not exist are told with what was meant. */
import type { Kit } from "../content/kit.js";
import { type Diagnostics, suggest } from "../diagnostics/index.js";
import * as say from "./messages.js";
import type { BuildRequest } from "./request.js";

export interface Known {
  readonly kit: Kit;
  readonly papers: ReadonlyMap<string, unknown>;
}

export interface ResolvedRequest extends BuildRequest {
  readonly locale: string;
}

/** Case does not count (`a4` is A4), and each name counts once. Undefined, and reported, when a name leads nowhere. */
export function resolveRequest(
  request: BuildRequest & { readonly locale?: string | undefined },
  { kit, papers }: Known,
  diagnostics: Diagnostics,
): ResolvedRequest | undefined {
  let complete = true;
  const resolve = (what: say.Named, typed: readonly string[], names: readonly string[]): readonly string[] => {
    const found = typed.map((name) => {
      const meant = names.includes(name) ? name : names.find((each) => sameLetters(each, name));
      if (meant === undefined) diagnostics.report(say.unknownName(what, name, { names, near: suggest(name, names) }));
      complete &&= meant !== undefined;
      return meant ?? name;
    });
    return [...new Set(found)];
  };
  const ids = kit.components.map(({ id }) => id);
  const resolved = {
    ...request,
    components: resolve("component", request.components, ids),
    targets: [...new Set(request.targets)],
    papers: resolve("paper", request.papers, [...papers.keys()]),
    locale: resolve("locale", [request.locale ?? kit.locale], [kit.locale])[0]!,
  };
  if (complete && !makesAnything(resolved, kit)) {
    diagnostics.report(say.nothingToMake(resolved.targets));
    return undefined;
  }
  return complete ? resolved : undefined;
}

/** Only booklets have pages for the screen. */
const makesAnything = ({ targets, components }: BuildRequest, kit: Kit): boolean =>
  targets.some((target) => target !== "screen") ||
  kit.components.some(({ id, kind }) => kind === "booklet" && (components.length === 0 || components.includes(id)));

const sameLetters = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
