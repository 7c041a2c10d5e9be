/** A piece → its values and texts one by one, those in the blocks of a chapter included, in reading order. */
import type { Block, FieldValue, Piece, TextValue, Values } from "./kit.js";

/** A value that holds no others. */
export type Leaf = Exclude<FieldValue, { kind: "list" | "group" }>;

/** Every single value, however deep in lists and groups. */
export function* leavesIn(values: Values): Generator<Leaf> {
  for (const value of Object.values(values)) yield* leavesOf(value);
}

function* leavesOf(value: FieldValue): Generator<Leaf> {
  if (value.kind === "list") for (const item of value.items) yield* leavesOf(item);
  else if (value.kind === "group") yield* leavesIn(value.values);
  else yield value;
}

/** Blocks and, after each, those inside it. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === "box" || block.kind === "quote") yield* allBlocks(block.blocks);
    if (block.kind === "list") for (const item of block.items) yield* allBlocks(item);
  }
}

/** The values of a piece, then those of its boxes. */
export function* valuesOf(piece: Piece): Generator<Values> {
  yield piece.values;
  for (const block of allBlocks(piece.body ?? [])) if (block.kind === "box") yield block.values;
}

/** The anchors of a chapter's headings. */
export function* anchorsOf(piece: Piece): Generator<string> {
  for (const block of allBlocks(piece.body ?? [])) {
    if (block.kind === "heading" && block.anchor !== undefined) yield block.anchor;
  }
}

/** Every text of a piece: of its values, its blocks and its boxes. */
export function* textsOf(piece: Piece): Generator<TextValue> {
  yield* textLeaves(piece.values);
  for (const block of allBlocks(piece.body ?? [])) {
    if (block.kind === "heading" || block.kind === "paragraph") yield block.text;
    if (block.kind === "table") for (const row of [block.head, ...block.rows]) yield* row;
    if (block.kind === "box") yield* textLeaves(block.values);
  }
}

function* textLeaves(values: Values): Generator<TextValue> {
  for (const leaf of leavesIn(values)) if (leaf.kind === "text" || leaf.kind === "markdown") yield leaf;
}
