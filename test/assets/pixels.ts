/** SVG text → pixels on white, by librsvg, and how far two pictures are apart. */
import sharp from "sharp";

const SIDE = 128;

/** RGB bytes of the drawing, `SIDE` pixels at its longer side. */
export async function rasterise(svg: string): Promise<Buffer> {
  const sized = svg.replace(/<svg /, `<svg width="${SIDE}" height="${SIDE}" `);
  return sharp(Buffer.from(sized), { density: 96 })
    .flatten({ background: "white" })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer();
}

/** Mean difference of two pictures, out of 255. */
export function difference(a: Buffer, b: Buffer): number {
  if (a.length !== b.length) return 255;
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += Math.abs(a[index]! - b[index]!);
  return sum / a.length;
}
