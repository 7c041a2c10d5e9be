import { describe, expect, it } from "vitest";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { PAPERS, type SheetSide } from "../../src/impose/index.js";
import { PLOTTER } from "../../src/plan/plotter.js";
import { type BuildRequest, DEFAULT_REQUEST } from "../../src/plan/request.js";
import { resolveRequest, sameLanguage } from "../../src/plan/resolve-request.js";
import { papersOf } from "../../src/plan/sizes.js";
import { toMm } from "../../src/units.js";
import { copyKit, type Edits, replacing } from "../kits/temporary.js";
import { plan } from "./plans.js";

const paths = (request: Partial<BuildRequest>, edits?: Edits): readonly string[] =>
  plan(request, edits).outputs.map(({ path }) => path);

/** A second deck of the same format, and both in one gang. */
const TWO_DECKS: Edits = {
  "kit.yaml": (text) =>
    `${text.replace("  fiches:", "  autre: { title: Autre jeu, kind: deck, cards: cards/jeu.yaml }\n  fiches:")}gangs:\n  ensemble: { title: Ensemble, of: [jeu, autre] }\n`,
};

describe("the files of a build", () => {
  it("with no wish: every component, for both targets, on A4 and A3; boards once more for a plotter", () => {
    expect(paths({})).toEqual([
      ...["home-A4", "home-A3", "shop-A4", "shop-A3"].flatMap((place) =>
        ["jeu", "fiches", "plateau"].map((id) => `${place}/${id}.pdf`),
      ),
      "shop-plotter/plateau.pdf",
    ]);
  });

  it("are those of the components asked for", () => {
    expect(paths({ components: ["plateau"], targets: ["home"], papers: ["A3"] })).toEqual(["home-A3/plateau.pdf"]);
  });

  it("hold decks of a gang together where that saves sheets", () => {
    expect(paths({ components: ["jeu", "autre"], targets: ["home"], papers: ["A4"] }, TWO_DECKS)).toEqual([
      "home-A4/ensemble.pdf",
    ]);
  });

  it("hold decks of several formats together where that saves sheets: two cards under a handout", () => {
    const gang = {
      "kit.yaml": (text: string) => `${text}gangs:\n  ensemble: { title: Ensemble, of: [jeu, fiches] }\n`,
    };
    const { outputs } = plan({ components: ["jeu", "fiches"], targets: ["home"], papers: ["A4"] }, gang);
    expect(outputs.map(({ path, imposed }) => `${path} ${imposed.sheets.length}`)).toEqual(["home-A4/ensemble.pdf 1"]);
  });

  it("hold a deck alone when only one of its gang is asked for", () => {
    expect(paths({ components: ["jeu"], targets: ["home"], papers: ["A4"] }, TWO_DECKS)).toEqual(["home-A4/jeu.pdf"]);
  });

  it("multiply the copies of the piece, the component and the command", () => {
    const { outputs } = plan(
      { components: ["jeu"], targets: ["home"], papers: ["A4"], copies: 3, duplex: "none" },
      {
        "kit.yaml": replacing("cards: cards/jeu.yaml", "copies: 2, cards: cards/jeu.yaml"),
        "cards/jeu.yaml": replacing("  - id: lune\n", "  - id: lune\n    copies: 2\n"),
      },
    );
    const fronts = outputs[0]!.imposed.sheets.flatMap(({ front }) => front.placements).map(({ slot }) => slot);
    const count = (piece: string): number =>
      fronts.filter((slot) => slot.piece === piece && slot.side === "front").length;
    expect([count("jeu/lune"), count("jeu/soleil")]).toEqual([12, 6]);
  });

  it("take the flip that the command asks for, before the component’s own, before the long edge", () => {
    const own = { "kit.yaml": replacing("cards: cards/jeu.yaml", "duplex: short-edge, cards: cards/jeu.yaml") };
    const wish = { components: ["jeu"], targets: ["home"], papers: ["A4"] } as const;
    expect(plan(wish).outputs[0]!.duplex).toBe("long-edge");
    expect(plan(wish, own).outputs[0]!.duplex).toBe("short-edge");
    expect(plan({ ...wish, duplex: "fold" }, own).outputs[0]!.duplex).toBe("fold");
  });

  it("have no back where the template draws none, whatever its remarks say", () => {
    const { outputs } = plan(
      { components: ["fiches"], targets: ["home"], papers: ["A4"] },
      { "templates/fiche.hbs": (text) => `${text}<!-- <back> -->{{!-- <back class="x"> --}}\n` },
    );
    expect(outputs[0]!.imposed.sheets.every(({ back }) => back === undefined)).toBe(true);
  });
});

