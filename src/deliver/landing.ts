/** Sheets + faces → where each face and each code landed, page by page, for the manifest. */
import type { CodeOnFace } from "../faces/index.js";
import type { Placement, Sheet } from "../impose/index.js";
import { transformRect } from "../units.js";
import { type PlacedCode, type PlacedFace, rectMm } from "./manifest.js";

export interface Landing {
  readonly pages: number;
  readonly faces: readonly PlacedFace[];
  readonly codes: readonly PlacedCode[];
}

/** What the manifest tells of a face. */
export interface FaceFacts {
  /** Hash of all that can be seen of it. */
  readonly key: string;
  readonly codes: readonly CodeOnFace[];
}

/** A face shown in small (on an assembly page) is not counted as printed. */
export function landing(
  sheets: readonly Sheet[],
  factsOf: (piece: string, side: "front" | "back") => FaceFacts | undefined,
): Landing {
  const faces: PlacedFace[] = [];
  const codes: PlacedCode[] = [];
  let page = 0;
  const land = ({ slot, transform, trim, clip }: Placement): void => {
    const scale = Math.hypot(transform[0], transform[1]);
    if (Math.abs(scale - 1) > 1e-6) return;
    const facts = factsOf(slot.piece, slot.side);
    const { piece, side, copy } = slot;
    faces.push({ piece, side, copy, page, rect: rectMm(trim), ...(facts && { hash: facts.key }) });
    for (const { linkId, url, rect } of facts?.codes ?? []) {
      const placed = transformRect(transform, rect);
      const middle = { x: placed.x + placed.width / 2, y: placed.y + placed.height / 2 };
      // On a tile, only the codes that this tile shows.
      const shown =
        middle.x >= clip.x && middle.x <= clip.x + clip.width && middle.y >= clip.y && middle.y <= clip.y + clip.height;
      if (shown) codes.push({ link: linkId, url, piece: slot.piece, page, rect: rectMm(placed) });
    }
  };
  for (const sheet of sheets) {
    page += 1;
    sheet.front.placements.forEach(land);
    if (!sheet.back) continue;
    page += 1;
    sheet.back.placements.forEach(land);
  }
  return { pages: page, faces, codes };
}
