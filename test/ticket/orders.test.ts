/** Small kits built as anybody builds them → their tickets and archives, read back. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it, test } from "vitest";
import { type BuildOptions, openWorkshop } from "../../src/build.js";
import { type Manifest, sha256 } from "../../src/deliver/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import type { Ticket } from "../../src/ticket/index.js";
import { readPdf } from "../build/reader.js";
import { places } from "../kits/building.js";
import { copyKit, replacing, temporaryFolder } from "../kits/temporary.js";

const WEIGHTS = {
  "kit.yaml": (text: string) =>
    text
      .replace("cards: cards/jeu.yaml }", "cards: cards/jeu.yaml, paper: { weight: 250-300 } }")
      .replace("cards: cards/fiches.yaml }", "cards: cards/fiches.yaml, paper: { weight: 120 } }"),
};

interface Asked extends Partial<BuildOptions["request"]>, Pick<BuildOptions, "ticket" | "zip" | "locale"> {}

async function buildInto(out: string, root: string, asked: Asked = {}) {
  const { ticket, zip, locale, ...request } = asked;
  const workshop = await openWorkshop(root);
  return workshop.build({
    request: { ...DEFAULT_REQUEST, papers: ["A4"], targets: ["shop"], ...request },
    ticket,
    zip,
    locale,
    out,
  });
}

const ticketIn = (out: string, folder = "fr/shop-A4"): Ticket =>
  JSON.parse(readFileSync(join(out, folder, "bon-d-impression.json"), "utf8"));
const manifestIn = (out: string): Manifest => JSON.parse(readFileSync(join(out, "fr/manifest.json"), "utf8"));

const wordsOf = async (path: string): Promise<string> => {
  const pdf = await readPdf(path);
  const text = pdf.pages.flatMap(({ words }) => words.map((word) => word.text)).join(" ");
  await pdf.close();
  return text.replace(/\s+/g, " ");
};

let root: string;
let out: string;

beforeAll(async () => {
  root = copyKit("atelier", WEIGHTS);
  out = temporaryFolder();
  const result = await buildInto(out, root, { targets: ["home", "shop", "screen"], zip: true });
  expect(places(result)).toBe("");
});

describe("a ticket", () => {
  it("lies in each folder to print, and counts what the manifest counts", () => {
    const { files, orders = [] } = manifestIn(out);
    const folders = [...new Set(files.map(({ path }) => path.split("/")[0]!))].filter(
      (name) => !name.startsWith("screen"),
    );
    expect(orders.map(({ folder }) => folder)).toEqual(folders);
    for (const folder of folders) {
      const ticket = ticketIn(out, `fr/${folder}`);
      const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
      expect(ticket.files.map(({ name }) => name).sort()).toEqual(own.map(({ path }) => path.split("/")[1]).sort());
      expect(ticket.sheets).toBe(own.reduce((sum, { sheets }) => sum + sheets, 0));
      for (const { name, bytes, sha256: sum, pages } of ticket.files)
        expect(own.find(({ path }) => path.endsWith(`/${name}`))).toMatchObject({ bytes, sha256: sum, pages });
      expect(ticket.stock.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(ticket.sheets);
    }
  });

  it("of a deck of many sizes goes on over the page, with the cuts and the size of each", async () => {
    // Labels of eleven sizes, one after the other on sheets of their own.
    const widths = Array.from({ length: 11 }, (_, i) => 40 + 4 * i);
    const sizes = copyKit("atelier", {
      "kit.yaml": (text) =>
        `${text.replace("components:", `${widths.map((width) => `  l${width}: { width: ${width}mm, height: 60mm, bleed: 2mm }\n`).join("")}components:`)}  mots: { title: Mots, kind: deck, cards: cards/mots.yaml }\n`,
      "cards/mots.yaml": `template: mot\npieces:\n${widths.map((width) => `  - { id: m${width}, title: Oui, format: l${width}, copies: 9 }\n`).join("")}`,
      "templates/mot.hbs":
        "---\nformat: carte\nfields:\n  title: { type: text, required: true }\n---\n<front><p>{{title}}</p></front>\n",
    });
    const made = temporaryFolder();
    expect(places(await buildInto(made, sizes, { components: ["mots"] }))).toBe("");
    const [file] = ticketIn(made).files;
    expect([file!.runs.length, file!.finished.width, file!.finishedToo?.map(({ width }) => width)]).toEqual([
      11,
      40,
      widths.slice(1),
    ]);
    const words = await wordsOf(join(made, "fr/shop-A4/bon-d-impression.pdf"));
    for (const width of widths) expect(words.replaceAll("\u00A0", " ")).toContain(`${width} × 60 mm`);
    expect(words.match(/couper toute la pile ensemble/g)).toHaveLength(11);
    // Each of four blocks says whose it is; the rule of all rules names the sheet to measure.
    expect(words.match(/mots\.pdf/g)).toHaveLength(5);
    expect(words).not.toMatch(/false|undefined/);
  });

  it("of a box of sixty things lists them over several pages, and again on the label", async () => {
    const names = Array.from({ length: 60 }, (_, i) => `Jeu numéro ${i + 1}`);
    const many = copyKit("atelier", {
      "kit.yaml": (text) =>
        `${text}${names.map((name, i) => `  jeu-${i}: { title: ${name}, kind: deck, cards: cards/jeu.yaml }\n`).join("")}`,
    });
    for (const copies of [1, 2]) {
      const made = temporaryFolder();
      expect(places(await buildInto(made, many, { copies }))).toBe("");
      const ticket = await wordsOf(join(made, "fr/shop-A4/bon-d-impression.pdf"));
      const labels = copies === 1 ? ticket : await wordsOf(join(made, "fr/shop-A4/etiquettes.pdf"));
      for (const name of names) {
        expect(ticket).toContain(copies === 1 ? `${name} cartes : 2` : `${name} cartes : 2 en tout : 4`);
        expect(labels.split(`${name} (cartes : 2)`)).toHaveLength(copies + 1);
      }
      expect(ticket).not.toMatch(/false|undefined/);
    }
  });

  it("of a box of things that no label can hold stops no build: the label goes on over the page", async () => {
    const title = (i: number): string => `Jeu numéro ${i + 1} ${"de tout ce qu’il faut pour jouer ".repeat(15)}`;
    const long = copyKit("atelier", {
      "kit.yaml": (text) =>
        `${text}${Array.from({ length: 25 }, (_, i) => `  jeu-${i}: { title: "${title(i)}", kind: deck, cards: cards/jeu.yaml }\n`).join("")}`,
    });
    const made = temporaryFolder();
    expect(places(await buildInto(made, long, { copies: 2 }))).toBe("");
    expect(ticketIn(made).labels).toEqual({ name: "etiquettes.pdf", sheets: 4 });
  });

  it("is told in the manifest as it lies there", () => {
    const listed = (manifestIn(out).orders ?? []).flatMap(({ files }) => files);
    expect(listed.length).toBeGreaterThan(0);
    for (const { path, bytes, sha256: sum } of listed) {
      const read = readFileSync(join(out, "fr", path));
      expect([read.length, sha256(read)]).toEqual([bytes, sum]);
    }
  });

  it("says papers, sides, colour and finished size as the kit and its pages have them", () => {
    const { files } = ticketIn(out);
    expect(
      files.map(({ name, weight, sides, flip, color, finished }) => [
        name,
        weight?.least,
        weight?.most,
        sides,
        flip,
        color,
        finished,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "jeu.pdf",
          250,
          300,
          2,
          "long-edge",
          true,
          {
            "corners": 3,
            "height": 88,
            "width": 63,
          },
        ],
        [
          "fiches.pdf",
          120,
          120,
          1,
          undefined,
          true,
          {
            "height": 210,
            "width": 148,
          },
        ],
        [
          "plateau.pdf",
          undefined,
          undefined,
          1,
          undefined,
          true,
          {
            "height": 270,
            "width": 376,
          },
        ],
      ]
    `);
  });

  it("leaves tiles to those who glue them", () => {
    const board = ticketIn(out).files.find(({ name }) => name === "plateau.pdf")!;
    expect(board.cuts).toBe(0);
    expect(board.runs.map(({ handling }) => handling)).toEqual(["guide", "glue"]);
  });

  it("tells a shop to pack the sheets that others will glue, and the page that shows how", async () => {
    const text = await wordsOf(join(out, "fr/shop-A4/bon-d-impression.pdf"));
    const { contents } = ticketIn(out);
    const board = contents.find(({ component }) => component === "plateau")!;
    expect(board).toMatchObject({ each: 2, loose: 4 });
    expect(text).toContain("feuilles à assembler : 4");
    expect(text).toContain("Pages d’assemblage en tout : 1");
    expect(await wordsOf(join(out, "fr/home-A4/bon-d-impression.pdf"))).not.toContain("feuilles à assembler");
  });

  it("cuts what comes off a roll sheet by sheet", () => {
    const { files, cuts } = ticketIn(out, "fr/shop-plotter");
    expect(cuts).toBe(
      files.reduce((sum, { runs }) => sum + runs.reduce((all, run) => all + run.cutCount * run.count, 0), 0),
    );
  });

  it("prints every file with its sheets and checksum, the rule of all rules, and the box", async () => {
    const text = await wordsOf(join(out, "fr/shop-A4/bon-d-impression.pdf"));
    const ticket = ticketIn(out);
    for (const { name, sha256: sum } of ticket.files) {
      expect(text).toContain(name);
      expect(text).toContain(sum.slice(0, 12));
    }
    expect(text).toContain("100 %, ne pas ajuster à la page");
    for (const { bytes, faces } of ticket.files) {
      expect(text).toContain(`${bytes.toLocaleString("fr").replace(/\s/g, " ")} octets`);
      expect(text).toContain(`faces imprimées : ${faces}`);
    }
    expect(text).toContain("250 à 300 g/m²");
    expect(text).toContain("retourner sur le bord long");
    for (const { from, at } of ticket.files[0]!.runs[0]!.cuts)
      expect(text, from).toContain(String(at).replace(".", ","));
    for (const { each } of ticket.contents) expect(text).toMatch(new RegExp(`: ${each}\\b`));
  });
});

test("copies change sheets, minutes and boxes", async () => {
  const twelve = temporaryFolder();
  await buildInto(twelve, root, { copies: 12 });
  const [one, many] = [ticketIn(out), ticketIn(twelve)];
  expect(many.boxes).toBe(12);
  expect(many.sheets).toBeGreaterThan(one.sheets * 4);
  expect(many.contents).toEqual(one.contents);
  const text = await wordsOf(join(twelve, "fr/shop-A4/bon-d-impression.pdf"));
  expect(text).toContain("boîtes : 12");
  expect(text).toContain(`exemplaires : 12`);
  const deck = many.files.find(({ name }) => name === "jeu.pdf")!;
  expect(text).toContain(`12 paquets de ${deck.contents[0]!.each},`);
});

describe("an order of many files", () => {
  /** A kit of so many decks more, and the size of the type that its ticket is set in. */
  const withDecks = async (count: number) => {
    const decks = Array.from(
      { length: count },
      (_, index) => `  jeu-${index}: { title: Jeu ${index}, kind: deck, cards: cards/jeu.yaml }\n`,
    );
    const many = copyKit("atelier", { "kit.yaml": replacing("components:\n", `components:\n${decks.join("")}`) });
    const folder = temporaryFolder();
    expect(places(await buildInto(folder, many))).toBe("");
    const { pages, close } = await readPdf(join(folder, "fr/shop-A4/bon-d-impression.pdf"));
    await close();
    const words = pages.flatMap((page) => page.words).filter(({ text }) => text.startsWith("recto verso"));
    return { pages: pages.length, type: Math.hypot(...words[0]!.along) };
  };

  it("is set in smaller type where that spares a third page", async () => {
    const few = await withDecks(1);
    const more = await withDecks(9);
    expect([few.pages, more.pages]).toEqual([1, 2]);
    expect(more.type).toBeLessThan(few.type);
  });

  it("takes the pages that it needs, as large as ever, where nothing brings it to two", async () => {
    const few = await withDecks(1);
    const most = await withDecks(30);
    expect(most.pages).toBeGreaterThan(2);
    expect(most.type).toBeCloseTo(few.type);
  });
});

