/** Custom properties (`--name`) → the values that `var()` stands for, each resolved where it is declared, as in CSS. */
import { type Declaration, isVariable } from "./stylesheet.js";
import { functionTokens, type Token, type Tokens } from "./values.js";

/** Why a `var()` has no value. */
export interface VariableProblem {
  readonly problem: "unknown" | "cycle";
  readonly name: string;
}

/** The variables in force on an element, without any `var()` left. */
export type Variables = ReadonlyMap<string, Tokens | VariableProblem>;

export const NO_VARIABLES: Variables = new Map();

/** Longer than any real value; variables that double each other would fill the memory. */
const MOST_TOKENS = 500;

/** The variables of an element: its parent's and its own, the last declaration of a name wins. */
export function declareVariables(declarations: readonly Declaration[], inherited: Variables): Variables {
  const own = new Map<string, Tokens>();
  for (const { property, tokens } of declarations) if (isVariable(property)) own.set(property, tokens);
  if (own.size === 0) return inherited;
  const resolved = new Map(inherited);
  for (const name of own.keys()) resolved.delete(name);
  const open = new Set<string>();
  const resolveOne = (name: string): Tokens | VariableProblem | undefined => {
    const tokens = own.get(name);
    if (!tokens || resolved.has(name)) return resolved.get(name);
    if (open.has(name)) return { problem: "cycle", name };
    open.add(name);
    const value = replaceVariables(tokens, resolveOne);
    open.delete(name);
    resolved.set(name, value);
    return value;
  };
  for (const name of own.keys()) resolveOne(name);
  return resolved;
}

/** Tokens with every `var()` replaced by its value. */
export const substitute = (tokens: Tokens, variables: Variables): Tokens | VariableProblem =>
  replaceVariables(tokens, (name) => variables.get(name));

type Lookup = (name: string) => Tokens | VariableProblem | undefined;

function replaceVariables(tokens: Tokens, lookup: Lookup): Tokens | VariableProblem {
  const result: Token[] = [];
  for (const token of tokens) {
    const part = token.type === "Function" ? replaceInFunction(token, lookup) : [token];
    if ("problem" in part) return part;
    result.push(...part);
    if (result.length > MOST_TOKENS) return { problem: "cycle", name: firstVariable(tokens) };
  }
  return result;
}

function replaceInFunction(token: Extract<Token, { type: "Function" }>, lookup: Lookup): Tokens | VariableProblem {
  const inner = functionTokens(token);
  if (token.name === "var") return valueOfCall(inner, lookup);
  const replaced = replaceVariables(inner, lookup);
  if ("problem" in replaced) return replaced;
  const children = token.children.copy();
  children.clear();
  for (const part of replaced) children.appendData(part);
  return [{ ...token, children }];
}

/** `var(--x, fallback)`: a variable that leads to a missing one counts as missing, as in CSS. */
function valueOfCall(inner: readonly Token[], lookup: Lookup): Tokens | VariableProblem {
  const name = inner[0]?.type === "Identifier" ? inner[0].name : "";
  const value = lookup(name) ?? { problem: "unknown" as const, name };
  if (!("problem" in value)) return value;
  const fallback = fallbackOf(inner);
  return fallback ? replaceVariables(fallback, lookup) : value;
}

/** What follows the comma of `var(--x, fallback)`. */
function fallbackOf(inner: readonly Token[]): Tokens | undefined {
  const comma = inner.findIndex((token) => token.type === "Operator" && token.value === ",");
  if (comma < 0) return undefined;
  return inner.slice(comma + 1).flatMap((token) => (token.type === "Value" ? token.children.toArray() : [token]));
}

function firstVariable(tokens: Tokens): string {
  for (const token of tokens) {
    if (token.type !== "Function") continue;
    const [first] = functionTokens(token);
    if (token.name === "var" && first?.type === "Identifier") return first.name;
  }
  return "";
}
