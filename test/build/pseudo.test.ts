/** Kits in the two pseudo-languages: all of it fits, and nothing is printed that nobody could translate. */

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkshop } from "../../src/build.js";
import { displayAddress } from "../../src/compose/context.js";
import { openKitFiles, packageFolder } from "../../src/content/index.js";
import type { Kit } from "../../src/content/kit.js";
import { Diagnostics, positionOf } from "../../src/diagnostics/index.js";
import { createFaceMaker, createFaceMemory } from "../../src/faces/index.js";
import { PAPERS } from "../../src/impose/index.js";
import type { Frame, GlyphsItem } from "../../src/layout/frame.js";
import { durationText, localise, longDate, shortDate } from "../../src/localise/index.js";
import { DEFAULT_REQUEST } from "../../src/plan/request.js";
import { trimOf } from "../../src/plan/sizes.js";
import { layOutBooklets } from "../../src/production/booklets.js";
import { glyphsOf } from "../../src/text/index.js";
import { openLanguage, PSEUDO_CLOSE, PSEUDO_LOCALES, PSEUDO_OPEN } from "../../src/translation/index.js";
import { copyKit, linkPackages, REPOSITORY, replacing } from "../kits/temporary.js";
import { loadedKit } from "../translation/support.js";
import { marginsOf, sticksOut } from "./margins.js";

const FOLDERS = {
  "the kit": REPOSITORY,
  atelier: join(REPOSITORY, "test/kits/atelier"),
  livret: join(REPOSITORY, "test/kits/livret"),
};
const CASES = Object.entries(FOLDERS).flatMap(([name, folder]) =>
  PSEUDO_LOCALES.map((locale) => ({ name, folder, locale })),
);

/** What is printed as it is in every language, and why. */
const ALLOWED: Readonly<Record<string, (kit: Kit, locale: string) => Iterable<string>>> = {
  // Whoever reports a mistake names a piece by it, whatever the language of the copy.
  "names of pieces": ({ components }) => components.flatMap(({ id, pieces }) => [id, ...pieces.map((one) => one.id)]),
  // « v1.0 » means the same everywhere.
  version: ({ version }) => [`v${version}`],
  // A day, minutes and hours, the « et » between things: written by `Intl`, which knows each language.
  dates: ({ date }, locale) => [shortDate(date, locale), longDate(date, locale)],
  durations: (_, locale) => Array.from({ length: 600 }, (_minute, index) => durationText(index + 1, locale)),
  lists: (_, locale) =>
    new Intl.ListFormat(locale, { type: "unit", style: "short" })
      .formatToParts(["1", "2", "3"])
      .map(({ value }) => value.trim()),
  // A translation leads to pages of its own by its `links.yaml`; an address has no translation.
  addresses: ({ links }) => [...links.values()].map(({ url }) => displayAddress(url)),
  // « (EN) » behind the address of a page in another language.
  "tags of languages": ({ links }) => [...links.values()].map(({ language }) => `(${language.toUpperCase()})`),
};

/** One text, or what a place in a template fills in, wherever it was broken into lines and pages. */
interface Printed {
  /** Where it was written. */
  readonly place: string;
  /** The first face that it is on. */
  readonly face: string;
  readonly isContent: boolean;
  words: string;
}

/** All that a kit prints in a language, in the order in which it is read. */
async function printedIn(folder: string, locale: string): Promise<{ kit: Kit; printed: readonly Printed[] }> {
  const diagnostics = new Diagnostics();
  const files = openKitFiles(folder, diagnostics);
  const printing = { final: false, components: [] };
  const { kit, profile } = openLanguage(locale, { kit: loadedKit(folder), files }, printing, diagnostics);
  const local = localise(kit, locale, profile);
  const memory = await createFaceMemory((name) => packageFolder(name, folder));
  const maker = await createFaceMaker(local, files, memory, diagnostics);

  const printed = new Map<string, Printed>();
  const add = (item: GlyphsItem, face: string): void => {
    const { content, template } = item.origin ?? {};
    const span = content ?? template;
    const at = span && positionOf(span);
    const place = span && at ? `${span.source.name}:${at.line}:${at.column}` : "nowhere";
    // Running text goes on on the next page.
    const key = content ? `${face.split("/")[0]} ${place}` : `${face} ${place}`;
    const known = printed.get(key) ?? { place, face, isContent: content !== undefined, words: "" };
    known.words += wordsOf(item);
    printed.set(key, known);
  };
  const read = (frame: Frame, face: string): void => {
    for (const item of frame.items) {
      if (item.kind === "glyphs") add(item, face);
      if (item.kind === "frame") read(item.frame, face);
    }
  };
  for (const component of kit.components.filter(({ kind }) => kind !== "booklet")) {
    for (const piece of component.pieces) {
      const trim = trimOf(kit.formats.get(piece.format)!, PAPERS.get("A4"));
      const made = await maker.faces(component, piece, trim);
      const name = `${component.id}/${piece.id}`;
      if (made) read(made.front.page.frame, `${name} front`);
      if (made?.back) read(made.back.page.frame, `${name} back`);
    }
  }
  const tools = { local, maker, diagnostics, pause: () => Promise.resolve() };
  const booklets = await layOutBooklets(kit, () => true, tools);
  for (const { pages } of booklets.values()) for (const { name, face } of pages) read(face.page.frame, name);
  return { kit, printed: [...printed.values()] };
}

