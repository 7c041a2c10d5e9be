/** Faces as they are drawn → what the ticket needs of them: whether they are coloured, and those of a sheet to show in small. */
import type { Face } from "../faces/index.js";
import type { FaceSlot, Sheet } from "../impose/index.js";
import type { Output } from "../plan/outputs.js";
import { needsColor } from "./color.js";

/** What was seen of a file. */
export interface Seen {
  readonly color: boolean;
  /** The faces of its shown sheet, by `slotName`. */
  readonly faces: ReadonlyMap<string, Face>;
}

export interface FaceWatch {
  /** Call it with each face as a file places it. */
  see(output: Output, slot: FaceSlot, face: Face): void;
  of(output: Output): Seen;
}

export const slotName = ({ piece, side }: FaceSlot): string => `${piece} ${side}`;

/** The sheet that tells most of a file: the first that is no page of explanations. */
export const shownSheet = ({ imposed: { sheets, groups } }: Output): Sheet =>
  sheets[(groups.find(({ kind }) => kind !== "assembly")?.first ?? 1) - 1]!;

export function watchFaces(): FaceWatch {
  // By key: a face that comes in four files is looked at once.
  const colors = new Map<string, boolean>();
  const files = new Map<Output, { color: boolean; readonly faces: Map<string, Face>; readonly wanted: Set<string> }>();
  const fileOf = (output: Output) => {
    let file = files.get(output);
    if (!file) {
      const wanted = new Set(shownSheet(output).front.placements.map(({ slot }) => slotName(slot)));
      file = { color: false, faces: new Map(), wanted };
      files.set(output, file);
    }
    return file;
  };
  return {
    see(output, slot, face) {
      const file = fileOf(output);
      // What an assembly page shows in small is in the file at its size, too.
      if (slot.sketch !== undefined) return;
      if (file.wanted.has(slotName(slot))) file.faces.set(slotName(slot), face);
      if (file.color) return;
      const color = colors.get(face.key) ?? needsColor(face.page.frame);
      colors.set(face.key, color);
      file.color = color;
    },
    of: (output) => fileOf(output),
  };
}
