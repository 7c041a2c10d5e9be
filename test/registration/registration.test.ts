/** Sheets as planned have no miss; sheets that somebody spoiled have, and each in its own words. */
import { describe, expect, it } from "vitest";
import type { Component } from "../../src/content/kit.js";
import { Diagnostics } from "../../src/diagnostics/index.js";
import {
  type Duplex,
  type Imposed,
  impose,
  type Placement,
  type Sheet,
  saddle,
  TARGETS,
} from "../../src/impose/index.js";
import type { Output } from "../../src/plan/outputs.js";
import { missesOf, proveRegistration } from "../../src/registration/index.js";
import { compose, mm } from "../../src/units.js";
import { bookOf, words as bookWords } from "../impose/books.js";
import { BOARD, deck, job, paper, pieceOf, tiled } from "../impose/jobs.js";

/** Pieces `a` and `b` have backs, `c` has none; there are three `b`. */
const PIECES = [
  pieceOf("card", "jeu/a"),
  pieceOf("card", "jeu/b", { copies: 3 }),
  pieceOf("card", "jeu/c", { hasBack: false }),
];

const componentOf = (id: string, kind: Component["kind"], pieces: readonly (readonly [string, string, number])[]) =>
  ({
    id,
    kind,
    copies: 1,
    pieces: pieces.map(([name, template, copies]) => ({ id: name, template, copies })),
  }) as unknown as Component;

const JEU = componentOf("jeu", "deck", [
  ["a", "double", 1],
  ["b", "double", 3],
  ["c", "simple", 1],
]);
const asked = { copies: 2, direction: "ltr", hasBack: (template: string) => template === "double" } as const;

const outputOf = (components: readonly Component[], duplex: Duplex, imposed: Imposed): Output => ({
  path: "home-A4/jeu.pdf",
  title: "Jeu",
  target: "home",
  paper: "A4",
  components,
  duplex,
  imposed,
});

const cards = (duplex: Duplex, on = "A4"): Output => {
  const imposed = impose(job({ pieces: PIECES, duplex, copies: asked.copies, paper: paper(on) }));
  if (!imposed.ok) throw new Error("too large");
  return outputOf([JEU], duplex, imposed);
};

type Spoil = (placement: Placement, place: number) => Placement | undefined;

/** The same file, some of its placements moved, exchanged or taken away. */
const spoiled = (output: Output, side: "front" | "back", spoil: Spoil): Output => ({
  ...output,
  imposed: {
    ...output.imposed,
    sheets: output.imposed.sheets.map((sheet): Sheet => {
      const given = sheet[side];
      if (!given) return sheet;
      return { ...sheet, [side]: { ...given, placements: given.placements.flatMap((one, i) => spoil(one, i) ?? []) } };
    }),
  },
});

const moved = (placement: Placement, x: number, y: number): Placement => ({
  ...placement,
  transform: compose(placement.transform, [1, 0, 0, 1, mm(x), mm(y)]),
  trim: { ...placement.trim, x: placement.trim.x + mm(x), y: placement.trim.y + mm(y) },
  clip: { ...placement.clip, x: placement.clip.x + mm(x), y: placement.clip.y + mm(y) },
});

/** Turned on the spot. */
const turned = (placement: Placement): Placement => {
  const { x, y, width, height } = placement.trim;
  return { ...placement, transform: compose(placement.transform, [-1, 0, 0, -1, 2 * x + width, 2 * y + height]) };
};

const renamed = (placement: Placement, slot: Partial<Placement["slot"]>): Placement => ({
  ...placement,
  slot: { ...placement.slot, ...slot },
});

const is = (placement: Placement, piece: string, copy = 1): boolean =>
  placement.slot.piece === `jeu/${piece}` && placement.slot.copy === copy;

/** `apart jeu/a`, each once. */
const told = (output: Output): readonly string[] => [
  ...new Set(missesOf(output, asked).map(({ fault, piece }) => `${fault.kind} ${piece}`)),
];

const DUPLEXES = ["long-edge", "short-edge", "fold", "none"] as const;
/** Where a mode prints its backs. */
const BACK_SIDE = { "long-edge": "back", "short-edge": "back", fold: "front", none: "front" } as const;

describe("cards as they are planned", () => {
  for (const duplex of DUPLEXES)
    for (const on of ["A4", "A3", "Letter", "SRA3"])
      it(`have nothing to be told: ${duplex}, ${on}`, () => {
        expect(told(cards(duplex, on))).toEqual([]);
      });
});

