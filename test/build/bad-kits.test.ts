import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildKit, places } from "../kits/building.js";
import { copyKit, type Edits, editKit, replacing } from "../kits/temporary.js";
import { bomb, photograph } from "./pictures.js";

const CARDS = "cards/jeu.yaml";
const UI = "cards/ui.yaml";
const THEME = "templates/theme.css";
const CARD = "templates/carte.hbs";
const SVG = "assets/lune.svg";
const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">\n${inside}\n</svg>\n`;
const card = (title: string) => replacing("title: Le Soleil", `title: ${title}`);
const picture = (path: string) => replacing("lune.svg", path);

interface Mistake {
  readonly name: string;
  readonly edits: Edits;
  /** `code file:line:column`, the only problem. */
  readonly told: string;
  /** Words of the message. */
  readonly words: string;
}

/** One mistake each, made on a kit that is otherwise right. */
const MISTAKES: readonly Mistake[] = [
  {
    name: "an unknown key",
    edits: { [CARDS]: replacing("icon: ph", "ikon: ph") },
    told: `unknown-key ${CARDS}:6:5`,
    words: "ikon",
  },
  {
    name: "a missing field",
    edits: { [CARDS]: replacing("    title: La Lune\n", "") },
    told: `missing-field ${CARDS}:3:9`,
    words: "title",
  },
  {
    name: "a value of the wrong type",
    edits: { "cards/fiches.yaml": (text) => text.replace(/steps: .*/, "steps: { a: b }") },
    told: "wrong-type cards/fiches.yaml:5:12",
    words: "liste",
  },
  {
    name: "an id that is there twice",
    edits: { [CARDS]: replacing("id: soleil", "id: lune") },
    told: `duplicate-id ${CARDS}:9:9`,
    words: "lune",
  },
  {
    name: "an unknown word of margins",
    edits: { [UI]: (text) => `${text}print:\n  frontt: Endroit\n` },
    told: `unknown-key ${UI}:3:3`,
    words: "frontt",
  },
  {
    name: "a word of margins without its placeholder",
    edits: { [UI]: (text) => `${text}print:\n  ruler: à 100 %\n` },
    told: `missing-placeholder ${UI}:3:10`,
    words: "{n}",
  },
  {
    name: "a word of margins with a placeholder that it does not have",
    edits: { [UI]: (text) => `${text}print:\n  back: dos {n}\n` },
    told: `unknown-placeholder ${UI}:3:13`,
    words: "{n}",
  },
  {
    name: "a word of margins that no font can draw",
    edits: { [UI]: (text) => `${text}print:\n  back: dos ☃\n` },
    told: `missing-glyph ${UI}:3:9`,
    words: "☃",
  },
  {
    name: "an unknown template",
    edits: { [CARDS]: replacing("template: carte", "template: carton") },
    told: `unknown-template ${CARDS}:1:11`,
    words: "carton",
  },
  {
    name: "an unknown format",
    edits: { [CARD]: replacing("format: carte", "format: karte") },
    told: `unknown-format ${CARD}:2:9`,
    words: "karte",
  },
  {
    name: "an unknown icon",
    edits: { [CARDS]: replacing("ph:moon-duotone", "ph:mooon-duotone") },
    told: `icon-unknown ${CARDS}:6:11`,
    words: "ph:mooon-duotone",
  },
  {
    name: "an unknown icon in a template",
    edits: { [CARD]: replacing("<h1>", '<icon name="ph:mooon"/><h1>') },
    told: `icon-unknown ${CARD}:17:3`,
    words: "ph:mooon",
  },
  {
    name: "an unknown link",
    edits: { [CARDS]: replacing("link: carnet", "link: cahier") },
    told: `unknown-link ${CARDS}:7:11`,
    words: "cahier",
  },
  {
    name: "an unknown font",
    edits: { [THEME]: replacing('Next"', 'Nex"') },
    told: `unknown-font ${THEME}:1:29`,
    words: "Atkinson Hyperlegible Nex",
  },
  {
    name: "a font package that is not installed",
    edits: { "fonts/fonts.yaml": replacing("atkinson-hyperlegible-next", "no-such-font") },
    told: "unknown-package fonts/fonts.yaml:3:31",
    words: "no-such-font",
  },
  {
    name: "a font that is not one",
    edits: {
      "fonts/fonts.yaml": replacing(
        'package: "@expo-google-fonts/atkinson-hyperlegible-next", file: 400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
        "file: texte.ttf",
      ),
      "fonts/texte.ttf": "These are words, not glyphs.",
    },
    told: "bad-font fonts/fonts.yaml:3:7",
    words: "",
  },
  {
    name: "a missing picture",
    edits: { [CARDS]: picture("lun.svg") },
    told: `missing-image ${CARDS}:5:14`,
    words: "lun.svg",
  },
  {
    name: "a broken picture",
    edits: { [CARDS]: picture("lune.jpg"), "assets/lune.jpg": new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) },
    told: `image-broken ${CARDS}:5:14`,
    words: "lune.jpg",
  },
  {
    name: "a file that is no picture",
    edits: { [CARDS]: picture("lune.png"), "assets/lune.png": "La Lune" },
    told: `image-format ${CARDS}:5:14`,
    words: "lune.png",
  },
  {
    name: "a picture of more than 100 megapixels",
    edits: { [CARDS]: picture("lune.png"), "assets/lune.png": bomb(20_000, 20_000) },
    told: `image-too-large ${CARDS}:5:14`,
    words: "lune.png",
  },
  {
    name: "a picture too coarse for its size",
    edits: { [CARDS]: picture("lune.jpg"), "assets/lune.jpg": await photograph(60, 40) },
    told: `image-coarse ${CARD}:18:18`,
    words: "50",
  },
  {
    name: "a drawing with a script",
    edits: { [SVG]: drawing("<script>alert(1)</script>") },
    told: `svg-active ${SVG}:2:1`,
    words: "script",
  },
  {
    name: "a drawing with a picture from elsewhere",
    edits: { [SVG]: drawing('<image href="https://example.org/a.png" width="9" height="9"/>') },
    told: `svg-unsupported ${SVG}:2:1`,
    words: "image",
  },
  {
    name: "a drawing with a filter",
    edits: { [SVG]: drawing('<rect width="9" height="9" filter="url(#f)"/>') },
    told: `svg-unsupported ${SVG}:2:28`,
    words: "filter",
  },
  {
    name: "a drawing that is cut off",
    edits: { [SVG]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect' },
    told: `svg-broken ${SVG}:1:1`,
    words: "",
  },
  {
    name: "a text that does not fit",
    edits: {
      [CARDS]: replacing("Une étoile, la plus proche de nous.", `"${"Une étoile, la plus proche. ".repeat(40)}"`),
    },
    told: `text-overflow ${CARDS}:11:13`,
    words: "mm",
  },
  {
    name: "a word of sixty letters",
    edits: { [CARDS]: card("Anticonstitutionnellement".repeat(3).slice(0, 60)) },
    told: `text-overflow ${CARDS}:10:12`,
    words: "mm à droite",
  },
  {
    name: "a sign that no font has",
    edits: { [CARDS]: card("Le Soleil 𓇳") },
    told: `missing-glyph ${CARDS}:10:12`,
    words: "U+131F3",
  },
  {
    name: "a path that leaves the kit",
    edits: { [CARDS]: picture("../../secret.svg") },
    told: `bad-image-path ${CARDS}:5:14`,
    words: "../../secret.svg",
  },
  {
    name: "cards outside the kit",
    edits: { "kit.yaml": replacing("cards: cards/jeu.yaml", "cards: ../jeu.yaml") },
    told: "outside-kit kit.yaml:14:41",
    words: "../jeu.yaml",
  },
  {
    name: "an empty deck",
    edits: { [CARDS]: "template: carte\npieces: []\n" },
    told: `no-pieces ${CARDS}:2:9`,
    words: "aucune pièce",
  },
  {
    name: "an empty file of cards",
    edits: { [CARDS]: "# Rien encore\n" },
    told: `empty-file ${CARDS}:1:1`,
    words: "vide",
  },
  {
    name: "a piece larger than the paper",
    edits: { "kit.yaml": replacing("width: 148mm", "width: 500mm") },
    told: "piece-too-large cards/fiches.yaml:3:9",
    words: "A4 (297 × 210 mm) ni A3 (420 × 297 mm) : il faut 500 × 210 mm",
  },
  {
    name: "a gang that bears the name of a component",
    edits: { "kit.yaml": (text) => `${text}gangs:\n  fiches: { title: Ensemble, of: [jeu] }\n` },
    told: "same-file kit.yaml:18:3",
    words: "fiches.pdf",
  },
  {
    name: "a template without a front",
    edits: { "templates/volet.hbs": (text) => text.replaceAll("front", "back") },
    told: "no-front templates/volet.hbs:6:1",
    words: "",
  },
  {
    name: "a template that asks for a field that nobody declared",
    edits: { [CARD]: replacing("{{title}}</h1>", "{{titre}}</h1>") },
    told: `template-unknown-name ${CARD}:17:9`,
    words: "titre",
  },
  {
    name: "a CSS property that we do not know",
    edits: { [THEME]: (text) => `${text}h1 { flaot: left }\n` },
    told: `css-unknown-property ${THEME}:3:6`,
    words: "flaot",
  },
];

