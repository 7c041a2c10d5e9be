#!/usr/bin/env node
/**
 * The file behind the `mallette` command: an old Node is told so in one sentence; any other runs `start.ts`.
 *
 * This file imports nothing and is written as plainly as in 2017: a Node that is too old must still be able to read it.
 */
declare const require: (path: string) => unknown;

const OLDEST: [number, number] = [20, 19];
const version = process.versions.node.split(".").map(Number);
const tooOld = version[0]! < OLDEST[0] || (version[0] === OLDEST[0] && version[1]! < OLDEST[1]);

if (tooOld) {
  console.error(
    "✖ mallette a besoin de Node " +
      OLDEST.join(".") +
      " ou plus récent, et cet ordinateur a Node " +
      process.versions.node +
      " : installez la version LTS depuis https://nodejs.org/fr, puis relancez.",
  );
  process.exitCode = 3;
} else {
  require("./start.cjs");
}