describe.each(["long-edge", "short-edge", "fold"] as const)("a back that is not behind its front: %s", (duplex) => {
  const side = BACK_SIDE[duplex];
  const isBack = (one: Placement, piece: string): boolean => one.slot.side === "back" && is(one, piece);

  it("is told from two tenths of a millimetre on", () => {
    expect(told(spoiled(cards(duplex), side, (one) => (isBack(one, "a") ? moved(one, 0, 0.2) : one)))).toEqual([
      "apart jeu/a",
    ]);
    expect(told(spoiled(cards(duplex), side, (one) => (isBack(one, "a") ? moved(one, 0, 0.05) : one)))).toEqual([]);
  });

  it("is told when it stands on its head", () => {
    expect(told(spoiled(cards(duplex), side, (one) => (isBack(one, "b") ? turned(one) : one)))).toEqual([
      "apart jeu/b",
    ]);
  });

  it("is told when two backs were exchanged", () => {
    const other = { "jeu/a": { piece: "jeu/b" }, "jeu/b": { piece: "jeu/a" } } as Record<string, { piece: string }>;
    const swapped = spoiled(cards(duplex), side, (one) =>
      one.slot.side === "back" && one.slot.copy === 1 ? renamed(one, other[one.slot.piece]!) : one,
    );
    expect(told(swapped)).toEqual(["apart jeu/a", "apart jeu/b"]);
  });

  it("is told when it is missing, and when it lies behind a card that has none", () => {
    expect(told(spoiled(cards(duplex), side, (one) => (isBack(one, "a") ? undefined : one)))).toEqual([
      "no-back jeu/a",
      "count jeu/a",
    ]);
    const stray = spoiled(cards(duplex), side, (one) => (isBack(one, "a") ? renamed(one, { piece: "jeu/z" }) : one));
    expect(told(stray)).toEqual(["no-back jeu/a", "stray-back jeu/z", "count jeu/a", "count jeu/z"]);
  });
});

describe("in every mode", () => {
  it.each(DUPLEXES)("a copy too few or too many is told: %s", (duplex) => {
    const few = spoiled(cards(duplex), "front", (one) =>
      one.slot.side === "front" && is(one, "c", 2) ? undefined : one,
    );
    expect(told(few)).toEqual(["count jeu/c"]);
    const twice = spoiled(cards(duplex), "front", (one) =>
      one.slot.side === "front" && is(one, "c", 2) ? renamed(one, { copy: 1 }) : one,
    );
    expect(told(twice)).toEqual(["count jeu/c"]);
  });

  it.each(DUPLEXES)("a face at 99 %% is told: %s", (duplex) => {
    const small = spoiled(cards(duplex), "front", (one) =>
      one.slot.side === "front" && is(one, "c")
        ? { ...one, transform: compose([0.99, 0, 0, 0.99, 0, 0], one.transform) }
        : one,
    );
    expect(told(small)).toContain("scale jeu/c");
  });

  it("a mirrored face is told", () => {
    const mirrored = spoiled(cards("none"), "front", (one) =>
      is(one, "c") ? { ...one, transform: compose([-1, 0, 0, 1, one.slot.trim.width, 0], one.transform) } : one,
    );
    expect(told(mirrored)).toContain("scale jeu/c");
  });

  it("what lies beyond the paper is told, marks too", () => {
    const beyond = spoiled(cards("none"), "front", (one) => (is(one, "c") ? moved(one, 400, 0) : one));
    expect(told(beyond)).toEqual(["outside jeu/c"]);
    const output = cards("none");
    const sheets = output.imposed.sheets.map(
      (sheet): Sheet => ({
        ...sheet,
        front: { ...sheet.front, marks: [{ kind: "line", use: "crop", from: { x: -9, y: 0 }, to: { x: 0, y: 0 } }] },
      }),
    );
    expect(told({ ...output, imposed: { ...output.imposed, sheets } })).toEqual(["outside undefined"]);
  });

  it("a trim that is elsewhere than its face is told: knives follow it", () => {
    const off = spoiled(cards("none"), "front", (one) =>
      is(one, "c") ? { ...one, trim: { ...one.trim, x: one.trim.x + mm(0.5) } } : one,
    );
    expect(told(off)).toEqual(["trim jeu/c"]);
  });
});

