import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Delivery, OutputError, openDelivery } from "../../src/deliver/index.js";
import { inTurn } from "../../src/deliver/turns.js";
import { temporaryFolder } from "../kits/temporary.js";
import { fileEntry, manifestOf } from "./manifests.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function add(delivery: Delivery, path: string, text: string): void {
  const file = delivery.open(path);
  file.write(bytes(text));
  file.close();
}

/** Delivers files of one letter each, named by their path. */
function deliver(folder: string, files: Readonly<Record<string, string>>, wholeKit = true): void {
  const delivery = openDelivery(folder);
  try {
    for (const [path, text] of Object.entries(files)) add(delivery, path, text);
    delivery.finish(manifestOf(Object.keys(files).map((path) => fileEntry(path))), wholeKit);
  } finally {
    delivery.cancel();
  }
}

/** Files of a folder and what is in them; the manifest apart. */
function holds(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(
    paths.filter((path) => path !== "manifest.json").map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

const pathsInManifest = (folder: string): readonly string[] =>
  JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).files.map(({ path }: { path: string }) => path);

const A = "home-A4/a.pdf";
const B = "home-A4/b.pdf";
const FAR = "shop-A3/a.pdf";

describe("a delivery", () => {
  it("shows nothing before it is finished", () => {
    const folder = join(temporaryFolder(), "dist", "fr");
    const delivery = openDelivery(folder);
    add(delivery, A, "new");
    expect(existsSync(join(folder, A))).toBe(false);
    delivery.finish(manifestOf([fileEntry(A)]), true);
    expect(holds(folder)).toEqual({ [A]: "new" });
  });

  it("that is cancelled leaves nothing, not even a folder that it made", () => {
    const home = temporaryFolder();
    const delivery = openDelivery(join(home, "dist", "fr"));
    add(delivery, A, "new");
    delivery.cancel();
    expect(readdirSync(home)).toEqual([]);
  });

  it("that is cancelled keeps folders that were there, and what others put into new ones", () => {
    const home = temporaryFolder();
    mkdirSync(join(home, "dist"));
    const delivery = openDelivery(join(home, "dist", "fr"));
    add(delivery, A, "new");
    writeFileSync(join(home, "dist", "fr", "note.txt"), "mine");
    delivery.cancel();
    expect(holds(home)).toEqual({ "dist/fr/note.txt": "mine" });
  });

  it("replaces files, and leaves those of others alone", () => {
    const folder = temporaryFolder();
    deliver(folder, { [A]: "old" });
    writeFileSync(join(folder, "home-A4", "notes.txt"), "mine");
    deliver(folder, { [A]: "new" });
    expect(holds(folder)).toEqual({ [A]: "new", "home-A4/notes.txt": "mine" });
  });

  it("of the whole kit removes what the kit no longer makes, and its empty folder", () => {
    const folder = temporaryFolder();
    deliver(folder, { [A]: "a", [B]: "b", "home-A3/a.pdf": "c" });
    deliver(folder, { [A]: "a2", "home-A3/b.pdf": "d" });
    expect(holds(folder)).toEqual({ [A]: "a2", "home-A3/b.pdf": "d" });
  });

  it("of the whole kit for one target keeps the other target’s files", () => {
    const folder = temporaryFolder();
    deliver(folder, { [A]: "a", [FAR]: "far" });
    deliver(folder, { [B]: "b" });
    expect(holds(folder)).toEqual({ [B]: "b", [FAR]: "far" });
    expect(pathsInManifest(folder)).toEqual([B, FAR]);
  });

  it("of a part keeps the other files, in the folder and in the manifest", () => {
    const folder = temporaryFolder();
    deliver(folder, { [A]: "a", [B]: "b" });
    deliver(folder, { [B]: "b2" }, false);
    expect(holds(folder)).toEqual({ [A]: "a", [B]: "b2" });
    expect(pathsInManifest(folder)).toEqual([A, B]);
  });

  it("clears up what a killed build left, and leaves a running one alone", () => {
    const folder = temporaryFolder();
    // No system gives so large a number to a process; 1 always runs.
    for (const id of [2 ** 30, 1]) mkdirSync(join(folder, `.en-cours-${id}`, "nouveau"), { recursive: true });
    deliver(folder, { [A]: "a" });
    expect(readdirSync(folder).sort()).toEqual([".en-cours-1", "home-A4", "manifest.json"]);
  });
});

describe("builds that end at the same time", () => {
  it("wait for one another", () => {
    const folder = temporaryFolder();
    const lock = join(folder, ".a-tour-de-role");
    inTurn(folder, () => expect(existsSync(lock)).toBe(true));
    expect(existsSync(lock)).toBe(false);
  });

  it("do not wait for ever behind one that was killed as it put files into place", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".a-tour-de-role"), "");
    expect(inTurn(folder, () => "done", 60)).toBe("done");
  });

  it("give way even when the work fails", () => {
    const folder = temporaryFolder();
    const fail = (): never => {
      throw new Error("no");
    };
    expect(() => inTurn(folder, fail)).toThrow("no");
    expect(inTurn(folder, () => "done", 60_000)).toBe("done");
  });
});