describe("the labels of many boxes", () => {
  const labelled = async (copies: number) => {
    const boxes = temporaryFolder();
    await buildInto(boxes, root, { copies, zip: true });
    return boxes;
  };

  it("have a file of their own, one label for each box, packed with the rest", async () => {
    const boxes = await labelled(12);
    const { labels, files } = ticketIn(boxes);
    const pdf = await readPdf(join(boxes, "fr/shop-A4/etiquettes.pdf"));
    expect(labels).toEqual({ name: "etiquettes.pdf", sheets: pdf.pages.length });
    expect(files.map(({ name }) => name)).not.toContain("etiquettes.pdf");
    expect((await wordsOf(join(boxes, "fr/shop-A4/etiquettes.pdf"))).match(/Un petit atelier/g)).toHaveLength(12);
    const held = unzipSync(readFileSync(join(boxes, "fr/atelier-1.0-fr-A4-imprimeur.zip")));
    expect(Object.keys(held)).toContain("atelier-1.0-fr-A4-imprimeur/etiquettes.pdf");
    const own = manifestIn(boxes).orders?.find(({ folder }) => folder === "shop-A4");
    expect(own?.files.map(({ path }) => path)).toContain("shop-A4/etiquettes.pdf");
  });

  it("go when there is one box again: its label is on the ticket", async () => {
    const boxes = await labelled(2);
    await buildInto(boxes, root);
    expect(existsSync(join(boxes, "fr/shop-A4/etiquettes.pdf"))).toBe(false);
    expect(ticketIn(boxes).labels).toBeUndefined();
    expect(await wordsOf(join(boxes, "fr/shop-A4/bon-d-impression.pdf"))).toContain("Étiquette de la boîte");
  });
});