describe("booklets", () => {
  const book = (
    ...[pages, duplex, direction, on, only]: [number, "long-edge" | "short-edge", "ltr" | "rtl", string, number[]?]
  ): Output => {
    const imposed = saddle({
      pages: bookOf(pages, on === "A3" ? "a5" : "a6"),
      paper: paper(on),
      target: TARGETS.home,
      duplex,
      copies: asked.copies,
      thickness: mm(0.1),
      only,
      direction,
      label: bookWords,
    });
    if (!imposed.ok) throw new Error("too large");
    const livret = { ...componentOf("livret", "booklet", []) };
    const names = bookOf(pages).map(({ piece }) => ({ name: piece, label: undefined }));
    const booklet = { pages: names, hasCover: false } as unknown as NonNullable<Output["booklet"]>;
    return { ...outputOf([livret], duplex, imposed), booklet, folded: only };
  };
  const toldOf = (output: Output, direction: "ltr" | "rtl") =>
    missesOf(output, { ...asked, direction }).map(({ fault, piece }) => `${fault.kind} ${piece}`);

  for (const duplex of ["long-edge", "short-edge"] as const)
    for (const direction of ["ltr", "rtl"] as const)
      for (const on of ["A4", "A3", "Letter"])
        it(`read through once folded: ${duplex}, ${direction}, ${on}`, () => {
          for (const pages of [4, 8, 16, 24]) expect(toldOf(book(pages, duplex, direction, on), direction)).toEqual([]);
        });

  it.each([[[1]], [[2]], [[4]], [[1, 4]], [[2, 3]], [[1, 2, 3, 4]]])(
    "of which only the folded sheets %o are printed again have their pages, in both directions",
    (only) => {
      for (const direction of ["ltr", "rtl"] as const)
        for (const on of ["A4", "A3"])
          expect(toldOf(book(16, "long-edge", direction, on, only), direction)).toEqual([]);
    },
  );

  it("are told when other folded sheets are there than those to print again", () => {
    const output = { ...book(16, "long-edge", "ltr", "A4", [2]), folded: [3] };
    expect(toldOf(output, "ltr")[0]).toBe("order livret/p-5");
  });

  it("are told when they are bound on the wrong side", () => {
    expect(toldOf(book(8, "long-edge", "rtl", "A4"), "ltr")[0]).toBe("order livret/p-1");
  });

  it("are told when the printer is to turn the paper around the other edge", () => {
    const output = { ...book(8, "long-edge", "ltr", "A4"), duplex: "short-edge" } as const;
    expect(toldOf(output, "ltr")[0]).toMatch(/^order livret\/p-/);
  });

  it("are told when two pages were exchanged, or one is missing", () => {
    const swap: Record<string, string> = { "livret/p-2": "livret/p-3", "livret/p-3": "livret/p-2" };
    const swapped = spoiled(book(8, "long-edge", "ltr", "A4"), "back", (one) =>
      renamed(one, { piece: swap[one.slot.piece] ?? one.slot.piece }),
    );
    expect(toldOf(swapped, "ltr")[0]).toBe("order livret/p-2");
    const torn = spoiled(book(8, "long-edge", "ltr", "A4"), "back", (one) =>
      one.slot.piece === "livret/p-2" ? undefined : one,
    );
    expect(toldOf(torn, "ltr")[0]).toBe("order livret/p-2");
  });
});

describe("boards", () => {
  const plateau = componentOf(
    "plateau",
    "board",
    BOARD.map(({ piece }) => [piece.split("/")[1]!, "double", 1] as const),
  );
  const board = (): Output => outputOf([plateau], "none", tiled({ copies: asked.copies }));

  it("are whole once their tiles are laid together", () => {
    expect(told(board())).toEqual([]);
  });

  it("are told when a tile is missing or shows less than it should", () => {
    const name = BOARD[1]!.piece;
    let seen = 0;
    const missing = spoiled(board(), "front", (one) =>
      one.slot.piece === name && one.slot.sketch === undefined && seen++ === 0 ? undefined : one,
    );
    expect(told(missing)).toEqual([`gap ${name}`]);
    const narrow = spoiled(board(), "front", (one) =>
      one.slot.sketch === undefined ? { ...one, clip: { ...one.clip, width: one.clip.width - mm(20) } } : one,
    );
    expect(told(narrow)).toContain(`gap ${name}`);
  });
});

describe("what is said", () => {
  it("one problem a file, with its sheet, its piece and how far it is off, and whose fault it is", () => {
    const diagnostics = new Diagnostics();
    const bad = spoiled(cards("long-edge"), "back", (one) => moved(one, 3, 0));
    expect(proveRegistration([bad, cards("none")], asked, diagnostics)).toBe(false);
    expect(diagnostics.all.map(({ code, message }) => [code, message.replaceAll("\u00A0", " ")])).toEqual([
      [
        "misregistration",
        "home-A4/jeu.pdf, feuille 1 : le verso de « jeu/a » ne tombe pas derrière son recto (3,0 mm à côté). Ce défaut n’est pas le seul : il y en a 8 dans ce fichier.",
      ],
    ]);
    expect(diagnostics.all[0]!.hint).toContain("L’erreur vient de mallette");
    expect(proveRegistration([cards("none")], asked, new Diagnostics())).toBe(true);
  });
});

it("takes no longer for each of ten thousand cards than for each of a thousand", () => {
  const proved = (count: number): number => {
    const pieces = deck("card", count);
    const imposed = impose(job({ pieces }));
    if (!imposed.ok) throw new Error("too large");
    const component = componentOf(
      "card",
      "deck",
      pieces.map(({ piece }) => [piece.split("/")[1]!, "double", 1] as const),
    );
    const output = outputOf([component], "long-edge", imposed);
    const started = performance.now();
    expect(missesOf(output, { ...asked, copies: 1 })).toEqual([]);
    return performance.now() - started;
  };
  proved(1000);
  const [small, large] = [proved(1000), proved(10_000)];
  expect(large, `${small} ms, then ${large} ms`).toBeLessThan(30 * Math.max(small, 2));
});
