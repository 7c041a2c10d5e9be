/** A sheet → lines that a person can read: lengths in millimetres, one line for each face and each kind of mark. */
import type { Mark, Placement, Sheet, SheetSide } from "../../src/impose/index.js";
import { type Rect, toMm } from "../../src/units.js";

const at = (value: number): string => String(Math.round(toMm(value) * 100) / 100 + 0);
const rect = ({ x, y, width, height }: Rect): string => `${at(x)},${at(y)} ${at(width)}×${at(height)}`;

const TURNS = new Map([
  ["1,0", ""],
  ["0,1", " turned 90°"],
  ["-1,0", " turned 180°"],
  ["0,-1", " turned 270°"],
]);

const face = ({ slot, transform, trim, clip }: Placement): string => {
  const turn =
    TURNS.get(`${Math.round(transform[0] * 100) / 100 + 0},${Math.round(transform[1] * 100) / 100 + 0}`) ??
    ` scaled ${transform[0].toFixed(3)}`;
  return `${slot.piece} ${slot.side} ${slot.copy}${turn}: trim ${rect(trim)}, prints ${rect(clip)}`;
};

/** Lines of one use, those with the same ends across together. */
const lines = (marks: readonly Mark[], use: string): readonly string[] => {
  const upright = new Map<string, string[]>();
  for (const mark of marks) {
    if (mark.kind !== "line" || mark.use !== use) continue;
    const vertical = mark.from.x === mark.to.x;
    const key = vertical
      ? `down ${at(mark.from.y)}→${at(mark.to.y)} at x`
      : `across ${at(mark.from.x)}→${at(mark.to.x)} at y`;
    upright.set(key, [...(upright.get(key) ?? []), at(vertical ? mark.from.x : mark.from.y)]);
  }
  return [...upright].map(([key, places]) => `${use} ${key} ${places.join(" ")}`);
};

const side = (name: string, { placements, marks }: SheetSide): readonly string[] => [
  `${name}:`,
  ...placements.map(face),
  ...["crop", "fold", "staple", "overlap", "register", "ruler"].flatMap((use) => lines(marks, use)),
  ...marks.flatMap((mark) => (mark.kind === "glue" ? [`glue ${rect(mark.area)}`] : [])),
  ...marks.flatMap((mark) =>
    mark.kind === "text"
      ? [
          `“${mark.text}” ${mark.size} pt ${mark.anchor} at ${at(mark.at.x)},${at(mark.at.y)}${mark.angle ? ` ${mark.angle}°` : ""}`,
        ]
      : [],
  ),
];

export const show = (sheet: Sheet): string =>
  [
    `sheet ${sheet.number}/${sheet.total}, ${sheet.paper.name}, page ${at(sheet.page.width)}×${at(sheet.page.height)}`,
    `TrimBox ${rect(sheet.trimBox)}, BleedBox ${rect(sheet.bleedBox)}`,
    ...side("front", sheet.front),
    ...(sheet.back ? side("back", sheet.back) : []),
  ].join("\n");
