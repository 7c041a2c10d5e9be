/** The one door to HarfBuzz (WebAssembly): nothing → its module, which is compiled at the first call only. */
export type HarfBuzz = typeof import("harfbuzzjs");

let loading: Promise<HarfBuzz> | undefined;

/** Called early, the module is compiled beside other work. */
export function loadHarfBuzz(): Promise<HarfBuzz> {
  loading ??= import("harfbuzzjs");
  return loading;
}
