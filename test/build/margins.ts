/** A kit in a language → the words beside its pieces, as they are set: what they say, and how much room they take. */
import { filesInLocale, openKitFiles, packageFolder } from "../../src/content/index.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { createFaceMaker, createFaceMemory } from "../../src/faces/index.js";
import { type Mark, PAPERS, type Sheet } from "../../src/impose/index.js";
import { localise } from "../../src/localise/index.js";
import { coverFile } from "../../src/plan/messages.js";
import { planOutputs } from "../../src/plan/outputs.js";
import { productOf } from "../../src/plan/press/products.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { drawsBack, papersOf } from "../../src/plan/sizes.js";
import { layOutBooklets } from "../../src/production/booklets.js";
import { createLabelSetter, textFace, titleFace } from "../../src/production/labels.js";
import { openLanguage } from "../../src/translation/index.js";
import { mm } from "../../src/units.js";
import { loadedKit } from "../translation/support.js";

type TextMark = Extract<Mark, { kind: "text" }>;

export interface Margin {
  /** `home-A4/plateau.pdf 1 front` */
  readonly place: string;
  readonly sheet: Sheet;
  /** In the order in which they are printed. */
  readonly words: readonly { readonly mark: TextMark; readonly width: number }[];
}

export interface Margins {
  readonly margins: readonly Margin[];
  /** Names of files and of the kit: the same in every language. */
  readonly names: readonly string[];
}

/** Everything that is planned on A4 and A3; the booklets only when asked for, for they take long to lay out. */
export async function marginsOf(folder: string, locale: string, withBooklets: boolean): Promise<Margins> {
  const diagnostics = new Diagnostics();
  const files = openKitFiles(folder, diagnostics);
  const printing = { final: false, components: [] };
  const { kit, profile, proof } = openLanguage(locale, { kit: loadedKit(folder), files }, printing, diagnostics);
  const local = localise(kit, locale, { ...profile, proof });
  const memory = await createFaceMemory((name) => packageFolder(name, folder));
  const maker = await createFaceMaker(local, filesInLocale(files, locale), memory, diagnostics);
  const bench = { local, maker, diagnostics, pause: () => Promise.resolve() };
  const outputs = planOutputs(
    {
      local,
      request: DEFAULT_REQUEST,
      papers: papersOf(kit, PAPERS),
      hasBack: (template) => drawsBack(kit.templates.get(template)),
      keepOuts: () => [],
      press: productOf({}, kit.press),
      booklets: await layOutBooklets(kit, () => withBooklets, bench),
    },
    diagnostics,
  );
  const setting = { fonts: maker.fonts, shaper: memory.shaper, lang: locale, direction: local.direction };
  const text = createLabelSetter(textFace(kit), setting);
  const title = createLabelSetter(titleFace(kit), setting);
  const margins = outputs.flatMap(({ path, imposed }) =>
    imposed.sheets.flatMap((sheet): readonly Margin[] =>
      (["front", "back"] as const).flatMap((side) => {
        const marks = sheet[side]?.marks.flatMap((mark) => (mark.kind === "text" ? [mark] : [])) ?? [];
        const words = marks.map((mark) => ({
          mark,
          width: (mark.face === "title" ? title : text)(mark.text, mark.size).width,
        }));
        return [{ place: `${path} ${sheet.number} ${side}`, sheet, words }];
      }),
    ),
  );
  const ids = [...kit.components, ...kit.gangs].flatMap(({ id }) => [coverFile(id), id]);
  return { margins, names: [...ids, `${kit.id} v${kit.version}`] };
}

const PRINTER = mm(5);

/** How far words reach along the page, from its left edge or its top. */
function reach({ at, anchor, angle }: TextMark, width: number): readonly [number, number] {
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  const along = angle === 0 || angle === 180 ? at.x : at.y;
  const back = angle === 180 || angle === 270 ? 1 - share : share;
  return [along - back * width, along + (1 - back) * width];
}

/** What stands where no printer prints. */
export const sticksOut = ({ place, sheet: { page }, words }: Margin): readonly string[] =>
  words.flatMap(({ mark, width }) => {
    const [from, to] = reach(mark, width);
    const length = mark.angle === 0 || mark.angle === 180 ? page.width : page.height;
    return from < PRINTER - 0.01 || to > length - PRINTER + 0.01 ? [`${place}: ${mark.text}`] : [];
  });
