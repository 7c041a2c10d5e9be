/** src/ → lib/mallette.mjs: the command in one file with its pure JavaScript packages, so that it starts quickly. */
import { readFileSync, rmSync } from "node:fs";
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

rmSync("lib", { recursive: true, force: true });
await build({
  entryPoints: { mallette: "src/cli/start.ts" },
  outdir: "lib",
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
    js: '#!/usr/bin/env node\nimport{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
});
