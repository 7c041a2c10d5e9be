import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyKit, replacing } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

const HOME = ["build", "--target", "home", "--paper", "A4"];

describe("what a build says", () => {
  it("for a printer: what the product leaves out, and that files are sent as they are", async () => {
    const { code, err } = await mallette(["build", "--target", "press", "--product", "poker"], {
      cwd: copyKit("atelier"),
    });
    expect(code).toBe(0);
    expect(err).toContain("  press-poker/jeu.pdf         4 pages\n");
    expect(err).toMatch(/ℹ Le produit «\s*poker\s*» .* fiches, plateau n’en sont pas\./);
    expect(err).toContain("Envoyez ces fichiers tels quels : le nombre d’exemplaires se dit à la commande.\n");
  });

  it("in a pipe: a plain line a file, then where the kit is", async () => {
    const kit = copyKit("atelier");
    const { out, err } = await mallette(HOME, { cwd: kit });
    expect(out).toBe("");
    expect(err.replace(/\d+,\d s/, "0,0 s").replace(/\d,\d Mo/, "0,0 Mo")).toBe(
      [
        "  home-A4/jeu.pdf             1 feuille, 2 pages",
        "  home-A4/fiches.pdf          1 feuille, 1 page",
        "  home-A4/plateau.pdf         5 feuilles, 5 pages",
        `✔ Kit prêt dans ${join("dist", "fr")} (5 pièces, 3 fichiers, 0,0 Mo, 0,0 s)`,
        "  Imprimez à 100 %, sans « ajuster à la page ».",
        "  Dans chaque dossier à imprimer, bon-d-impression.pdf dit quoi faire de ses fichiers.\n",
      ].join("\n"),
    );
  });

  it("on a screen: one line that is rewritten, then one line a folder", async () => {
    const kit = copyKit("atelier");
    const { err } = await mallette(HOME, { cwd: kit, columns: 30 });
    const [live, ...rest] = err.split("\n");
    const rewritten = live!.split("\r\u001B[K");
    expect(rewritten[1]).toBe("  1 fichier · home-A4/jeu.pdf");
    expect(rewritten[3]).toBe("  3 fichiers · home-A4/platea");
    expect(rewritten.at(-1)).toBe("  home-A4  3 fichiers, 7 feuilles");
    expect(rest[0]).toContain("✔ Kit prêt");
  });

  it("--quiet: nothing when all is well, problems when not", async () => {
    const right = copyKit("atelier");
    expect(await mallette([...HOME, "-q"], { cwd: right })).toEqual({ code: 0, out: "", err: "" });
    const wrong = copyKit("atelier", { "cards/jeu.yaml": replacing("title: La Lune", "titel: La Lune") });
    const { code, err } = await mallette([...HOME, "--quiet"], { cwd: wrong });
    expect(code).toBe(1);
    expect(err).toContain("titel");
  });

  it("--json: one document that names every file", async () => {
    const kit = copyKit("atelier");
    const { code, out, err } = await mallette([...HOME, "--json"], { cwd: kit });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const document = JSON.parse(out);
    expect(document).toMatchObject({ schema: "mallette.build/1", ok: true, problems: [] });
    expect(document.files.map(({ path }: { path: string }) => path)).toEqual([
      "home-A4/jeu.pdf",
      "home-A4/fiches.pdf",
      "home-A4/plateau.pdf",
    ]);
    expect(document.files[0]).toMatchObject({ pages: 2, sheets: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("--json: problems with file, line and column", async () => {
    const kit = copyKit("atelier", { "cards/jeu.yaml": replacing("ph:moon-duotone", "ph:mooon-duotone") });
    const { code, out, err } = await mallette([...HOME, "--json"], { cwd: kit });
    expect({ code, err }).toEqual({ code: 1, err: "" });
    const { ok, files, problems } = JSON.parse(out);
    expect({ ok, files }).toEqual({ ok: false, files: [] });
    expect(problems).toMatchObject([
      { code: "icon-unknown", severity: "error", file: "cards/jeu.yaml", line: 6, col: 11, piece: "jeu/lune" },
    ]);
  });
});