describe("a delivery that fails", () => {
  it("puts everything back when one file cannot be moved into place", () => {
    const folder = temporaryFolder();
    deliver(folder, { [A]: "old a", [B]: "old b", "home-A4/stale.pdf": "old stale" });
    const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
    // A folder where a file should go: as unmovable as a PDF that is open elsewhere on Windows.
    mkdirSync(join(folder, "shop-A4", "a.pdf", "in-the-way"), { recursive: true });
    let caught: unknown;
    try {
      deliver(folder, { [A]: "new a", [B]: "new b", "home-A4/new.pdf": "new", "shop-A4/a.pdf": "x" });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(OutputError);
    expect((caught as OutputError).path).toContain("a.pdf");
    expect(holds(folder)).toEqual({ [A]: "old a", [B]: "old b", "home-A4/stale.pdf": "old stale" });
    expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(manifest);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("says so when the output folder is a file", () => {
    const place = join(temporaryFolder(), "dist");
    writeFileSync(place, "not a folder");
    expect(() => deliver(join(place, "fr"), { [A]: "a" })).toThrow(OutputError);
    expect(readFileSync(place, "utf8")).toBe("not a folder");
  });

  // Root may write anywhere.
  it.skipIf(process.getuid?.() === 0)("says so when the folder is read-only", () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect(() => deliver(join(folder, "fr"), { [A]: "a" })).toThrow(OutputError);
    chmodSync(folder, 0o755);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("does not blame the disk for a fault of ours", () => {
    const delivery = openDelivery(temporaryFolder());
    const broken = { ...manifestOf([]), files: undefined } as never;
    expect(() => delivery.finish(broken, true)).toThrow(TypeError);
    delivery.cancel();
  });
});

describe("a manifest that somebody else wrote", () => {
  it.each([
    ["a path out of the folder", { files: [fileEntry("home-A4/../../../victim.pdf")] }],
    ["a path that is none of ours", { files: [fileEntry("home-A4/victim.txt")] }],
    ["no paths at all", { files: [{}] }],
    ["another shape", { files: "home-A4/victim.pdf" }],
    ["nothing that is JSON", undefined],
  ])("never makes a build remove a file: %s", (_, change) => {
    const home = temporaryFolder();
    const folder = join(home, "dist", "fr");
    mkdirSync(join(folder, "home-A4"), { recursive: true });
    const victims = [join(home, "victim.pdf"), join(folder, "home-A4", "victim.txt")];
    for (const victim of victims) writeFileSync(victim, "precious");
    const text = change ? JSON.stringify({ ...manifestOf([]), ...change }) : "{ not JSON";
    writeFileSync(join(folder, "manifest.json"), text);
    deliver(folder, { [A]: "a" });
    for (const victim of victims) expect(statSync(victim).size).toBe(8);
    expect(pathsInManifest(folder)).toEqual([A]);
  });

  it("of another kit is replaced; that kit’s files stay", () => {
    const folder = temporaryFolder();
    deliver(folder, { [B]: "theirs" });
    const theirs = readFileSync(join(folder, "manifest.json"), "utf8").replace('"kit": "essai"', '"kit": "autre"');
    writeFileSync(join(folder, "manifest.json"), theirs);
    deliver(folder, { [A]: "ours" });
    expect(holds(folder)).toEqual({ [A]: "ours", [B]: "theirs" });
    expect(pathsInManifest(folder)).toEqual([A]);
  });
});
