import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyKit, editKit, replacing, temporaryFolder } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

const FILE = join("dist", "fr", "home-A4", "jeu.pdf");
const SMALL = ["build", "jeu", "--target", "home", "--paper", "A4"];

describe("the kit's folder", () => {
  it("is found upwards from where the command is typed; dist lies in the kit", async () => {
    const kit = copyKit("atelier");
    const { code } = await mallette(SMALL, { cwd: join(kit, "cards") });
    expect(code).toBe(0);
    expect(existsSync(join(kit, FILE))).toBe(true);
    expect(existsSync(join(kit, "cards", "dist"))).toBe(false);
  });

  it.each([
    ["its name", "Kit d’été à Besançon"],
    ["its name with a slash", "Kit d’été à Besançon/"],
    ["its kit.yaml", "Kit d’été à Besançon/kit.yaml"],
  ])("is what -C says, spaces and accents included: %s", async (_, given) => {
    const cwd = temporaryFolder();
    const kit = copyKit("atelier", {}, join(cwd, "Kit d’été à Besançon"));
    const { code, err } = await mallette([...SMALL, "-C", given], { cwd });
    expect(code).toBe(0);
    expect(existsSync(join(kit, FILE))).toBe(true);
    // As it would be typed from there.
    expect(err).toContain(`✔ Kit prêt dans ${join("Kit d’été à Besançon", "dist", "fr")} (`);
  });

  it("without kit.yaml is told by its name, exit code 2", async () => {
    const cwd = temporaryFolder();
    expect(await mallette(["build"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: `✖ Il n’y a pas de fichier kit.yaml dans ${cwd}, ni dans les dossiers au-dessus.\n  Placez-vous dans le dossier du kit, ou indiquez-le avec -C.\n`,
    });
  });

  it("given by -C is not looked for upwards", async () => {
    const kit = copyKit("atelier");
    const { code, err } = await mallette(["build", "-C", join(kit, "cards")]);
    expect(code).toBe(2);
    expect(err).toContain(`Il n’y a pas de fichier kit.yaml dans ${join(kit, "cards")}.`);
  });
});

describe("names of papers and components", () => {
  it("papers may be typed in any case", async () => {
    const kit = copyKit("atelier");
    expect((await mallette(["build", "jeu", "--paper", "a4,LETTER", "--target", "shop", "-C", kit])).code).toBe(0);
    expect(existsSync(join(kit, "dist/fr/shop-A4/jeu.pdf"))).toBe(true);
    expect(existsSync(join(kit, "dist/fr/shop-Letter/jeu.pdf"))).toBe(true);
  });

  it.each([
    ["jeux", "Le composant « jeux » n’existe pas dans ce kit.", "Vouliez-vous dire « jeu » ?"],
    ["--paper A44", "Le papier « A44 » n’existe pas dans ce kit.", "Vouliez-vous dire « A4 » ?"],
    ["--paper Quarto", "Le papier « Quarto » n’existe pas dans ce kit.", "Choix possibles : A5, A4, A3"],
    ["--locale en", "La langue « en » n’existe pas dans ce kit.", "Choix possibles : fr."],
  ])("%s leads nowhere: one sentence, exit code 2, nothing written", async (typed, sentence, hint) => {
    const kit = copyKit("atelier");
    const { code, err } = await mallette(["build", ...typed.split(" "), "-C", kit]);
    const plain = err.replace(/[\u00A0\u202F]/g, " ");
    expect(code).toBe(2);
    expect(plain).toContain(sentence);
    expect(plain).toContain(hint);
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });
});

describe("mallette check", () => {
  it("writes nothing, and says that all is well", async () => {
    const kit = copyKit("atelier");
    const { code, err } = await mallette(["check", "-C", kit]);
    expect(code).toBe(0);
    expect(err).toContain("✔ Tout est bon, rien n’a été écrit (5 pièces");
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });

  it("tells problems and exits with 1", async () => {
    const kit = copyKit("atelier", { "cards/jeu.yaml": replacing("title: La Lune", "titel: La Lune") });
    const { code, err } = await mallette(["check", "-C", kit]);
    expect(code).toBe(1);
    expect(err).toContain("cards/jeu.yaml:4:5");
  });
});

describe("mallette schema", () => {
  it("writes a schema for each file and wires VS Code, once", async () => {
    const kit = copyKit("atelier");
    const first = await mallette(["schema", "-C", kit]);
    expect(first).toMatchObject({ code: 0, out: "" });
    for (const file of ["kit", "cards/jeu", "cards/links", "cards/ui", "fonts/fonts"])
      expect(existsSync(join(kit, ".mallette/schema", `${file}.json`))).toBe(true);
    const settings = ".vscode/settings.json";
    expect(existsSync(join(kit, settings))).toBe(true);

    editKit(kit, { [settings]: '{ "editor.rulers": [80] }' });
    const second = await mallette(["schema", "-C", kit]);
    expect(JSON.parse(second.out)["yaml.schemas"]).toMatchObject({ ".mallette/schema/kit.json": "kit.yaml" });
    editKit(kit, { [settings]: (text) => text.replace("80", "100") });
  });

  it("--json prints one document", async () => {
    const kit = copyKit("atelier");
    const { out, err } = await mallette(["schema", "--json", "-C", kit]);
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({ schema: "mallette.schema/1", ok: true, problems: [] });
  });

  it("a folder that cannot be written is the environment’s fault, exit code 3", async () => {
    const kit = copyKit("atelier", { ".mallette": "a file" });
    const { code, err } = await mallette(["schema", "-C", kit]);
    expect(code).toBe(3);
    expect(err).toContain("Impossible d’écrire");
  });
});

describe("a kit found from deep inside", () => {
  it("keeps -C relative to where the command is typed", async () => {
    const cwd = temporaryFolder();
    const kit = copyKit("atelier", {}, join(cwd, "a", "kit"));
    mkdirSync(join(cwd, "b"));
    expect((await mallette([...SMALL, "-C", "../a/kit"], { cwd: join(cwd, "b") })).code).toBe(0);
    expect(existsSync(join(kit, FILE))).toBe(true);
  });
});
