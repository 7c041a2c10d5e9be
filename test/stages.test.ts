import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/**
 * The line, in order: what stands in a row may import its own row and every row above it. Stages that share a row
 * do not know each other, but for those named in `BESIDE`.
 */
const LINE: readonly (readonly string[])[] = [
  ["types", "units", "graphics", "fingerprint", "letters", "file-state", "diagnostics"],
  ["content"],
  ["catalog"],
  ["translation"],
  ["exchange"],
  ["localise"],
  ["compose"],
  ["style"],
  ["text", "assets"],
  ["layout"],
  ["faces"],
  ["booklet"],
  ["impose"],
  ["cut", "calibration"],
  ["plan"],
  ["registration", "color"],
  ["render", "picture"],
  ["deliver"],
  ["production"],
  ["ticket"],
  ["workshop"],
  ["changes"],
  ["build"],
  // After the build, which so cannot ask the network.
  ["links"],
  // Reads any PDF, ours as a stranger would.
  ["preflight"],
  ["watch", "cli"],
];

/** Words that all stages share stand beside each other. */
const BESIDE = new Set(["graphics → units"]);

/** A file that nobody finds their way in. */
const LONGEST_FILE = 300;

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort();

/** `layout/paint.ts` belongs to `layout`, `units.ts` to `units`. */
const stageOf = (path: string): string => path.split("/")[0]!.replace(/\.ts$/, "");

const rowOf = (stage: string): number => LINE.findIndex((row) => row.includes(stage));

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of a file of ours, those of types and those made later (`import()`) included. */
function importsOf(path: string): Import[] {
  const text = readFileSync(join(SRC, path), "utf8");
  const paths = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']/g)].map(([, found]) => found!);
  return paths.map((found) => {
    const target = resolve(SRC, dirname(path), found).replace(/\.js$/, ".ts");
    return { from: path, to: relative(SRC, target).replaceAll("\\", "/") };
  });
}

const imports = files.flatMap(importsOf);

describe("the stages stand in a line", () => {
  it("every file belongs to a stage of the line", () => {
    expect(files.filter((path) => rowOf(stageOf(path)) < 0)).toEqual([]);
  });

  it("imports are found", () => {
    expect(imports).toContainEqual({ from: "layout/index.ts", to: "text/index.ts" });
    expect(imports).toContainEqual({ from: "faces/index.ts", to: "compose/index.ts" });
    expect(imports.filter(({ to }) => to.startsWith(".."))).toEqual([]);
  });

  it("no stage imports a later one", () => {
    const wrong = imports.filter(({ from, to }) => rowOf(stageOf(to)) > rowOf(stageOf(from)));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("stages of one row do not know each other", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [one, other] = [stageOf(from), stageOf(to)];
      return one !== other && rowOf(one) === rowOf(other) && !BESIDE.has(`${one} → ${other}`);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

it("no file is too long to be read", () => {
  const long = files.filter((path) => readFileSync(join(SRC, path), "utf8").split("\n").length > LONGEST_FILE);
  expect(long).toEqual([]);
});

it("every file opens with what it does", () => {
  const silent = files.filter((path) => !/^(?:#!.*\n)?\/\*\*/.test(readFileSync(join(SRC, path), "utf8")));
  expect(silent).toEqual([]);
});
