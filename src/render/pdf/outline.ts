/** Titles by level → the outline of a document: its objects, each linked to its neighbours. */
import { type PdfDictionary, type PdfRef, type PdfValue, pdfText } from "./objects.js";
import type { PdfWriter } from "./pdfkit.js";

export interface Bookmark {
  readonly title: string;
  /** 1 for the outermost. */
  readonly level: number;
  readonly destination: readonly PdfValue[];
}

interface Node {
  readonly bookmark: Bookmark;
  readonly ref: PdfRef;
  readonly children: Node[];
}

/** Writes the outline and gives its root. Readers show the outermost titles; the others stay folded. */
export function writeOutline(writer: PdfWriter, bookmarks: readonly Bookmark[]): PdfRef {
  const root = writer.reserve();
  const nodes = nest(writer, bookmarks);
  writer.fill(root, { Type: "Outlines", ...ends(nodes), Count: nodes.length });
  writeLevel(writer, nodes, root);
  return root;
}

/** A title belongs to the last one before it of a smaller level; levels may be left out. */
function nest(writer: PdfWriter, bookmarks: readonly Bookmark[]): readonly Node[] {
  const outermost: Node[] = [];
  const open: Node[] = [];
  for (const bookmark of bookmarks) {
    while (open.length > 0 && open.at(-1)!.bookmark.level >= bookmark.level) open.pop();
    const node: Node = { bookmark, ref: writer.reserve(), children: [] };
    (open.at(-1)?.children ?? outermost).push(node);
    open.push(node);
  }
  return outermost;
}

function writeLevel(writer: PdfWriter, nodes: readonly Node[], Parent: PdfRef): void {
  for (const [index, { bookmark, ref, children }] of nodes.entries()) {
    writer.fill(ref, {
      Title: pdfText(bookmark.title),
      Parent,
      Prev: nodes[index - 1]?.ref,
      Next: nodes[index + 1]?.ref,
      Dest: bookmark.destination,
      ...ends(children),
      // A count below zero is that of a folded title.
      Count: children.length > 0 ? -children.length : undefined,
    });
    writeLevel(writer, children, ref);
  }
}

const ends = (nodes: readonly Node[]): PdfDictionary => ({ First: nodes[0]?.ref, Last: nodes.at(-1)?.ref });
