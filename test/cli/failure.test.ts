import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainFailure } from "../../src/cli/failure.js";
import { OutputError } from "../../src/deliver/index.js";
import { copyKit } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

const failed = (code: string, path?: string): OutputError =>
  new OutputError("/kit/dist/fr", Object.assign(new Error(`${code}: english words`), { code, path, syscall: "open" }));

describe("a disk that does not take what is written", () => {
  it.each([
    ["EACCES", "pas le droit d’écrire"],
    ["EROFS", "pas le droit d’écrire"],
    ["ENOSPC", "disque est plein"],
    ["EDQUOT", "disque est plein"],
    ["EBUSY", "tient ce fichier ouvert"],
    ["ENOTDIR", "portent le même nom"],
    ["EEXIST", "portent le même nom"],
    ["EISDIR", "portent le même nom"],
    ["ENAMETOOLONG", "trop long"],
    ["EIO", "EIO"],
  ])("%s: exit code 3, the place, and what to do", (code, words) => {
    const { exit, problem } = explainFailure(failed(code));
    expect(exit).toBe(3);
    expect(problem.message).toContain("/kit/dist/fr");
    expect(problem.message).toContain("n’ont pas changé");
    expect(problem.hint).toContain(words);
    expect(problem.hint).not.toContain("english");
  });

  it("names the very file where the system does", () => {
    expect(explainFailure(failed("EBUSY", "/kit/dist/fr/home-A4/a.pdf")).problem.message).toContain("a.pdf");
  });
});

describe("a place where files wait is not told", () => {
  const at = (told: string, names: Readonly<Record<string, string>>): string =>
    new OutputError(told, Object.assign(new Error(), { code: "EACCES", syscall: "rename", ...names })).path;

  it.each([
    ["made there", { path: "/kit/dist/fr/.en-cours-42/nouveau-0" }, "/kit/dist/fr/home-A4/a.pdf"],
    [
      "moved into place",
      { path: "/kit/dist/fr/.en-cours-42/nouveau-0", dest: "/kit/dist/fr/b.pdf" },
      "/kit/dist/fr/b.pdf",
    ],
    [
      "moved out of the way",
      { path: "/kit/dist/fr/b.pdf", dest: "/kit/dist/fr/.en-cours-42/ancien-0" },
      "/kit/dist/fr/b.pdf",
    ],
    ["drafted", { path: "/kit/dist/fr/home-A4/a.pdf.42.tmp" }, "/kit/dist/fr/home-A4/a.pdf"],
  ])("%s", (_, names, told) => {
    expect(at("/kit/dist/fr/home-A4/a.pdf", names)).toBe(told);
  });
});

describe("an output folder that cannot be made", () => {
  const SMALL = ["build", "jeu", "--paper", "A4", "--target", "home"];

  it("dist is a file: exit code 3, the file stays", async () => {
    const kit = copyKit("atelier", { dist: "a file of mine" });
    const { code, out, err } = await mallette(SMALL, { cwd: kit });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(`✖ Impossible d’écrire ${join(kit, "dist")}`);
    expect(readFileSync(join(kit, "dist"), "utf8")).toBe("a file of mine");
  });

  it("with --json: one document", async () => {
    const kit = copyKit("atelier", { dist: "a file of mine" });
    const { code, out } = await mallette([...SMALL, "--json"], { cwd: kit });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      schema: "mallette.build/1",
      ok: false,
      problems: [{ code: "cannot-write" }],
    });
  });

  it("a folder has the name of a file to write: exit code 3, the rest stays as it was", async () => {
    const kit = copyKit("atelier", { "dist/fr/home-A4/jeu.pdf/mine.txt": "mine" });
    expect((await mallette(SMALL, { cwd: kit })).code).toBe(3);
    expect(readdirSync(join(kit, "dist/fr"), { recursive: true }).sort()).toEqual([
      "home-A4",
      "home-A4/jeu.pdf",
      "home-A4/jeu.pdf/mine.txt",
    ]);
  });
});

describe("a fault of ours", () => {
  it("exit code 70, the trace in a file and not on the screen", () => {
    const { exit, problem } = explainFailure(new TypeError("x is not a function"));
    expect(exit).toBe(70);
    const report = /dans (\S+\.txt)/.exec(problem.hint!)![1]!;
    expect(`${problem.message} ${problem.hint}`).not.toContain("not a function");
    expect(existsSync(report)).toBe(true);
    expect(readFileSync(report, "utf8")).toContain("x is not a function");
    rmSync(report);
  });
});

describe("a package that Node does not find", () => {
  it.each([
    ["ERR_MODULE_NOT_FOUND", "Cannot find package 'sharp' imported from /kit/lib/engine.cjs", "sharp"],
    ["MODULE_NOT_FOUND", "Cannot find module 'hyphen/patterns/fr.js'\nRequire stack:\n- /kit/lib/engine.cjs", "hyphen"],
    ["MODULE_NOT_FOUND", "Cannot find module '@iconify-json/ph/icons.json'", "@iconify-json/ph"],
  ])("%s: exit code 3, its name", (code, message, name) => {
    const { exit, problem } = explainFailure(Object.assign(new Error(message), { code }));
    expect(exit).toBe(3);
    expect(problem.message).toContain(`«\u00a0${name}\u00a0»`);
  });

  it("a file of our own that is missing is our fault, not a package", () => {
    const error = Object.assign(new Error("Cannot find module './start.cjs'"), { code: "MODULE_NOT_FOUND" });
    const { exit, problem } = explainFailure(error);
    rmSync(/dans (\S+\.txt)/.exec(problem.hint ?? problem.message)![1]!);
    expect(exit).toBe(70);
  });
});
