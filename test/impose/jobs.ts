/** Jobs for the tests of imposition: the formats of a kit, and words as a caller gives them. */
import {
  type Imposed,
  type ImposeJob,
  type ImposePiece,
  impose,
  PAPERS,
  type Paper,
  TARGETS,
  type TileJob,
  type TilePanel,
  type TileWords,
  tile,
} from "../../src/impose/index.js";
import { mm } from "../../src/units.js";

/** Width, height, bleed, safe margin in millimetres. */
export const FORMATS = {
  card: [63, 88, 3, 4],
  debate: [88, 130, 3, 4],
  handout: [148, 210, 0, 8],
  sheet: [210, 297, 0, 10],
  panel: [376, 270, 3, 5],
  matrix: [376, 270, 0, 8],
  wide: [63.5, 88.9, 3, 4],
} as const;

export type FormatName = keyof typeof FORMATS;

export const pieceOf = (format: FormatName, id: string, more: Partial<ImposePiece> = {}): ImposePiece => {
  const [width, height, bleed, safe] = FORMATS[format];
  return {
    piece: id,
    trim: { width: mm(width), height: mm(height) },
    bleed: mm(bleed),
    safe: mm(safe),
    hasBack: true,
    copies: 1,
    ...more,
  };
};

export const deck = (format: FormatName, count: number, more: Partial<ImposePiece> = {}): readonly ImposePiece[] =>
  Array.from({ length: count }, (_, i) => pieceOf(format, `${format}/${i + 1}`, more));

export const paper = (name: string): Paper => PAPERS.get(name)!;

const SIDES = { front: "recto", back: "verso", answers: "réponses" } as const;

export const words = {
  label: (number: number, total: number, side: keyof typeof SIDES) =>
    `Jeu « Données » · feuille ${number}/${total} · ${SIDES[side]}`,
  ruler: (length: number) => `${length} mm : imprimer à 100 %`,
  part: "couper d’abord ici",
};

export const tileWords: TileWords = {
  ruler: words.ruler,
  name: (tile) => tile,
  step: (number) => `${number}.`,
  tile: (panel, place, number, total) => `${panel}${place ? ` ${place}` : ""} · feuille ${number}/${total}`,
  assembly: ({ panels, sheets }) => ({
    title: "Assembler le plateau",
    steps: [
      { words: `Imprimer les ${sheets} feuilles à 100 %.` },
      { words: "Couper le bord gauche.", figure: "edge" },
      { words: "Encoller la bande.", figure: "glue" },
      { words: "Couper tout autour.", figure: "around" },
      { words: `Assembler les ${panels} volets.` },
    ],
  }),
  assemblyLabel: (total) => `Plateau · feuille 1/${total}`,
};

export const job = (more: Partial<ImposeJob> = {}): ImposeJob => ({
  pieces: deck("card", 36),
  paper: paper("A4"),
  target: TARGETS.home,
  duplex: "long-edge",
  copies: 1,
  label: words,
  ...more,
});

/** The sheets of a job that must fit. */
export const imposed = (more: Partial<ImposeJob> = {}): Imposed => {
  const result = impose(job(more));
  if (!result.ok) throw new Error(`${result.reason.piece} is too large`);
  return result;
};

/** A panel of a board, or a matrix, by its name. */
export const panelOf = (format: "panel" | "matrix", name: string, more: Partial<TilePanel> = {}): TilePanel => ({
  ...pieceOf(format, `plateau/${name}`),
  name,
  ...more,
});

/** The three panels of the board. */
export const BOARD = ["Gauche", "Centre", "Droite"].map((name) => panelOf("panel", name));

/** The board in tiles, at home on A4 unless told otherwise. */
export const tiled = (more: Partial<TileJob> = {}): Imposed => {
  const result = tile({
    panels: BOARD,
    direction: "ltr",
    paper: paper("A4"),
    target: TARGETS.home,
    copies: 1,
    label: tileWords,
    ...more,
  });
  if (!result.ok) throw new Error(`${result.reason.piece} is too large`);
  return result;
};
