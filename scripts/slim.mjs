/** Plugins for the bundler: what our packages load and we never use is left out. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL("..", import.meta.url));

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

/** `fflate`, loaded at the first call. Its build for Node would start by loading worker threads, which we do not use. */
const FFLATE_ON_DEMAND = ["strFromU8", "strToU8", "unzipSync", "unzlibSync", "zipSync", "zlibSync"]
  .map((name) => `export const ${name} = (...args) => require("fflate/browser").${name}(...args);`)
  .join("\n");

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
    // The best mask of a QR code, found quicker: see src/assets/qr-mask.ts.
    bundler.onResolve({ filter: /^\.\/mask-pattern$/ }, ({ importer }) =>
      isIn(importer, "qrcode") ? { path: join(ROOT, "src/assets/qr-mask.ts") } : undefined,
    );
    bundler.onLoad({ filter: /src[\\/]text[\\/]pattern-file\.ts$/ }, () => ({ contents: PATTERNS_BESIDE }));
    // It makes tables of 64 kilobytes as it is loaded, and few builds have a picture to deflate.
    bundler.onResolve({ filter: /^fflate$/ }, ({ path }) => ({ path, namespace: "on-demand" }));
    bundler.onLoad({ filter: /.*/, namespace: "on-demand" }, () => ({ contents: FFLATE_ON_DEMAND, resolveDir: ROOT }));
  },
};

/** What stands for `src/text/pattern-file.ts`: modules take longer to load than files of plain data. */
const PATTERNS_BESIDE = `
import { readFileSync } from "node:fs";
export const readPatternFile = (file) =>
  JSON.parse(readFileSync(new URL("patterns/" + file + ".json", import.meta.url), "utf8"));
`;

/** Name of a file beside the bundle → its text: hyphenation patterns of a language. */
export const PATTERN_FILES = Object.values(require("../src/text/patterns.json")).map((name) => [
  `patterns/${name}.json`,
  JSON.stringify(require(`hyphen/patterns/${name}.js`)),
]);

/** WebAssembly that is copied beside the bundle: the file in its package → the name there. */
const beside = (specifier, ...path) => join(dirname(fileURLToPath(import.meta.resolve(specifier))), ...path);
export const BINARIES = {
  "harfbuzz.wasm": beside("harfbuzzjs", "harfbuzz.wasm"),
  "taffy.wasm": beside("taffy-layout", "..", "pkg", "taffy_wasm_bg.wasm"),
};

/**
 * What is changed in packages. The JavaScript around WebAssembly is bundled, so that it is kept compiled with the rest. A
 * script cannot wait while it is loaded (`src/text/harfbuzz.ts` waits instead), and asks for Node's own modules without the
 * loader of modules.
 */
const CHANGES = {
  // Its table of characters is unpacked when a text asks for it: few do.
  "linebreak/dist/module.mjs": [
    [/(\$data = )(\S+toByteArray\()/, "$1() => $2"],
    [
      /(\S+\$classTrie) = (new [^(]+\(\S+\$data)\);/,
      "$1 = { get(c) { this.trie ??= $2()); return this.trie.get(c); } };",
    ],
  ],
  "harfbuzzjs/dist/index.mjs": [
    ["init(await createHarfBuzz());", "export const started = createHarfBuzz().then(init);"],
  ],
  "harfbuzzjs/dist/harfbuzz.js": [
    [
      'const{createRequire}=await import("module");var require=createRequire(import.meta.url)',
      "var require=process.getBuiltinModule",
    ],
    // Functions are compiled as they are first called: to wait for a promise takes longer than the little that is left.
    [
      "var instance=await WebAssembly.instantiate(binary,imports);return instance",
      "var module=new WebAssembly.Module(binary);return{module,instance:new WebAssembly.Instance(module,imports)}",
    ],
  ],
  // Each time it asks how large a box is, it hands over a copy of the box's style: made for each call, never looked at.
  "taffy-layout/pkg/taffy_wasm.js": [
    ["const ret = Style.__wrap(arg0);", "wasm.__wbg_style_free(arg0 >>> 0, 0);\nconst ret = undefined;"],
  ],
  "taffy-layout/dist/index.js": [
    ['await import(/* webpackIgnore: true */ "fs")', 'process.getBuiltinModule("fs")'],
    ['"../pkg/taffy_wasm_bg.wasm"', '"./taffy.wasm"'],
  ],
};

export const changedPackages = {
  name: "changed-packages",
  setup(bundler) {
    for (const [file, changes] of Object.entries(CHANGES)) {
      const filter = new RegExp(`${file.replaceAll(".", "\\.").replaceAll("/", "[\\\\/]")}$`);
      bundler.onLoad({ filter }, ({ path }) => {
        let contents = readFileSync(path, "utf8");
        for (const [before, after] of changes) {
          const changed = contents.replace(before, after);
          if (changed === contents) throw new Error(`${file} is not as expected: it lacks ${before}`);
          contents = changed;
        }
        return { contents };
      });
    }
  },
};
