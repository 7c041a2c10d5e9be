/** What preflight found → what a person reads: the file in few words, then what is wrong with it. */
import { harmless } from "../../diagnostics/index.js";
import type { Finding, Report } from "../../preflight/index.js";
import * as say from "./messages.js";

const SIGNS: Readonly<Record<Finding["severity"], string>> = { error: "✖", warning: "⚠", info: "ℹ" };

/** More codes are only counted: the document of `--json` has them all. */
const MOST_CODES = 30;

/** One file, with all that is known of it. */
export function wholeReport(name: string, report: Report, source: say.PurposeSource): string {
  const { summary, purpose } = report;
  if (!summary) return `${harmless(name)}\n${findingsOf(report)}`;
  const facts = say.factsOf(summary);
  const width = Math.max(...facts.map(([fact]) => fact.length));
  const lines = facts.map(([fact, value]) => `  ${fact.padEnd(width)}  ${value}`);
  const codes = summary.codes.slice(0, MOST_CODES).map(({ page, text }) => `    ${say.codeLine(page, text)}`);
  const head = [name, ...lines, ...codes, ...(purpose ? [`  ${say.verifiedFor(purpose, source)}`] : [])];
  return `${head.map(oneLine).join("\n")}\n${findingsOf(report)}`;
}

/** One of many files: a line when all is well. */
export function shortReport(name: string, report: Report): string {
  const { summary, findings } = report;
  const worst = findings[0]?.severity;
  const sign = worst === undefined || worst === "info" ? "✔" : SIGNS[worst];
  return `${oneLine(`${sign} ${name}${summary ? `  ${say.pagesInShort(summary)}` : ""}`)}\n${findingsOf(report)}`;
}

const findingsOf = ({ findings }: Report): string => findings.map(findingText).join("");

function findingText(finding: Finding): string {
  const lines = [
    `  ${SIGNS[finding.severity]} ${say.placeOf(finding)}${finding.message}`,
    `    ${say.figuresOf(finding)}`,
    `    ${finding.hint}`,
  ];
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => `${oneLine(line)}\n`)
    .join("");
}

/** What files say of themselves is shown, never obeyed. */
const oneLine = (text: string): string => harmless(text.replace(/[\n\t]+/g, " "));
