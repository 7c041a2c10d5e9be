/**
 * The render stage: sheets and the faces on them → the bytes of a PDF.
 *
 *     RenderFace ── faces.ts ── Form ─┐            (ink/: frames, shapes, text → operators; no document in sight)
 *                                     ├─ document.ts ── PdfWriter ── bytes
 *     Sheet ── ink/side.ts ── Drawing ┤            (font/: subsets and codes; pdf/: the seam to pdfkit)
 *     Navigation ── navigation.ts ────┘            (for the screen: links.ts finds the links of faces)
 *
 * A face is drawn once, whatever the number of its copies, sheets and documents: operators name their resources by
 * content, so finished ones fit into any document. Frames and sheets count downwards, PDF upwards: each form and page
 * begins by turning over.
 */
import type { Separation } from "../color/index.js";
import type { FaceSlot, Sheet, SheetSide } from "../impose/sheet.js";
import { type Pt, type Rect, type Size, transformRect } from "../units.js";
import { DocumentObjects } from "./document.js";
import { FaceForge, type PrepareImage, type RenderFace } from "./faces.js";
import type { Subset } from "./font/embed.js";
import { type ColorSpace, pressSpace, SRGB } from "./ink/color-space.js";
import { drawSide, type PlacedFace, type SetLabel } from "./ink/side.js";
import { type LinkArea, linksOf } from "./links.js";
import { LruCache } from "./lru.js";
import { type Navigation, Navigator } from "./navigation.js";
import { PackCache } from "./pack.js";
import type { PdfDictionary } from "./pdf/objects.js";
import { type DocumentInfo, openPdf } from "./pdf/pdfkit.js";

export { frameHash } from "../layout/frame-hash.js";
export type { PrepareImage, RenderFace } from "./faces.js";
export type { SetLabel } from "./ink/side.js";
export type { Navigation, OutlineEntry, PageLabels, PagePlace } from "./navigation.js";
export type { DocumentInfo, OutputIntent } from "./pdf/pdfkit.js";

/** What a PDF of sheets is made from. */
export interface SheetDocument {
  readonly info: DocumentInfo;
  /** Read one at a time: the pages of a sheet are written before the next is asked for. */
  readonly sheets: Iterable<Sheet>;
  /** Asked once for each piece and side, when it is first placed; the answer is not kept after it is drawn. */
  face(slot: FaceSlot): RenderFace | Promise<RenderFace>;
  /** Called after each sheet: to hear an interruption. */
  pause?(): Promise<void>;
  /** Sets the small words of marks. */
  label(text: string, size: Pt, face?: "title"): SetLabel;
  /** The outline entry of a page; none without a title. */
  readonly outline?: ((sheet: Sheet, side: "front" | "back") => string | undefined) | undefined;
  /** For a document on a screen, in place of `outline`: paper has neither links nor labels. */
  readonly navigation?: Navigation | undefined;
  /** For a press: every colour in its inks. Its forms are kept as long as the separation is. */
  readonly separation?: Separation | undefined;
}

export interface Renderer {
  /**
   * Makes the PDF and gives it to `write`, from its first byte to its last. Throws only for faults of the program and
   * what `write` throws: what people can cause is reported by those who make the faces.
   */
  render(document: SheetDocument, write: (chunk: Uint8Array) => void): Promise<void>;
}

export interface RendererOptions {
  readonly prepareImage: PrepareImage;
}

interface ShownFace extends PlacedFace {
  readonly links: readonly LinkArea[];
}

const SUBSET_LIMIT = 16 * 1024 * 1024;

/** A renderer remembers finished faces, drawings, photographs and font subsets from one document to the next. */
export function createRenderer({ prepareImage }: RendererOptions): Renderer {
  const forge = new FaceForge(prepareImage, SRGB);
  const presses = new WeakMap<Separation, { readonly space: ColorSpace; readonly forge: FaceForge }>();
  /** Colours and forms of a document. */
  const shopFor = (separation: Separation | undefined) => {
    if (separation === undefined) return { space: SRGB, forge };
    let shop = presses.get(separation);
    if (shop === undefined) {
      const space = pressSpace(separation);
      shop = { space, forge: new FaceForge(prepareImage, space) };
      presses.set(separation, shop);
    }
    return shop;
  };
  const caches = {
    packed: new PackCache(),
    subsets: new LruCache<Subset>(SUBSET_LIMIT, (subset) => subset.packed.length),
  };
  return {
    async render(source, write) {
      const writer = openPdf(source.info, write);
      const { space, forge } = shopFor(source.separation);
      const objects = new DocumentObjects(writer, caches);
      const navigator = source.navigation && new Navigator(writer, source.navigation);
      const placed = new Map<string, ShownFace>();
      const faceOn = (slot: FaceSlot): ShownFace => placed.get(slotKey(slot))!;

      const drawPage = async (sheet: Sheet, sideName: "front" | "back"): Promise<void> => {
        const side = sheet[sideName];
        if (side === undefined) return;
        const fresh: string[] = [];
        for (const { slot } of side.placements) {
          const key = slotKey(slot);
          if (placed.has(key)) continue;
          const face = await source.face(slot);
          const { name, form } = await forge.form(face);
          const links = navigator ? linksOf(face.page.frame) : [];
          placed.set(key, { name, height: form.bbox[3], resource: { kind: "form", form }, links });
          fresh.push(key);
        }
        const drawing = drawSide(side, sheet.page, {
          space,
          face: faceOn,
          label: (text, size, face) => source.label(text, size, face),
        });
        const Annots = navigator?.annotations(side, sheet.page, (slot) => faceOn(slot).links);
        objects.page(drawing, { ...boxesOf(sheet, side), Annots, Group: source.separation && PRESS_GROUP });
        for (const key of fresh) placed.set(key, { ...placed.get(key)!, resource: { kind: "written" } });
        const title = navigator ? undefined : source.outline?.(sheet, sideName);
        if (title !== undefined) writer.bookmark(title, writer.pages - 1);
      };

      for (const sheet of source.sheets) {
        await drawPage(sheet, "front");
        await drawPage(sheet, "back");
        await source.pause?.();
      }
      await objects.finish();
      navigator?.finish();
      writer.finish();
    },
  };
}

/** What shows through on a page is mixed as inks. */
const PRESS_GROUP: PdfDictionary = { Type: "Group", S: "Transparency", CS: "DeviceCMYK" };

const slotKey = (slot: FaceSlot): string =>
  `${slot.piece} ${slot.side}${slot.sketch === undefined ? "" : ` ${slot.sketch}`}`;

/** Boxes of a page, the right way up, none larger than the page; around what is drawn, corrected as it is. */
function boxesOf({ page, trimBox, bleedBox }: Sheet, { correction }: SheetSide): PdfDictionary {
  const drawn = (box: Rect): Rect => (correction ? transformRect(correction, box) : box);
  return {
    MediaBox: [0, 0, page.width, page.height],
    BleedBox: boxOf(drawn(bleedBox), page),
    TrimBox: boxOf(drawn(trimBox), page),
  };
}

const boxOf = ({ x, y, width, height }: Rect, page: Size): readonly number[] => [
  Math.max(0, x),
  Math.max(0, page.height - y - height),
  Math.min(page.width, x + width),
  Math.min(page.height, page.height - y),
];