describe("a build of one component", () => {
  it("carries on what the ticket says of the files that it leaves", async () => {
    const partly = temporaryFolder();
    await buildInto(partly, root);
    const before = ticketIn(partly);
    await buildInto(partly, root, { components: ["jeu"], copies: 3 });
    const after = ticketIn(partly);
    expect(after.files.map(({ name, copies }) => [name, copies])).toEqual(
      before.files.map(({ name }) => [name, name === "jeu.pdf" ? 3 : 1]),
    );
    expect(after.files.slice(1)).toEqual(before.files.slice(1));
    expect(after.others).toEqual([]);
  });

  it("says which files it knows nothing of", async () => {
    const partly = temporaryFolder();
    await buildInto(partly, root);
    rmSync(join(partly, "fr/shop-A4/bon-d-impression.json"));
    await buildInto(partly, root, { components: ["jeu"] });
    expect(ticketIn(partly).others).toEqual(["fiches.pdf", "plateau.pdf"]);
    expect(await wordsOf(join(partly, "fr/shop-A4/bon-d-impression.pdf"))).toContain("Ne font pas partie de ce bon");
  });

  it("takes away an archive that would hold old files", async () => {
    const partly = temporaryFolder();
    await buildInto(partly, root, { zip: true });
    const name = "fr/atelier-1.0-fr-A4-imprimeur.zip";
    expect(existsSync(join(partly, name))).toBe(true);
    await buildInto(partly, root, { components: ["jeu"] });
    expect(existsSync(join(partly, name))).toBe(false);
    const own = manifestIn(partly).orders?.find(({ folder }) => folder === "shop-A4");
    expect(own?.files.map(({ path }) => path)).toEqual([
      "shop-A4/bon-d-impression.pdf",
      "shop-A4/bon-d-impression.json",
    ]);
  });
});

