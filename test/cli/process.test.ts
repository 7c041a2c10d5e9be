import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildKit } from "../kits/building.js";
import { copyKit, temporaryFolder } from "../kits/temporary.js";
import { bundleCommand, run } from "./bundle.js";

let command: string;
beforeAll(() => {
  command = bundleCommand();
});

/** Every file below a folder, as text. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path, "latin1")]),
  );
}

/** Enough cards for a build that can be interrupted in its middle. */
const MANY = `template: carte\npieces:\n${Array.from(
  { length: 150 },
  (_, index) => `  - { id: carte-${index}, title: Carte ${index}, answer: "Réponse ${index}" }\n`,
).join("")}`;

describe("the installed command", () => {
  it("builds a kit and says so on the error output, nothing on the standard output", async () => {
    const kit = copyKit("atelier");
    const { code, out, err } = await run(command, ["build", "--paper", "A4"], { cwd: kit });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toContain("✔ Kit prêt dans dist/fr");
    expect(err).not.toContain("\u001B");
  });

  // Read a byte a sign, an accent inside a regular expression would match nothing, and nobody would be told.
  it("is bundled in plain ASCII", () => {
    const bundled = [...filesBelow(dirname(command))].filter(([path]) => /(engine|start)-.*\.cjs$/.test(path));
    expect(bundled).toHaveLength(2);
    for (const [, text] of bundled) expect(/[^\p{ASCII}]/u.exec(text)?.[0]).toBeUndefined();
  });

  // The bundle leaves out, replaces and moves parts of packages: hyphens, line ends, codes, deflating must not notice.
  it.each([
    ["fr", "« Anticonstitutionnellement » (dit-on) : incompréhensible, l’intelligence artificielle générative ? 10 €…"],
    ["de", "Donaudampfschifffahrtsgesellschaft — künstliche Intelligenz, Rechtschreibprüfung; 3–4 Uhr"],
    ["en-GB", "“Incomprehensibilities” (well-known): state-of-the-art characterisation; https://example.org/a-b/c_d?"],
  ])("makes the same bytes as the sources: %s", async (locale, sentence) => {
    const answer = `${sentence} ${sentence}`;
    const kit = copyKit("atelier", {
      "cards/jeu.yaml": `template: carte\npieces:\n  - { id: a, title: Un, link: carnet, icon: "ph:moon-duotone", answer: ${JSON.stringify(answer)} }\n`,
      "templates/carte.hbs": (text) => text.replace("<style>", "<style>\np { hyphens: auto; font-size: 8pt }"),
      "kit.yaml": (text) => text.replace("locale: fr", `locale: ${locale} # tested`),
    });
    const [bundled, fromSources] = [join(kit, "bundled"), join(kit, "sources")];
    const { code, err } = await run(command, ["build", "jeu", "--out", bundled], { cwd: kit });
    expect({ code, err }).toEqual({ code: 0, err: expect.any(String) });
    await buildKit(kit, fromSources, { components: ["jeu"] });
    const bytes = (folder: string) => [...filesBelow(folder)].map(([path, text]) => [relative(folder, path), text]);
    expect(bytes(fromSources)).toEqual(bytes(bundled));
    expect(bytes(bundled).length).toBeGreaterThan(3);
  });

  // Whatever the build that made it did to V8's flags, under which alone V8 takes back what it compiled.
  it("starts with what was compiled when it was bundled", async () => {
    const ask = join(temporaryFolder(), "ask.mjs");
    const folder = JSON.stringify(dirname(command));
    writeFileSync(
      ask,
      `import { createRequire } from "node:module";
      const load = createRequire(${folder} + "/");
      load("./start.cjs");
      load("./engine.cjs");
      process.stdout.write(JSON.stringify([...load("./kept.cjs").wasKept]));`,
    );
    const { out } = await run(ask, ["--version"]);
    expect(JSON.parse(out.replace(/^.*\n/, ""))).toEqual([
      ["start", true],
      ["engine", true],
    ]);
  });

  it("answers --help without the engine", async () => {
    const bare = join(temporaryFolder(), "lib");
    cpSync(dirname(command), bare, { recursive: true, filter: (path) => !/engine/.test(path) });
    const { code, out } = await run(join(bare, "mallette.cjs"), ["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("mallette build");
  });

  it("with --json, the standard output is one document", async () => {
    const kit = copyKit("atelier");
    const { out, err } = await run(command, ["check", "--json", "--paper", "A4"], { cwd: kit });
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({ schema: "mallette.check/1", ok: true });
  });

  // The bundles of the command and of the engine must mean the same error by its name.
  it.each([
    ["calibrate salle", 3],
    ["release un", 2],
    ["build", 3],
    ["images", 3],
  ])("%s, where a file has the name of the output folder, says so in one sentence", async (line, exit) => {
    const kit = copyKit("atelier", { dist: "" });
    const { code, out, err } = await run(command, line.split(" "), { cwd: kit });
    expect({ code, out }).toEqual({ code: exit, out: "" });
    expect(err).toMatch(exit === 3 ? /Un fichier et un dossier portent le même nom/ : /Il n’y a pas de fabrication/);
  });

  it.each(["18.20.4", "20.18.3", "12.22.0"])("tells Node %s in one sentence that it is too old", async (version) => {
    const pretend = join(temporaryFolder(), "old-node.cjs");
    const versions = `{ value: { ...process.versions, node: "${version}" } }`;
    writeFileSync(pretend, `Object.defineProperty(process, "versions", ${versions});`);
    const { code, out, err } = await run(command, ["build"], { node: ["--require", pretend] });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(/^✖ mallette a besoin de Node 20\.19 ou plus récent.*nodejs\.org.*\n$/);
    expect(err).toContain(version);
  });

  it("the file that looks at Node’s version is written for old Nodes: no recent syntax, nothing loaded before", () => {
    const text = readFileSync(command, "utf8");
    expect(text).not.toMatch(/\?\?|\?\.|\bawait\b|"node:|#[a-z]\w*\(|=>/);
    expect([...text.matchAll(/\bimport\b|require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(["./start.cjs"]);
  });

  it.skipIf(process.platform === "win32")("runs by its name, as npm’s bin asks for", () => {
    expect(execFileSync(command, ["--version"], { encoding: "utf8" })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("with --json, an interruption is a document too", async () => {
    const kit = copyKit("atelier", { "cards/jeu.yaml": MANY });
    const args = ["build", "--json", "--paper", "A4", "--copies", "10"];
    const { code, out, err } = await run(command, args, { cwd: kit, killAfter: 400 });
    expect({ code, err }).toEqual({ code: 130, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      schema: "mallette.build/1",
      ok: false,
      problems: [{ code: "interrupted" }],
    });
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });

  it("stops quietly when nobody reads its output any more", () => {
    const kit = copyKit("atelier");
    const line = `"${process.execPath}" "${command}" check --json --paper A4 | head -c 10`;
    const text = execFileSync("sh", ["-c", `${line} 2>&1`], { cwd: kit, encoding: "utf8" });
    expect(text).toBe('{\n  "schem');
  });
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s in the middle of a build", (signal) => {
  it("leaves old files byte for byte, nothing half done, and exits with 130", async () => {
    const kit = copyKit("atelier");
    const paper = ["--paper", "A4"];
    expect((await run(command, ["build", ...paper], { cwd: kit })).code).toBe(0);
    const before = filesBelow(kit);
    writeFileSync(join(kit, "cards/jeu.yaml"), MANY);
    const { code, err } = await run(command, ["build", ...paper, "--copies", "10"], {
      cwd: kit,
      watch: (said, kill) => said.includes("home-A4/jeu.pdf") && kill(signal),
    });
    expect(code).toBe(130);
    expect(err).toMatch(/Interrompu\s: les fichiers déjà là n’ont pas changé\.\n$/);
    writeFileSync(join(kit, "cards/jeu.yaml"), before.get(join(kit, "cards/jeu.yaml"))!, "latin1");
    expect(filesBelow(kit)).toEqual(before);
    expect(readdirSync(join(kit, "dist/fr")).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("two builds at once into one folder", () => {
  it("both end well; the manifest tells the truth about every file", async () => {
    const kit = copyKit("atelier");
    const ends = await Promise.all(
      [["jeu"], ["fiches", "plateau"], []].map((names) =>
        run(command, ["build", ...names, "--paper", "A4"], { cwd: kit }),
      ),
    );
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    const dist = join(kit, "dist/fr");
    const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
    expect(manifest.files).toHaveLength(7);
    for (const { path, bytes } of manifest.files) expect(readFileSync(join(dist, path)).length).toBe(bytes);
    expect(readdirSync(dist).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("a fault that nobody caught", () => {
  it("ends with one sentence and exit code 70, never with a stack trace", async () => {
    const trap = join(temporaryFolder(), "trap.cjs");
    writeFileSync(trap, 'setTimeout(() => { throw new Error("in the middle"); }, 100);');
    const kit = copyKit("atelier", { "cards/jeu.yaml": MANY });
    const { code, err } = await run(command, ["build", "-q", "--paper", "A4", "--copies", "10"], {
      cwd: kit,
      node: ["--require", trap],
    });
    expect(code).toBe(70);
    expect(err).toMatch(/^✖ mallette a rencontré une erreur qui vient d’elle, pas de votre kit\.\n.*\n$/);
    const report = /dans (\S+\.txt)/.exec(err)![1]!;
    expect(readFileSync(report, "utf8")).toContain("in the middle");
    rmSync(report);
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });
});

describe("a package that is not installed", () => {
  it("is told by its name, exit code 3", async () => {
    const lonely = temporaryFolder();
    execFileSync("cp", ["-r", dirname(command), join(lonely, "lib")]);
    const kit = copyKit("atelier");
    const { code, err } = await run(join(lonely, "lib/mallette.cjs"), ["build"], { cwd: kit });
    expect(code).toBe(3);
    expect(err).toMatch(/^✖ Le paquet «.+» n’est pas installé\.\n {2}Lancez npm ci/);
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });
});
