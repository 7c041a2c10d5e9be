/** The text of a links.yaml and the places of some days in it → the same text with another day there, and nothing else changed. */
import type { Span } from "../diagnostics/diagnostic.js";

/** As it is written, between quotes or not. */
const WRITTEN_DAY = /^(["']?)\d{4}-\d{2}-\d{2}\1$/;

/** A place that holds no day (the key is missing) is left alone. */
export function stamped(text: string, places: readonly Span[], day: string): string {
  const fromTheEnd = places.toSorted((a, b) => b.start - a.start);
  return fromTheEnd.reduce((made, { start, end }) => {
    const [, quote] = WRITTEN_DAY.exec(made.slice(start, end)) ?? [];
    return quote === undefined ? made : `${made.slice(0, start)}${quote}${day}${quote}${made.slice(end)}`;
  }, text);
}
