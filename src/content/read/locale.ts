/** locales/xx.po, locales/xx/locale.yaml and links.yaml → what a build in that language needs, as written. */
import type { Diagnostics, Source } from "../../diagnostics/diagnostic.js";
import { limitPerFile } from "../../diagnostics/limit.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { KitFiles } from "../files.js";
import type { FieldValue, Kit, Link } from "../kit.js";
import { LOCALE_LINKS, PROFILE } from "../schema/locale.js";
import * as sayValues from "../validate/messages.js";
import { groupsOf, numberIn, placeIn, stringIn, stringsIn } from "../values.js";
import { checkedFile, complain, type Desk, openSource } from "./desk.js";

/** How a language is printed. */
export interface Profile {
  /** BCP 47. */
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  readonly direction?: "ltr" | "rtl" | undefined;
  readonly papers?: readonly string[] | undefined;
  /** Family of the kit → the family asked right after it. */
  readonly fonts: ReadonlyMap<string, string>;
  readonly quotes?: readonly [string, string] | undefined;
  /** A numbering system of CLDR. */
  readonly digits?: string | undefined;
  /** Words with hyphens where they may be cut; without any, they never are. */
  readonly hyphens: readonly string[];
  /** A term of the original → how it is always translated. */
  readonly glossary: ReadonlyMap<string, string>;
  /** What must be reached before it is printed for good, in percent of the texts. */
  readonly gate: { readonly translated: number; readonly reviewed: number };
}

export interface LocaleFiles {
  readonly profile: Profile;
  /** By id: the address in this language, where there is one. */
  readonly links: ReadonlyMap<string, Omit<Link, "id" | "title">>;
  /** The translations as written; undefined when nobody began. */
  readonly catalog: Source | undefined;
  /** Who reviewed what, as JSON; undefined when nobody did. */
  readonly reviews: Source | undefined;
}

export const LOCALES = "locales";
export const catalogPath = (tag: string): string => `${LOCALES}/${tag}.po`;
export const profilePath = (tag: string): string => `${LOCALES}/${tag}/locale.yaml`;
export const localeLinksPath = (tag: string): string => `${LOCALES}/${tag}/links.yaml`;
export const reviewsPath = (tag: string): string => `${LOCALES}/${tag}/reviews.json`;

/** The languages that a kit has: its own, then those with a profile. */
export const localesOf = (kit: Kit, files: KitFiles): readonly string[] => [
  kit.locale,
  ...files.folders(LOCALES).filter((tag) => tag !== kit.locale && files.has(profilePath(tag))),
];

/** Reads what a language of the kit has. Problems are reported; what is right is returned even so. */
export function loadLocale(tag: string, kit: Kit, files: KitFiles, diagnostics: Diagnostics): LocaleFiles {
  const reporter = limitPerFile(diagnostics);
  const desk: Desk = { files, reporter, memory: new Map(), sources: new Map() };
  const source = (path: string): Source | undefined => (files.has(path) ? openSource(desk, path) : undefined);
  try {
    return {
      profile: readProfile(tag, kit, desk),
      links: files.has(localeLinksPath(tag)) ? readLocaleLinks(tag, kit, desk) : new Map(),
      catalog: source(catalogPath(tag)),
      reviews: source(reviewsPath(tag)),
    };
  } finally {
    reporter.close();
  }
}

/** What is known of a language without a profile. */
export const plainProfile = (tag: string): Profile => ({
  tag,
  name: tag,
  fonts: new Map(),
  hyphens: [],
  glossary: new Map(),
  gate: EVERYTHING,
});

const EVERYTHING = { translated: 100, reviewed: 0 };

function readProfile(tag: string, kit: Kit, desk: Desk): Profile {
  const values = desk.files.has(profilePath(tag)) ? checkedFile(desk, profilePath(tag), PROFILE)?.values : undefined;
  if (values === undefined) return plainProfile(tag);
  const [opening, closing] = stringsIn(values, "quotes");
  const gate = values.gate?.kind === "group" ? values.gate.values : {};
  const papers = stringsIn(values, "paper").map(({ value }) => value);
  return {
    tag,
    name: stringIn(values, "name") ?? tag,
    direction: stringIn(values, "direction") as Profile["direction"],
    papers: papers.length > 0 ? papers : undefined,
    fonts: partnersIn(values.fonts, kit, desk),
    quotes: opening && closing ? [opening.value, closing.value] : undefined,
    digits: stringIn(values, "digits"),
    hyphens: stringsIn(values, "hyphens").map(({ value }) => value),
    glossary: new Map(wordsIn(values.glossary)),
    gate: {
      translated: numberIn(gate, "translated") ?? EVERYTHING.translated,
      reviewed: numberIn(gate, "reviewed") ?? EVERYTHING.reviewed,
    },
  };
}

const wordsIn = (value: FieldValue | undefined): readonly (readonly [string, string])[] =>
  value?.kind === "group"
    ? Object.entries(value.values).flatMap(([key, each]) =>
        "value" in each ? [[key, String(each.value)] as const] : [],
      )
    : [];

/** Both families must be among those of fonts/fonts.yaml. */
function partnersIn(fonts: FieldValue | undefined, kit: Kit, desk: Desk): ReadonlyMap<string, string> {
  const known = kit.fonts.families.map(({ name }) => name);
  const pairs = fonts?.kind === "group" ? Object.entries(fonts.values) : [];
  return new Map(
    pairs.flatMap(([family, value]) => {
      const partner = "value" in value ? String(value.value) : "";
      const unknown = [family, partner].filter((name) => !known.includes(name));
      for (const name of unknown)
        complain(desk, sayValues.unknownName("family", name, { suggestion: suggest(name, known), known }), value.at);
      return unknown.length > 0 ? [] : [[family, partner] as const];
    }),
  );
}

function readLocaleLinks(tag: string, kit: Kit, desk: Desk): LocaleFiles["links"] {
  const file = checkedFile(desk, localeLinksPath(tag), LOCALE_LINKS);
  const known = [...kit.links.keys()];
  return new Map(
    (file === undefined ? [] : groupsOf(file)).flatMap(([id, { values, at }]) => {
      if (!kit.links.has(id)) {
        complain(desk, sayValues.unknownName("link", id, { suggestion: suggest(id, known), known }), at);
        return [];
      }
      const link = {
        url: stringIn(values, "url") ?? "",
        // Ids have no slash: the page of a language never takes the place of another link's.
        printed: kit.redirect === undefined ? (stringIn(values, "url") ?? "") : `${kit.redirect}${tag}/${id}`,
        language: stringIn(values, "language") ?? tag,
        checked: stringIn(values, "checked") ?? "",
        at,
        urlAt: placeIn(values, "url", at),
        checkedAt: placeIn(values, "checked", at),
      };
      return [[id, link] as const];
    }),
  );
}