describe("a mistake in a kit", () => {
  it.each(MISTAKES)("$name: one diagnostic with its place, nothing written", async ({ edits, told, words }) => {
    const kit = copyKit("atelier", edits);
    const out = join(kit, "dist");
    const result = await buildKit(kit, out);
    expect(places(result)).toBe(told);
    const [problem] = result.problems;
    expect(problem!.message.replace(/[\u00A0\u202F]/g, " ")).toContain(words);
    expect(result).toMatchObject({ ok: false, outcome: "bad-kit" });
    expect(existsSync(out)).toBe(false);
  });
});

describe("a drawing that refers to the outside", () => {
  it.each([
    '<use href="https://example.org/a.svg#b"/>',
    '<rect width="9" height="9" fill="url(https://example.org/a.svg#b)"/>',
    '<rect width="9" height="9" style="fill: url(file:///etc/passwd)"/>',
  ])("%s is refused where it does", async (element) => {
    const kit = copyKit("atelier", { [SVG]: drawing(element) });
    const result = await buildKit(kit, join(kit, "dist"));
    expect(result.outcome).toBe("bad-kit");
    expect(result.problems.map(({ code }) => code)).toContain("svg-external");
    expect(new Set(result.problems.map(({ at }) => at!.source.name))).toEqual(new Set([SVG]));
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });
});

