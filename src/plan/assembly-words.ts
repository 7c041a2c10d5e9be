/** What is put together, and of how many sheets → the title and the steps of its assembly page, in the kit's language. */
import type { AssemblyFacts, AssemblyStep } from "../impose/index.js";
import type { PrintWords } from "../localise/index.js";
import { toMm } from "../units.js";

/** A board, or one of several matrices, by its name; « Assembler le plateau « Plateau » » would say nothing more. */
export const assemblyTitle = (kind: "board" | "matrix", title: string, print: PrintWords): string => {
  const plain = print.say(`assemble-${kind}`);
  // A name is not parted where it fits on a line.
  const held = title.replaceAll(" ", "\u00A0");
  return hasWords(plain, title) ? plain : print.say(`assemble-${kind}-named`, { title: held });
};

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** Whether a sentence holds these words, in their order. */
const hasWords = (sentence: string, words: string): boolean => {
  const [all, wanted] = [sentence, words].map((text) => ` ${(text.toLowerCase().match(WORDS) ?? []).join(" ")} `);
  return all!.includes(wanted!);
};

/** What to do, in order. */
export const assemblySteps = (facts: AssemblyFacts, print: PrintWords): readonly AssemblyStep[] => [
  { words: print.say("step-print", { n: facts.sheets }) },
  ...(facts.overlap > 0 ? glueSteps(facts, print) : [{ words: print.say("step-cut") }]),
  ...(facts.panels > 1 ? [{ words: print.say("step-tape") }] : []),
];

const glueSteps = (facts: AssemblyFacts, print: PrintWords): readonly AssemblyStep[] => [
  { words: edgeWords(facts, print), figure: "edge" },
  {
    words: print.say(facts.edges.length > 1 ? "step-glue-rows" : "step-glue", { n: Math.round(toMm(facts.overlap)) }),
    figure: "glue",
  },
  { words: print.say("step-around"), figure: "around" },
];

/** Three names are read at a glance; more are told by what they have in common. */
const MOST_NAMES = 3;

/** The crosses stand in the margins: until tiles are glued, only what is laid over a neighbour is cut. */
const edgeWords = ({ over, edges: [first, second] }: AssemblyFacts, print: PrintWords): string => {
  if (second !== undefined) return print.say("step-edges-left-top");
  return over.length <= MOST_NAMES
    ? print.say(`step-edge-${first!}`, { tiles: print.list(over) })
    : print.say(`step-edges-${first!}`);
};
