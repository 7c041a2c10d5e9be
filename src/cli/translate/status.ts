/** `translate status`: how far each language is, in texts and in words, and what to do next. */
import { countStates, type StateCounts } from "../../catalog/index.js";
import type { Link } from "../../content/kit.js";
import { openLocale, reviewedIds } from "../../translation/index.js";
import { EXIT } from "../exit.js";
import type { Done, Job, Verb } from "./job.js";
import { tagsIn } from "./tags.js";

export const statusVerb: Verb = {
  name: "status",
  usage: "status [langues…] [--json]",
  help: "dit où en est chaque langue : textes, mots restants, relectures, codes qui mènent à une page en français",
  run: status,
};

export interface LanguageStatus {
  readonly locale: string;
  readonly name: string;
  readonly texts: number;
  readonly translated: number;
  readonly stale: number;
  readonly missing: number;
  /** Of the original, that are still to be translated or reviewed. */
  readonly wordsLeft: number;
  readonly reviewed: number;
  /** Addresses of the kit that lead to a page in another language. */
  readonly foreignLinks: number;
}

function status(job: Job): Done {
  const tags = tagsIn(job);
  if (tags === undefined) return { exit: EXIT.usage };
  const languages = tags.map((tag) => statusOf(tag, job));
  return { facts: { locales: languages }, text: table(languages) + nextStep(languages) };
}

export function statusOf(tag: string, job: Job): LanguageStatus {
  const { profile, catalog, reviews, links } = openLocale(tag, job, job.diagnostics);
  const counts: StateCounts = countStates(job.units, catalog);
  return {
    locale: tag,
    name: profile.name,
    texts: job.units.length,
    translated: counts.translated.texts,
    stale: counts.stale.texts,
    missing: counts.missing.texts,
    wordsLeft: counts.stale.words + counts.missing.words,
    reviewed: reviewedIds(catalog, reviews).size,
    foreignLinks: [...job.kit.links.values()].filter((link) => isForeign({ ...link, ...links.get(link.id) }, tag))
      .length,
  };
}

const isForeign = ({ language }: Link, tag: string): boolean => language.split("-")[0] !== tag.split("-")[0];

const percent = (count: number, of: number): string => `${of === 0 ? 100 : Math.floor((100 * count) / of)} %`;

function table(languages: readonly LanguageStatus[]): string {
  const head = [
    "Langue",
    "",
    "Textes",
    "Traduits",
    "À revoir",
    "À traduire",
    "Mots restants",
    "Relus",
    "QR en une autre langue",
  ];
  const rows = languages.map((one) => [
    one.locale,
    one.name,
    String(one.texts),
    percent(one.translated, one.texts),
    String(one.stale),
    String(one.missing),
    String(one.wordsLeft),
    percent(one.reviewed, one.texts),
    String(one.foreignLinks),
  ]);
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column]!)].map(({ length }) => length)),
  );
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ")}\n`;
  return [head, ...rows].map(line).join("");
}

/** What most likely comes next, for the language that is nearest to its end. */
function nextStep(languages: readonly LanguageStatus[]): string {
  const open = languages.filter(({ stale, missing }) => stale + missing > 0);
  const nearest = open.toSorted((a, b) => a.wordsLeft - b.wordsLeft)[0];
  if (nearest !== undefined)
    return `→ Ensuite : mallette translate export ${nearest.locale} --only todo --format xlsx\n`;
  const unread = languages.find(({ reviewed, texts }) => reviewed < texts);
  return unread === undefined
    ? "→ Tout est traduit et relu.\n"
    : `→ Tout est traduit. Faites relire l’épreuve : mallette build --locale ${unread.locale}\n`;
}