/** A run's glyphs lie from left to right, whichever way it is read. */
function wordsOf({ run }: GlyphsItem): string {
  const texts = glyphsOf(run).map(({ text }) => text);
  return (run.rtl ? texts.toReversed() : texts).join("");
}

const BRACKETED = new RegExp(`${PSEUDO_OPEN}[^${PSEUDO_OPEN}${PSEUDO_CLOSE}]*${PSEUDO_CLOSE}`, "gu");

/** What stands outside brackets; a text may stand in another. */
function outsideBrackets(words: string): string {
  const rest = words.replace(BRACKETED, "");
  return rest === words ? rest : outsideBrackets(rest);
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** What is printed with letters that no translator was shown. */
async function untranslatable(folder: string, locale: string): Promise<readonly string[]> {
  const { kit, printed } = await printedIn(folder, locale);
  const allowed = Object.values(ALLOWED).flatMap((words) => [...words(kit, locale)].filter(Boolean));
  const isAllowed = new RegExp(`^(?:${allowed.map(escaped).join("|")}|[^\\p{L}])*$`, "u");
  return printed
    .map((one) => ({ ...one, words: outsideBrackets(one.words).trim() }))
    .filter(({ words, isContent }) => (isContent ? /\p{L}/u.test(words) : !isAllowed.test(words)))
    .map(({ place, face, words }) => `${place} (${face}): ${words}`);
}

describe.each(CASES)("$name in $locale", ({ folder, locale }) => {
  it("fits", async () => {
    const workshop = await openWorkshop(folder);
    const request = { ...DEFAULT_REQUEST, targets: ["home", "screen"], papers: ["A4"] } as const;
    const { ok, problems } = await workshop.build({ request, locale });
    expect(problems.map(({ message }) => message)).toEqual([]);
    expect(ok).toBe(true);
  });

  it("prints no word that cannot be translated", async () => {
    expect(await untranslatable(folder, locale)).toEqual([]);
  });
});

/** A tile's place, a step's number, a page's: read the same everywhere. */
const TILE = /\b(?:\d+-)?[A-Z]+\d+\b/g;

describe.each(PSEUDO_LOCALES)("the margins of the kit in %s", (locale) => {
  it("hold no word that cannot be translated, and lie on their paper", async () => {
    const { margins, names } = await marginsOf(REPOSITORY, locale, true);
    const isAllowed = new RegExp(`^(?:${names.map(escaped).join("|")}|[^\\p{L}])*$`, "u");
    const left = margins.map(({ place, words }) => {
      const said = words.map(({ mark }) => mark.text.replace(/[\u2066-\u2069]/g, "")).join(" ");
      return { place, words: outsideBrackets(said).replace(TILE, "").trim() };
    });
    expect(margins.some(({ words }) => words.length > 10)).toBe(true);
    expect(left.filter(({ words }) => !isAllowed.test(words))).toEqual([]);
    expect(margins.flatMap(sticksOut)).toEqual([]);
  });
});

describe("words that cannot be translated are found", () => {
  const kitWith = (edits: Parameters<typeof copyKit>[1]): string => {
    const folder = copyKit("atelier", edits);
    linkPackages(folder);
    return folder;
  };

  it.each(PSEUDO_LOCALES)("in a field, in %s", async (locale) => {
    const folder = kitWith({
      "templates/carte.hbs": replacing(
        "answer: { type: markdown, required: true }",
        "answer: { type: markdown, required: true, translate: false }",
      ),
    });
    expect(await untranslatable(folder, locale)).toEqual([
      expect.stringContaining("cards/jeu.yaml:8:13 (jeu/lune back): Elle tourne"),
      expect.stringContaining("cards/jeu.yaml:11:13 (jeu/soleil back): Une étoile"),
    ]);
  });

  it.each(PSEUDO_LOCALES)("in what a template fills in, in %s", async (locale) => {
    const folder = kitWith({
      "templates/carte.hbs": replacing("<p>{{answer}}</p>", '<p>{{answer}} {{component.id}} {{add "x" 1}}</p>'),
    });
    expect(await untranslatable(folder, locale)).toEqual([
      "templates/carte.hbs:22:3 (jeu/lune back): jeu NaN",
      "templates/carte.hbs:22:3 (jeu/soleil back): jeu NaN",
    ]);
  });
});
