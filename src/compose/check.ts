/** The calls and names in a template → problems with their places, before any piece is filled in. */
import type { Reporter } from "../diagnostics/limit.js";
import { suggest } from "../diagnostics/suggest.js";
import { BUILT_IN_HELPERS, HELPER_NAMES } from "./helpers.js";
import * as say from "./messages.js";
import { type Known, resolveName } from "./names.js";
import type { Place } from "./places.js";

export type Call = hbs.AST.BlockStatement | hbs.AST.MustacheStatement | hbs.AST.SubExpression;

/** Where a call stands. */
export interface CheckScope {
  readonly place: Place;
  readonly scope: Known;
  readonly isPart: boolean;
}

export interface CheckTools {
  readonly names: ReadonlyMap<string, Known>;
  readonly diagnostics: Reporter;
  readonly fail: () => void;
}

const HELPERS = new Set([...HELPER_NAMES, ...BUILT_IN_HELPERS]);

/** Checks a value or block. Returns what names stand for inside the block. */
export function checkCall(node: Call, where: CheckScope, tools: CheckTools): Known {
  const path = node.path as hbs.AST.PathExpression;
  const isCall = node.type !== "MustacheStatement" || node.params.length > 0 || HELPERS.has(path.original);
  if (path.type === "PathExpression" && isCall && !HELPERS.has(path.original)) {
    const near = suggest(path.original, HELPERS);
    tools.diagnostics.report(say.unknownHelper(where.place(path.loc), path.original, near));
    tools.fail();
  } else if (path.type === "PathExpression" && !isCall) {
    checkName(path, where, tools);
  }
  const first = checkExpressions(node, where, tools);
  if (path.original === "each") return first?.item ?? {};
  return path.original === "with" ? (first ?? {}) : where.scope;
}

/** Checks parameters and named values. Returns what the first parameter is. */
export function checkExpressions(
  node: Call | hbs.AST.PartialStatement,
  where: CheckScope,
  tools: CheckTools,
): Known | undefined {
  const values = [...node.params, ...(node.hash?.pairs ?? []).map(({ value }) => value)];
  const known = values.map((value) => {
    if (value.type === "SubExpression") return checkSubExpression(value as hbs.AST.SubExpression, where, tools);
    return value.type === "PathExpression" ? checkName(value as hbs.AST.PathExpression, where, tools) : undefined;
  });
  return known[0];
}

/** `(slice list 0 5)` is a list of the same items. */
function checkSubExpression(node: hbs.AST.SubExpression, where: CheckScope, tools: CheckTools): Known | undefined {
  checkCall(node, where, tools);
  const [first] = node.params;
  const isSlice = (node.path as hbs.AST.PathExpression).original === "slice" && first?.type === "PathExpression";
  return isSlice ? checkName(first as hbs.AST.PathExpression, where, tools) : undefined;
}

/** What every object in JavaScript has: no name of a kit, and a way to its machinery. */
const isMachinery = (part: string): boolean => part in Object.prototype || part === "prototype" || part === "toHTML";

function checkName(path: hbs.AST.PathExpression, where: CheckScope, tools: CheckTools): Known | undefined {
  const parts = path.parts.map(String);
  const report = (name: string, among: readonly string[]): undefined => {
    tools.diagnostics.report(say.unknownName(where.place(path.loc), name, suggest(name, among)));
    tools.fail();
  };
  const machinery = parts.find(isMachinery);
  if (machinery !== undefined) return report(parts.join("."), []);
  const [first, ...rest] = parts;
  if (path.data) {
    if (first !== "root" || where.isPart) return undefined;
    return follow(rest, { names: tools.names }, report, true);
  }
  if (path.depth > 0 || /^this\b|^\.$/.test(path.original)) return undefined;
  // A shared part sees what its callers give it; the kit's own names mean the same everywhere.
  if (!where.scope.names && !tools.names.has(first ?? "")) return undefined;
  return follow(parts, where.scope.names ? where.scope : { names: tools.names }, report, false);
}

function follow(
  parts: readonly string[],
  scope: Known,
  report: (name: string, among: readonly string[]) => undefined,
  lenient: boolean,
): Known | undefined {
  const found = resolveName(parts, scope);
  if ("known" in found) return found.known;
  // `@root` also holds the fields, which are not looked up here.
  return lenient && !found.unknown.includes(".") ? undefined : report(found.unknown, found.among);
}
