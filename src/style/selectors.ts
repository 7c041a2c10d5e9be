/** A parsed selector → a test on elements with its specificity; the part of Selectors 3 that templates need. */
import type { CssNode, Selector as SelectorNode } from "css-tree";
import type { MarkupElement } from "../compose/markup.js";

/** An element as selectors see it: with its parents and its place among its siblings. */
export interface Subject {
  readonly element: MarkupElement;
  readonly classes: ReadonlySet<string>;
  readonly parent: Subject | undefined;
  /** 1-based place among element siblings, and their number. */
  readonly index: number;
  readonly count: number;
}

type Test = (subject: Subject) => boolean;

interface Compound {
  readonly tests: readonly Test[];
  /** How this compound relates to the one on its left. */
  readonly combinator: " " | ">" | undefined;
}

export interface Selector {
  readonly matches: Test;
  /** ids × 10000 + classes × 100 + tags. */
  readonly specificity: number;
  /** The class or tag that the element itself must have: an index for finding rules. */
  readonly key: string;
  /** Whether the place among siblings matters. */
  readonly structural: boolean;
}

export class UnsupportedSelector extends Error {}

/** Compiles one selector of a list. Throws `UnsupportedSelector` with the part that we do not know. */
export function compileSelector(node: SelectorNode): Selector {
  const compounds: { tests: Test[]; combinator: Compound["combinator"] }[] = [{ tests: [], combinator: undefined }];
  const score = { specificity: 0, structural: false };
  let key = "*";
  for (const part of node.children.toArray()) {
    if (part.type === "Combinator") {
      if (part.name !== " " && part.name !== ">") throw new UnsupportedSelector(part.name);
      compounds.push({ tests: [], combinator: part.name });
      key = "*";
    } else {
      if (part.type === "ClassSelector") key = `.${part.name}`;
      else if (part.type === "TypeSelector" && part.name !== "*" && key === "*") key = part.name;
      compounds.at(-1)!.tests.push(simpleTest(part, score));
    }
  }
  return { ...score, key, matches: (subject) => matchFrom(compounds, compounds.length - 1, subject) };
}

function matchFrom(compounds: readonly Compound[], at: number, subject: Subject): boolean {
  const compound = compounds[at]!;
  if (!compound.tests.every((test) => test(subject))) return false;
  if (compound.combinator === undefined) return true;
  if (compound.combinator === ">") return subject.parent !== undefined && matchFrom(compounds, at - 1, subject.parent);
  for (let ancestor = subject.parent; ancestor; ancestor = ancestor.parent) {
    if (matchFrom(compounds, at - 1, ancestor)) return true;
  }
  return false;
}

function simpleTest(part: CssNode, score: { specificity: number; structural: boolean }): Test {
  switch (part.type) {
    case "TypeSelector":
      if (part.name === "*") return () => true;
      score.specificity += 1;
      return ({ element }) => element.name === part.name;
    case "ClassSelector":
      score.specificity += 100;
      return ({ classes }) => classes.has(part.name);
    case "IdSelector":
      score.specificity += 10_000;
      return ({ element }) => element.attributes.id === part.name;
    case "AttributeSelector":
      score.specificity += 100;
      return attributeTest(part);
    case "PseudoClassSelector":
      return pseudoTest(part, score);
    default:
      throw new UnsupportedSelector(part.type === "PseudoElementSelector" ? `::${part.name}` : part.type);
  }
}

function attributeTest(part: Extract<CssNode, { type: "AttributeSelector" }>): Test {
  const name = part.name.name;
  if (!part.matcher) return ({ element }) => name in element.attributes;
  const wanted =
    part.value?.type === "String" ? part.value.value : part.value?.type === "Identifier" ? part.value.name : "";
  switch (part.matcher) {
    case "=":
      return ({ element }) => element.attributes[name] === wanted;
    case "^=":
      return ({ element }) => element.attributes[name]?.startsWith(wanted) ?? false;
    case "$=":
      return ({ element }) => element.attributes[name]?.endsWith(wanted) ?? false;
    case "*=":
      return ({ element }) => element.attributes[name]?.includes(wanted) ?? false;
    default:
      throw new UnsupportedSelector(`[${name}${part.matcher}…]`);
  }
}

function pseudoTest(
  part: Extract<CssNode, { type: "PseudoClassSelector" }>,
  score: { specificity: number; structural: boolean },
): Test {
  score.specificity += 100;
  if (part.name === "root") return ({ parent }) => parent === undefined;
  if (part.name === "not") return negation(part, score);
  score.structural = true;
  switch (part.name) {
    case "first-child":
      return ({ index }) => index === 1;
    case "last-child":
      return ({ index, count }) => index === count;
    case "only-child":
      return ({ count }) => count === 1;
    case "nth-child":
      return nthChild(part);
    default:
      throw new UnsupportedSelector(`:${part.name}`);
  }
}

function negation(
  part: Extract<CssNode, { type: "PseudoClassSelector" }>,
  score: { specificity: number; structural: boolean },
): Test {
  const list = part.children?.first;
  if (list?.type !== "SelectorList") throw new UnsupportedSelector(":not");
  const inner = list.children.toArray().map((node) => compileSelector(node as SelectorNode));
  score.structural ||= inner.some(({ structural }) => structural);
  return (subject) => !inner.some(({ matches }) => matches(subject));
}

function nthChild(part: Extract<CssNode, { type: "PseudoClassSelector" }>): Test {
  const nth = part.children?.first;
  const formula = nth?.type === "Nth" ? nth.nth : undefined;
  if (formula?.type === "Identifier") {
    const odd = formula.name === "odd";
    return ({ index }) => index % 2 === (odd ? 1 : 0);
  }
  if (formula?.type !== "AnPlusB") throw new UnsupportedSelector(":nth-child");
  const step =
    formula.a === null || formula.a === undefined
      ? 0
      : Number(formula.a === "-" ? -1 : formula.a === "" ? 1 : formula.a);
  const offset = Number(formula.b ?? 0);
  return ({ index }) => {
    const distance = index - offset;
    return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
  };
}
