/** `mallette calibrate`, as somebody meets it whose backs are off: a sheet, a few numbers, files that come out right. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readPdf } from "../build/reader.js";
import { copyKit, editKit, linkPackages, replacing } from "../kits/temporary.js";
import { mallette } from "./fake-terminal.js";

let kit: string;
beforeEach(() => {
  kit = copyKit("treize-cartes");
  linkPackages(kit);
});

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");
const calibrate = async (line: string) => {
  const { code, out, err } = await mallette(["calibrate", ...line.split(" ").filter(Boolean)], { cwd: kit });
  return { code, out, err: plain(err) };
};
const stored = (): string => readFileSync(join(kit, "printers.yaml"), "utf8");

describe("the sheet", () => {
  it("is written where PDFs are, for the papers that are asked for, one sheet with two sides", async () => {
    const { code, err } = await calibrate("--paper a4,Letter,A3,A5");
    expect(code).toBe(0);
    expect(readdirSync(join(kit, "dist")).sort()).toEqual(
      ["A3", "A4", "A5", "Letter"].map((paper) => `calage-${paper}.pdf`),
    );
    expect(err).toContain("dist/calage-A4.pdf");
    for (const [paper, width, height] of [
      ["A4", 210, 297],
      ["Letter", 215.9, 279.4],
    ] as const) {
      const pdf = await readPdf(join(kit, `dist/calage-${paper}.pdf`));
      expect(pdf.pages.map((page) => [page.width, page.height])).toEqual([
        [expect.closeTo(width, 2), expect.closeTo(height, 2)],
        [expect.closeTo(width, 2), expect.closeTo(height, 2)],
      ]);
      await pdf.close();
    }
  });

  it("passes our own check, corrected too, and fails it when it is damaged", async () => {
    await calibrate("--paper A4,Letter,A3,A5,SRA3");
    await calibrate("salle-2 --front 6/9/6/9 --back 10/12/10/12");
    await calibrate("salle-2 --check");
    const { code, out } = await mallette(["preflight", "dist"], { cwd: kit });
    expect(out.split("\n").filter((line) => !line.startsWith("✔") && line !== "")).toEqual([]);
    expect(out).toContain("calage-A4-salle-2.pdf");
    expect(code).toBe(0);
    const path = join(kit, "dist/calage-A4.pdf");
    const bytes = readFileSync(path);
    const drawing = bytes.indexOf("stream\n") + "stream\n".length;
    writeFileSync(path, bytes.fill(0xff, drawing, drawing + 100));
    const damaged = await mallette(["preflight", "dist/calage-A4.pdf", "--for", "home"], { cwd: kit });
    expect([damaged.code, damaged.out]).toEqual([1, expect.stringContaining("Une partie de la page ne se lit pas")]);
  });

  it("shows what to type, with the printer's name where it is known, and a letter for each number", async () => {
    await calibrate("salle-2");
    const pdf = await readPdf(join(kit, "dist/calage-A4.pdf"));
    const [front, back] = pdf.pages.map(({ words }) => words.map(({ text }) => text));
    expect(front!.join(" ")).toContain("mallette calibrate salle-2 --paper A4");
    expect(front!.join(" ")).toContain("--front A/B/C/D --back E/F/G/H --margin M");
    for (const letter of "ABCDM") expect(front).toContain(letter);
    for (const letter of "EFGH") expect(back).toContain(letter);
    await pdf.close();
  });

  it("has the middle of each scale in the middle of the paper, where a fold finds it", async () => {
    await calibrate("");
    const pdf = await readPdf(join(kit, "dist/calage-A4.pdf"));
    for (const { words } of pdf.pages) {
      const tens = words.filter(({ text }) => text === "10");
      const level = tens.filter(({ x }) => Math.abs(x - 105) < 2.5);
      const upright = tens.filter(({ y }) => Math.abs(y - 148.5) < 1);
      expect([level.length, upright.length]).toEqual([2, 2]);
      // A figure of two digits at 7 pt: its middle is the scale's.
      for (const { x } of level) expect(x + 1.4).toBeCloseTo(105, 0);
    }
    await pdf.close();
  });

  it("is the same bytes each time", async () => {
    await calibrate("");
    const first = readFileSync(join(kit, "dist/calage-A4.pdf"));
    await calibrate("");
    expect(readFileSync(join(kit, "dist/calage-A4.pdf")).equals(first)).toBe(true);
  });

  it("is printed from a kit whose cards have mistakes", async () => {
    editKit(kit, { "cards/sans-dos.yaml": replacing("name: huit", "nom: huit") });
    expect((await calibrate("")).code).toBe(0);
  });
});

describe("what was read", () => {
  it("is kept by the printer's name, and told in words", async () => {
    const { code, err } = await calibrate("salle-2 --front 8,5/10/8.5/10 --back 10/12/10/12 --margin 4,2");
    expect(code).toBe(0);
    expect(err).toContain("Imprimante salle-2 calée pour A4");
    expect(err).toContain("recto : 1,5 mm trop à droite\n");
    expect(err).toContain("verso : 2 mm trop en haut\n");
    expect(stored()).toContain(
      [
        "salle-2:",
        "  A4:",
        "    margin: 4.2mm",
        "    front: { right: 1.5, down: 0, turn: 0, width: 100, height: 100 }",
        "    back: { right: 0, down: -2, turn: 0, width: 100, height: 100 }",
      ].join("\n"),
    );
  });

  it("of one side alone stands for both; lengths between crosses tell the scale", async () => {
    await calibrate("salle-2 --front 10/10/10/10 --front-size 159,2/241,2");
    const side = "{ right: 0, down: 0, turn: 0, width: 99.5, height: 100.5 }";
    expect(stored()).toContain(`    margin: 5mm\n    front: ${side}\n    back: ${side}\n`);
  });

  it("of another paper, or printer, leaves the others as they were", async () => {
    await calibrate("salle-2 --front 9/10/9/10");
    const before = stored();
    await calibrate("salle-2 --paper A3 --front 10/11/10/11");
    await calibrate("accueil --front 10/10/10/10");
    const [, a4] = before.split("salle-2:\n");
    expect(stored()).toContain(a4!.trim());
    expect(stored()).toMatch(/^accueil:\n {2}A4:\n/m);
    expect(stored()).toMatch(/^ {2}A3:\n/m);
    // And what is read anew replaces what was there.
    await calibrate("accueil --front 8/10/8/10");
    expect(stored().match(/^accueil:/gm)).toHaveLength(1);
    expect(stored()).toContain("right: 2, down: 0");
  });

  it("leaves the remarks that somebody wrote, and whatever stands beside what was read", async () => {
    const written = [
      "# Médiathèque, relu en mai",
      "",
      "salle-2: # la grosse",
      "  # papier ordinaire",
      "  A4:",
      "    margin: 5mm # avec le bac du bas",
      '    front: { right: 1, down: "0" } # relu',
      "    # le dos",
      "    back: { right: 0, down: -2, turn: 0, width: 100, height: 100 }",
      "",
      "# à l’accueil",
      "accueil:",
      "  A3:",
      "    margin: 4mm",
      "    front:",
      "      right: 0.50 # au jugé",
      "# fin",
      "",
    ].join("\r\n");
    writeFileSync(join(kit, "printers.yaml"), written);
    expect((await calibrate("salle-2 --front 8/10/8/10 --margin 3")).code).toBe(0);
    expect((await calibrate("accueil --front 9/10/9/10 --paper A3")).code).toBe(0);
    expect((await calibrate("neuve --front 10/10/10/10")).code).toBe(0);
    expect(stored()).not.toMatch(/[^\r]\n/);
    const lines = stored().split("\r\n");
    for (const remark of written.match(/#.*/g)!) expect(lines.filter((line) => line.includes(remark))).toHaveLength(1);
    const side = "right: 2, down: 0, turn: 0, width: 100, height: 100";
    expect(lines).toContain("    margin: 3mm # avec le bac du bas");
    expect(lines).toContain(`    front: { ${side.replace("down: 0", 'down: "0"')} } # relu`);
    expect(lines).toContain(`    back: { ${side} }`);
    expect(lines).toContain("      right: 1 # au jugé");
    expect(lines.slice(lines.indexOf("neuve:"), lines.indexOf("neuve:") + 3)).toEqual([
      "neuve:",
      "  A4:",
      "    margin: 5mm",
    ]);
    // What is written anew from the same numbers is the same.
    const once = stored();
    await calibrate("salle-2 --front 8/10/8/10 --margin 3");
    expect(stored()).toBe(once);
  });

  it("begins a file that held only remarks, or nothing", async () => {
    for (const [before, after] of [
      ["# rien encore\n", /^# rien encore\n\nsalle-2:\n {2}A4:\n/],
      ["{}\n", /^salle-2:\n {2}A4:\n/],
      ["", /^# Les imprimantes de ce lieu/],
    ] as const) {
      writeFileSync(join(kit, "printers.yaml"), before);
      expect((await calibrate("salle-2 --front 10/10/10/10")).code).toBe(0);
      expect(stored()).toMatch(after);
      expect((await mallette(["check", "--printer", "salle-2"], { cwd: kit })).code).toBe(0);
    }
  });

  it("makes files for that printer, and a sheet on which every fold lies on ten", async () => {
    await calibrate("salle-2 --front 9/10/9/10 --back 10/12/10/12");
    const built = await mallette(["build", "--printer", "salle-2"], { cwd: kit });
    expect([built.code, existsSync(join(kit, "dist/fr/home-A4-salle-2/jeu.pdf"))]).toEqual([0, true]);
    expect(plain(built.err)).toContain("seulement sur l’imprimante salle-2");
    expect(readdirSync(join(kit, "dist/fr"))).toEqual(["home-A4-salle-2", "manifest.json"]);
    await calibrate("");
    expect((await calibrate("salle-2 --check")).code).toBe(0);
    const [usual, corrected] = [
      await readPdf(join(kit, "dist/calage-A4.pdf")),
      await readPdf(join(kit, "dist/calage-A4-salle-2.pdf")),
    ];
    for (const [page, dx, dy] of [
      [0, -1, 0],
      [1, 0, 2],
    ] as const) {
      const cornerOf = ({ pages }: typeof usual) => pages[page]!.words.find(({ text }) => text === "10")!;
      expect(cornerOf(corrected).x - cornerOf(usual).x).toBeCloseTo(dx, 3);
      expect(cornerOf(corrected).y - cornerOf(usual).y).toBeCloseTo(dy, 3);
    }
    await usual.close();
    await corrected.close();
  });

  it("off a corrected sheet is added to what is known: ten everywhere changes nothing", async () => {
    await calibrate("salle-2 --front 9/10/9/10 --back 10/12/10/12 --margin 4");
    const before = stored();
    await calibrate("salle-2 --check --front 10/10/10/10 --back 10/10/10/10");
    expect(stored()).toBe(before);
    await calibrate("salle-2 --check --front 9,5/10/9,5/10 --back 10/9/10/9");
    expect(stored()).toContain("    margin: 4mm\n    front: { right: 1.5, down: 0,");
    expect(stored()).toContain("    back: { right: 0, down: -1,");
  });

  it("off a corrected sheet is typed as that sheet says, which asks nothing of its edges", async () => {
    await calibrate("salle-2 --front 9/10/9/10");
    await calibrate("salle-2 --check");
    const pdf = await readPdf(join(kit, "dist/calage-A4-salle-2.pdf"));
    const words = pdf.pages[0]!.words.map(({ text }) => text).join(" ");
    expect(words).toContain("mallette calibrate salle-2 --paper A4 --check");
    expect(words).toContain("--front A/B/C/D --back E/F/G/H");
    expect(words).not.toContain("--margin");
    await pdf.close();
  });

  it("off a corrected sheet comes from both sides, and only where one was made", async () => {
    await calibrate("salle-2 --front 9/10/9/10");
    const before = stored();
    expect(await calibrate("salle-2 --check --front 10/10/10/10")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Il manque les quatre nombres du verso, E, F, G et H"),
    });
    expect(await calibrate("salle-2 --check --paper A3 --front 10/10/10/10 --back 10/10/10/10")).toMatchObject({
      code: 2,
      err: expect.stringContaining("n’est pas encore calée pour A3"),
    });
    expect(stored()).toBe(before);
  });

  it("is one document with --json, nothing with --quiet", async () => {
    const { out, err } = await calibrate("salle-2 --front 10/10/10/10 --json");
    expect([JSON.parse(out).ok, JSON.parse(out).files.length, err]).toEqual([true, 1, ""]);
    expect(await calibrate("salle-2 --front 10/10/10/10 -q")).toEqual({ code: 0, out: "", err: "" });
  });
});

