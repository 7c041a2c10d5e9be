import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { merge, type PoEntry, type PoFile, template, writePo } from "../../src/catalog/index.js";
import { content, entryOf, fileOf, readRight, unitOf } from "./support.js";

/** Runs a GNU tool on a text; fails with what the tool says. */
const run = (tool: string, options: readonly string[], input: string): string =>
  execFileSync(tool, [...options, "-"], { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });

function isInstalled(): boolean {
  try {
    execFileSync("msgfmt", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const TOOLS = isInstalled();

/** Signs 0 and 4 mean something to the tools, which ask as well that both texts begin and end alike. */
const words = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'"\\\n\t#~|,:. abé’\u00a0\u2028\u200f😀漢字عر'), maxLength: 120 }),
    fc.string({ unit: "binary", maxLength: 20 }),
  )
  .map((text) => `x${text.replaceAll("\0", "").replaceAll("\u0004", "")}.`);
const remark = fc.constantFrom("vu", "à relire : « quoi ? »", "");

const entry = fc
  .record({
    id: words,
    source: words,
    text: words,
    stale: fc.boolean(),
    remarks: fc.array(remark, { maxLength: 3 }),
    notes: fc.array(remark, { maxLength: 3 }),
    references: fc.subarray(["cards/jeu.yaml:3", "cards/mes cartes.yaml:12"]),
    previous: fc.option(fc.record({ id: words, source: words }), { nil: undefined }),
    obsolete: fc.boolean(),
  })
  .map(({ id, source, text, ...rest }) => entryOf(id, source, text, rest));

const HEADER = template([], { project: "kit 1.0", language: "en" }).header;

const file: fc.Arbitrary<PoFile> = fc
  .uniqueArray(entry, { selector: ({ id }) => id, minLength: 10, maxLength: 30 })
  .map((entries) =>
    fileOf(
      entries.sort((a, b) => Number(a.obsolete) - Number(b.obsolete)),
      { header: HEADER },
    ),
  );

/** The tools drop every flag that they do not know; of what is right they drop the earlier French. */
const kept = (one: PoEntry): object => content({ ...one, flags: [], previous: one.stale ? one.previous : undefined });

describe.skipIf(!TOOLS)("GNU gettext (skipped when it is not installed)", () => {
  test("msgfmt accepts what is written", () => {
    fc.assert(
      fc.property(file, (one) => {
        run("msgfmt", ["-c", "-o", "/dev/null"], writePo(one));
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ["msgcat", ["--no-wrap"]],
    ["msgattrib", ["--no-wrap"]],
    ["msgcat", []],
    ["msgcat", ["--escape"]],
  ])("what %s %j makes of it is read as it was", (tool, options) => {
    fc.assert(
      fc.property(file, (one) => {
        const found = readRight(run(tool, options, writePo(one)));
        expect(found.entries.map(kept)).toEqual(one.entries.map(kept));
        expect([...found.header]).toEqual([...readRight(writePo(one)).header]);
      }),
      { numRuns: 8 },
    );
  });

  test("msgcat writes the same bytes, but for the flags that it does not know", () => {
    const units = [
      unitOf("jeu/un/title", "Bonjour **vous**", { note: "Vouvoyer" }),
      unitOf("jeu/un/text", "Une ligne\n\net une autre\n- un", { where: "Jeu · un" }),
      unitOf(
        "jeu/deux/text",
        "Une phrase assez longue pour dépasser de très loin les quatre-vingts signes d’une seule ligne",
      ),
    ];
    const old = fileOf([
      entryOf("jeu/un/title", "Bonsoir **vous**", "Good evening", { remarks: ["vu"] }),
      entryOf("jeu/trois/text", "Trois\nlignes", "Three\nlines", { stale: true, previous: { source: "Deux\nlignes" } }),
    ]);
    const written = writePo(merge(units, old, { project: "kit 1.0", language: "en" }).file);
    expect(run("msgcat", ["--no-wrap"], written)).toBe(written);
    expect(run("msgattrib", ["--no-wrap"], written)).toBe(written);
    run("msgfmt", ["-c", "-o", "/dev/null"], written);
  });

  test("a new catalog is complete: msgfmt says nothing about its header, of a template only that it has no language", () => {
    const say = (language: string | undefined): string =>
      execFileSync("sh", ["-c", "msgfmt -c -o /dev/null - 2>&1"], {
        input: writePo(template([unitOf("a", "Un")], { project: "kit 1.0", language })),
        encoding: "utf8",
      });
    expect(say("pt-BR")).toBe("");
    expect(say(undefined).trim().split("\n")).toEqual([expect.stringContaining("'Language'")]);
  });
});