describe("input that would overwhelm a computer", () => {
  const levels = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const bomb = levels
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(index === 0 ? "x" : `*${levels[index - 1]}`)
          .join(", ")}]\n`,
    )
    .join("");

  it("an alias bomb is refused where it starts, without being unfolded", async () => {
    const kit = copyKit("atelier", { [CARDS]: (text) => `${bomb}${text}` });
    const result = await buildKit(kit, join(kit, "dist"));
    expect(result.outcome).toBe("bad-kit");
    expect(result.problems.map(({ code }) => code)).toContain("anchor-at-start");
    expect(result.problems.length).toBeLessThanOrEqual(101);
    expect(existsSync(join(kit, "dist"))).toBe(false);
  });

  it("a YAML file of 100 MB is refused by its size, without being read", async () => {
    const kit = copyKit("atelier");
    truncateSync(join(kit, CARDS), 100 * 1024 * 1024);
    const result = await buildKit(kit, join(kit, "dist"));
    expect(places(result)).toBe("file-too-big kit.yaml:14:41");
    expect(result.problems[0]!.message).toContain("100");
  });

  it("a picture that is a link to a file outside the kit is refused", async () => {
    const kit = copyKit("atelier");
    writeFileSync(join(kit, "..", "secret.svg"), drawing(""));
    rmSync(join(kit, SVG));
    symlinkSync(join(kit, "..", "secret.svg"), join(kit, SVG));
    const result = await buildKit(kit, join(kit, "dist"));
    expect(result.outcome).toBe("bad-kit");
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]!.at!.source.name).toBe(CARDS);
  });

  it("a thousand cards are no problem", async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, index) => `  - { id: carte-${index}, title: Carte ${index}, answer: "Réponse ${index}" }\n`,
    );
    const kit = copyKit("atelier", { [CARDS]: `template: carte\npieces:\n${lines.join("")}` });
    const result = await buildKit(kit, undefined, { components: ["jeu"], targets: ["home"], papers: ["A4"] });
    expect(places(result)).toBe("");
    expect(result.manifest!.files[0]).toMatchObject({ sheets: 112, pages: 224 });
    expect(result.manifest!.pieces).toHaveLength(1000);
  });
});

describe("a build that fails", () => {
  it("leaves the last good files untouched, byte for byte", async () => {
    const kit = copyKit("atelier");
    const dist = join(kit, "dist");
    const small = { targets: ["home"], papers: ["A4"] } as const;
    expect((await buildKit(kit, dist, small)).ok).toBe(true);
    const before = snapshot(dist);
    // Three PDFs, their ticket in two forms, the manifest.
    expect(before.size).toBe(6);
    editKit(kit, { [CARDS]: replacing("title: La Lune", "titel: La Lune") });
    expect((await buildKit(kit, dist, small)).ok).toBe(false);
    editKit(kit, { [CARDS]: replacing("titel: La Lune", `title: ${"Lune".repeat(20)}`) });
    expect((await buildKit(kit, dist, small)).ok).toBe(false);
    expect(snapshot(dist)).toEqual(before);
  });

  it("tells every problem at once, those of the text and those of the paper", async () => {
    const kit = copyKit("atelier", {
      [CARDS]: (text) => card("Anticonstitutionnellement".repeat(3))(replacing("icon: ph", "ikon: ph")(text)),
      "kit.yaml": replacing("width: 148mm", "width: 500mm"),
    });
    const codes = (await buildKit(kit, undefined)).problems.map(({ code }) => code).sort();
    expect(codes).toEqual(["piece-too-large", "text-overflow", "unknown-key"]);
  });
});

/** Every file of a folder with its content and its date. */
const snapshot = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path, "latin1")}`]),
  );
