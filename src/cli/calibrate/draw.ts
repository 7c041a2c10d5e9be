/** A kit and a calibration sheet → its PDF, in the kit's own fonts. */
import { CREATOR, calibrationSheet, type SheetWanted } from "../../calibration/index.js";
import { type KitFiles, packageFolder } from "../../content/index.js";
import type { Kit } from "../../content/kit.js";
import { Diagnostics } from "../../diagnostics/index.js";
import { createFaceMaker, createFaceMemory } from "../../faces/index.js";
import { localise } from "../../localise/index.js";
import { createLabelSetter, textFace, titleFace } from "../../production/labels.js";
import { createRenderer } from "../../render/index.js";

/** The sheet speaks the language of the program, whatever that of the kit. */
const LANGUAGE = "fr";

/** Undefined, and reported, when the kit's fonts cannot be used. What is wrong with its pieces is of no concern here. */
export async function drawSheet(
  wanted: SheetWanted,
  { kit, files }: { readonly kit: Kit; readonly files: KitFiles },
  diagnostics: Diagnostics,
): Promise<Uint8Array | undefined> {
  const memory = await createFaceMemory((name) => packageFolder(name, files.root));
  const found = new Diagnostics();
  const { fonts } = await createFaceMaker(localise(kit, kit.locale), files, memory, found);
  if (found.hasErrors) {
    for (const problem of found.all) diagnostics.report(problem);
    return undefined;
  }
  const setting = { fonts, shaper: memory.shaper, lang: LANGUAGE, direction: "ltr" } as const;
  const text = createLabelSetter(textFace(kit), setting);
  const title = createLabelSetter(titleFace(kit), setting);
  const chunks: Uint8Array[] = [];
  await createRenderer({ prepareImage: async () => undefined }).render(
    {
      info: {
        title: `Calage ${wanted.paper.name}`,
        author: "mallette",
        subject: "Feuille de calage d’une imprimante",
        lang: LANGUAGE,
        date: kit.date,
        creator: CREATOR,
        duplex: "long-edge",
      },
      sheets: [calibrationSheet(wanted)],
      face: ({ piece }) => {
        throw new Error(`a calibration sheet has no pieces: ${piece}`);
      },
      label: (words, size, face) => (face === "title" ? title : text)(words, size),
    },
    (chunk) => void chunks.push(chunk.slice()),
  );
  return Buffer.concat(chunks);
}