/** The words on a side, in the order in which they are printed. */
const wordsOn = (side: SheetSide | undefined): readonly string[] =>
  (side?.marks ?? []).flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));

describe("the words in the margins", () => {
  const labelsOf = (request: Partial<BuildRequest>, edits?: Edits): readonly string[] =>
    plan(request, edits).outputs.flatMap(({ imposed }) =>
      imposed.sheets.flatMap(({ front, back }) =>
        [front, ...(back ? [back] : [])].map((side) => wordsOn(side).find((text) => text.includes("atelier v1.0"))!),
      ),
    );
  const jeu = { components: ["jeu"], targets: ["home"], papers: ["A4"] } as const;

  it("say on fronts how the paper is turned over, and not on backs", () => {
    expect(labelsOf(jeu)).toEqual([
      "jeu · 1/1 recto, retourner sur le bord long · atelier v1.0",
      "jeu · 1/1 verso · atelier v1.0",
    ]);
    expect(labelsOf({ ...jeu, duplex: "short-edge" })[0]).toContain("recto, retourner sur le bord court");
  });

  it.each(["fold", "none"] as const)("say nothing of turning where nothing is printed behind: %s", (duplex) => {
    expect(labelsOf({ ...jeu, duplex }).join()).not.toContain("retourner");
  });

  it("say nothing of turning on sheets without backs", () => {
    expect(labelsOf({ ...jeu, components: ["fiches"] }).join()).not.toContain("retourner");
  });

  it("name the pages of a plotter by the board or by the matrix, and count them", () => {
    const plotter = { components: ["plateau"], targets: ["shop"], papers: ["A3"] } as const;
    const named = (edits?: Edits) => labelsOf(plotter, edits).slice(edits ? -2 : -1);
    expect(named()).toEqual(["Plateau · 1/1 · atelier v1.0"]);
    expect(named({ "kit.yaml": replacing("kind: board", "kind: matrix") })).toEqual([
      "Le matin · 1/2 · atelier v1.0",
      "Le soir · 2/2 · atelier v1.0",
    ]);
  });

  it("has every copy on a roll of its own: boards as wholes, matrices one after the other", () => {
    const rolls = (edits?: Edits) => {
      const { outputs } = plan({ components: ["plateau"], targets: ["shop"], papers: ["A3"], copies: 2 }, edits);
      const { sheets } = outputs.find(({ paper }) => paper === PLOTTER)!.imposed;
      return sheets.map(({ front }) => front.placements.map(({ slot }) => `${slot.piece.split("/")[1]} ${slot.copy}`));
    };
    expect(rolls()).toEqual([
      ["matin 1", "soir 1"],
      ["matin 2", "soir 2"],
    ]);
    expect(rolls({ "kit.yaml": replacing("kind: board", "kind: matrix") })).toEqual([
      ["matin 1"],
      ["matin 2"],
      ["soir 1"],
      ["soir 2"],
    ]);
  });
});

