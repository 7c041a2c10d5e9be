/** Components asked for → what goes into one file together. */
import type { Component } from "../content/kit.js";
import { gangSaves } from "../impose/index.js";
import { duplexOf, imposePiece, isCutByMachine, type Place, type PlanInput } from "./sizes.js";

/** What goes into one file: one component, or several that share sheets. */
export interface Unit {
  readonly id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** Decks of a gang become one file where that saves sheets. */
export function unitsOf(wanted: readonly Component[], input: PlanInput, place: Place): readonly Unit[] {
  const { local } = input;
  const single = (component: Component): Unit => ({
    id: component.id,
    title: local.plain(component.title),
    components: [component],
  });
  const result: Unit[] = [];
  const done = new Set<string>();
  for (const component of wanted) {
    if (done.has(component.id)) continue;
    const gang = local.kit.gangs.find(({ of }) => of.includes(component.id));
    const members = gang ? wanted.filter(({ id }) => gang.of.includes(id)) : [];
    if (gang && members.length === gang.of.length && sharesSheets(members, input, place)) {
      result.push({ id: gang.id, title: local.plain(gang.title), components: members });
      for (const { id } of members) done.add(id);
    } else {
      result.push(single(component));
    }
  }
  return result;
}

function sharesSheets(members: readonly Component[], input: PlanInput, { rules, paper }: Place): boolean {
  const duplexes = new Set(members.map((component) => duplexOf(component, input.request)));
  if (duplexes.size > 1) return false;
  const decks = members.map((component) =>
    component.pieces.map((piece) => imposePiece(component, piece, input, paper)),
  );
  const [duplex] = [...duplexes];
  const how = {
    paper,
    target: rules,
    duplex: duplex!,
    copies: input.request.copies,
    machine: isCutByMachine(input.request),
  };
  return gangSaves(decks, how)?.saves ?? false;
}
