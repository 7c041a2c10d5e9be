/** A kit and a catalog → the kit in that language, and how far it is. */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { translateKit } from "../../src/translation/index.js";
import { copyKit, replacing } from "../kits/temporary.js";
import { catalogOf, loadedKit } from "./support.js";

const kit = loadedKit(copyKit("atelier"));
const english = catalogOf(kit, ({ id, text }) => (id === "jeu/soleil/answer" ? "" : `${text} (en)`));
const textAt = (translated: typeof kit, piece: string, field: string) => {
  const value = translated.components[0]!.pieces.find(({ id }) => id === piece)!.values[field];
  return value?.kind === "text" || value?.kind === "markdown" ? value : undefined;
};

describe("a translated kit", () => {
  const { kit: translated, progress } = translateKit(kit, english, new Diagnostics());

  it("holds the translations, and keeps what has none, marked", () => {
    expect(textAt(translated, "lune", "title")).toMatchObject({ value: "La Lune (en)" });
    expect(textAt(translated, "soleil", "answer")).toMatchObject({
      value: "Une étoile, la plus proche de nous.",
      state: "missing",
    });
    expect(progress.missing.map(({ id }) => id)).toEqual(["jeu/soleil/answer"]);
    expect(progress.stale).toEqual([]);
  });

  it("of which nobody began the translation is all marked", () => {
    const { progress: none } = translateKit(kit, undefined, new Diagnostics());
    expect(none.missing).toHaveLength(none.units.length);
  });
});

describe("one French sentence was edited", () => {
  const edit = { "cards/jeu.yaml": replacing("Une étoile, la plus proche", "Une étoile, et la plus proche") };
  const all = catalogOf(kit, ({ text }) => `${text} (en)`);

  it("exactly that text is stale, and keeps its translation", () => {
    const { kit: translated, progress } = translateKit(loadedKit(copyKit("atelier", edit)), all, new Diagnostics());
    expect(progress.stale.map(({ id }) => id)).toEqual(["jeu/soleil/answer"]);
    expect(textAt(translated, "soleil", "answer")).toMatchObject({
      value: "Une étoile, la plus proche de nous. (en)",
      state: "stale",
    });
    expect(textAt(translated, "lune", "answer")?.state).toBeUndefined();
  });

  it("where an outdated translation would do harm, the French is printed", () => {
    const critical = replacing("answer: { type: markdown,", "answer: { type: markdown, critical: true,");
    const folder = copyKit("atelier", { ...edit, "templates/carte.hbs": critical });
    const { kit: translated, progress } = translateKit(loadedKit(folder), all, new Diagnostics());
    expect(textAt(translated, "soleil", "answer")).toMatchObject({
      value: "Une étoile, et la plus proche de nous.",
      state: "missing",
    });
    expect(progress.missing.map(({ id }) => id)).toEqual(["jeu/soleil/answer"]);
  });

  it("typed otherwise only, nothing is stale", () => {
    const folder = copyKit("atelier", { "cards/jeu.yaml": replacing("nous.", "nous. ") });
    expect(translateKit(loadedKit(folder), all, new Diagnostics()).progress.stale).toEqual([]);
  });
});
