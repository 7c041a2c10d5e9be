import { describe, expect, it } from "vitest";
import { loadKit, openKitFiles } from "../../src/content/index.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import { PAPERS } from "../../src/impose/index.js";
import { PRODUCTS, productNames, productOf, takes } from "../../src/plan/press/products.js";
import { type BuildRequest, DEFAULT_REQUEST, type PressRequest } from "../../src/plan/request.js";
import { resolveRequest } from "../../src/plan/resolve-request.js";
import { papersOf } from "../../src/plan/sizes.js";
import { mm, toMm } from "../../src/units.js";
import { copyKit, type Edits, replacing } from "../kits/temporary.js";
import { plan } from "./plans.js";

const press = (asked: PressRequest = {}, request: Partial<BuildRequest> = {}, edits: Edits = {}) =>
  plan({ targets: ["press"], press: asked, ...request }, edits);

const paths = (...asked: Parameters<typeof press>): readonly string[] =>
  press(...asked).outputs.map(({ path, imposed }) => {
    const pages = imposed.sheets.reduce((sum, { back }) => sum + (back ? 2 : 1), 0);
    return `${path} ${pages}`;
  });

const codes = (...asked: Parameters<typeof press>): readonly string[] =>
  press(...asked).problems.map(({ severity, code }) => `${severity} ${code}`);

describe("the files for a printer who imposes himself", () => {
  it("hold every face once: fronts and backs alternate, boards and handouts one page each", () => {
    expect(paths()).toEqual(["press/jeu.pdf 4", "press/fiches.pdf 1", "press/plateau.pdf 2"]);
    expect(codes()).toEqual([]);
  });

  it("are two for a deck where fronts and backs are wanted apart", () => {
    expect(paths({ order: "two-files" })).toEqual([
      "press/jeu-recto.pdf 2",
      "press/jeu-verso.pdf 2",
      "press/fiches.pdf 1",
      "press/plateau.pdf 2",
    ]);
  });

  it("are in a folder of the product, which takes what has its size and tells what it leaves out", () => {
    expect(paths({ product: "poker" })).toEqual(["press-poker/jeu.pdf 4"]);
    const { problems } = press({ product: "poker" });
    expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      "info Le produit «\u00A0poker\u00A0» se fait en 63 × 88\u00A0mm ou 63,5 × 88,9\u00A0mm\u00A0: fiches, plateau n’en sont pas.",
    ]);
  });

  it("are not made of a component that was asked for by name and has another size", () => {
    expect(paths({ product: "poker" }, { components: ["jeu", "fiches"] })).toEqual(["press-poker/jeu.pdf 4"]);
    const [problem] = press({ product: "poker" }, { components: ["jeu", "fiches"] }).problems;
    expect(problem).toMatchObject({ code: "press-wrong-size", severity: "error" });
    expect(problem!.message).toContain("mesure 148 × 210\u00A0mm");
  });

  it("are none, with the sizes that there are, where the product takes nothing of the kit", () => {
    expect(paths({ product: "tarot" })).toEqual([]);
    const { problems } = press({ product: "tarot" });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["error press-wrong-size"]);
    expect(problems[0]!.hint).toContain("Le kit se fait en 63 × 88\u00A0mm, 148 × 210\u00A0mm, 376 × 270\u00A0mm");
    const named = { components: ["jeu", "fiches"] };
    expect(codes({ product: "tarot" }, named)).toEqual(["error press-wrong-size", "error press-wrong-size"]);
  });

  it("are not made with less bleed than asked for; what has none at all stays white", () => {
    expect(paths({ bleed: mm(5) })).toEqual(["press/fiches.pdf 1"]);
    const { problems } = press({ bleed: mm(5) });
    expect(problems.map(({ code }) => code)).toEqual(["press-short-bleed", "press-short-bleed"]);
    expect(problems[0]!.hint).toContain("Portez «\u00A0bleed\u00A0» à 5mm dans le format «\u00A0carte\u00A0»");
    expect(codes({ bleed: mm(2) })).toEqual([]);
  });

  it("hold equal cards of a deck as often as they are in it; other copies are ordered", () => {
    const edits = {
      "cards/jeu.yaml": replacing("  - id: lune\n", "  - id: lune\n    copies: 3\n"),
      "kit.yaml": replacing("cards: cards/fiches.yaml", "copies: 20, cards: cards/fiches.yaml"),
    };
    expect(paths({}, {}, edits).slice(0, 2)).toEqual(["press/jeu.pdf 8", "press/fiches.pdf 1"]);
    expect(codes({}, {}, edits)).toEqual(["info press-copies"]);
    expect(codes({}, { copies: 5 })).toEqual(["info press-copies"]);
  });

  it("are one for each size of a component, and for each paper of what is as large as its paper", () => {
    const formats = {
      "kit.yaml": (text: string) =>
        text
          .replace("  volet:", "  petite: { width: 44mm, height: 68mm, bleed: 3mm }\n  volet:")
          .replace("fiche: { width: 148mm, height: 210mm,", "fiche: { size: paper,"),
      "cards/jeu.yaml": replacing("  - id: lune\n", "  - id: lune\n    format: petite\n"),
    };
    expect(paths({}, { components: ["jeu", "fiches"] }, formats)).toEqual([
      "press/jeu-petite.pdf 2",
      "press/jeu-carte.pdf 2",
      "press/fiches-a4.pdf 1",
      "press/fiches-a3.pdf 1",
    ]);
    // A product of one of these papers asks for no other.
    expect(paths({ product: "a4" }, { components: ["fiches"] }, formats)).toEqual(["press-a4/fiches-a4.pdf 1"]);
    expect(codes({ product: "a4" }, { components: ["fiches"] }, formats)).toEqual([]);
    expect(press({ product: "a4" }, {}, formats).problems[0]!.message).toContain("\u00A0: jeu, plateau n’en sont pas.");
  });
});

