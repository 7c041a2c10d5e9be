/** A process that stays open (the preview) builds again after each edit: nothing old may show. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import type { ManifestFile } from "../../src/deliver/manifest.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { buildKit } from "../kits/building.js";
import { copyKit, type Edits, editKit, replacing } from "../kits/temporary.js";

const REQUEST = { ...DEFAULT_REQUEST, targets: ["home"], papers: ["A4"], components: ["jeu", "fiches"] } as const;

const sums = (files: readonly ManifestFile[]): readonly string[] =>
  files.map(({ path, sha256 }) => `${path} ${sha256}`);

const EDITS: Readonly<Record<string, Edits>> = {
  "a text": { "cards/jeu.yaml": replacing("La Lune", "La pleine Lune") },
  "a drawing": { "assets/lune.svg": replacing('r="6"', 'r="7"') },
  "a template": { "templates/carte.hbs": replacing("30mm", "31mm") },
  "a shared template": {
    "templates/carte.hbs": replacing("<h1>", "<h1>{{> mot}}"),
    "templates/mot.hbs": "{{ui.fiche}} ",
  },
  "the theme": { "templates/theme.css": replacing("#20242b", "#000000") },
  "a word of templates": { "cards/ui.yaml": replacing("Fiche", "Feuille") },
  "an address": { "cards/links.yaml": replacing("/ciel", "/etoiles") },
  "the version": {
    "kit.yaml": replacing('"1.0"', '"1.1"'),
    "templates/carte.hbs": replacing("{{answer}}", "{{answer}} {{kit.version}}"),
  },
  "a format": { "kit.yaml": replacing("radius: 3mm", "radius: 0mm") },
  "the font": {
    "fonts/fonts.yaml": (text) =>
      text.replaceAll("400Regular/AtkinsonHyperlegibleNext_400Regular", "500Medium/AtkinsonHyperlegibleNext_500Medium"),
  },
};

describe("a warm build", () => {
  it.each(Object.entries(EDITS))("after an edit of %s gives what a fresh one gives", async (_, edits) => {
    const kit = copyKit("atelier");
    const workshop = await openWorkshop(kit);
    const first = await workshop.build({ request: REQUEST });
    editKit(kit, edits);
    const warm = await workshop.build({ request: REQUEST });
    const fresh = await buildKit(kit, undefined, REQUEST);
    expect(warm.problems).toEqual([]);
    expect(sums(warm.manifest!.files)).toEqual(sums(fresh.manifest!.files));
    expect(warm.manifest!.pieces).toEqual(fresh.manifest!.pieces);
    expect(sums(warm.manifest!.files)).not.toEqual(sums(first.manifest!.files));
  });

  it("after a card more shows the new count on all cards", async () => {
    const kit = copyKit("atelier", {
      "templates/carte.hbs": replacing("{{title}}</h1>", "{{title}} {{component.count}}</h1>"),
    });
    const workshop = await openWorkshop(kit);
    await workshop.build({ request: REQUEST });
    editKit(kit, { "cards/jeu.yaml": (text) => `${text}  - { id: mars, title: Mars, answer: Rouge. }\n` });
    const warm = await workshop.build({ request: REQUEST });
    const fresh = await buildKit(kit, undefined, REQUEST);
    expect(sums(warm.manifest!.files)).toEqual(sums(fresh.manifest!.files));
  });

  it("tells the texts of faces that it kept as a fresh one does, wherever they stand by now", async () => {
    const kit = copyKit("atelier");
    const workshop = await openWorkshop(kit);
    const first = await workshop.build({ request: REQUEST });
    editKit(kit, {
      "cards/jeu.yaml": (text) => `# Une remarque\n${text}`,
      "cards/ui.yaml": (text) => `# Autre\n${text}`,
    });
    const warm = await workshop.build({ request: REQUEST });
    expect(warm.manifest).toEqual(first.manifest);
    expect(warm.manifest!.pieces.find(({ id }) => id === "jeu/lune")?.texts).toEqual({
      title: "La Lune",
      answer: "Elle tourne autour de la Terre.",
      picture: "lune.svg",
      icon: "ph:moon-duotone",
      link: "https://example.org/ciel",
    });
  });

  it("after a mistake and its correction is as before", async () => {
    const kit = copyKit("atelier");
    const workshop = await openWorkshop(kit);
    const first = await workshop.build({ request: REQUEST });
    const right = join(kit, "assets/lune.svg");
    editKit(kit, { "assets/lune.svg": "not a drawing" });
    expect((await workshop.build({ request: REQUEST })).ok).toBe(false);
    // The mistake is told again as long as it is there.
    expect((await workshop.build({ request: REQUEST })).problems).toHaveLength(1);
    writeFileSync(
      right,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#1f2a44"/><circle cx="15" cy="10" r="6" fill="#f4e9c1"/></svg>\n',
    );
    expect(sums((await workshop.build({ request: REQUEST })).manifest!.files)).toEqual(sums(first.manifest!.files));
  });
});

describe("a mistake that several components share", () => {
  /** A second deck with the same template and the same drawing. */
  const TWO_DECKS: Edits = {
    "kit.yaml": replacing("  fiches:", "  autre: { title: Autre, kind: deck, cards: cards/autre.yaml }\n  fiches:"),
    "cards/autre.yaml": "template: carte\npieces:\n  - { id: mars, title: Mars, picture: lune.svg, answer: Rouge. }\n",
  };

  it.each<[string, Edits]>([
    ["a broken drawing", { "assets/lune.svg": "not a drawing" }],
    ["an unknown font", { "templates/theme.css": replacing('Next"', 'Nex"') }],
    ["a word in the template", { "templates/carte.hbs": replacing("<h1>", "<h1>Bonjour ") }],
    ["a property nobody knows", { "templates/carte.hbs": replacing("width: 30mm;", "flaot: left;") }],
  ])("%s is told for each of them, whichever is built first", async (_, mistake) => {
    const workshop = await openWorkshop(copyKit("atelier", { ...TWO_DECKS, ...mistake }));
    const build = (...components: string[]) => workshop.build({ request: { ...REQUEST, components } });
    const told = (await build("jeu", "autre")).problems;
    expect(told).toHaveLength(1);
    const again = (await build("autre")).problems;
    expect(again.map(({ code }) => code)).toEqual(told.map(({ code }) => code));
  });
});

describe("what a piece calls by name", () => {
  it.each([
    ["an icon in a list of groups", { item: "icon", value: "[ph:moooon]" }, "icon-unknown"],
    ["a link in a list", { item: "link", value: "[cahier]" }, "unknown-link"],
  ])("is told where it is written: %s", async (_, { item, value }, code) => {
    const kit = copyKit("atelier", {
      "templates/carte.hbs": (text) =>
        text
          .replace("  answer:", `  many: { type: list, item: ${item} }\n  answer:`)
          .replace(
            "</front>",
            `{{#each many}}<${item === "icon" ? "icon name" : "qr link"}="{{this}}"/>{{/each}}</front>`,
          ),
      "cards/jeu.yaml": replacing("    title: Le Soleil", `    title: Le Soleil\n    many: ${value}`),
    });
    const { problems } = await buildKit(kit, undefined, REQUEST);
    expect(problems.map((problem) => [problem.code, problem.at!.source.name, problem.piece])).toEqual([
      [code, "cards/jeu.yaml", "jeu/soleil"],
    ]);
  });
});
