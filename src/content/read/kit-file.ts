/** kit.yaml → what the kit is called, its formats and papers, and which files its components are made of. */
import type { Span } from "../../diagnostics/diagnostic.js";
import { mm, type Pt } from "../../units.js";
import { problemAt } from "../finding.js";
import type { Binding, Component, ComponentKind, Format, Gang, Kit, PaperSpec, TextValue, Values } from "../kit.js";
import * as say from "../messages.js";
import { KIT } from "../schema/kit.js";
import { check } from "../validate/check.js";
import { groupsIn, numberIn, placeIn, stringIn, stringsIn, textIn } from "../values.js";
import { bindingOf } from "./binding.js";
import { complain, type Desk, openYaml, topOf } from "./desk.js";
import { pressOf } from "./press.js";
import { stockOf } from "./stock.js";

/** A component whose pieces are still in their files. */
export type ComponentPlan = Omit<Component, "pieces" | "binding"> & {
  readonly cards: readonly { readonly value: string; readonly at: Span }[];
  /** Of a booklet; its chapters name the template of their pages. */
  readonly binding?: Omit<Binding, "page"> | undefined;
};

export interface GangPlan extends Gang {
  readonly members: readonly { readonly value: string; readonly at: Span }[];
}

export interface KitPlan
  extends Pick<
    Kit,
    "id" | "title" | "version" | "date" | "locale" | "author" | "licence" | "formats" | "papers" | "redirect" | "press"
  > {
  readonly components: readonly ComponentPlan[];
  readonly gangs: readonly GangPlan[];
}

export const KIT_FILE = "kit.yaml";

/** Undefined when there is no kit.yaml or nothing can be read in it. */
export function readKitFile(desk: Desk): KitPlan | undefined {
  if (!desk.files.has(KIT_FILE)) {
    desk.reporter.report(problemAt(undefined, say.missingKit()));
    return undefined;
  }
  const opened = openYaml(desk, KIT_FILE);
  if (opened === undefined) return undefined;
  const at = topOf(opened.source);
  if (opened.root === undefined) {
    if (opened.broken.length === 0) complain(desk, say.emptyFile(KIT_FILE), at);
    return undefined;
  }
  const judge = { reporter: desk.reporter, broken: opened.broken };
  const value = check(opened.root, KIT, judge, { path: "", at });
  if (value?.kind !== "group") return undefined;
  const { values } = value;
  return {
    id: stringIn(values, "kit") ?? "kit",
    title: wordsOf("title", values, at),
    version: stringIn(values, "version") ?? "",
    date: stringIn(values, "date") ?? "",
    locale: stringIn(values, "locale") ?? "fr",
    author: wordsOf("author", values, at),
    licence: wordsOf("licence", values, at),
    formats: new Map(groupsIn(values, "formats").map(([name, each]) => [name, toFormat(name, each, desk)])),
    papers: new Map(groupsIn(values, "papers").map(([name, each]) => [name, toPaper(name, each.values, desk)])),
    redirect: values.links?.kind === "group" ? stringIn(values.links.values, "redirect") : undefined,
    press: values.press?.kind === "group" ? pressOf(values.press.values, desk) : undefined,
    components: groupsIn(values, "components").map(([id, each]) => toComponent(id, each.values, each.at, desk)),
    gangs: groupsIn(values, "gangs").map(([id, each]) => toGang(id, each.values, each.at)),
  };
}

/** The largest page a PDF viewer must accept (200 inches). */
const LARGEST: Pt = 14_400;
const LARGEST_SAID = "508 cm";
/** What a format measures when the kit does not say: wrong anyway, and the error was reported. */
const SOME_SIZE: Pt = mm(63);

type Group = { readonly values: Values; readonly at: Span };

function toFormat(name: string, { values, at }: Group, desk: Desk): Format {
  const paper = values.size !== undefined;
  const width = lengthOf("width", values, at, desk);
  const height = lengthOf("height", values, at, desk);
  if (paper && (width !== undefined || height !== undefined)) complain(desk, say.sizeAndLengths(), at);
  const format: Format = {
    name,
    width: paper ? "paper" : (width ?? SOME_SIZE),
    height: paper ? "paper" : (height ?? SOME_SIZE),
    bleed: numberIn(values, "bleed") ?? 0,
    safe: numberIn(values, "safe") ?? 0,
    radius: numberIn(values, "radius") ?? 0,
    at,
  };
  checkMargins(format, values, desk);
  return format;
}

/** A side of a format, reported when it is zero or beyond what a PDF can hold. */
function lengthOf(side: "width" | "height", values: Values, at: Span, desk: Desk): Pt | undefined {
  const length = numberIn(values, side);
  if (length === 0) complain(desk, say.zeroLength(side), placeIn(values, side, at));
  if (length !== undefined && length > LARGEST)
    complain(desk, say.tooLarge(side, LARGEST_SAID), placeIn(values, side, at));
  return length;
}

function checkMargins(format: Format, values: Values, desk: Desk): void {
  const { width, height, bleed, safe, radius, at } = format;
  if (width === "paper" || height === "paper" || width === 0 || height === 0) return;
  const shortest = Math.min(width, height);
  if (bleed > shortest) complain(desk, say.bleedTooLarge(), placeIn(values, "bleed", at));
  if (safe * 2 >= shortest) complain(desk, say.safeTooLarge(), placeIn(values, "safe", at));
  if (radius * 2 > shortest) complain(desk, say.radiusTooLarge(), placeIn(values, "radius", at));
}

function toPaper(name: string, values: Values, desk: Desk): PaperSpec {
  const side = (which: "width" | "height"): Pt => {
    const length = numberIn(values, which);
    const at = values[which]?.at;
    if (length === 0) complain(desk, say.zeroLength(which), at);
    if (length !== undefined && length > LARGEST) complain(desk, say.tooLarge(which, LARGEST_SAID), at);
    return length ?? SOME_SIZE;
  };
  return { name, width: side("width"), height: side("height") };
}

function toComponent(id: string, values: Values, at: Span, desk: Desk): ComponentPlan {
  return {
    id,
    title: titleOf(id, values, at),
    kind: (stringIn(values, "kind") ?? "deck") as ComponentKind,
    cards: stringsIn(values, "cards"),
    duplex: stringIn(values, "duplex") as Component["duplex"],
    copies: numberIn(values, "copies") ?? 1,
    stock: stockOf(values, desk),
    binding: bindingOf(values, desk),
    at,
  };
}

function toGang(id: string, values: Values, at: Span): GangPlan {
  const members = stringsIn(values, "of");
  return { id, title: titleOf(id, values, at), of: members.map((member) => member.value), members, at };
}

/** Words of the kit itself; those that are not there are empty. */
const wordsOf = (name: string, values: Values, at: Span): TextValue =>
  textIn(values, name) ?? { kind: "text", value: "", at, field: name };

/** A missing title was reported; the id stands in for it. */
const titleOf = (id: string, values: Values, at: Span): TextValue =>
  textIn(values, "title") ?? { kind: "text", value: id, at, field: "title" };
