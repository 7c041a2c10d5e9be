/**
 * The Markdown of a chapter → its blocks.
 *
 * lines → tokens (CommonMark's block rules, and boxes) → blocks, whose texts are inline Markdown as written, each with
 * its exact place and the name by which translators know it.
 */
import type { Source } from "../../diagnostics/diagnostic.js";
import { lineIndex } from "../../diagnostics/position.js";
import type { Block } from "../kit.js";
import { type BlockDesk, toBlocks } from "./blocks.js";
import { parseBlocks } from "./parser.js";

export type { AskedBox, BlockDesk } from "./blocks.js";

/** Reads what follows offset `bodyStart` of a source, which begins a line. `chapter` names texts above the first anchor. */
export function readBlocks(source: Source, bodyStart: number, chapter: string, desk: BlockDesk): readonly Block[] {
  const tokens = parseBlocks(source.text.slice(bodyStart));
  return toBlocks(tokens, { source, firstLine: lineIndex(source, bodyStart) }, chapter, desk);
}
