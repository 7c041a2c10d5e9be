/** Grey pixels around one code → what it holds. The only file that knows jsqr. */
import type { Gray } from "./raster.js";

/** Undefined when it cannot be read. Loaded when the first code is met. */
export async function decode({ data, width, height }: Gray): Promise<string | undefined> {
  const { default: loaded } = await import("jsqr");
  // Its types tell of a module, bundlers of the function.
  const jsQr = "default" in loaded ? loaded.default : (loaded as unknown as (typeof loaded)["default"]);
  const colors = new Uint8ClampedArray(4 * data.length).fill(255);
  for (let at = 0; at < data.length; at++) colors.fill(data[at]!, 4 * at, 4 * at + 3);
  return jsQr(colors, width, height, { inversionAttempts: "attemptBoth" })?.data;
}
