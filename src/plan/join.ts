/** Impositions → one, whose sheets follow one another in a file. */
import type { Imposition } from "../impose/index.js";

/** Several impositions as the sheets of one file, numbered through. */
export function joinImpositions(parts: readonly Imposition[]): Imposition {
  const failed = parts.find((part) => !part.ok);
  if (failed) return failed;
  const done = parts.flatMap((part) => (part.ok ? [part] : []));
  const sheets = done.flatMap((part) => part.sheets);
  return {
    ok: true,
    sheets: sheets.map((sheet, index) => ({ ...sheet, number: index + 1, total: sheets.length })),
    groups: done.flatMap((part, index) => {
      const before = done.slice(0, index).reduce((sum, one) => sum + one.sheets.length, 0);
      return part.groups.map((group) => ({ ...group, first: before + group.first }));
    }),
    cuts: done.reduce((sum, { cuts }) => sum + cuts, 0),
    seams: done.flatMap((part) => part.seams),
  };
}
