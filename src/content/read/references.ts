/** Pieces → the links and images that they and their boxes name exist, or a problem where they are named. */
import { suggest } from "../../diagnostics/suggest.js";
import type { Link, Piece } from "../kit.js";
import { type Judge, report } from "../validate/judge.js";
import * as say from "../validate/messages.js";
import { leavesIn, valuesOf } from "../walk.js";
import type { Desk } from "./desk.js";

export function checkReferences(pieces: readonly Piece[], links: ReadonlyMap<string, Link>, desk: Desk): void {
  const images = new Map<string, boolean>();
  const hasImage = (path: string): boolean => {
    const known = images.get(path) ?? desk.files.has(`assets/${path}`);
    images.set(path, known);
    return known;
  };
  for (const piece of pieces) {
    const judge: Judge = { reporter: desk.reporter, broken: [], piece: `${piece.component}/${piece.id}` };
    for (const value of [...valuesOf(piece)].flatMap((values) => [...leavesIn(values)])) {
      if (value.kind === "link" && !links.has(value.value)) {
        const known = [...links.keys()];
        const found = { suggestion: suggest(value.value, known), known };
        report(judge, say.unknownName("link", value.value, found), value.at, value.field);
      }
      if (value.kind === "image" && !hasImage(value.value)) {
        report(judge, say.missingImage(value.value, beside(value.value, desk)), value.at, value.field);
      }
    }
  }
}

/** The image in the same folder whose name is closest. */
function beside(path: string, desk: Desk): string | undefined {
  const cut = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, cut);
  const meant = suggest(path.slice(cut), desk.files.list(`assets/${folder}`));
  return meant === undefined ? undefined : folder + meant;
}
