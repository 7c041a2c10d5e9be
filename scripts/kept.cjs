/** A script beside this file, as V8 compiled it when it was bundled → what it exports: most of the time of a cold start. */
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

function readKept(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Of which scripts V8 took what was kept. It ignores what another version of it compiled, and then compiles all anew,
 * which costs a tenth of a second.
 */
const wasKept = new Map();
exports.wasKept = wasKept;

/** Runs `name`.cjs with a `require` that finds files beside it. */
exports.load = (name) => {
  const filename = join(__dirname, `${name}.cjs`);
  const kept = join(__dirname, `${name}.cache`);
  const source = `(function(exports,module,require,__url,__import){${readFileSync(filename, "latin1")}\n})`;
  const script = new vm.Script(source, { filename, cachedData: readKept(kept) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, module, require, pathToFileURL(filename).href, (path) => import(path));
  if (process.env.MALLETTE_KEEP_COMPILED) {
    process.on("exit", () => {
      // What V8 keeps, it takes back only under the same flags; a large build sets this one (see src/production/breath.ts).
      v8.setFlagsFromString("--heap-growing-percent=0");
      writeFileSync(kept, script.createCachedData());
    });
  }
  wasKept.set(name.split("-")[0], script.cachedDataRejected === false);
  return module.exports;
};
