import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../kits/temporary.js";
import { ADDRESS, drawing, redrawn, sheetPdf } from "../preflight/pdf-writer.js";
import { mallette } from "./fake-terminal.js";

/** A folder with a good file and a bad one, as a build leaves them. */
function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const GOOD = sheetPdf();
const BAD = sheetPdf(redrawn("0.5 w", "0.05 w"));

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

const heard = async (words: readonly string[], cwd: string) => {
  const { code, out, err } = await mallette(["preflight", ...words], { cwd });
  return { code, out: plain(out), err: plain(err) };
};

describe("one file", () => {
  it("is told of in few words, with all that it is made of", async () => {
    const { code, out, err } = await heard(["carte.pdf"], folderWith({ "carte.pdf": GOOD }));
    expect(code).toBe(0);
    expect(out).toContain("PDF 1.6, PDF/X, pour FOGRA39");
    expect(out).toContain("format fini 91,7 × 127 mm, fond perdu 3,2 mm");
    expect(out).toContain("Polices   Essai");
    expect(out).toContain("Couleurs  CMJN");
    expect(out).toContain("texte à partir de 10 pt, traits à partir de 0,5 pt");
    expect(out).toContain(`p. 1  ${ADDRESS}`);
    expect(out).toContain("Vérifié pour la presse (press)");
    expect(err).toBe("✔ 1 fichier vérifié : bon à imprimer.\n");
  });

  it("that is bad: place, sentence, figures, hint; exit code 1", async () => {
    const { code, out, err } = await heard(["carte.pdf"], folderWith({ "carte.pdf": BAD }));
    expect(code).toBe(1);
    expect(out).toContain("✖ p. 1, à 17,6 mm du bord gauche et 63,5 mm du haut : Un trait est trop fin");
    expect(out).toContain("Mesuré : 0,05 pt ; il faut au moins 0,25 pt.");
    expect(out).toContain("Donnez-lui une épaisseur");
    expect(err).toBe("✖ 1 fichier vérifié : 1 fichier à corriger.\n");
  });

  it("is judged for what --for says", async () => {
    const cwd = folderWith({ "carte.pdf": BAD });
    expect((await heard(["carte.pdf", "--for", "screen"], cwd)).code).toBe(0);
    expect((await heard(["carte.pdf", "--for", "home"], cwd)).out).toContain("il faut au moins 0,2 pt");
  });

  it("shows what a file says of itself, and never obeys it", async () => {
    const evil = Buffer.from(GOOD).toString("latin1").replace("ABCDEF+Essai /First", "ABCDEF+\u001b[2JX /First");
    const { out } = await mallette(["preflight", "x.pdf"], {
      cwd: folderWith({ "x.pdf": Buffer.from(evil, "latin1") }),
    });
    expect(out).not.toContain("\u001b");
  });
});

describe("several files", () => {
  it("of a folder and the folders in it: a line each, and what is wrong", async () => {
    const cwd = folderWith({
      "dist/a.pdf": GOOD,
      "dist/sous/b.PDF": BAD,
      "dist/notes.txt": "rien",
      "dist/.cache/c.pdf": BAD,
    });
    const { code, out, err } = await heard(["dist"], cwd);
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => /^\S/.test(line))).toEqual([
      "✔ dist/a.pdf  1 page 105,8 × 141,1 mm",
      "✖ dist/sous/b.PDF  1 page 105,8 × 141,1 mm",
    ]);
    expect(err).toBe("✖ 2 fichiers vérifiés : 1 fichier à corriger.\n");
  });

  it("--quiet tells only of those with problems", async () => {
    const { out, err } = await heard(["a.pdf", "b.pdf", "-q"], folderWith({ "a.pdf": GOOD, "b.pdf": BAD }));
    expect([out.includes("a.pdf"), out.includes("b.pdf"), err]).toEqual([false, true, ""]);
  });

  it("a name that leads nowhere is told, and the others are still looked at; exit code 2", async () => {
    const { code, out, err } = await heard(
      ["a.pdf", "rien.pdf", "vide"],
      folderWith({ "a.pdf": GOOD, "vide/x.txt": "" }),
    );
    expect(code).toBe(2);
    expect(out).toContain("a.pdf\n  Fichier   PDF 1.6");
    expect(err).toContain("✖ Le fichier rien.pdf n’existe pas.");
    expect(err).toContain("✖ Il n’y a pas de PDF dans le dossier vide.");
  });
});

describe("a manifest beside the files", () => {
  const manifest = (url: string): string =>
    JSON.stringify({
      schema: "mallette.manifest/2",
      files: [{ path: "shop-A4/a.pdf", target: "shop", codes: [{ page: 1, url }] }],
    });

  it("tells what a file is for, and which codes it has", async () => {
    const cwd = folderWith({ "fr/shop-A4/a.pdf": GOOD, "fr/manifest.json": manifest(ADDRESS) });
    const { code, out } = await heard(["fr"], cwd);
    expect(code).toBe(0);
    expect(out).toContain("l’imprimeur du quartier (shop), d’après manifest.json");
  });

  it("a code that leads elsewhere is told", async () => {
    const cwd = folderWith({ "fr/shop-A4/a.pdf": GOOD, "fr/manifest.json": manifest("https://example.org/autre") });
    const { code, out } = await heard(["fr"], cwd);
    expect(code).toBe(1);
    expect(out).toContain("Aucun code de la page ne mène à https://example.org/autre");
    expect(out).toContain(`Un code mène à ${ADDRESS}, que manifest.json ne connaît pas`);
  });

  it("of another program is nobody’s business", async () => {
    const cwd = folderWith({ "a.pdf": GOOD, "manifest.json": '{"files": 3}' });
    expect((await heard(["a.pdf"], cwd)).out).toContain("d’après le fichier lui-même");
    cpSync(join(cwd, "a.pdf"), join(cwd, "b.pdf"));
    writeFileSync(join(cwd, "manifest.json"), "not JSON");
    expect((await heard(["b.pdf"], cwd)).code).toBe(0);
  });
});

describe("--json", () => {
  it("one document: each file with its summary and findings", async () => {
    const cwd = folderWith({ "a.pdf": GOOD, "b.pdf": sheetPdf(drawing("1 0 0 rg 72 318 72 10 re f")) });
    const { code, out, err } = await mallette(["preflight", "a.pdf", "b.pdf", "rien.pdf", "--json"], { cwd });
    expect([code, err]).toEqual([2, ""]);
    const { schema, ok, files, problems } = JSON.parse(out);
    expect({ schema, ok }).toEqual({ schema: "mallette.preflight/1", ok: false });
    expect(problems).toMatchObject([{ code: "missing-file" }]);
    expect(files).toMatchObject([
      { path: "a.pdf", ok: true, purpose: "press", purposeFrom: "file", findings: [] },
      {
        path: "b.pdf",
        ok: false,
        summary: { pages: 1, colors: ["cmyk", "rgb"] },
        findings: [{ code: "rgb-color", severity: "error", page: 1, rect: { x: 25.4, y: 25.4 }, measured: "RVB" }],
      },
    ]);
  });
});
