import { existsSync, readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainFailure } from "../../src/cli/failure.js";
import { OutputError } from "../../src/deliver/index.js";

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
