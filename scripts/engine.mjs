/** Loads the engine, which V8 has compiled before: that is most of the time of a cold start. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";
import vm from "node:vm";

// A build lasts half a second. With V8's usual budgets half of its work would go into optimising code that ends the
// moment it is ready. Long builds still are optimised where it pays: in JavaScript; the WebAssembly of fonts and boxes
// gains nothing by it. (Flags must be set before anything is compiled.)
v8.setFlagsFromString("--interrupt-budget=300000");
v8.setFlagsFromString("--wasm-tiering-budget=1000000000");
v8.setFlagsFromString("--wasm-lazy-validation");

// V8 forgets code that ran only once; then it would be missing in the copy that is kept.
v8.setFlagsFromString("--no-flush-bytecode");

const filename = fileURLToPath(new URL("./__ENGINE__.cjs", import.meta.url));
const kept = filename.replace(/cjs$/, "cache");

function readKept() {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
}

// V8 ignores what another version of it compiled.
const source = `(function(exports,module,require,__url,__import){${readFileSync(filename, "latin1")}\n})`;
const script = new vm.Script(source, { filename, cachedData: readKept() });
const module = { exports: {} };
const { url } = import.meta;
script.runInThisContext()(module.exports, module, createRequire(url), url, (name) => import(name));

if (process.env.MALLETTE_KEEP_COMPILED) {
  process.on("exit", () => {
    // What V8 keeps, it takes back only under the same flags; a large build sets this one (see src/production/breath.ts).
    v8.setFlagsFromString("--heap-growing-percent=0");
    writeFileSync(kept, script.createCachedData());
  });
}

/** Whether V8 took what was kept: otherwise it compiles all anew, which costs a tenth of a second. */
export const isKept = script.cachedDataRejected === false;

/** What the engine exports; the bundle adds each of its names. */
export const engine = module.exports;
