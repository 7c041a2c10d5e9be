/** `mallette changes --since TAG`: a tag of Git is an edition, whether or not its manifest was kept. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copyKit, editKit, linkPackages, replacing, temporaryFolder } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

const CARD = "cards/jeu.yaml";
const CHANGED = { [CARD]: replacing("Une étoile", "Cette étoile") };

let repository: string;
let kit: string;

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");
const run = async (line: string) => {
  const { code, out, err } = await mallette(line.split(" "), { cwd: kit });
  return { code, out: plain(out), err: plain(err) };
};
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).out);
const git = (...args: string[]): string =>
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", "-C", repository, ...args], {
    encoding: "utf8",
  });
const commit = (tag?: string): void => {
  git("add", "-A");
  git("commit", "-q", "-m", "a commit");
  if (tag) git("tag", tag);
};

/** A kit in a folder of a repository, as it is where several kits are kept together. */
beforeEach(() => {
  repository = temporaryFolder();
  kit = copyKit("atelier", {}, join(repository, "kits/atelier"));
  git("init", "-q");
  writeFileSync(join(repository, ".gitignore"), "dist/\nnode_modules\n");
  commit("v1.0");
  linkPackages(kit);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a tag", () => {
  it("is an edition: the kit as it was is built once more, and nothing is touched", async () => {
    editKit(kit, CHANGED);
    const aside = temporaryFolder();
    vi.stubEnv("TMPDIR", aside);
    const status = git("status", "--porcelain");
    const { pieces, since, reprint } = await json("changes --since v1.0");
    expect(since).toMatchObject({ name: "v1.0", version: "1.0" });
    expect(pieces).toMatchObject([{ piece: "jeu/soleil", change: "changed", fields: [{ field: "answer" }] }]);
    expect(reprint).toEqual(["jeu/soleil"]);
    expect(git("status", "--porcelain")).toBe(status);
    expect(readdirSync(aside)).toEqual([]);
    expect(git("rev-parse", "HEAD")).toBe(git("rev-parse", "v1.0"));
  });

  it("gives sheets, named after it", async () => {
    editKit(kit, { ...CHANGED, "kit.yaml": replacing('"1.0"', '"1.1"') });
    git("tag", "salons/2026");
    const { code, err } = await run("changes --since salons/2026 --sheets");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readdirSync(join(kit, "dist/fr/reimpression-salons-2026/home-A4")).sort()).toEqual([
      "a-echanger.pdf",
      "reimpression.pdf",
    ]);
  });

  it("of today shows no change, annotated or not; what one place fills in does not count", async () => {
    git("tag", "-a", "annotated", "-m", "a tag");
    writeFileSync(join(kit, "kit.local.yaml"), "jeu/soleil:\n  title: Notre Soleil\n");
    for (const tag of ["v1.0", "annotated"])
      expect(await json(`changes --since ${tag}`)).toMatchObject({ ok: true, pieces: [], unchanged: 5 });
  });

  it("under which a manifest was kept: that tells what was printed", async () => {
    await run("build -q --target home --paper A4");
    await run("release deux");
    commit("deux");
    rmSync(join(kit, "editions"), { recursive: true });
    editKit(kit, CHANGED);
    const before = await json("changes --since deux");
    expect(before.reprint).toEqual(["jeu/soleil"]);
  });

  it("runs no hook", async () => {
    const hooks = join(repository, ".git/hooks");
    mkdirSync(hooks, { recursive: true });
    for (const hook of ["post-checkout", "reference-transaction", "post-index-change"]) {
      writeFileSync(join(hooks, hook), `#!/bin/sh\ntouch "${join(repository, "a-hook-ran")}"\n`);
      chmodSync(join(hooks, hook), 0o755);
    }
    expect((await run("changes --since v1.0")).code).toBe(0);
    expect(existsSync(join(repository, "a-hook-ran"))).toBe(false);
  });
});

describe("what is no edition", () => {
  const sentenceOf = async (since: string) => {
    const { code, err } = await run(`changes --since ${since}`);
    expect(err.match(/✖/g)).toHaveLength(1);
    return { code, err };
  };

  it.each([
    ["v1.1", 2, "Vouliez-vous dire « v1.0 » ?"],
    ["autre-chose", 2, "Il n’y a ni édition, ni étiquette de Git, ni fichier, ni dossier « autre-chose »."],
    // Not a name of a tag, though Git would find a commit.
    ["v1.0^0", 2, "Il n’y a ni édition, ni étiquette de Git"],
    ["HEAD", 2, "Il n’y a ni édition, ni étiquette de Git"],
  ])("%s: one sentence, exit code %i", async (since, exit, sentence) => {
    const { code, err } = await sentenceOf(since);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
  });

  it("a kit outside any repository, or no Git at all", async () => {
    vi.stubEnv("GIT_CEILING_DIRECTORIES", repository);
    rmSync(join(repository, ".git"), { recursive: true });
    expect((await sentenceOf("v1.0")).err).toContain("ce kit n’est pas dans un dépôt Git");
    vi.stubEnv("PATH", temporaryFolder());
    expect((await sentenceOf("v1.0")).err).toContain("Git n’est pas installé");
  });

  it("a tag of before the kit", async () => {
    git("rm", "-r", "-q", "--cached", "kits");
    git("commit", "-q", "-m", "without the kit");
    git("tag", "avant");
    const { code, err } = await sentenceOf("avant");
    expect(code).toBe(1);
    expect(err).toContain("L’étiquette « avant » ne contient pas ce kit");
  });

  it("a kit that was wrong then: what was wrong, and where", async () => {
    const right = readFileSync(join(kit, CARD), "utf8");
    editKit(kit, { [CARD]: replacing("title: La Lune", "titel: La Lune") });
    commit("casse");
    editKit(kit, { [CARD]: right });
    const { code, err } = await sentenceOf("casse");
    expect(code).toBe(1);
    expect(err).toContain("Le kit tel qu’il était à l’étiquette « casse » ne se fabrique plus (cards/jeu.yaml)");
  });
});
