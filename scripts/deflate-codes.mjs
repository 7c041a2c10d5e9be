/**
 * `node scripts/deflate-codes.mjs FOLDER…`: finished PDFs → the codes of `src/render/pdf/operator-codes.ts` and
 * `font-codes.ts`.
 *
 * Counts what operators and fonts are made of and gives each symbol a code as short as it is common (RFC 1951).
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

const END = 256;
const FIRST_LENGTH = 257;
const MOST_BITS = 15;

/** Base values as RFC 1951, section 3.2.5 has them. */
function basesOf(count, extra, first) {
  const bases = [first];
  for (let symbol = 0; symbol < count - 1; symbol++) bases.push(bases.at(-1) + 2 ** extra(symbol));
  return bases;
}
const lengthBases = basesOf(28, (symbol) => (symbol < 8 ? 0 : (symbol >> 2) - 1), 3);
const distanceBases = basesOf(30, (symbol) => (symbol < 4 ? 0 : (symbol >> 1) - 1), 1);
const symbolIn = (bases, value) => bases.findLastIndex((base) => base <= value);

const FONT = /Length1|CIDFontType0C|OpenType/;

/** What is in the streams of a PDF, pictures left out: fonts, or operators and all else. */
function* streamsIn(path, isFont) {
  const file = readFileSync(path);
  const text = file.toString("latin1");
  for (const { 0: start, 1: dictionary, index } of text.matchAll(/<<((?:(?!stream)[\s\S])*?)>>\s*stream\r?\n/g)) {
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    if (!dictionary.includes("FlateDecode") || /Image/.test(dictionary) || FONT.test(dictionary) !== isFont) continue;
    const from = index + start.length;
    yield inflateSync(file.subarray(from, from + length));
  }
}

const pdfs = process.argv
  .slice(2)
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
  .filter((name) => name.endsWith(".pdf"));

/** How often each symbol comes up, by the way that `src/render/pdf/quick-deflate.ts` takes. */
function count(streams) {
  const symbols = new Array(286).fill(0.05);
  const distances = new Array(30).fill(0.2);
  for (const bytes of streams) {
    const seen = new Map();
    symbols[END] += 1;
    for (let place = 0; place < bytes.length; ) {
      const word = bytes.toString("latin1", place, place + 4);
      const from = seen.get(word);
      seen.set(word, place);
      let length = 0;
      if (word.length === 4 && from !== undefined) {
        while (length < 258 && place + length < bytes.length && bytes[from + length] === bytes[place + length])
          length += 1;
        symbols[length === 258 ? 285 : FIRST_LENGTH + symbolIn(lengthBases, length)] += 1;
        distances[symbolIn(distanceBases, place - from)] += 1;
      } else symbols[bytes[place]] += 1;
      place += Math.max(1, length);
    }
  }
  return { symbols, distances };
}

/** Code lengths of at most `most` bits that make the whole shortest (package-merge). */
function bitsOf(weights, most) {
  const leaves = weights.map((weight, symbol) => ({ weight, symbols: [symbol] })).filter(({ weight }) => weight > 0);
  const byWeight = (list) => list.toSorted((a, b) => a.weight - b.weight);
  let packages = [];
  for (let round = 0; round < most; round++) {
    const all = byWeight([...leaves, ...packages]);
    packages = all.flatMap((one, at) =>
      at % 2 === 1
        ? [{ weight: one.weight + all[at - 1].weight, symbols: [...all[at - 1].symbols, ...one.symbols] }]
        : [],
    );
  }
  const bits = weights.map(() => 0);
  for (const { symbols: taken } of packages.slice(0, leaves.length - 1)) for (const symbol of taken) bits[symbol] += 1;
  return bits;
}

/** Codes in the order in which their bits are written. */
function codesOf(bits) {
  let next = 0;
  const codes = new Map();
  for (let length = 1; length <= MOST_BITS; length++) {
    for (const [symbol, own] of bits.entries()) {
      if (own !== length) continue;
      codes.set(symbol, [...next.toString(2).padStart(length, "0")].join(""));
      next += 1;
    }
    next *= 2;
  }
  return codes;
}

const lowFirst = (value, count) => [...value.toString(2).padStart(count, "0")].reverse().join("");

/** The table of codes as a stream has it: runs of equal lengths are said once. */
function tableBits(lengths) {
  const said = [];
  for (let at = 0; at < lengths.length; ) {
    let run = 1;
    while (at + run < lengths.length && lengths[at + run] === lengths[at]) run += 1;
    said.push([lengths[at]]);
    for (let left = run - 1; left > 0; ) {
      const repeat = Math.min(6, left);
      if (repeat >= 3) said.push([16, repeat - 3]);
      else for (let each = 0; each < repeat; each++) said.push([lengths[at]]);
      left -= repeat;
    }
    at += run;
  }
  const weights = new Array(19).fill(0);
  for (const [symbol] of said) weights[symbol] += 1;
  const own = bitsOf(weights, 7);
  const codes = codesOf(own);
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const used = ORDER.findLastIndex((symbol) => own[symbol] > 0) + 1;
  return [
    lowFirst(0b101, 3),
    lowFirst(286 - 257, 5),
    lowFirst(30 - 1, 5),
    lowFirst(used - 4, 4),
    ...ORDER.slice(0, used).map((symbol) => lowFirst(own[symbol], 3)),
    ...said.map(([symbol, repeat]) => codes.get(symbol) + (repeat === undefined ? "" : lowFirst(repeat, 2))),
  ].join("");
}

const digits = (bits) => bits.map((one) => one.toString(16)).join("");

function write(name, what, isFont) {
  const streams = new Map(
    pdfs.flatMap((path) => [...streamsIn(path, isFont)].map((each) => [each.toString("latin1"), each])),
  );
  const { symbols, distances } = count(streams.values());
  const symbolBits = bitsOf(symbols, MOST_BITS);
  const distanceBits = bitsOf(distances, MOST_BITS);
  const table = tableBits([...symbolBits, ...distanceBits]);
  const bytes = Buffer.from(
    table.match(/.{1,8}/g).map((bits) => Number.parseInt([...bits.padEnd(8, "0")].reverse().join(""), 2)),
  );
  writeFileSync(
    new URL(`../src/render/pdf/${name}.ts`, import.meta.url),
    `/** The codes of ${what}. Made by \`scripts/deflate-codes.mjs\`; not to be changed by hand. */
import type { Codes } from "./quick-deflate.js";

export const ${name.toUpperCase().replace("-", "_")}: Codes = {
  symbolBits:
    "${digits(symbolBits)}",
  distanceBits: "${digits(distanceBits)}",
  table:
    "${bytes.toString("base64")}",
  tableBits: ${table.length % 8 || 8},
};
`,
  );
  console.log(`${what}: ${streams.size}; a table of ${bytes.length} bytes`);
}

write("operator-codes", "texts of operators", false);
write("font-codes", "fonts", true);