describe("an archive", () => {
  const archive = (folder: string, name = "atelier-1.0-fr-A4-imprimeur"): Readonly<Record<string, Uint8Array>> =>
    unzipSync(readFileSync(join(folder, "fr", `${name}.zip`)));

  it("holds the order and its ticket, in one folder of its name", () => {
    const held = archive(out);
    const files = readdirSync(join(out, "fr/shop-A4"));
    expect(Object.keys(held)).toEqual(files.sort().map((file) => `atelier-1.0-fr-A4-imprimeur/${file}`));
    for (const file of files)
      expect(sha256(held[`atelier-1.0-fr-A4-imprimeur/${file}`]!)).toBe(
        sha256(readFileSync(join(out, "fr/shop-A4", file))),
      );
    const ticket = JSON.parse(strFromU8(held["atelier-1.0-fr-A4-imprimeur/bon-d-impression.json"]!));
    expect(ticket).toEqual(ticketIn(out));
  });

  it("is named by whom it is for", () => {
    expect(readdirSync(join(out, "fr")).filter((name) => name.endsWith(".zip"))).toEqual([
      "atelier-1.0-fr-A4-imprimeur.zip",
      "atelier-1.0-fr-A4-maison.zip",
      "atelier-1.0-fr-plotter-imprimeur.zip",
    ]);
  });

  it("has the same bytes every time, whatever the time zone", async () => {
    const again = temporaryFolder();
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    try {
      await buildInto(again, root, { targets: ["home", "shop", "screen"], zip: true });
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    for (const name of readdirSync(join(out, "fr")).filter((file) => file.endsWith(".zip")))
      expect(sha256(readFileSync(join(again, "fr", name))), name).toBe(sha256(readFileSync(join(out, "fr", name))));
  });
});

describe("an order that a machine cuts", () => {
  it("tells the machine's files, and no stop of a guillotine", async () => {
    const cut = temporaryFolder();
    await buildInto(cut, root, { components: ["jeu"], cut: ["svg"] });
    const { files, cuts } = ticketIn(cut);
    expect(files[0]!.runs.map(({ handling, cuts }) => [handling, cuts])).toEqual([["machine", []]]);
    expect(cuts).toBe(0);
    const text = await wordsOf(join(cut, "fr/shop-A4/bon-d-impression.pdf"));
    expect(text).toContain("à couper à la machine");
    // A machine has rounded them.
    expect(files[0]!.finished.corners).toBeUndefined();
    expect(text).not.toContain("coins à arrondir");
  });
});

describe("what goes wrong", () => {
  it.each([
    ["without a ticket", { ticket: false }],
    ["turned by hand, in two passes", { targets: ["home"], twoPass: "same" }],
    ["for an online printer", { targets: ["press"] }],
  ] as const)("an archive of what is no order is refused: %s", async (_, asked) => {
    const nowhere = temporaryFolder();
    const { outcome, problems } = await buildInto(nowhere, root, { zip: true, ...asked });
    expect([outcome, problems.map(({ code }) => code)]).toEqual(["bad-request", ["nothing-to-pack"]]);
    expect(readdirSync(nowhere)).toEqual([]);
  });

  it("none is made where none is asked for", async () => {
    const plain = temporaryFolder();
    await buildInto(plain, root, { ticket: false });
    expect(readdirSync(join(plain, "fr/shop-A4")).filter((name) => name.startsWith("bon-"))).toEqual([]);
    expect(manifestIn(plain).orders ?? []).toEqual([]);
  });

  it("a language that nobody speaks is told, and nothing is written", async () => {
    const nothing = temporaryFolder();
    const result = await buildInto(nothing, root, { ticket: "xx" });
    expect([result.outcome, places(result)]).toEqual(["bad-request", "unknown-locale"]);
    expect(readdirSync(nothing)).toEqual([]);
  });

  it("a ticket that cannot be put in its place leaves all files as they were", async () => {
    const busy = temporaryFolder();
    await buildInto(busy, root);
    const before = manifestIn(busy);
    rmSync(join(busy, "fr/shop-A4/bon-d-impression.json"));
    mkdirSync(join(busy, "fr/shop-A4/bon-d-impression.json/in-the-way"), { recursive: true });
    await expect(buildInto(busy, root, { copies: 2 })).rejects.toThrow();
    expect(manifestIn(busy)).toEqual(before);
    for (const { path, sha256: sum } of before.files) expect(sha256(readFileSync(join(busy, "fr", path)))).toBe(sum);
  });

  it.each(["bon-d-impression", "etiquettes"])(
    "a component that bears the name of what goes with it: %s",
    async (id) => {
      const named = copyKit("atelier", { "kit.yaml": replacing("  fiches:", `  ${id}:`) });
      expect(places(await buildInto(temporaryFolder(), named))).toContain("same-file kit.yaml:15:");
    },
  );

  it.each([
    ["a weight upside down", "weight: 300-250", "bad-weight kit.yaml:14:74"],
    ["a weight in words", "weight: épais", "bad-weight kit.yaml:14:74"],
    ["a cover that nothing prints", "weight: 80, cover: 200", "no-cover kit.yaml:14:85"],
  ])("%s", async (_, paper, problem) => {
    const wrong = copyKit("atelier", {
      "kit.yaml": replacing("cards: cards/jeu.yaml }", `cards: cards/jeu.yaml, paper: { ${paper} } }`),
    });
    expect(places(await buildInto(temporaryFolder(), wrong))).toBe(problem);
  });
});

const SINGLE = { "kit.yaml": replacing(", copies: 2 }", " }") };

describe("a booklet", () => {
  const bookletOf = async (asked: Asked, edits = {}) => {
    const folder = temporaryFolder();
    await buildInto(folder, copyKit("livret", edits), asked);
    const [where] = manifestIn(folder).orders!.map((order) => order.folder);
    const ticket = ticketIn(folder, `fr/${where}`);
    return {
      booklet: ticket.files.find(({ name }) => name === "livret.pdf")!,
      text: await wordsOf(join(folder, `fr/${where}/bon-d-impression.pdf`)),
    };
  };

  it("is folded, stapled and laid into its cover as the ticket says", async () => {
    const { booklet, text } = await bookletOf({});
    // Printers put pages in folding order, too, when they are let.
    expect(text).toContain("pas de mode « livret »");
    expect(booklet).toMatchObject({ sides: 2, binding: { part: "inside", staples: [52.5, 157.5] } });
    expect(booklet.binding!.sheets * 4 * booklet.copies).toBeLessThanOrEqual(booklet.pages * 2);
    expect(booklet.contents).toEqual([{ component: "livret", title: "Livret d’animation", kind: "booklet", each: 2 }]);
  });

  it("with marks around it is cut beside its fold once it is stapled, and no sooner", async () => {
    const { booklet, text } = await bookletOf({ papers: ["A3"] });
    expect(booklet.binding!.foreEdge).toMatchObject({ at: 148, needed: true });
    expect(booklet.runs[0]!.cuts.map(({ from }) => from)).toEqual(["top", "top"]);
    // Both flat, then the edge of all booklets in one pile.
    expect(booklet.cuts).toBe(3);
    expect(text).toContain("à 148 mm du pli");
    expect(text).not.toContain("les feuilles du milieu dépassent");
  });

  it("of which more come out than were asked for: the ticket says how many", async () => {
    const { booklet, text } = await bookletOf({ targets: ["home"], papers: ["A3"], copies: 1 }, SINGLE);
    expect(booklet.binding).toMatchObject({ perSheet: 2, made: 2 });
    expect(text).toContain("livrets obtenus : 2, dont en plus : 1");
  });
});
