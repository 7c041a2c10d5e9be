/** What printers.yaml may hold: how printers of this place miss, as `mallette calibrate` found out. */
import { group, ID, length, map, number } from "./shape.js";

/** Millimetres: a printer that misses by more needs a repair. */
export const MOST_OFFSET = 20;
/** Degrees. */
export const MOST_TURN = 3;
/** Percent. */
export const SCALES = [90, 110] as const;
const [LEAST_SCALE, MOST_SCALE] = SCALES;

const offset = (name: string, note: string) =>
  number(name, { least: -MOST_OFFSET, most: MOST_OFFSET, default: 0, note });
const scale = (name: string, note: string) =>
  number(name, { least: LEAST_SCALE, most: MOST_SCALE, default: 100, note });

const side = (name: string, note: string) =>
  group(
    name,
    [
      offset("right", "Millimètres vers la droite"),
      offset("down", "Millimètres vers le bas"),
      number("turn", { least: -MOST_TURN, most: MOST_TURN, default: 0, note: "Degrés, dans le sens des aiguilles" }),
      scale("width", "Largeur imprimée, en pourcentage"),
      scale("height", "Hauteur imprimée, en pourcentage"),
    ],
    { note },
  );

const paper = group(
  "papier",
  [
    length("margin", { required: true, note: "Bord que l’imprimante laisse blanc" }),
    { ...side("front", "De combien le recto est déplacé"), required: true },
    side("back", "De combien le verso est déplacé, si ce n’est pas comme le recto"),
  ],
  { note: "L’imprimante sur ce papier" },
);

export const PRINTERS = map("printers.yaml", map("imprimante", paper, { note: "Une imprimante, papier par papier" }), {
  pattern: ID,
  note: "Les imprimantes de ce lieu",
});
