/** Pictures for tests: the same noise every time, in any format. */
import sharp, { type Sharp } from "sharp";

export function picture(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  let state = 1;
  const data = Uint8Array.from({ length: width * height * channels }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 16;
  });
  return sharp(data, { raw: { width, height, channels } });
}

export const jpeg = (width: number, height: number): Promise<Buffer> => picture(width, height).jpeg().toBuffer();
