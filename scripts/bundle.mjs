/** src/ → lib/: the command and the API with their pure JavaScript packages, in few files, so that they start quickly. */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Packages that find files beside themselves (WebAssembly, native code, data) stay where npm put them. */
const EXTERNAL = ["taffy-layout", "harfbuzzjs", "sharp", "@iconify-json/*", "@expo-google-fonts/*"];

/**
 * pdfkit loads fontkit (most of its own start-up time) for its text API. We embed fonts ourselves and never call that
 * API, so the bundle carries a fontkit that says so if anybody ever does.
 */
const withoutFontkit = {
  name: "without-fontkit",
  setup(bundler) {
    bundler.onResolve({ filter: /^fontkit$/ }, () => ({ path: "fontkit", namespace: "unused" }));
    bundler.onLoad({ filter: /.*/, namespace: "unused" }, () => ({
      contents: 'export const create = () => { throw new Error("fontkit is not part of the bundle"); };',
    }));
  },
};

/** Where it goes; tests bundle into a folder of their own. */
const [outdir = "lib"] = process.argv.slice(2);

const { metafile } = await build({
  metafile: true,
  entryPoints: { mallette: "src/cli/mallette.ts", api: "src/build.ts" },
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: EXTERNAL,
  plugins: [withoutFontkit],
  minifySyntax: true,
  minifyWhitespace: true,
  define: { __VERSION__: JSON.stringify(version) },
  // CommonJS packages inside the bundle ask for Node's own modules by `require`.
  banner: {
    js: '#!/usr/bin/env node\nimport{createRequire as __createRequire}from"module";const require=__createRequire(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
});

// Pieces of an earlier bundle go only once the new one stands.
const made = new Set(Object.keys(metafile.outputs).map((path) => resolve(path)));
const chunks = join(outdir, "chunks");
for (const name of existsSync(chunks) ? readdirSync(chunks) : []) {
  if (!made.has(resolve(chunks, name))) rmSync(join(chunks, name));
}

// npm makes the commands of packages executable, but not those of the folder it runs in: `npx mallette` needs it.
chmodSync(`${outdir}/mallette.mjs`, 0o755);
