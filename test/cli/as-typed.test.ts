import { expect, test } from "vitest";
import { asTyped } from "../../src/cli/as-typed.js";

const TOLD = "Lancez mallette release 2026-11, puis\u00A0: mallette changes --since 2026-11";
const BY_NPX = "Lancez npx mallette release 2026-11, puis\u00A0: npx mallette changes --since 2026-11";

test.each([
  ["npx mallette", { npm_command: "exec" }, BY_NPX],
  ["npm run kit", { npm_command: "run-script" }, BY_NPX],
  ["a command of the whole machine", {}, TOLD],
])("whoever started it by %s reads commands that work there", (_, env, told) => {
  expect(asTyped(TOLD, env)).toBe(told);
});

test.each([
  "La mallette contient 5 jeux.",
  "mallette 1.0.0",
  "npx mallette build",
  "mallette.yaml",
  "  > 3 | # mallette build",
  "\u001b[90m 12 |\u001b[39m # mallette check",
])("« %s » stays as it is", (text) => {
  expect(asTyped(text, { npm_command: "exec" })).toBe(text);
});
