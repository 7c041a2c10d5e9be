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
  /** Attributes that it looks at. */
  readonly attributes: readonly string[];
}

/** What is learned of a selector while its parts are read. */
interface Score {
  specificity: number;
  structural: boolean;
  readonly attributes: string[];
}

const ID = 10_000;
const CLASS = 100;
const TAG = 1;

export class UnsupportedSelector extends Error {}

/** Compiles one selector of a list. Throws `UnsupportedSelector` with the part that we do not know. */
export function compileSelector(node: SelectorNode): Selector {
  const compounds: { tests: Test[]; combinator: Compound["combinator"] }[] = [{ tests: [], combinator: undefined }];
  const score: Score = { specificity: 0, structural: false, attributes: [] };
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

function simpleTest(part: CssNode, score: Score): Test {
  switch (part.type) {
    case "TypeSelector":
      if (part.name === "*") return () => true;
      score.specificity += TAG;
      return ({ element }) => element.name === part.name;
    case "ClassSelector":
      score.specificity += CLASS;
      return ({ classes }) => classes.has(part.name);
    case "IdSelector":
      score.specificity += ID;
      return ({ element }) => element.attributes.id === part.name;
    case "AttributeSelector":
      score.specificity += CLASS;
      score.attributes.push(part.name.name);
      return attributeTest(part);
    case "PseudoClassSelector":
      return pseudoTest(part, score);
    default:
      throw new UnsupportedSelector(part.type === "PseudoElementSelector" ? `::${part.name}` : part.type);
  }
}

function attributeTest(part: Extract<CssNode, { type: "AttributeSelector" }>): Test {
  const name = part.name.name;
  if (part.flags) throw new UnsupportedSelector(`[${name}… ${part.flags}]`);
  const read = ({ element }: Subject): string | undefined =>
    Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
  if (!part.matcher) return (subject) => read(subject) !== undefined;
  const wanted =
    part.value?.type === "String" ? part.value.value : part.value?.type === "Identifier" ? part.value.name : "";
  switch (part.matcher) {
    case "=":
      return (subject) => read(subject) === wanted;
    case "^=":
      return (subject) => wanted !== "" && (read(subject)?.startsWith(wanted) ?? false);
    case "$=":
      return (subject) => wanted !== "" && (read(subject)?.endsWith(wanted) ?? false);
    case "*=":
      return (subject) => wanted !== "" && (read(subject)?.includes(wanted) ?? false);
    default:
      throw new UnsupportedSelector(`[${name}${part.matcher}…]`);
  }
}

type PseudoClass = Extract<CssNode, { type: "PseudoClassSelector" }>;

function pseudoTest(part: PseudoClass, score: Score): Test {
  if (part.name === "not") return negation(part, score);
  score.specificity += CLASS;
  if (part.name === "root") return ({ parent }) => parent === undefined;
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

/** `:not()` counts as much as the strongest selector in it. */
function negation(part: PseudoClass, score: Score): Test {
  const list = part.children?.first;
  if (list?.type !== "SelectorList") throw new UnsupportedSelector(":not");
  const inner = list.children.toArray().map((node) => compileSelector(node as SelectorNode));
  score.specificity += Math.max(...inner.map(({ specificity }) => specificity));
  score.structural ||= inner.some(({ structural }) => structural);
  score.attributes.push(...inner.flatMap(({ attributes }) => attributes));
  return (subject) => !inner.some(({ matches }) => matches(subject));
}

function nthChild(part: PseudoClass): Test {
  const nth = part.children?.first;
  const formula = nth?.type === "Nth" && !nth.selector ? nth.nth : undefined;
  if (formula?.type === "Identifier") {
    const odd = formula.name === "odd";
    return ({ index }) => index % 2 === (odd ? 1 : 0);
  }
  if (formula?.type !== "AnPlusB") throw new UnsupportedSelector(":nth-child");
  const step = Number(formula.a ?? 0);
  const offset = Number(formula.b ?? 0);
  return ({ index }) => {
    const distance = index - offset;
    return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
  };
}
