/** What a build is asked → the same in the kit's own names; names that do not exist are told with what was meant. */
import type { Kit } from "../content/kit.js";
import { type Diagnostics, suggest } from "../diagnostics/index.js";
import * as say from "./messages.js";
import { onlyForPress } from "./press/messages.js";
import { type PressProduct, productNames, productOf } from "./press/products.js";
import { type BuildRequest, isOnPaper, type PressRequest } from "./request.js";

export interface Known {
  readonly kit: Kit;
  readonly papers: ReadonlyMap<string, unknown>;
  /** Languages that it can be built in. */
  readonly locales: readonly string[];
}

export interface ResolvedRequest extends BuildRequest {
  readonly locale: string;
  /** The language of job tickets. */
  readonly ticket: string;
  /** What the printer wants, whether anything is made for him or not. */
  readonly product: PressProduct;
}

/** Case does not count (`a4` is A4), and each name counts once. Undefined, and reported, when a name leads nowhere. */
export function resolveRequest(
  request: BuildRequest & { readonly locale?: string | undefined; readonly ticket?: string | undefined },
  { kit, papers, locales }: Known,
  diagnostics: Diagnostics,
): ResolvedRequest | undefined {
  let complete = true;
  const resolve = (what: say.Named, typed: readonly string[], names: readonly string[]): readonly string[] => {
    const found = typed.map((name) => {
      const meant = what === "locale" ? sameLanguage(name, names) : sameName(name, names);
      if (meant === undefined) diagnostics.report(say.unknownName(what, name, { names, near: suggest(name, names) }));
      complete &&= meant !== undefined;
      return meant ?? name;
    });
    return [...new Set(found)];
  };
  for (const [option, value] of Object.entries(request.press ?? {})) {
    if (value === undefined || request.targets.includes("press")) continue;
    diagnostics.report(onlyForPress(option));
    complete = false;
  }
  for (const [option, value] of [
    ["printer", request.printer],
    ["two-pass", request.twoPass],
  ] as const) {
    if (value === undefined || request.targets.some(isOnPaper)) continue;
    diagnostics.report(say.onlyForSheets(option));
    complete = false;
  }
  const press: PressRequest = {
    ...request.press,
    product: request.press?.product && resolve("product", [request.press.product], productNames(kit.press))[0],
  };
  const ids = kit.components.map(({ id }) => id);
  const resolved = {
    ...request,
    components: resolve("component", request.components, ids),
    targets: [...new Set(request.targets)],
    papers: resolve("paper", request.papers, [...papers.keys()]),
    locale: resolve("locale", [request.locale ?? kit.locale], locales)[0]!,
    ticket: resolve("locale", [request.ticket ?? request.locale ?? kit.locale], locales)[0]!,
    press,
    product: productOf(press, kit.press),
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

/** The language that is meant: `en` is `en-GB` where the kit has no other English. */
export function sameLanguage(name: string, locales: readonly string[]): string | undefined {
  const exact = sameName(name, locales);
  if (exact !== undefined) return exact;
  const near = locales.filter((locale) => sameLetters(locale.split("-")[0]!, name));
  return near.length === 1 ? near[0] : undefined;
}

/** The name that is meant, whatever its capitals. */
export const sameName = (name: string, names: readonly string[]): string | undefined =>
  names.includes(name) ? name : names.find((each) => sameLetters(each, name));

const sameLetters = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
