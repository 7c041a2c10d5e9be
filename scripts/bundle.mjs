/**
 * src/ → lib/: the command and the engine behind it with their pure JavaScript packages, in few files, so that they
 * start quickly.
 *
 *     mallette.cjs, start.cjs  the command line: help and mistakes are answered without the engine
 *     engine.cjs               everything else
 *     preflight.cjs            the check of PDFs, which no build needs
 *     start-….cjs, .cache …    what the first two load (see `kept.cjs` in this folder), and what V8 made of it
 *     patterns/…               where words of each language may be hyphenated
 *     api.mjs                  the engine for other programs
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { BINARIES, changedPackages, PATTERN_FILES, slimPackages } from "./slim.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** Packages that find files beside themselves (WebAssembly, native code, data) stay where npm put them. */
const EXTERNAL = ["sharp", "@iconify-json/*", "@expo-google-fonts/*"];

/** What the command line asks of the engine; all else that it imports is small and its own. */
const ENGINE = [
  "src/build.ts",
  "src/calibration/index.ts",
  "src/catalog/index.ts",
  "src/changes/index.ts",
  "src/content/index.ts",
  "src/deliver/index.ts",
  "src/exchange/index.ts",
  "src/faces/index.ts",
  "src/impose/index.ts",
  "src/links/index.ts",
  "src/localise/index.ts",
  "src/plan/reprint.ts",
  "src/plan/sizes.ts",
  "src/production/labels.ts",
  "src/render/index.ts",
  "src/text/index.ts",
  "src/translation/index.ts",
];

/** A file of its own: a build never reads it. */
const PREFLIGHT = "src/preflight/index.ts";

/** Where it goes; tests bundle into a folder of their own. */
const outdir = resolve(process.argv[2] ?? "lib");

const common = {
  absWorkingDir: ROOT,
  bundle: true,
  metafile: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: EXTERNAL,
  minifySyntax: true,
  minifyWhitespace: true,
  define: { __VERSION__: JSON.stringify(version) },
  legalComments: "none",
  logLevel: "warning",
  // Two of the engine's parts that export one name would both lose it.
  logOverride: { "ambiguous-reexport": "error" },
};

/** Its name and its text: a script and not a module, for only scripts can be kept compiled. */
async function bundleEngine() {
  const { outputFiles, metafile } = await build({
    ...common,
    stdin: { contents: ENGINE.map((path) => `export * from "./${path}";`).join("\n"), resolveDir: ROOT },
    outdir,
    entryNames: "engine-[hash]",
    plugins: [slimPackages, changedPackages],
    define: { ...common.define, "import.meta.url": "__url" },
  });
  const [output] = Object.values(metafile.outputs);
  const { code } = await transform(outputFiles[0].text, {
    format: "cjs",
    target: common.target,
    minifySyntax: true,
    minifyWhitespace: true,
  });
  // A script of its own has no `import()`: the loader gives it one.
  const asked = output.imports.filter(({ kind, external }) => external && kind === "dynamic-import");
  const script = [...new Set(asked.map(({ path }) => path))].reduce(
    (text, path) => text.replaceAll(`import("${path}")`, `__import("${path}")`),
    inAscii(code),
  );
  return { name: nameOf(outputFiles[0]), script };
}

const nameOf = ({ path }) => path.replace(/^.*[\\/]|\.c?js$/g, "");

/** What the loader calls. Here, and not there: to put two megabytes of text into another is to copy them. */
const asFunction = (code) => `(function(exports,module,require,__url,__import){${code}\n})`;

/** The loader reads a byte a sign. The bundler escapes other signs in strings, but leaves them in regular expressions. */
const inAscii = (code) =>
  code.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

const toFile = {
  name: "to-file",
  setup(bundler) {
    const files = new Set(ENGINE.map((path) => join(ROOT, path)));
    bundler.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const source = join(resolveDir, path).replace(/\.js$/, ".ts");
      if (files.has(source)) return { path: "./engine.cjs", external: true };
      return source === join(ROOT, PREFLIGHT) ? { path: "./preflight.cjs", external: true } : undefined;
    });
  },
};

/** The command line: its name and its text, in which nothing is loaded before it is asked for. */
async function bundleStart() {
  const { outputFiles } = await build({
    ...common,
    format: "cjs",
    entryPoints: [{ in: "src/cli/start.ts", out: "start" }],
    outdir,
    entryNames: "start-[hash]",
    plugins: [toFile, slimPackages],
    define: { ...common.define, "import.meta.url": "__url" },
  });
  return { name: nameOf(outputFiles[0]), script: inAscii(outputFiles[0].text) };
}

/** A file of its own: the text of what `path` needs. */
async function bundleAlone(path) {
  const { outputFiles } = await build({
    ...common,
    format: "cjs",
    entryPoints: [path],
    outdir,
    external: [...EXTERNAL, "./start.cjs"],
  });
  return outputFiles[0].text;
}

const [engine, start] = await Promise.all([bundleEngine(), bundleStart()]);
const loaderOf = ({ name }) => `module.exports = require("./kept.cjs").load("${name}");\n`;
const files = new Map(
  Object.entries({
    // Says to a Node that is too old that it is.
    "mallette.cjs": await bundleAlone("src/cli/mallette.ts"),
    "preflight.cjs": await bundleAlone(PREFLIGHT),
    "start.cjs": loaderOf(start),
    "engine.cjs": `require("./kept.cjs").quicken();\n${loaderOf(engine)}`,
    "kept.cjs": readFileSync(new URL("kept.cjs", import.meta.url)),
    [`${start.name}.cjs`]: asFunction(start.script),
    [`${engine.name}.cjs`]: asFunction(engine.script),
    ...Object.fromEntries(PATTERN_FILES),
    "api.mjs": 'import engine from "./engine.cjs";\n\nexport const { openWorkshop } = engine;\n',
  }).map(([name, contents]) => [join(outdir, name), contents]),
);
for (const [path, contents] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
for (const [name, path] of Object.entries(BINARIES)) copyFileSync(path, join(outdir, name));
cpSync(join(ROOT, "src", "color", "profiles"), join(outdir, "profiles"), { recursive: true });

// Pieces of an earlier bundle go only once the new one stands.
const isOld = (path) => /^(engine|start)\b/.test(path) && !files.has(join(outdir, path));
for (const path of readdirSync(outdir, { recursive: true })) {
  if (isOld(path.replaceAll("\\", "/")) && /\.\w+$/.test(path)) rmSync(join(outdir, path));
}

// npm makes the commands of packages executable, but not those of the folder it runs in: `npx mallette` needs it.
chmodSync(join(outdir, "mallette.cjs"), 0o755);

// Both are kept as V8 compiled them while they made this kit: the code that a build needs, and no other.
const scratch = mkdtempSync(join(tmpdir(), "mallette-"));
try {
  const args = [join(outdir, "mallette.cjs"), "build", "-q", "-C", ROOT, "--out", scratch];
  execFileSync(process.execPath, args, { stdio: "ignore", env: { ...process.env, MALLETTE_KEEP_COMPILED: "1" } });
} catch {
  // Nothing is lost but a tenth of a second at each start.
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
