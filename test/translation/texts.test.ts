/** What is extracted is exactly what is declared translatable, and translating by itself changes nothing. */
import { describe, expect, it } from "vitest";
import { unitsOf } from "../../src/translation/index.js";
import { mapTexts } from "../../src/translation/texts.js";
import { copyKit, REPOSITORY, replacing } from "../kits/temporary.js";
import { loadedKit } from "./support.js";

describe("the texts of a kit", () => {
  const kit = loadedKit(copyKit("atelier"));

  it("are its words, titles, fields and labels, in reading order, each with its name and place", () => {
    expect(unitsOf(kit).map(({ id, text, at }) => `${id} = ${text} (${at.source.name})`)).toMatchInlineSnapshot(`
      [
        "kit.title = Un petit atelier (kit.yaml)",
        "kit.author = L’atelier (kit.yaml)",
        "kit.licence = CC BY 4.0 (kit.yaml)",
        "component.jeu = Jeu (kit.yaml)",
        "jeu/lune/title = La Lune (cards/jeu.yaml)",
        "jeu/lune/answer = Elle tourne autour de la Terre. (cards/jeu.yaml)",
        "jeu/soleil/title = Le Soleil (cards/jeu.yaml)",
        "jeu/soleil/answer = Une étoile, la plus proche de nous. (cards/jeu.yaml)",
        "component.fiches = Fiches (kit.yaml)",
        "fiches/regarder/title = Regarder le ciel (cards/fiches.yaml)",
        "fiches/regarder/steps.1 = Éteindre les lampes (cards/fiches.yaml)",
        "fiches/regarder/steps.2 = Attendre dix minutes (cards/fiches.yaml)",
        "fiches/regarder/steps.3 = Lever les yeux (cards/fiches.yaml)",
        "component.plateau = Plateau (kit.yaml)",
        "plateau/matin/title = Le matin (cards/plateau.yaml)",
        "plateau/soir/title = Le soir (cards/plateau.yaml)",
        "link.carnet = Le carnet du ciel (cards/links.yaml)",
        "ui.fiche = Fiche (cards/ui.yaml)",
      ]
    `);
  });

  it("are not ids, icons, pictures, links, numbers nor what the template says is not to be translated", () => {
    const own = replacing("answer: { type: markdown,", "answer: { type: markdown, translate: false,");
    const folder = copyKit("atelier", { "templates/carte.hbs": own });
    const ids = unitsOf(loadedKit(folder)).map(({ id }) => id);
    expect(ids).toContain("jeu/lune/title");
    expect(ids).not.toContain("jeu/lune/answer");
    expect(ids.join()).not.toMatch(/icon|picture|link$/);
  });

  it("have each a limit, a length that the pseudo-language tries, or pages that follow them", () => {
    const units = unitsOf(loadedKit(REPOSITORY));
    const unlimited = units.filter(({ max, fits }) => max === undefined && fits === "any");
    expect(unlimited.every(({ id }) => id.startsWith("livret/"))).toBe(true);
    for (const { max, fits, text } of units) {
      if (max === undefined && fits !== "any") expect(fits).toBeGreaterThan(/\p{L}/u.test(text) ? text.length : 0);
    }
  });

  it("have names that never meet", () => {
    for (const folder of [copyKit("atelier"), copyKit("livret"), REPOSITORY]) {
      const ids = unitsOf(loadedKit(folder)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("replaced by themselves leave the kit as it was", () => {
    for (const folder of [copyKit("atelier"), copyKit("livret"), REPOSITORY]) {
      const before = loadedKit(folder);
      expect(mapTexts(before, ({ text }) => text)).toEqual(before);
    }
  });

  it("are the words of margins that it says itself, each with what it is for", () => {
    const say = (text: string) => `${text}print:\n  ruler: "{n} mm"\n`;
    const units = unitsOf(loadedKit(copyKit("atelier", { "cards/ui.yaml": say })));
    expect(units.at(-1)).toMatchObject({
      id: "print.ruler",
      text: "{n} mm",
      where: "Marges des feuilles et pages d’assemblage",
      note: expect.stringContaining("règle"),
    });
  });

  it("that one place fills in itself are left alone", () => {
    const folder = copyKit("atelier", { "kit.local.yaml": "jeu/lune:\n  answer: Notre Lune à nous.\n" });
    expect(unitsOf(loadedKit(folder)).map(({ id }) => id)).not.toContain("jeu/lune/answer");
  });
});

describe("the texts of a booklet", () => {
  it("are its paragraphs, headings, items, cells and boxes, one by one", () => {
    const ids = unitsOf(loadedKit(copyKit("livret"))).map(({ id, where }) => `${id} (${where})`);
    expect(ids.filter((id) => id.startsWith("livret/"))).toMatchInlineSnapshot(`
      [
        "livret/bienvenue/title (Livret d’animation · bienvenue · title)",
        "livret/bienvenue/1 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/bienvenue/2 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/avant/1 (Livret d’animation · chapitre bienvenue · titre)",
        "livret/avant/2 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/avant/3 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/avant/4 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/avant/5 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/avant/6 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/avant/7 (Livret d’animation · chapitre bienvenue · paragraphe)",
        "livret/seance/title (Livret d’animation · seance · title)",
        "livret/deroule/1 (Livret d’animation · chapitre seance · titre)",
        "livret/deroule/2 (Livret d’animation · chapitre seance · paragraphe)",
        "livret/deroule/3 (Livret d’animation · chapitre seance · paragraphe)",
        "livret/deroule/4.title (Livret d’animation · chapitre seance · encadré encart · deroule/4.title)",
        "livret/deroule/5 (Livret d’animation · chapitre seance · encadré encart · paragraphe)",
        "livret/deroule/6 (Livret d’animation · chapitre seance · encadré encart · paragraphe)",
        "livret/deroule/7 (Livret d’animation · chapitre seance · titre)",
        "livret/deroule/8 (Livret d’animation · chapitre seance · case d’un tableau)",
        "livret/deroule/9 (Livret d’animation · chapitre seance · case d’un tableau)",
        "livret/deroule/10 (Livret d’animation · chapitre seance · case d’un tableau)",
        "livret/deroule/11 (Livret d’animation · chapitre seance · case d’un tableau)",
        "livret/deroule/12 (Livret d’animation · chapitre seance · case d’un tableau)",
        "livret/deroule/13 (Livret d’animation · chapitre seance · case d’un tableau)",
        "livret/deroule/14 (Livret d’animation · chapitre seance · titre)",
        "livret/deroule/15 (Livret d’animation · chapitre seance · paragraphe)",
        "livret/deroule/16.title (Livret d’animation · chapitre seance · encadré encart · deroule/16.title)",
        "livret/pour-finir/title (Livret d’animation · pour-finir · title)",
        "livret/pour-finir/1 (Livret d’animation · chapitre pour-finir · paragraphe)",
        "livret/pour-finir/3 (Livret d’animation · chapitre pour-finir · encadré encart · paragraphe)",
        "livret/pour-finir/4.title (Livret d’animation · chapitre pour-finir · encadré encart · encadré encart · pour-finir/4.title)",
        "livret/pour-finir/5 (Livret d’animation · chapitre pour-finir · encadré encart · encadré encart · paragraphe)",
        "livret/pour-finir/6 (Livret d’animation · chapitre pour-finir · paragraphe)",
      ]
    `);
  });
});