describe("what cannot be right is told, and nothing is written", () => {
  it.each([
    ["salle-2 --front 10/10/10", "« 10/10/10 » ne convient pas à l’option --front.", "Donnez quatre nombres"],
    ["salle-2 --front 10/dix/10/10", "« 10/dix/10/10 » ne convient pas à l’option --front.", "Donnez quatre nombres"],
    ["salle-2 --front 10/10/-1/10", "« -1 » ne convient pas à l’option --front : il faut un nombre de 0 à 20.", "bac"],
    ["salle-2 --front -1/10/10/10", "« -1 » ne convient pas à l’option --front : il faut un nombre de 0 à 20.", "bac"],
    ["salle-2 --front 10/10/10/10 --margin -4", "« -4 » ne convient pas à l’option --margin", "Relisez"],
    [
      "salle-2 --front 10/10/21/10",
      "« 21 » ne convient pas à l’option --front : il faut un nombre de 0 à 20.",
      "Relisez",
    ],
    ["salle-2 --front 10 / 10 / 10 / 10", "« / » est de trop : une imprimante n’a qu’un nom", "--front 10/10,5"],
    [
      "salle-2 --front 7/10/13/10",
      "Les quatre nombres du recto ne vont pas ensemble : A et C ne disent pas",
      "relisez",
    ],
    ["salle-2 --front 10/10/10/10 --back 10/7/10/13", "Les quatre nombres du verso ne vont pas ensemble", "relisez"],
    [
      "salle-2 --front 10/10/10/10 --front-size 150/226",
      "« 150 » ne convient pas à l’option --front-size",
      "ajuster à la page",
    ],
    ["salle-2 --front 10/10/10/10 --margin 40", "« 40 » ne convient pas à l’option --margin", "Relisez"],
    ["salle-2 --back 10/10/10/10", "Il manque les quatre nombres du recto", "mallette calibrate salle-2"],
    ["salle-2 --front 10/10/10/10 --back-size 160/240", "--back-size va avec --back", "mallette calibrate salle-2"],
    ["--front 10/10/10/10", "Il manque le nom de l’imprimante", "mallette calibrate salle-2"],
    ["Salle-2", "« Salle-2 » ne convient pas comme nom d’imprimante.", "minuscules"],
    ["salle-2 --front 10/10/10/10 --paper A4,A3", "sur une feuille à la fois, pas sur A4 et A3.", "--paper"],
    ["salle-2 --paper A44", "Le papier « A44 » n’existe pas dans ce kit.", "« A4 »"],
    ["salle-2 --check", "« salle-2 » n’est pas encore calée pour A4", "mallette calibrate salle-2 --paper A4"],
    ["--check", "Il manque le nom de l’imprimante", "mallette calibrate salle-2"],
  ])("%s", async (line, sentence, hint) => {
    const { code, err } = await calibrate(line);
    expect(err).toContain(sentence);
    expect(err).toContain(hint);
    expect(code).toBe(2);
    expect([existsSync(join(kit, "printers.yaml")), existsSync(join(kit, "dist"))]).toEqual([false, false]);
  });

  it("a paper that is too small", async () => {
    editKit(kit, {
      "kit.yaml": replacing("components:", "papers:\n  mini: { width: 100mm, height: 148mm }\ncomponents:"),
    });
    const { code, err } = await calibrate("--paper mini");
    expect([code, err]).toEqual([2, expect.stringContaining("Le papier mini est trop petit")]);
  });

  it("a printers.yaml with a mistake is not written over", async () => {
    const wrong = "salle-2:\n  A4: { margin: 5mm, front: { right: 1,5 } }\n";
    writeFileSync(join(kit, "printers.yaml"), wrong);
    const { code, err } = await calibrate("accueil --front 10/10/10/10");
    expect([code, stored()]).toEqual([1, wrong]);
    expect(err).toContain("printers.yaml");
  });

  it.each([["calibrate salle-2 --check"], ["calibrate salle-2 --front 10/10/10/10"], ["build --printer salle-2"]])(
    "a printers.yaml that is no text, or no file: one sentence, nothing of what is in it (%s)",
    async (line) => {
      const path = join(kit, "printers.yaml");
      const heard = async (): Promise<string> => {
        const { code, err } = await mallette(line.split(" "), { cwd: kit });
        expect([code, existsSync(join(kit, "dist"))]).toEqual([1, false]);
        expect(err.match(/✖/g)).toHaveLength(1);
        return plain(err);
      };
      const picture = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
      writeFileSync(path, picture);
      const first = await heard();
      expect(first).toContain("« printers.yaml » n’est pas un texte");
      expect(first).not.toContain("IHDR");
      expect(readFileSync(path)).toEqual(picture);
      rmSync(path);
      mkdirSync(path);
      expect(await heard()).toContain("« printers.yaml » n’est pas un fichier ordinaire.");
    },
  );

  it("outside of a kit there is none", async () => {
    expect((await mallette(["calibrate"], { cwd: "/" })).code).toBe(2);
  });
});
