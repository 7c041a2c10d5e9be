/** Checked values → the plain data that the kit's own files declare. */
import type { Span } from "../diagnostics/diagnostic.js";
import type { FieldValue, TextValue, Values } from "./kit.js";

type Of<Kind extends FieldValue["kind"]> = Extract<FieldValue, { kind: Kind }>;

/** The value of a text, choice, date, link … field; undefined when it is absent. */
export function stringIn(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "object" && "value" in value && typeof value.value === "string" ? value.value : undefined;
}

export function textIn(values: Values, name: string): TextValue | undefined {
  const value = values[name];
  return value?.kind === "text" || value?.kind === "markdown" ? value : undefined;
}

export function numberIn(values: Values, name: string): number | undefined {
  const value = values[name];
  return value?.kind === "number" ? value.value : undefined;
}

export function booleanIn(values: Values, name: string): boolean | undefined {
  const value = values[name];
  return value?.kind === "boolean" ? value.value : undefined;
}

export function listIn(values: Values, name: string): readonly FieldValue[] {
  const value = values[name];
  return value?.kind === "list" ? value.items : [];
}

/** The named groups of a map, in the order in which they were written. */
export function groupsIn(values: Values, name: string): readonly (readonly [string, Of<"group">])[] {
  const value = values[name];
  return value?.kind === "group" ? groupsOf(value) : [];
}

export const groupsOf = (value: Of<"group">): readonly (readonly [string, Of<"group">])[] =>
  Object.entries(value.values).flatMap(([key, each]) => (each.kind === "group" ? [[key, each] as const] : []));

/** The strings of a list, each with its place. */
export const stringsIn = (values: Values, name: string): readonly { readonly value: string; readonly at: Span }[] =>
  listIn(values, name).flatMap((each) =>
    "value" in each && typeof each.value === "string" ? [{ value: each.value, at: each.at }] : [],
  );

export const placeIn = (values: Values, name: string, otherwise: Span): Span => values[name]?.at ?? otherwise;
