/** Plugins for the bundler: what our packages load and we never use is left out. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** Stands for a package that nobody may call: says so if anybody ever does. */
const unused = (name) =>
  `module.exports = new Proxy({}, { get(_, key) { if (key === "__esModule") return false; throw new Error("${name} is not part of the bundle"); } });`;

const LEFT_OUT = [
  // pdfkit's text, picture and password API: we embed fonts and pictures ourselves. fontkit is most of its start-up time.
  { package: "pdfkit", imports: /^(fontkit|linebreak|png-js|@noble\/ciphers\/.*)$/ },
  // Commands that are programs of their own: ours are not.
  { package: "commander", imports: /^node:child_process$/ },
];

const REPLACED = {
  // Handlebars has a simple stand-in for it when it is missing; our templates need no source maps.
  "source-map": "module.exports = {};",
  // linebreak unpacks its table of characters with it: Node does so twenty times faster, with the same result.
  "tiny-inflate":
    'const { inflateRawSync } = require("node:zlib"); module.exports = (packed, room) => { room.set(inflateRawSync(packed)); return room; };',
};

const isIn = (importer, name) => importer.replaceAll("\\", "/").includes(`/node_modules/${name}/`);

export const slimPackages = {
  name: "slim-packages",
  setup(bundler) {
    for (const { package: name, imports } of LEFT_OUT) {
      bundler.onResolve({ filter: imports }, ({ path, importer }) =>
        isIn(importer, name) ? { path, namespace: "unused" } : undefined,
      );
    }
    bundler.onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({ contents: unused(path) }));
    for (const [name, contents] of Object.entries(REPLACED)) {
      bundler.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path }) => ({ path, namespace: "replaced" }));
      bundler.onLoad({ filter: new RegExp(`^${name}$`), namespace: "replaced" }, () => ({ contents, resolveDir: "." }));
    }
    // Its build for Node starts by loading worker threads, which we do not use.
    bundler.onResolve({ filter: /^fflate$/ }, () => ({ path: require.resolve("fflate/browser") }));
  },
};

const taffy = dirname(dirname(fileURLToPath(import.meta.resolve("taffy-layout"))));
export const TAFFY_BINARY = join(taffy, "pkg", "taffy_wasm_bg.wasm");

/** Taffy's JavaScript is bundled and its WebAssembly copied beside it. */
export const taffyBeside = {
  name: "taffy-beside",
  setup(bundler) {
    bundler.onLoad({ filter: /taffy-layout[\\/]dist[\\/]index\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const contents = text.replace('"../pkg/taffy_wasm_bg.wasm"', '"./taffy.wasm"');
      if (contents === text) throw new Error("taffy-layout looks for its WebAssembly in another place than expected.");
      return { contents };
    });
  },
};
