import { describe, expect, it } from "vitest";
import { mallette } from "./fake-terminal.js";

/** What was typed → the sentence it gets, and its hint. */
const MISTAKES: readonly (readonly [string, string, string])[] = [
  ["bild", "La commande « bild » n’existe pas.", "Vouliez-vous dire « build » ?"],
  [
    "imprimer",
    "La commande « imprimer » n’existe pas.",
    "Les commandes sont build, check, images, release, changes, translate, links, calibrate, preflight, schema.",
  ],
  ["help bild", "La commande « bild » n’existe pas.", "Vouliez-vous dire « build » ?"],
  ["build --papr A4", "L’option --papr n’existe pas.", "Vouliez-vous dire « --paper » ?"],
  ["build --xyzzy", "L’option --xyzzy n’existe pas.", "mallette --help"],
  ["build -z", "L’option -z n’existe pas.", "mallette --help"],
  ["build --no-color", "L’option --no-color n’existe pas.", "mallette --help"],
  ["check --out x", "L’option --out n’existe pas pour « check ».", "mallette check --help"],
  ["schema donnees", "« donnees » est de trop : schema n’attend que des options.", "mallette schema --help"],
  ["build --out", "Il manque la valeur de l’option --out.", "(dossier)"],
  ["build --out --json", "Il manque la valeur de l’option --out.", ""],
  ["build --out=", "Il manque la valeur de l’option --out.", ""],
  ["build --paper ,", "Il manque la valeur de l’option --paper.", ""],
  ["build -C", "Il manque la valeur de l’option -C.", "(dossier)"],
  ["build --json=oui", "L’option --json n’attend pas de valeur.", "Écrivez --json tout court."],
  [
    "build --target maison",
    "« maison » ne convient pas à l’option --target.",
    "Choix possibles : home, shop, screen, press.",
  ],
  ["build --target home,shopp", "« shopp » ne convient pas à l’option --target.", "Vouliez-vous dire « shop » ?"],
  ["build --duplex long", "« long » ne convient pas à l’option --duplex.", "long-edge, short-edge, fold, none"],
  [
    "images --size grand",
    "« grand » ne convient pas à l’option --size.",
    "Choix possibles : screen, print, bleed, tts.",
  ],
  ["images --copies 2", "L’option --copies n’existe pas pour « images ».", "mallette images --help"],
  ["build --copies 0", "« 0 » ne convient pas à l’option --copies.", "un nombre entier de 1 à 999"],
  ["build --copies -3", "« -3 » ne convient pas à l’option --copies.", "un nombre entier de 1 à 999"],
  ["build --copies 1,5", "« 1,5 » ne convient pas à l’option --copies.", ""],
  ["build --copies dix", "« dix » ne convient pas à l’option --copies.", ""],
  ["build --target press --bleed trois", "« trois » ne convient pas à l’option --bleed.", "de 0 à 10"],
  ["build --target press --bleed 30", "« 30 » ne convient pas à l’option --bleed.", "par exemple --bleed 3"],
  [
    "build --target press --marks oui",
    "« oui » ne convient pas à l’option --marks.",
    "Choix possibles : none, offset.",
  ],
  ["build --target press --order alterne", "« alterne » ne convient pas à l’option --order.", "interleaved, two-files"],
  ["preflight", "Il manque le fichier à vérifier.", "mallette preflight dist/fr/home-A4"],
  ["preflight rien.pdf", "Le fichier rien.pdf n’existe pas.", "Corrigez son chemin."],
  ["preflight x.pdf --for presse", "« presse » ne convient pas à l’option --for.", "Vouliez-vous dire « press » ?"],
  ["build -C /nulle/part", "Le dossier /nulle/part n’existe pas.", "après -C"],
];

const typed = (line: string): readonly string[] => line.split(" ");

/** What libraries and Node say when nobody translates. */
const ENGLISH = /\b(error|unknown|option|argument|missing|invalid|usage|expected|did you mean|options|command)\b/i;

describe("a command that is written wrongly", () => {
  it.each(MISTAKES)("mallette %s: one sentence, one hint, exit code 2", async (line, sentence, hint) => {
    const { code, out, err } = await mallette(typed(line));
    expect(code).toBe(2);
    const plain = (out + err).replace(/[\u00A0\u202F]/g, " ");
    expect(plain).toContain(sentence);
    expect(plain).toContain(hint);
    expect(err.replace(/[Ll]’option|(des|leurs) options/g, "")).not.toMatch(ENGLISH);
  });

  it.each(MISTAKES)("mallette %s --json: one document on the standard output, nothing else", async (line, sentence) => {
    const { code, out, err } = await mallette(["--json", ...typed(line)]);
    expect(code).toBe(2);
    expect(err).toBe("");
    const { schema, ok, files, problems } = JSON.parse(out);
    expect(schema).toMatch(/^mallette\.(build|check|images|links|preflight|schema|translate|usage)\/1$/);
    expect({ ok, files }).toEqual({ ok: false, files: [] });
    const messages = problems.map(({ message }: { message: string }) => message.replace(/[\u00A0\u202F]/g, " "));
    expect(messages).toContain(sentence);
  });

  it("several mistakes are told at once", async () => {
    const { err } = await mallette(typed("build --copies 0 --target maison --papr A4"));
    expect(err.match(/✖/g)).toHaveLength(3);
  });

  it("--json alone asks for a command", async () => {
    const { code, out } = await mallette(["--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out).problems).toMatchObject([{ code: "missing-command" }]);
  });
});

describe("help", () => {
  it.each([[[]], [["--help"]], [["-h"]], [["help"]]])("mallette %j shows the commands, exit code 0", async (argv) => {
    const { code, out, err } = await mallette(argv);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of ["build", "check", "schema"]) expect(out).toContain(`  ${name} `);
  });

  it.each([[["build", "--help"]], [["help", "build"]], [["build", "-h", "--paper", "A4"]]])(
    "mallette %j shows the options of build",
    async (argv) => {
      const { code, out } = await mallette(argv);
      expect(code).toBe(0);
      for (const option of ["--out <dossier>", "--paper <papiers>", "--duplex <mode>", "-C, --kit <dossier>", "--json"])
        expect(out).toContain(option);
    },
  );

  it("shows only what a command takes", async () => {
    const { out } = await mallette(["schema", "--help"]);
    expect(out).not.toContain("--paper");
  });

  it("fits on a terminal of 120 columns and speaks French only", async () => {
    for (const argv of [
      [],
      ["help", "build"],
      ["help", "check"],
      ["help", "images"],
      ["help", "links"],
      ["help", "calibrate"],
      ["help", "schema"],
    ]) {
      const { out } = await mallette(argv);
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
      expect(out).not.toMatch(/usage|commands|\(default/i);
    }
  });

  it("--version says a version and nothing else", async () => {
    const { code, out, err } = await mallette(["--version"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(err).toBe("");
  });
});
