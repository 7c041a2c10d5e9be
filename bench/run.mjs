/**
 * `node bench/run.mjs [most cards]`: the same cards by us and by Typst, in turns, as medians and ratios. Writes nothing but
 * the table. Times on a shared machine tell little; ratios of neighbouring runs tell more.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBook } from "./book-kit.mjs";
import { writeKit } from "./kit.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BENCH = join(ROOT, "bench");
const MALLETTE = join(ROOT, "lib/mallette.cjs");
/** 332 pages of A5 by us, 281 by Typst, whose lines are closer. */
const CHAPTERS = 66;
const [most = "10000"] = process.argv.slice(2);

/** Reading the certificates of a network takes Node longer than a fifth of Typst's cold start, and is nobody's work here. */
const { NODE_EXTRA_CA_CERTS, ...env } = process.env;

/** One process from start to end: milliseconds on the clock, megabytes at most (`gauge.cjs`), and what it printed. */
function run(args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, ["--require", "./gauge.cjs", ...args], {
      cwd: BENCH,
      env,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    let used = {};
    let out = "";
    child.on("message", (message) => {
      used = message;
    });
    child.stdout.on("data", (text) => {
      out += text;
    });
    child.on("close", (code) => {
      const time = Number(process.hrtime.bigint() - start) / 1e6;
      if (code === 0) resolve({ time, ...used, out });
      else reject(new Error(`${args.join(" ")}: exit code ${code}`));
    });
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const medianOf = (runs, key) => median(runs.map((one) => one[key]));

/** Ours, theirs, ours …: what disturbs one disturbs its neighbour. */
async function inTurns(rounds, ours, theirs) {
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    const mine = await ours();
    pairs.push([mine, theirs && (await theirs())]);
  }
  return pairs;
}

const ms = (value) => (value === undefined ? "" : `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`);
const mb = (value) => (value === undefined ? "" : `${Math.round(value)} MB`);

function report(name, pairs, key = "time") {
  const ours = pairs.map(([mine]) => mine);
  const theirs = pairs.flatMap(([, other]) => (other ? [other] : []));
  const hasPeer = theirs.length > 0;
  const ratio = hasPeer ? median(pairs.map(([mine, other]) => mine[key] / other[key])).toFixed(2) : "";
  const peer = hasPeer ? [ms(medianOf(theirs, key)), mb(medianOf(theirs, "memory"))] : ["", ""];
  const row = [name, ms(medianOf(ours, key)), mb(medianOf(ours, "memory")), ...peer, ratio];
  console.log(`| ${row.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(9))).join(" | ")} |`);
}

const folder = mkdtempSync(join(tmpdir(), "mallette-bench-"));
symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
const hasTypst = existsSync(join(BENCH, "node_modules/@myriaddreamin/typst-ts-node-compiler"));
const kitOf = (count) => {
  const kit = join(folder, `${count}`);
  mkdirSync(kit);
  writeKit(kit, count);
  return kit;
};
const peer = (task) => (hasTypst ? task : undefined);
const edited = async (args) => {
  const { out, ...used } = await run(args);
  return { ...used, time: JSON.parse(out).edit };
};

console.log(`| ${["".padEnd(30), "ours", "", "Typst", "", "ratio"].map((cell) => cell.padStart(9)).join(" | ")} |`);
console.log(`|${"-".repeat(32)}|${"----------:|".repeat(5)}`);
try {
  for (const [count, rounds] of [
    // Half a second each: enough of them that the middle one says something on a machine that is not quiet.
    [72, 31],
    [1000, 3],
    [10_000, 1],
  ]) {
    if (count > Number(most)) continue;
    const kit = kitOf(count);
    // Typst makes the cards, and no ticket for a shop.
    const cold = [MALLETTE, "build", "-q", "-C", kit, "--target", "shop", "--paper", "A4", "--ticket", "none"];
    // Ten thousand cards are 4 GB to Typst.
    const theirs = count <= 1000 ? peer(() => run(["typst.mjs", kit, `${count}`])) : undefined;
    report(`${count} cards, cold`, await inTurns(rounds, () => run(cold), theirs));
    if (count > 1000) continue;
    const warm = peer(() => edited(["typst.mjs", kit, `${count}`, "edit"]));
    const pairs = await inTurns(Math.ceil(rounds / 3), () => edited(["warm.mjs", kit, `${count}`]), warm);
    report(`${count} cards, one edited, warm`, pairs);
  }
  const book = join(folder, "book");
  mkdirSync(book);
  writeBook(book, CHAPTERS);
  const bound = [MALLETTE, "build", "-q", "-C", book, "--target", "screen", "--paper", "A4"];
  const typst = peer(() => run(["typst-book.mjs", book, `${CHAPTERS}`]));
  report("a book of 300 pages, cold", await inTurns(3, () => run(bound), typst));
  report("mallette --help", await inTurns(9, () => run([MALLETTE, "--help"])));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
