/** A script beside this file, as V8 compiled it when it was bundled → what it exports: most of the time of a cold start. */
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const vm = require("node:vm");

/** Parts of Node that every build asks for. */
const NEEDED = ["crypto", "module", "os", "stream", "timers/promises", "zlib"];

/**
 * A build lasts half a second. With V8's usual budgets half of its work would go into optimising code that ends the
 * moment it is ready. Long builds still are optimised where it pays: in JavaScript; the WebAssembly of fonts and boxes
 * gains nothing by it. And V8 forgets code that ran only once; then it would be missing in the copy that is kept.
 */
const FLAGS = [
  "--interrupt-budget=300000",
  "--wasm-tiering-budget=1000000000",
  "--wasm-lazy-validation",
  "--no-flush-bytecode",
];

/**
 * Prepares V8 for a build. Flags must be set before the engine is compiled, and after the parts of Node that it needs are
 * loaded: Node keeps those compiled too, but V8 takes what was compiled only under the flags of then.
 */
exports.quicken = () => {
  keepCompiled();
  for (const name of NEEDED) require(`node:${name}`);
  const v8 = require("node:v8");
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
};

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

/** Scripts that ran, whose compiled code is not written yet. */
const toKeep = [];
const { MALLETTE_KEEP_COMPILED: isBundling } = process.env;

/** While bundling: writes what V8 made of the scripts so far, under the flags of this moment. */
function keepCompiled() {
  if (!isBundling) return;
  for (const { kept, script } of toKeep.splice(0)) writeFileSync(kept, script.createCachedData());
}

/** Runs `name`.cjs with a `require` that finds files beside it. */
exports.load = (name) => {
  const filename = join(__dirname, `${name}.cjs`);
  const kept = join(__dirname, `${name}.cache`);
  const script = new vm.Script(readFileSync(filename, "latin1"), { filename, cachedData: readKept(kept) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, module, require, pathToFileURL(filename).href, (path) => import(path));
  toKeep.push({ kept, script });
  wasKept.set(name.split("-")[0], script.cachedDataRejected === false);
  return module.exports;
};

if (isBundling) {
  process.on("exit", () => {
    // A large build sets this flag (see src/production/breath.ts).
    require("node:v8").setFlagsFromString("--heap-growing-percent=0");
    keepCompiled();
  });
}
