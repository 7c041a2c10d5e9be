/** A `transform` value → its steps. */
import type { FunctionNode } from "css-tree";
import type { TransformStep } from "./style.js";
import { degrees, functionArguments, ident, lengthPercentage, number, type Tokens, type Units } from "./values.js";

export function readTransforms(tokens: Tokens, units: Units): readonly TransformStep[] | undefined {
  if (ident(tokens[0]) === "none" && tokens.length === 1) return [];
  const steps: TransformStep[] = [];
  for (const token of tokens) {
    const step = token.type === "Function" ? transformStep(token, units) : undefined;
    if (!step) return undefined;
    steps.push(step);
  }
  return steps;
}

function transformStep(token: FunctionNode, units: Units): TransformStep | undefined {
  const parts = functionArguments(token);
  if (!parts || parts.length > 2) return undefined;
  const [first, second] = parts;
  switch (token.name.toLowerCase()) {
    case "rotate": {
      const angle = second ? undefined : degrees(first);
      return angle === undefined ? undefined : { kind: "rotate", degrees: angle };
    }
    case "scale": {
      const x = number(first);
      const y = second ? number(second) : x;
      return x === undefined || y === undefined ? undefined : { kind: "scale", x, y };
    }
    case "translate": {
      const x = lengthPercentage(first, units);
      const y = second ? lengthPercentage(second, units) : 0;
      return x === undefined || y === undefined ? undefined : { kind: "translate", x, y };
    }
    default:
      return undefined;
  }
}
