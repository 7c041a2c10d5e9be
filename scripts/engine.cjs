/** Loads the engine, which V8 has compiled before: that is most of the time of a cold start. */
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const v8 = require("node:v8");
const vm = require("node:vm");

// A build lasts half a second. With V8's usual budgets half of its work would go into optimising code that ends the
// moment it is ready. Long builds still are optimised where it pays: in JavaScript; the WebAssembly of fonts and boxes
// gains nothing by it. (Flags must be set before anything is compiled.)
v8.setFlagsFromString("--interrupt-budget=300000");
v8.setFlagsFromString("--wasm-tiering-budget=1000000000");
v8.setFlagsFromString("--wasm-lazy-validation");

// V8 forgets code that ran only once; then it would be missing in the copy that is kept.
v8.setFlagsFromString("--no-flush-bytecode");

const filename = join(__dirname, "__ENGINE__.cjs");
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
const url = pathToFileURL(__filename).href;
script.runInThisContext()(exports, module, require, url, (name) => import(name));

if (process.env.MALLETTE_KEEP_COMPILED) {
  process.on("exit", () => {
    // What V8 keeps, it takes back only under the same flags; a large build sets this one (see src/production/breath.ts).
    v8.setFlagsFromString("--heap-growing-percent=0");
    writeFileSync(kept, script.createCachedData());
  });
}

/** Whether V8 took what was kept: otherwise it compiles all anew, which costs a tenth of a second. */
module.exports.isKept = script.cachedDataRejected === false;