describe("the steps of assembly", () => {
  const pages = (papers: readonly string[], edits?: Edits): readonly (readonly string[])[] =>
    plan({ components: ["plateau"], targets: ["home"], papers }, edits).outputs.flatMap(({ imposed }) => {
      const firsts = imposed.groups.flatMap(({ kind }, i) => (kind === "assembly" ? [i] : []));
      const sheets = imposed.sheets.filter(({ front }) => front.placements.some(({ slot }) => slot.sketch));
      expect(sheets).toHaveLength(firsts.length);
      return sheets.map(({ front }) => wordsOn(front));
    });
  const MATRIX: Edits = { "kit.yaml": replacing("kind: board", "kind: matrix") };
  /** Where each is said, in the whole text of the page. */
  const order = (page: readonly string[], ...parts: readonly string[]): readonly number[] =>
    parts.map((part) => page.join(" ").replaceAll("\u00A0", " ").indexOf(part));

  it("cut only what is laid over the glue first, for the crosses are in the margins; and all round at the end", () => {
    const [page] = pages(["A4"]) as [readonly string[]];
    const places = order(
      page,
      "Sur 1-A2 et 2-A2, coupez un seul bord",
      "croix sur croix",
      "tout autour",
      "côte à côte",
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(order(page, "Gardez les autres marges")[0]).toBeGreaterThan(0);
  });

  it("speak of the edges to be glued where sheets meet on two sides", () => {
    const [page] = pages(["Letter"]) as [readonly string[]];
    expect(order(page, "les bords à coller, ceux de gauche et du haut")[0]).toBeGreaterThan(0);
    expect(order(page, "d’abord chaque rangée")[0]).toBeGreaterThan(0);
  });

  it("glue nothing where each panel is one sheet", () => {
    const [page] = pages(["A3"]) as [readonly string[]];
    expect(page.join(" ")).not.toMatch(/hachurée|croix/);
  });

  it("stand under a title that says what is put together", () => {
    expect(pages(["A4"])[0]).toContain("Assembler le plateau");
    expect(pages(["A4"], { "kit.yaml": replacing("title: Plateau", "title: La ville") })[0]).toContain(
      "Assembler le plateau «\u00A0La\u00A0ville\u00A0»",
    );
    expect(pages(["A4"], MATRIX).map(([title]) => title)).toEqual([
      "Assembler la matrice «\u00A0Le\u00A0matin\u00A0»",
      "Assembler la matrice «\u00A0Le\u00A0soir\u00A0»",
    ]);
  });

  it("have the sheet’s own label, the first of all", () => {
    expect(pages(["A4"])[0]).toContain("Plateau · 1/5 · atelier v1.0");
  });
});

describe("pieces as large as the paper", () => {
  const poster: Edits = {
    "kit.yaml": replacing("{ width: 148mm, height: 210mm, safe: 8mm }", "{ size: paper, safe: 8mm }"),
  };

  it.each([
    ["A4", 210, 297],
    ["A3", 297, 420],
  ])("fill %s", (paper, width, height) => {
    const { outputs } = plan({ components: ["fiches"], targets: ["home"], papers: [paper] }, poster);
    const [placement] = outputs[0]!.imposed.sheets[0]!.front.placements;
    expect(toMm(placement!.slot.trim.width)).toBeCloseTo(width);
    expect(toMm(placement!.slot.trim.height)).toBeCloseTo(height);
  });

  it("are not plotted: they have no size of their own", () => {
    const board = {
      "kit.yaml": replacing("{ width: 376mm, height: 270mm, bleed: 3mm, safe: 5mm }", "{ size: paper, safe: 8mm }"),
    };
    expect(paths({ components: ["plateau"], targets: ["shop"], papers: ["A3"] }, board)).toEqual([
      "shop-A3/plateau.pdf",
    ]);
  });
});

describe("what does not go together", () => {
  it("a piece larger than every paper is told once, with all papers", () => {
    const { problems } = plan({}, { "kit.yaml": replacing("width: 148mm", "width: 500mm") });
    expect(problems.map(({ code, piece }) => [code, piece])).toEqual([["piece-too-large", "fiches/regarder"]]);
    expect(problems[0]!.message).toContain("A4 (297 × 210\u00A0mm) ni A3 (420 × 297\u00A0mm)");
  });

  it("a gang with the name of a component", () => {
    const { problems } = plan(
      {},
      { "kit.yaml": (text) => `${text}gangs:\n  fiches: { title: Ensemble, of: [jeu] }\n` },
    );
    expect(problems.map(({ code }) => code)).toEqual(["same-file"]);
  });

  it("a paper with the name of the plotter’s folder", () => {
    const plotter = (text: string) => `${text}papers:\n  plotter: { width: 500mm, height: 700mm }\n`;
    const { problems } = plan({ papers: ["plotter"], targets: ["shop"] }, { "kit.yaml": plotter });
    expect(problems.map(({ code }) => code)).toEqual(["same-file"]);
  });
});

describe("a request", () => {
  const kit = loadKit(openKitFiles(copyKit("atelier"), new Diagnostics()), new Diagnostics())!;
  const resolve = (request: Partial<BuildRequest> & { locale?: string }) => {
    const diagnostics = new Diagnostics();
    const known = { kit, papers: papersOf(kit, PAPERS), locales: [kit.locale] };
    return {
      resolved: resolveRequest({ ...DEFAULT_REQUEST, ...request }, known, diagnostics),
      problems: diagnostics.all,
    };
  };

  it("may write names in any case; each counts once", () => {
    const { resolved } = resolve({ components: ["JEU", "jeu"], papers: ["a4", "A4", "letter"], locale: "FR" });
    expect(resolved).toMatchObject({ components: ["jeu"], papers: ["A4", "Letter"], locale: "fr" });
  });

  it.each([
    ["en", ["fr", "en-GB"], "en-GB"],
    ["EN-gb", ["fr", "en-GB"], "en-GB"],
    ["pt", ["fr", "pt-BR", "pt-PT"], undefined],
    ["fr", ["fr", "fr-XA"], "fr"],
  ])("asks for %s among %j: %s", (name, locales, expected) => expect(sameLanguage(name, locales)).toBe(expected));

  it("without a language takes the kit’s", () => {
    expect(resolve({}).resolved!.locale).toBe("fr");
  });

  it("tells every name that leads nowhere", () => {
    const { resolved, problems } = resolve({ components: ["jeux", "jeu"], papers: ["B9"], locale: "en" });
    expect(resolved).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(["unknown-component", "unknown-paper", "unknown-locale"]);
  });
});
