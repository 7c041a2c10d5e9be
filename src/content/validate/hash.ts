/** A text without quotes → whether a `#` cut its end off. */
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Finding } from "../finding.js";
import { quoted } from "../yaml/line.js";
import * as sayYaml from "../yaml/messages.js";
import type { ScalarNode } from "../yaml/node.js";
import { lineWith, restOfLine } from "./correction.js";

/** ` #` ends a plain text in silence; whether the writer meant a remark shows in what touches the sign. */
export function hashFinding(node: ScalarNode): { readonly finding: Finding; readonly at: Span } | undefined {
  const rest = restOfLine(node.at);
  const found = /^([ \t]*)#(\S)?/.exec(rest);
  if (found === null) return undefined;
  const [, gap = "", glued] = found;
  const lost = rest.slice(gap.length).trim();
  const start = node.at.end + gap.length;
  const at = { source: node.at.source, start, end: start + lost.length };
  const correction = lineQuotedWhole(node);
  if (glued !== undefined && glued !== "#") return { finding: { ...sayYaml.cutByHash(lost), correction }, at };
  if (gap === " " && node.value !== "") return { finding: sayYaml.maybeCutByHash(lost.replace(/^#+\s*/, "")), at };
  return undefined;
}

/** The line with the value and all that follows it between quotes. */
function lineQuotedWhole(node: ScalarNode): string | undefined {
  const { source, start, end } = node.at;
  if (source.text.slice(start, end).includes("\n")) return undefined;
  const rest = restOfLine(node.at).trimEnd();
  const from = node.value === "" ? end + (rest.length - rest.trimStart().length) : start;
  const to = end + rest.length;
  return lineWith({ source, start: from, end: to }, quoted(source.text.slice(from, to)));
}
