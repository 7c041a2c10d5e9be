/** A file of sheets → the files by which a machine cuts them, beside it. */
import { CUT_WRITERS, cutLayouts } from "../cut/index.js";
import type { CutFile, Delivery } from "../deliver/index.js";
import type { Output } from "../plan/outputs.js";

/** `home-A4/cartes-decoupe-1-a-4.svg`: named after the PDF and the sheets that it is for. */
function pathFor({ path }: Output, sheets: readonly number[], format: string): string {
  const [first, last] = [sheets[0]!, sheets.at(-1)!];
  return `${path.replace(/\.pdf$/, "")}-decoupe-${first === last ? first : `${first}-a-${last}`}.${format}`;
}

/** Writes one file in each format for all sheets that are cut alike. */
export function writeCutFiles(output: Output, delivery: Delivery | undefined): readonly CutFile[] {
  const { cut = [], asCut = output.imposed.sheets, title } = output;
  if (cut.length === 0) return [];
  return cutLayouts(asCut).flatMap((layout) =>
    cut.map((format): CutFile => {
      const { sheets } = layout;
      const path = pathFor(output, sheets, format);
      const file = delivery?.open(path);
      const numbers = sheets.length === 1 ? `feuille ${sheets[0]}` : `feuilles ${sheets[0]} à ${sheets.at(-1)}`;
      file?.write(new TextEncoder().encode(CUT_WRITERS[format](layout, `${title}, ${numbers}, recto au-dessus`)));
      file?.close();
      return { path, sheets };
    }),
  );
}
