/** A paper's name → its exact size. */
import { mm, PT_PER_INCH } from "../units.js";
import type { Paper } from "./sheet.js";

/**
 * Sizes are never rounded to whole points: 595 × 842 is not A4, and half a point is enough to open a column or a tile
 * that should not exist. Every paper is listed portrait; imposition turns it.
 */
const metric = (name: string, width: number, height: number): Paper => ({ name, width: mm(width), height: mm(height) });
const inches = (name: string, width: number, height: number): Paper => ({
  name,
  width: width * PT_PER_INCH,
  height: height * PT_PER_INCH,
});

const ALL: readonly Paper[] = [
  metric("A5", 148, 210), // ISO 216: handouts, and what small home printers take
  metric("A4", 210, 297), // ISO 216: what every printer outside North America holds
  metric("A3", 297, 420), // ISO 216: the largest sheet of an office copier
  metric("A2", 420, 594), // ISO 216: plotters and print shops
  inches("Letter", 8.5, 11), // ANSI A: North America's A4
  inches("Legal", 8.5, 14), // North America, offices
  inches("Tabloid", 11, 17), // ANSI B: North America's A3
  metric("SRA3", 320, 450), // ISO 217: A3 with room for bleed and marks, what print shops load
];

/** The papers that need no declaration, by the name that people write. */
export const PAPERS: ReadonlyMap<string, Paper> = new Map(ALL.map((paper) => [paper.name, paper]));
