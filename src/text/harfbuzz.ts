/** The one door to HarfBuzz (WebAssembly): nothing → its module, which is compiled at the first call only. */
export type HarfBuzz = typeof import("harfbuzzjs");

/** In the bundle, which cannot wait while it loads, the module says when it has started (`scripts/slim.mjs`). */
type Starting = HarfBuzz & { readonly started?: Promise<void> };

let loading: Promise<HarfBuzz> | undefined;

/** Called early, it is on its way while other work is done. */
export function loadHarfBuzz(): Promise<HarfBuzz> {
  loading ??= start();
  return loading;
}

async function start(): Promise<HarfBuzz> {
  const module: Starting = await import("harfbuzzjs");
  await module.started;
  return module;
}
