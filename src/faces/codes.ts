/** A face's frame → the QR codes on it and where they lie. */
import type { FacePage, Frame } from "../layout/index.js";
import { compose, IDENTITY, type Matrix, type Rect, transformRect } from "../units.js";

export interface CodeOnFace {
  readonly linkId: string;
  readonly url: string;
  /** In the frame's coordinates, quiet zone included. */
  readonly rect: Rect;
}

export function codesOn(page: FacePage): readonly CodeOnFace[] {
  const codes: CodeOnFace[] = [];
  collect(page.frame, IDENTITY, codes);
  return codes;
}

function collect(frame: Frame, map: Matrix, codes: CodeOnFace[]): void {
  for (const item of frame.items) {
    const here = compose([1, 0, 0, 1, item.at.x, item.at.y], map);
    if (item.kind === "frame") collect(item.frame, item.transform ? compose(item.transform, here) : here, codes);
    if (item.kind !== "qr") continue;
    const rect = transformRect(here, { x: 0, y: 0, ...item.size });
    codes.push({ linkId: item.linkId, url: item.code.payload, rect });
  }
}