describe("products", () => {
  it("have names that file systems and people tell apart, plausible sizes, bleeds and limits", () => {
    for (const name of productNames(undefined)) {
      const product = productOf({ product: name }, undefined);
      expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(toMm(product.bleed)).toBeGreaterThanOrEqual(2);
      expect(toMm(product.bleed)).toBeLessThanOrEqual(5);
      expect(product.inkLimit).toBeGreaterThanOrEqual(2.4);
      expect(product.inkLimit).toBeLessThanOrEqual(3);
      expect(product.trims.every((trim) => takes(product, trim))).toBe(true);
      expect(product.trims.every(({ width, height }) => takes(product, { width: height, height: width }))).toBe(true);
    }
    expect(Object.keys(PRODUCTS)).toEqual(expect.arrayContaining(["poker", "bridge", "tarot", "a6"]));
  });

  it("are never taken for one another", () => {
    expect(takes(productOf({ product: "poker" }, undefined), { width: mm(63), height: mm(89) })).toBe(false);
    expect(takes(productOf({ product: "bridge" }, undefined), { width: mm(63), height: mm(88) })).toBe(false);
  });

  it("of the kit go before ours, and the command before both", () => {
    const spec = {
      products: new Map([["poker", { bleed: mm(2), ink: 260, order: "two-files" as const, at: {} as never }]]),
    };
    const own = productOf({ product: "poker" }, spec);
    expect([toMm(own.bleed), own.inkLimit, own.order, own.marks, own.trims.length]).toEqual([
      expect.closeTo(2, 6),
      2.6,
      "two-files",
      "none",
      0,
    ]);
    const asked = productOf({ product: "poker", bleed: mm(4), order: "interleaved", marks: "offset" }, spec);
    expect([toMm(asked.bleed), asked.order, asked.marks]).toEqual([expect.closeTo(4, 6), "interleaved", "offset"]);
  });
});

describe("what is asked of a printer", () => {
  const resolve = (request: Partial<BuildRequest>) => {
    const diagnostics = new Diagnostics();
    const kit = loadKit(openKitFiles(copyKit("atelier"), diagnostics), diagnostics)!;
    const known = { kit, papers: papersOf(kit, PAPERS), locales: ["fr"] };
    return { resolved: resolveRequest({ ...DEFAULT_REQUEST, ...request }, known, diagnostics), diagnostics };
  };

  it("is found whatever its capitals", () => {
    expect(resolve({ targets: ["press"], press: { product: "Poker" } }).resolved?.product.name).toBe("poker");
  });

  it("is told with the name that was meant", () => {
    const { resolved, diagnostics } = resolve({ targets: ["press"], press: { product: "pokre" } });
    expect(resolved).toBeUndefined();
    expect(diagnostics.all).toMatchObject([{ code: "unknown-product", hint: expect.stringContaining("poker") }]);
  });

  it.each([{ product: "poker" }, { bleed: mm(3) }, { order: "interleaved" }, { marks: "none" }] as const)(
    "makes no sense for other targets: %o",
    (asked) => {
      const { resolved, diagnostics } = resolve({ press: asked });
      expect(resolved).toBeUndefined();
      expect(diagnostics.all.map(({ code }) => code)).toEqual(["press-only"]);
    },
  );

  it.each([{ printer: "salle-2" }, { twoPass: "same" }] as const)(
    "makes no sense where there are no sheets to print: %o",
    (asked) => {
      for (const targets of [["press"], ["screen"]] as const) {
        const { resolved, diagnostics } = resolve({ ...asked, targets });
        expect(resolved).toBeUndefined();
        expect(diagnostics.all.map(({ code }) => code)).toContain("sheets-only");
      }
      expect(resolve({ ...asked, targets: ["home", "press"] }).diagnostics.all).toEqual([]);
    },
  );
});
