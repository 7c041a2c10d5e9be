import { describe, expect, it } from "vitest";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { PAPERS } from "../../src/impose/index.js";
import { localise } from "../../src/localise/index.js";
import { planOutputs } from "../../src/plan/outputs.js";
import { type BuildRequest, DEFAULT_REQUEST } from "../../src/plan/request.js";
import { resolveRequest } from "../../src/plan/resolve-request.js";
import { drawsBack, papersOf } from "../../src/plan/sizes.js";
import { toMm } from "../../src/units.js";
import { copyKit, type Edits, replacing } from "../kits/temporary.js";

function plan(request: Partial<BuildRequest>, edits: Edits = {}) {
  const diagnostics = new Diagnostics();
  const kit = loadKit(openKitFiles(copyKit("atelier", edits), diagnostics), diagnostics)!;
  expect(diagnostics.all).toEqual([]);
  const outputs = planOutputs(
    {
      local: localise(kit, "fr"),
      request: { ...DEFAULT_REQUEST, ...request },
      papers: papersOf(kit, PAPERS),
      hasBack: (template) => drawsBack(kit.templates.get(template)),
      keepOuts: () => [],
      booklets: new Map(),
    },
    diagnostics,
  );
  return { outputs, problems: diagnostics.all };
}

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
    const known = { kit, papers: papersOf(kit, PAPERS) };
    return {
      resolved: resolveRequest({ ...DEFAULT_REQUEST, ...request }, known, diagnostics),
      problems: diagnostics.all,
    };
  };

  it("may write names in any case; each counts once", () => {
    const { resolved } = resolve({ components: ["JEU", "jeu"], papers: ["a4", "A4", "letter"], locale: "FR" });
    expect(resolved).toMatchObject({ components: ["jeu"], papers: ["A4", "Letter"], locale: "fr" });
  });

  it("without a language takes the kit’s", () => {
    expect(resolve({}).resolved!.locale).toBe("fr");
  });

  it("tells every name that leads nowhere", () => {
    const { resolved, problems } = resolve({ components: ["jeux", "jeu"], papers: ["B9"], locale: "en" });
    expect(resolved).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(["unknown-component", "unknown-paper", "unknown-locale"]);
  });
});
